internal import Basics
internal import Communication
internal import Contracts
internal import WireProtocol

struct SimulatedMessageLog: MessageLog {
    let commits: SimulatedCommits

    func append(
        _ command: LogCommand, committed: @escaping @Sendable (AppendOutcome) -> Void
    ) async throws(StoreError) -> AppendOutcome {
        try await commits.commit({ $0.append(command, &$1) }, committed: committed)
    }

    func page(_ page: EntryPageRequest, reader: UserID) async throws(StoreError) -> EntryPage? {
        commits.read { $0.page(page, reader: reader) }
    }

    func state(
        of chat: ChatID, after seq: UInt64, limit: Int, users: [UserID]
    ) async throws(StoreError) -> GetChatStateResponse? {
        commits.read { $0.state(of: chat, after: seq, limit: limit, users: users) }
    }
}
