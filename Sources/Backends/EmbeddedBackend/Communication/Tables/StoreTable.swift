internal import SQLiteDriver

/// What the whole store has once: its incarnation, and numbers that rise.
final class StoreTable {
    private let selectIncarnation: SQLiteStatement
    private let takeActivation: SQLiteStatement
    private let takeClaimID: SQLiteStatement
    private let newestActivity: SQLiteStatement
    /// The last number given out; read from the file when it is first needed. Only the writer's copy is used.
    private var lastActivity: UInt64?

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        selectIncarnation = try connection.prepare("SELECT incarnation FROM store WHERE id = 1")
        takeActivation = try connection.prepare(
            "UPDATE store SET last_activation = last_activation + 1 WHERE id = 1 RETURNING last_activation")
        takeClaimID = try connection.prepare(
            "UPDATE store SET last_claim_id = last_claim_id + 1 WHERE id = 1 RETURNING last_claim_id")
        // Of the entry that was written last: no chat has a higher one.
        newestActivity = try connection.prepare(
            """
            SELECT activity FROM chats
            WHERE chat_id = (SELECT chat_id FROM entries WHERE id = (SELECT max(id) FROM entries))
            """)
    }

    /// Says to every client that this store is an older copy: positions that it remembers are void.
    static func renewIncarnation(on connection: SQLiteConnection) throws(SQLiteError) {
        try connection.execute("UPDATE store SET incarnation = lower(hex(randomblob(8))) WHERE id = 1")
    }

    func incarnation() throws(SQLiteError) -> String {
        try selectIncarnation.first({ _ in }, read: { $0.string(0) }) ?? ""
    }

    /// The number of the next append. One whose transaction is rolled back is never used; that is no gap to anybody.
    func nextActivity() throws(SQLiteError) -> UInt64 {
        let last: UInt64
        if let lastActivity {
            last = lastActivity
        } else {
            last = try newestActivity.first({ _ in }, read: { $0.uint64(0) }) ?? 0
        }
        lastActivity = last + 1
        return last + 1
    }

    func nextActivation() throws(SQLiteError) -> UInt64 {
        try takeActivation.first({ _ in }, read: { $0.uint64(0) }) ?? 1
    }

    func nextClaimID() throws(SQLiteError) -> UInt64 {
        try takeClaimID.first({ _ in }, read: { $0.uint64(0) }) ?? 1
    }
}
