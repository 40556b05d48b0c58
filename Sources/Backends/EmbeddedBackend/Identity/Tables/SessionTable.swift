internal import Basics
internal import Contracts
internal import Identity
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// Sessions while they last.
final class SessionTable {
    private let insert: SQLiteStatement
    private let stored: SQLiteStatement
    private let rotate: SQLiteStatement
    private let ofUser: SQLiteStatement
    private let owned: SQLiteStatement
    private let existing: SQLiteStatement
    private let others: SQLiteStatement
    private let overMax: SQLiteStatement
    private let ofDevice: SQLiteStatement
    private let expired: SQLiteStatement
    private let delete: SQLiteStatement
    private let insertRevocation: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        insert = try connection.prepare(
            """
            INSERT INTO sessions(
                session_id, user_id, device_id, created_at, generation, token_hash, used_at, expires_at)
            VALUES (?1, ?2, ?3, ?4, 0, ?5, ?4, ?6)
            """)
        stored = try connection.prepare(
            """
            SELECT generation, token_hash, created_at, used_at, expires_at, user_id, device_id FROM sessions
            WHERE session_id = ?1
            """)
        rotate = try connection.prepare(
            "UPDATE sessions SET generation = ?2, token_hash = ?3, used_at = ?4, expires_at = ?5 WHERE session_id = ?1")
        ofUser = try connection.prepare(
            """
            SELECT session_id, device_id, name, platform, sessions.created_at, used_at
            FROM sessions JOIN devices USING (device_id)
            WHERE sessions.user_id = ?1 AND expires_at > ?2 ORDER BY session_id DESC
            """)
        owned = try connection.prepare("SELECT session_id FROM sessions WHERE session_id = ?1 AND user_id = ?2")
        existing = try connection.prepare("SELECT session_id FROM sessions WHERE session_id = ?1")
        others = try connection.prepare("SELECT session_id FROM sessions WHERE user_id = ?1 AND session_id <> ?2")
        overMax = try connection.prepare(
            "SELECT session_id FROM sessions WHERE user_id = ?1 ORDER BY session_id DESC LIMIT -1 OFFSET ?2")
        ofDevice = try connection.prepare("SELECT session_id FROM sessions WHERE device_id = ?1")
        expired = try connection.prepare(
            "SELECT session_id FROM sessions WHERE expires_at <= ?1 ORDER BY expires_at LIMIT ?2")
        delete = try connection.prepare("DELETE FROM sessions WHERE session_id = ?1")
        insertRevocation = try connection.prepare("INSERT INTO revocations(session_id, revoked_at) VALUES (?1, ?2)")
    }

    func start(_ session: NewSession, _ caller: Caller) throws(SQLiteError) {
        try insert.run { statement in
            statement.bind(1, caller.sessionID.rawValue)
            statement.bind(2, caller.userID.rawValue)
            statement.bind(3, caller.deviceID.rawValue)
            statement.bind(4, session.startsAt)
            statement.bind(5, session.refreshTokenHash)
            statement.bind(6, session.expiresAt)
        }
    }

    func stored(_ id: SessionID) throws(SQLiteError) -> (session: StoredSession, caller: Caller)? {
        try stored.first({ $0.bind(1, id.rawValue) }) { row in
            let session = StoredSession(
                generation: UInt32(truncatingIfNeeded: row.int64(0)), tokenHash: row.bytes(1), startedAt: row.int64(2),
                usedAt: row.int64(3), expiresAt: row.int64(4))
            let caller = Caller(userID: UserID(row.uint64(5)), deviceID: DeviceID(row.uint64(6)), sessionID: id)
            return (session, caller)
        }
    }

    func rotate(_ id: SessionID, to rotated: RotatedSession) throws(SQLiteError) {
        try rotate.run { statement in
            statement.bind(1, id.rawValue)
            statement.bind(2, Int64(rotated.generation))
            statement.bind(3, rotated.tokenHash)
            statement.bind(4, rotated.usedAt)
            statement.bind(5, rotated.expiresAt)
        }
    }

    /// Those that last, the newest first.
    func sessions(of user: UserID, now: Int64) throws(SQLiteError) -> [SessionView] {
        try ofUser.all(
            { statement in
                statement.bind(1, user.rawValue)
                statement.bind(2, now)
            },
            read: { row in
                SessionView(
                    id: row.uint64(0),
                    device: SessionDevice(id: row.uint64(1), name: row.string(2), platform: row.string(3)),
                    createdAt: Timestamp(millisecondsSince1970: row.int64(4)),
                    lastUsedAt: Timestamp(millisecondsSince1970: row.int64(5)))
            })
    }

    // MARK: Which sessions

    func isSession(_ session: SessionID, of user: UserID) throws(SQLiteError) -> Bool {
        try owned.first(
            { statement in
                statement.bind(1, session.rawValue)
                statement.bind(2, user.rawValue)
            }, read: { _ in true }) != nil
    }

    func exists(_ session: SessionID) throws(SQLiteError) -> Bool {
        try existing.first({ $0.bind(1, session.rawValue) }, read: { _ in true }) != nil
    }

    private func ids(
        _ statement: SQLiteStatement, _ bind: (SQLiteStatement) -> Void
    ) throws(SQLiteError) -> [SessionID] {
        try statement.all(bind, read: { SessionID($0.uint64(0)) })
    }

    // MARK: Ending

    /// Ends the user's oldest sessions over `max`.
    ///
    /// - Returns: those.
    func endOldest(of user: UserID, over max: Int, now: Int64) throws(SQLiteError) -> [SessionID] {
        let over = try ids(overMax) { statement in
            statement.bind(1, user.rawValue)
            statement.bind(2, Int64(max))
        }
        try end(over, now: now)
        return over
    }

    /// Ends every session of a device.
    ///
    /// - Returns: those.
    func end(device: DeviceID, now: Int64) throws(SQLiteError) -> [SessionID] {
        let sessions = try ids(ofDevice) { $0.bind(1, device.rawValue) }
        try end(sessions, now: now)
        return sessions
    }

    /// Ends every session of the user but one.
    ///
    /// - Returns: those.
    func endOthers(of user: UserID, but session: SessionID, now: Int64) throws(SQLiteError) -> [SessionID] {
        let sessions = try ids(others) { statement in
            statement.bind(1, user.rawValue)
            statement.bind(2, session.rawValue)
        }
        try end(sessions, now: now)
        return sessions
    }

    /// Ends sessions that have lasted as long as they may.
    ///
    /// - Returns: those.
    func endExpired(now: Int64, limit: Int) throws(SQLiteError) -> [SessionID] {
        let sessions = try ids(expired) { statement in
            statement.bind(1, now)
            statement.bind(2, Int64(limit))
        }
        try end(sessions, now: now)
        return sessions
    }

    /// Ends sessions, in the log of revocations too.
    func end(_ sessions: [SessionID], now: Int64) throws(SQLiteError) {
        for session in sessions {
            try delete.run { $0.bind(1, session.rawValue) }
            try insertRevocation.run { statement in
                statement.bind(1, session.rawValue)
                statement.bind(2, now)
            }
        }
    }
}
