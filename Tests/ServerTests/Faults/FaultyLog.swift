import Basics
import Communication
import Contracts
import Synchronization
import WireProtocol

/// A log whose reads by gateways fail, and whose writes are held back, as tests tell it to.
final class FaultyLog: MessageLog {
    private struct State: Sendable {
        var failingStates = 0
        var isHolding = false
        /// Commands that reached the log while it held them, and are not released yet.
        var held: [CheckedContinuation<Void, Never>] = []
    }

    private let log: any MessageLog
    private let state = Watched(State())

    init(_ log: any MessageLog) {
        self.log = log
    }

    // MARK: Faults

    /// The next looks at a chat's state fail.
    func failStates(_ count: Int) {
        state.change { $0.failingStates = count }
    }

    /// Waits until all that should fail have failed.
    func statesFailed() async throws {
        _ = try await state.until("failing look at a chat", describe: { "\($0.failingStates) are left" }) { state in
            state.failingStates == 0 ? true : nil
        }
    }

    /// Commands wait in front of the log until `release`.
    func hold() {
        state.change { $0.isHolding = true }
    }

    /// Waits until so many commands are held.
    func held(_ count: Int) async throws {
        _ = try await state.until("\(count) held commands", describe: { "\($0.held.count)" }) { state in
            state.held.count >= count ? true : nil
        }
    }

    var heldCount: Int { state.now.held.count }

    /// Lets everything go, in the order in which it came.
    func release() {
        let held = state.change { state in
            state.isHolding = false
            defer { state.held = [] }
            return state.held
        }
        for command in held { command.resume() }
    }

    // MARK: MessageLog

    func append(
        _ command: LogCommand, committed: @escaping @Sendable (AppendOutcome) -> Void
    ) async throws(StoreError) -> AppendOutcome {
        if state.now.isHolding { await waitForRelease() }
        return try await log.append(command, committed: committed)
    }

    func page(_ page: EntryPageRequest, reader: UserID) async throws(StoreError) -> EntryPage? {
        try await log.page(page, reader: reader)
    }

    func state(
        of chat: ChatID, after seq: UInt64, limit: Int, users: [UserID]
    ) async throws(StoreError) -> GetChatStateResponse? {
        let fails = state.change { state in
            defer { state.failingStates = max(0, state.failingStates - 1) }
            return state.failingStates > 0
        }
        if fails { throw StoreError(.failed) }
        return try await log.state(of: chat, after: seq, limit: limit, users: users)
    }

    private func waitForRelease() async {
        await withCheckedContinuation { continuation in
            let isHeld = state.change { state in
                if state.isHolding { state.held.append(continuation) }
                return state.isHolding
            }
            if !isHeld { continuation.resume() }
        }
    }
}
