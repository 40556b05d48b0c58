import Communication
import Testing

extension Scene {
    func claim(limit: Int = 100, for consumer: String = "index") async throws -> OutboxClaim? {
        try await ports.outbox.claim(consumer, limit: limit)
    }

    /// Claims and does all that is free, and tells what each claim held.
    func drainOutbox(claiming limit: Int = 10) async throws -> [[OutboxItem]] {
        var drained: [[OutboxItem]] = []
        while let claim = try await claim(limit: limit) {
            // A store that gives out the same again and again would never come to an end.
            try #require(drained.count < 1_000)
            drained.append(claim.items)
            try await ports.outbox.done(claim)
        }
        return drained
    }
}
