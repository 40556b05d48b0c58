internal import Basics
internal import Communication
internal import SQLiteDriver
internal import WireProtocol

/// What durable consumers still have to take note of: one row for each entry and consumer.
final class OutboxTable {
    private let insert: SQLiteStatement
    private let releaseDue: SQLiteStatement
    private let releaseHeld: SQLiteStatement
    private let free: SQLiteStatement
    private let hold: SQLiteStatement
    private let delete: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        insert = try connection.prepare("INSERT INTO outbox(consumer, chat_id, seq, kind) VALUES (?1, ?2, ?3, ?4)")
        releaseDue = try connection.prepare(
            """
            UPDATE outbox SET claim_id = NULL, claimed_until = NULL
            WHERE consumer = ?1 AND claim_id IS NOT NULL AND claimed_until <= ?2
            """)
        releaseHeld = try connection.prepare(
            "UPDATE outbox SET claim_id = NULL, claimed_until = NULL WHERE claim_id > 0")
        free = try connection.prepare(
            """
            SELECT id, chat_id, seq, kind FROM outbox WHERE consumer = ?1 AND claim_id IS NULL ORDER BY id LIMIT ?2
            """)
        hold = try connection.prepare("UPDATE outbox SET claim_id = ?2, claimed_until = ?3 WHERE id = ?1")
        delete = try connection.prepare("DELETE FROM outbox WHERE claim_id = ?1 AND consumer = ?2")
    }

    func insert(_ item: OutboxItem, for consumer: String) throws(SQLiteError) {
        try insert.run { statement in
            statement.bind(1, consumer)
            statement.bind(2, item.chatID.rawValue)
            statement.bind(3, item.seq)
            statement.bind(4, item.kind.rawValue)
        }
    }

    /// Frees what was held until `now` or less.
    func release(_ consumer: String, at now: Int64) throws(SQLiteError) {
        try releaseDue.run { statement in
            statement.bind(1, consumer)
            statement.bind(2, now)
        }
    }

    /// Frees everything that is held.
    func releaseAll() throws(SQLiteError) {
        try releaseHeld.run { _ in }
    }

    /// The oldest rows that nobody holds.
    func free(for consumer: String, limit: Int) throws(SQLiteError) -> [(id: UInt64, item: OutboxItem)] {
        try free.all(
            { statement in
                statement.bind(1, consumer)
                statement.bind(2, Int64(limit))
            },
            read: { row in
                let item = OutboxItem(
                    chatID: ChatID(row.uint64(1)), seq: row.uint64(2), kind: EntryKind(rawValue: row.int32(3)))
                return (row.uint64(0), item)
            })
    }

    func hold(_ id: UInt64, by claim: UInt64, until: Int64) throws(SQLiteError) {
        try hold.run { statement in
            statement.bind(1, id)
            statement.bind(2, claim)
            statement.bind(3, until)
        }
    }

    func delete(heldBy claim: UInt64, of consumer: String) throws(SQLiteError) {
        try delete.run { statement in
            statement.bind(1, claim)
            statement.bind(2, consumer)
        }
    }
}
