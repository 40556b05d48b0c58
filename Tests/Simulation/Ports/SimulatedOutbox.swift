internal import Basics
internal import Communication
internal import Contracts

struct SimulatedOutbox: Outbox {
    let commits: SimulatedCommits

    func claim(_ consumer: String, limit: Int) async throws(StoreError) -> OutboxClaim? {
        try await commits.commit { $0.outbox.claim(consumer, limit: limit, now: $1.now) }
    }

    func done(_ claim: OutboxClaim) async throws(StoreError) {
        try await commits.commit { store, _ in store.outbox.done(claim) }
    }
}
