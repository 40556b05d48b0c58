internal import Basics
internal import Communication

/// What durable consumers still have to take note of.
struct SimulatedOutboxTable: Sendable {
    private struct Row: Sendable {
        let id: UInt64
        let consumer: String
        let item: OutboxItem
        var hold: Hold?
    }

    private struct Hold: Sendable {
        let claimID: UInt64
        let until: Int64
    }

    let consumers: [String]
    let leaseMilliseconds: Int64
    private var rows: [Row] = []
    private var lastClaimID: UInt64 = 0

    init(consumers: [String], leaseMilliseconds: Int64) {
        self.consumers = consumers
        self.leaseMilliseconds = leaseMilliseconds
    }

    /// One row for each consumer. `id` comes from a sequence that no transaction takes back, so rows may come late.
    mutating func insert(_ item: OutboxItem, id: UInt64) {
        for consumer in consumers {
            let place = rows.lastIndex { $0.id <= id }.map { $0 + 1 } ?? 0
            rows.insert(Row(id: id, consumer: consumer, item: item), at: place)
        }
    }

    mutating func claim(_ consumer: String, limit: Int, now: Int64) -> OutboxClaim? {
        let free = rows.indices.lazy.filter { [rows] index in
            rows[index].consumer == consumer && (rows[index].hold.map { $0.until <= now } ?? true)
        }
        let claimed = Array(free.prefix(limit))
        guard !claimed.isEmpty else { return nil }
        lastClaimID += 1
        for index in claimed {
            rows[index].hold = Hold(claimID: lastClaimID, until: now + leaseMilliseconds)
        }
        return OutboxClaim(id: lastClaimID, consumer: consumer, items: claimed.map { rows[$0].item })
    }

    /// Only rows that this claim still holds go.
    mutating func done(_ claim: OutboxClaim) {
        rows.removeAll { $0.consumer == claim.consumer && $0.hold?.claimID == claim.id }
    }

    /// The holders' process is gone.
    mutating func freeClaims() {
        for index in rows.indices { rows[index].hold = nil }
    }
}
