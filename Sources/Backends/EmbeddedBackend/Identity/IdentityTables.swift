internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// The prepared statements of `identity.db` on one connection, and how rows become values.
final class IdentityTables {
    let emailOwner: SQLiteStatement
    let usernameOwner: SQLiteStatement
    let credentialsByEmail: SQLiteStatement
    let credentialsByUsername: SQLiteStatement
    let user: SQLiteStatement
    let insertUser: SQLiteStatement
    let deviceOfUser: SQLiteStatement
    let insertDevice: SQLiteStatement
    let insertSession: SQLiteStatement
    let endOldestSessions: SQLiteStatement
    let insertRefreshToken: SQLiteStatement
    let newestSigningKey: SQLiteStatement
    let insertSigningKey: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        emailOwner = try connection.prepare("SELECT user_id FROM users WHERE email = ?1")
        usernameOwner = try connection.prepare("SELECT user_id FROM users WHERE username = ?1")
        credentialsByEmail = try connection.prepare("SELECT user_id, password_hash FROM users WHERE email = ?1")
        credentialsByUsername = try connection.prepare("SELECT user_id, password_hash FROM users WHERE username = ?1")
        user = try connection.prepare(
            "SELECT user_id, username, display_name, created_at, email FROM users WHERE user_id = ?1")
        insertUser = try connection.prepare(
            """
            INSERT INTO users(user_id, email, username, display_name, password_hash, created_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """)
        deviceOfUser = try connection.prepare("SELECT device_id FROM devices WHERE device_id = ?1 AND user_id = ?2")
        insertDevice = try connection.prepare(
            "INSERT INTO devices(device_id, user_id, name, platform, created_at) VALUES (?1, ?2, ?3, ?4, ?5)")
        insertSession = try connection.prepare(
            "INSERT INTO sessions(session_id, user_id, device_id, created_at) VALUES (?1, ?2, ?3, ?4)")
        endOldestSessions = try connection.prepare(
            """
            DELETE FROM sessions WHERE session_id IN (
                SELECT session_id FROM sessions WHERE user_id = ?1 ORDER BY session_id DESC LIMIT -1 OFFSET ?2)
            """)
        insertRefreshToken = try connection.prepare(
            "INSERT INTO refresh_tokens(hash, session_id, expires_at) VALUES (?1, ?2, ?3)")
        newestSigningKey = try connection.prepare("SELECT key_id, der FROM signing_keys ORDER BY number DESC LIMIT 1")
        insertSigningKey = try connection.prepare(
            "INSERT INTO signing_keys(key_id, der, created_at) VALUES (?1, ?2, ?3)")
    }

    /// A row of `user`.
    static func user(_ row: SQLiteStatement, withEmail: Bool) -> User {
        User(
            id: row.uint64(0), username: row.string(1), displayName: row.string(2), avatarURL: "",
            createdAt: Timestamp(millisecondsSince1970: row.int64(3)), email: withEmail ? row.string(4) : nil)
    }
}
