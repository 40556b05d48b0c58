internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// The log of sessions that have ended, without gaps; and the installation's secret.
final class RevocationTable {
    private let after: SQLiteStatement
    private let lastNumber: SQLiteStatement
    private let forget: SQLiteStatement
    private let secret: SQLiteStatement
    private let insertSecret: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        after = try connection.prepare(
            """
            SELECT number, session_id, revoked_at FROM revocations
            WHERE number > ?1 AND number >= coalesce(
                (SELECT min(number) FROM revocations WHERE revoked_at >= ?2), (SELECT max(number) + 1 FROM revocations))
            ORDER BY number LIMIT ?3
            """)
        // Not the highest that is still there: the log is pruned, its numbers go on.
        lastNumber = try connection.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'revocations'")
        forget = try connection.prepare("DELETE FROM revocations WHERE revoked_at < ?1")
        secret = try connection.prepare("SELECT value FROM server_secret")
        insertSecret = try connection.prepare("INSERT INTO server_secret(one, value) VALUES (1, ?1)")
    }

    /// - Parameter since: milliseconds since 1970; what ended before is left out.
    func revocations(after number: UInt64, since: Int64, limit: Int) throws(SQLiteError) -> GetRevocationsResponse {
        // First: whatever ends between the two statements must not count as read.
        let last = try lastNumber.first({ _ in }, read: { $0.uint64(0) }) ?? 0
        let found = try after.all(
            { statement in
                statement.bind(1, number)
                statement.bind(2, since)
                statement.bind(3, Int64(limit))
            },
            read: { row in
                Revocation(
                    number: row.uint64(0), sessionID: row.uint64(1),
                    revokedAt: Timestamp(millisecondsSince1970: row.int64(2)))
            })
        return GetRevocationsResponse(revocations: found, lastNumber: last)
    }

    /// - Parameter before: milliseconds since 1970.
    func forget(before: Int64) throws(SQLiteError) {
        try forget.run { $0.bind(1, before) }
    }

    func secret(orFirst candidate: [UInt8]) throws(SQLiteError) -> [UInt8] {
        if let stored = try secret.first({ _ in }, read: { $0.bytes(0) }) { return stored }
        try insertSecret.run { $0.bind(1, candidate) }
        return candidate
    }
}
