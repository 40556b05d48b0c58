import Basics
import Communication
import Contracts
import WireProtocol

/// A log whose reads by gateways fail or come late, and whose writes are held back, as tests tell it to.
final class FaultyLog: MessageLog {
    /// Commands on their way into the log.
    let commands = HeldAnswers()
    /// Pages that clients asked for.
    let pages = HeldAnswers()
    /// What gateways asked for that missed an event.
    let states = HeldAnswers()
    private let log: any MessageLog
    private let failingStates = Watched(0)

    init(_ log: any MessageLog) {
        self.log = log
    }

    /// The next looks at a chat's state fail.
    func failStates(_ count: Int) {
        failingStates.change { $0 = count }
    }

    /// Waits until all that should fail have failed.
    func statesFailed() async throws {
        _ = try await failingStates.until("failing look at a chat") { $0 == 0 ? true : nil }
    }

    // MARK: MessageLog

    func append(
        _ command: LogCommand, committed: @escaping @Sendable (AppendOutcome) -> Void
    ) async throws(StoreError) -> AppendOutcome {
        await commands.pass()
        return try await log.append(command, committed: committed)
    }

    func page(_ page: EntryPageRequest, reader: UserID) async throws(StoreError) -> EntryPage? {
        await pages.pass()
        return try await log.page(page, reader: reader)
    }

    func state(
        of chat: ChatID, after seq: UInt64, limit: Int, users: [UserID]
    ) async throws(StoreError) -> GetChatStateResponse? {
        let fails = failingStates.change { count in
            defer { count = max(0, count - 1) }
            return count > 0
        }
        if fails { throw StoreError(.failed) }
        let answer = try await log.state(of: chat, after: seq, limit: limit, users: users)
        await states.pass()
        return answer
    }
}
