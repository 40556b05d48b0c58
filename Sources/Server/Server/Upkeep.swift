internal import Communication
internal import Gateway
internal import Identity
internal import Observability
internal import WireProtocol

/// Calls what the services want called from time to time, until it is stopped.
struct Upkeep: Sendable {
    private let communication: CommunicationService
    private let task: Task<Void, Never>

    static func start(
        _ communication: CommunicationService, identity: IdentityService, gateway: Gateway, logger: Logger
    ) -> Upkeep {
        // Heads and positions apart: a store that stands still must not keep lost events from being made good.
        let task = Task(executorPreference: globalConcurrentExecutor) {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    await every(CommunicationService.repeatHeadsMilliseconds) { _ in communication.repeatHeads() }
                }
                group.addTask { await keepPositions(communication) }
                group.addTask { await lookForNews(communication) }
                group.addTask { await keepSessions(gateway, logger: logger) }
                group.addTask { await keepIdentity(identity, logger: logger) }
            }
        }
        return Upkeep(communication: communication, task: task)
    }

    /// Waits for what is under way and stores what was only collected. Call while the stores are still open.
    func stop() async {
        task.cancel()
        await task.value
        await communication.storePositions()
    }

    private static func keepPositions(_ communication: CommunicationService) async {
        let rounds =
            CommunicationService.storePositionsMilliseconds / CommunicationService.announcePositionsMilliseconds
        await every(CommunicationService.announcePositionsMilliseconds) { round in
            if round.isMultiple(of: rounds) {
                await communication.storePositions()
            } else {
                await communication.announcePositions()
            }
        }
    }

    private static func lookForNews(_ communication: CommunicationService) async {
        // What the process before this one did not come to.
        communication.lookForNews()
        await every(CommunicationService.lookForNewsMilliseconds) { _ in communication.lookForNews() }
    }

    private static func keepSessions(_ gateway: Gateway, logger: Logger) async {
        await every(Gateway.readRevocationsMilliseconds) { round in
            do throws(APIError) {
                try await gateway.keepSessions(round: round)
            } catch {
                logger.warning(
                    "The sessions that have ended cannot be read.", ["code": .literal(error.code.wireName ?? "")])
            }
        }
    }

    private static func keepIdentity(_ identity: IdentityService, logger: Logger) async {
        await every(IdentityService.tidyMilliseconds) { _ in
            do throws(APIError) {
                try await identity.tidy()
            } catch {
                logger.warning("Sessions and keys cannot be tidied.", ["code": .literal(error.code.wireName ?? "")])
            }
        }
    }

    /// - Parameter work: given the number of the round, from 1.
    private static func every(_ milliseconds: UInt64, _ work: (UInt64) async -> Void) async {
        var round: UInt64 = 0
        while (try? await Task.sleep(for: .milliseconds(milliseconds))) != nil {
            round += 1
            await work(round)
        }
    }
}
