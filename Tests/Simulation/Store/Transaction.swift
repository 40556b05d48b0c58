internal import Basics

/// What a transaction gets from outside of the store.
struct Transaction: Sendable {
    /// Milliseconds since 1970.
    let now: Int64
    /// The number before the transaction's first outbox row: taken when it began, whenever it commits.
    private(set) var lastOutboxID: UInt64

    init(now: Int64, lastOutboxID: UInt64) {
        self.now = now
        self.lastOutboxID = lastOutboxID
    }

    mutating func nextOutboxID() -> UInt64 {
        lastOutboxID += 1
        return lastOutboxID
    }
}
