internal import Basics
internal import Communication
internal import Contracts
internal import SQLiteDriver

/// What durable consumers still have to take note of, in one SQLite file.
struct SQLiteOutbox: Outbox {
    let store: SQLiteStore<CommunicationTables>
    let clock: WallClock
    let leaseMilliseconds: Int64

    func claim(_ consumer: String, limit: Int) async throws(StoreError) -> OutboxClaim? {
        let (clock, leaseMilliseconds) = (clock, leaseMilliseconds)
        return try await store.writing(byteCount: 64 * limit) { (tables) throws(SQLiteError) in
            let now = clock.millisecondsSince1970()
            try tables.outbox.release(consumer, at: now)
            let rows = try tables.outbox.free(for: consumer, limit: limit)
            guard !rows.isEmpty else { return nil }
            let id = try tables.store.nextClaimID()
            for row in rows { try tables.outbox.hold(row.id, by: id, until: now + leaseMilliseconds) }
            return OutboxClaim(id: id, consumer: consumer, items: rows.map(\.item))
        }
    }

    func done(_ claim: OutboxClaim) async throws(StoreError) {
        try await store.writing(byteCount: 64 * claim.items.count) { (tables) throws(SQLiteError) in
            try tables.outbox.delete(heldBy: claim.id, of: claim.consumer)
        }
    }

    /// Before anybody claims: whoever held something was of a process that is gone.
    static func releaseAll(on connection: SQLiteConnection) throws(SQLiteError) {
        try OutboxTable(connection).releaseAll()
    }
}
