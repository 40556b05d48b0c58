internal import Basics
internal import Contracts
internal import Identity
internal import SQLiteDriver

/// Sessions and their refresh tokens.
final class SessionTable {
    private let insert: SQLiteStatement
    private let insertRefreshToken: SQLiteStatement
    private let sessionsOverMax: SQLiteStatement
    private let sessionsOfDevice: SQLiteStatement
    private let delete: SQLiteStatement
    private let insertRevocation: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        insert = try connection.prepare(
            "INSERT INTO sessions(session_id, user_id, device_id, created_at) VALUES (?1, ?2, ?3, ?4)")
        insertRefreshToken = try connection.prepare(
            "INSERT INTO refresh_tokens(hash, session_id, expires_at) VALUES (?1, ?2, ?3)")
        sessionsOverMax = try connection.prepare(
            "SELECT session_id FROM sessions WHERE user_id = ?1 ORDER BY session_id DESC LIMIT -1 OFFSET ?2")
        sessionsOfDevice = try connection.prepare("SELECT session_id FROM sessions WHERE device_id = ?1")
        delete = try connection.prepare("DELETE FROM sessions WHERE session_id = ?1")
        insertRevocation = try connection.prepare("INSERT INTO revocations(session_id, revoked_at) VALUES (?1, ?2)")
    }

    /// - Parameter now: milliseconds since 1970.
    func start(_ session: NewSession, _ caller: Caller, now: Int64) throws(SQLiteError) {
        try insert.run { statement in
            statement.bind(1, caller.sessionID.rawValue)
            statement.bind(2, caller.userID.rawValue)
            statement.bind(3, caller.deviceID.rawValue)
            statement.bind(4, now)
        }
        try insertRefreshToken.run { statement in
            statement.bind(1, session.refreshTokenHash)
            statement.bind(2, caller.sessionID.rawValue)
            statement.bind(3, session.refreshTokenExpiresAt)
        }
    }

    /// Ends the user's oldest sessions over `max`.
    func endOldest(of user: UserID, over max: Int, now: Int64) throws(SQLiteError) {
        let over = try sessionsOverMax.all(
            { statement in
                statement.bind(1, user.rawValue)
                statement.bind(2, Int64(max))
            }, read: { SessionID($0.uint64(0)) })
        try end(over, now: now)
    }

    /// Ends every session of a device.
    func end(device: DeviceID, now: Int64) throws(SQLiteError) {
        try end(
            try sessionsOfDevice.all({ $0.bind(1, device.rawValue) }, read: { SessionID($0.uint64(0)) }), now: now)
    }

    /// Ends sessions, in the log of revocations too. Their refresh tokens go with them.
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
