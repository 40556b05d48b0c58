internal import Basics
internal import Identity
internal import SQLiteDriver
internal import WireProtocol

/// By which names people are found, and which names they have given up.
final class NameTable {
    private let insert: SQLiteStatement
    private let deleteAll: SQLiteStatement
    private let find: SQLiteStatement
    private let updateUser: SQLiteStatement
    private let selectUsernameChange: SQLiteStatement
    private let reserve: SQLiteStatement
    private let selectReserved: SQLiteStatement
    private let deleteReserved: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        insert = try connection.prepare("INSERT INTO names(name, user_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
        deleteAll = try connection.prepare("DELETE FROM names WHERE user_id = ?1")
        // Somebody with several such names is found by the first one only.
        find = try connection.prepare(
            """
            SELECT n.name, n.user_id FROM names AS n
            WHERE (n.name, n.user_id) > (?3, ?4) AND n.name < ?2 AND n.user_id <> ?5
                AND NOT EXISTS (
                    SELECT 1 FROM names AS f WHERE f.user_id = n.user_id AND f.name >= ?1 AND f.name < n.name)
                AND NOT EXISTS (
                    SELECT 1 FROM contacts AS c WHERE c.user_id = ?5 AND c.contact_id = n.user_id AND c.link = 4)
            ORDER BY n.name, n.user_id LIMIT ?6
            """)
        updateUser = try connection.prepare(
            """
            UPDATE users SET username = ?2, display_name = ?3, avatar_url = ?4, bio = ?5, username_changed_at = ?6
            WHERE user_id = ?1
            """)
        selectUsernameChange = try connection.prepare("SELECT username_changed_at FROM users WHERE user_id = ?1")
        reserve = try connection.prepare(
            """
            INSERT INTO former_usernames(username, user_id, until) VALUES (?1, ?2, ?3)
            ON CONFLICT (username) DO UPDATE SET user_id = excluded.user_id, until = excluded.until
            """)
        selectReserved = try connection.prepare(
            "SELECT user_id FROM former_usernames WHERE username = ?1 AND until > ?2")
        deleteReserved = try connection.prepare("DELETE FROM former_usernames WHERE username = ?1")
    }

    // MARK: Being found

    func setNames(_ names: [String], of user: UserID) throws(SQLiteError) {
        try deleteAll.run { $0.bind(1, user.rawValue) }
        for name in names {
            try insert.run { statement in
                statement.bind(1, name)
                statement.bind(2, user.rawValue)
            }
        }
    }

    /// - Parameter cursor: where the page before ended.
    func find(
        _ beginning: String, after cursor: UserSearchCursor?, for searcher: UserID, limit: Int
    ) throws(SQLiteError) -> [(name: String, userID: UserID)] {
        try find.all(
            { statement in
                statement.bind(1, beginning)
                // No name has this one, which is the last there is.
                statement.bind(2, beginning + "\u{10FFFF}")
                statement.bind(3, cursor?.name ?? beginning)
                statement.bind(4, cursor?.userID ?? 0)
                statement.bind(5, searcher.rawValue)
                statement.bind(6, Int64(limit))
            }, read: { ($0.string(0), UserID($0.uint64(1))) })
    }

    // MARK: Profiles

    func save(_ user: User, usernameChangedAt: Int64) throws(SQLiteError) {
        try updateUser.run { statement in
            statement.bind(1, user.id)
            statement.bind(2, user.username)
            statement.bind(3, user.displayName)
            statement.bind(4, user.avatarURL)
            statement.bind(5, user.bio)
            statement.bind(6, usernameChangedAt)
        }
    }

    /// Milliseconds since 1970; 0 when it never was.
    func usernameChangedAt(of user: UserID) throws(SQLiteError) -> Int64 {
        try selectUsernameChange.first({ $0.bind(1, user.rawValue) }, read: { $0.int64(0) }) ?? 0
    }

    // MARK: User names that were given up

    func reserve(_ username: String, for user: UserID, until: Int64) throws(SQLiteError) {
        try reserve.run { statement in
            statement.bind(1, username)
            statement.bind(2, user.rawValue)
            statement.bind(3, until)
        }
    }

    func release(_ username: String) throws(SQLiteError) {
        try deleteReserved.run { $0.bind(1, username) }
    }

    /// For whom a name is kept that nobody has.
    func reserver(of username: String, now: Int64) throws(SQLiteError) -> UserID? {
        try selectReserved.first(
            { statement in
                statement.bind(1, username)
                statement.bind(2, now)
            }, read: { UserID($0.uint64(0)) })
    }
}
