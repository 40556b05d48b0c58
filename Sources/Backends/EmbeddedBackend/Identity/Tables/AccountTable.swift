internal import Basics
internal import Identity
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// Accounts and their devices, and how rows become values.
final class AccountTable {
    let emailOwner: SQLiteStatement
    let usernameOwner: SQLiteStatement
    let credentialsByEmail: SQLiteStatement
    let credentialsByUsername: SQLiteStatement
    let credentialsOfUser: SQLiteStatement
    let changePassword: SQLiteStatement
    let user: SQLiteStatement
    let insertUser: SQLiteStatement
    let deviceOfUser: SQLiteStatement
    let insertDevice: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        emailOwner = try connection.prepare("SELECT user_id FROM users WHERE email = ?1")
        usernameOwner = try connection.prepare("SELECT user_id FROM users WHERE username = ?1")
        credentialsByEmail = try connection.prepare(
            "SELECT user_id, password_hash, kdf_salt, kdf_iterations FROM users WHERE email = ?1")
        credentialsByUsername = try connection.prepare(
            "SELECT user_id, password_hash, kdf_salt, kdf_iterations FROM users WHERE username = ?1")
        credentialsOfUser = try connection.prepare(
            "SELECT user_id, password_hash, kdf_salt, kdf_iterations FROM users WHERE user_id = ?1")
        changePassword = try connection.prepare(
            "UPDATE users SET password_hash = ?2, kdf_salt = ?3, kdf_iterations = ?4 WHERE user_id = ?1")
        user = try connection.prepare(
            """
            SELECT user_id, username, display_name, created_at, email, avatar_url, bio FROM users WHERE user_id = ?1
            """)
        insertUser = try connection.prepare(
            """
            INSERT INTO users(
                user_id, email, username, display_name, password_hash, kdf_salt, kdf_iterations, created_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """)
        deviceOfUser = try connection.prepare(
            "SELECT device_id FROM devices WHERE device_id = ?1 AND user_id = ?2 AND removed_at IS NULL")
        insertDevice = try connection.prepare(
            "INSERT INTO devices(device_id, user_id, name, platform, created_at) VALUES (?1, ?2, ?3, ?4, ?5)")
    }

    /// A row of one of the `credentials…`.
    static func credentials(_ row: SQLiteStatement) -> Credentials {
        let derivation =
            row.isNull(2)
            ? nil
            : StoredPassword.Derivation(salt: row.bytes(2), iterations: UInt32(truncatingIfNeeded: row.int64(3)))
        return Credentials(
            userID: UserID(row.uint64(0)), password: StoredPassword(hash: row.string(1), derivation: derivation))
    }

    /// Binds how a password was derived to two parameters.
    static func bind(_ derivation: StoredPassword.Derivation?, from index: Int32, to statement: SQLiteStatement) {
        statement.bind(index, derivation?.salt)
        statement.bind(index + 1, derivation.map { UInt64($0.iterations) })
    }

    /// A row of `user`.
    static func user(_ row: SQLiteStatement, withEmail: Bool) -> User {
        User(
            id: row.uint64(0), username: row.string(1), displayName: row.string(2), avatarURL: row.string(5),
            createdAt: Timestamp(millisecondsSince1970: row.int64(3)), email: withEmail ? row.string(4) : nil,
            bio: row.string(6))
    }

    /// As everybody may see them.
    func publicUser(_ id: UserID) throws(SQLiteError) -> User? {
        try user.first({ $0.bind(1, id.rawValue) }, read: { Self.user($0, withEmail: false) })
    }

    /// With the e-mail address, for its owner.
    func ownUser(_ id: UserID) throws(SQLiteError) -> User? {
        try user.first({ $0.bind(1, id.rawValue) }, read: { Self.user($0, withEmail: true) })
    }
}
