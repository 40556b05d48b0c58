internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// Accounts and their devices, and how rows become values.
final class AccountTable {
    let emailOwner: SQLiteStatement
    let usernameOwner: SQLiteStatement
    let credentialsByEmail: SQLiteStatement
    let credentialsByUsername: SQLiteStatement
    let user: SQLiteStatement
    let insertUser: SQLiteStatement
    let deviceOfUser: SQLiteStatement
    let insertDevice: SQLiteStatement

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
    }

    /// A row of `user`.
    static func user(_ row: SQLiteStatement, withEmail: Bool) -> User {
        User(
            id: row.uint64(0), username: row.string(1), displayName: row.string(2), avatarURL: "",
            createdAt: Timestamp(millisecondsSince1970: row.int64(3)), email: withEmail ? row.string(4) : nil)
    }
}
