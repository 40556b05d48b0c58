internal import Basics
internal import Communication
internal import Contracts
internal import WireProtocol

struct SimulatedPositionStore: PositionStore {
    let commits: SimulatedCommits

    func move(
        _ reports: [PositionReportOfMember], committed: @escaping @Sendable ([PositionOutcome]) -> Void
    ) async throws(StoreError) -> [PositionOutcome] {
        try await commits.commit({ $0.move(reports, now: $1.now) }, committed: committed)
    }

    func preview(_ reports: [PositionReportOfMember]) async throws(StoreError) -> [PositionOutcome] {
        let now = commits.now
        return commits.read { store in
            var copy = store
            return copy.move(reports, now: now)
        }
    }

    func receipts(of chat: ChatID, seq: UInt64, reader: UserID) async throws(StoreError) -> ReceiptLookup {
        commits.read { $0.receipts(of: chat, seq: seq, reader: reader) }
    }

    func setLastSeen(_ user: UserID) async throws(StoreError) {
        try await commits.commit { $0.lastSeen[user] = $1.now }
    }
}
