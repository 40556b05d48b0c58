internal import Basics
internal import Identity
internal import SQLiteDriver
internal import WireProtocol

/// What each person's list says of others.
final class ContactTable {
    private let selectRow: SQLiteStatement
    private let upsert: SQLiteStatement
    private let delete: SQLiteStatement
    private let countByLink: SQLiteStatement
    private let selectPage: SQLiteStatement
    private let selectByLink: SQLiteStatement
    private let selectBlockers: SQLiteStatement
    private let selectVersion: SQLiteStatement
    private let raiseVersion: SQLiteStatement
    private let selectRequests: SQLiteStatement
    private let countRequest: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        selectRow = try connection.prepare(
            "SELECT link, updated_at FROM contacts WHERE user_id = ?1 AND contact_id = ?2")
        upsert = try connection.prepare(
            """
            INSERT INTO contacts(user_id, contact_id, link, updated_at) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (user_id, contact_id) DO UPDATE SET link = excluded.link, updated_at = excluded.updated_at
            """)
        delete = try connection.prepare("DELETE FROM contacts WHERE user_id = ?1 AND contact_id = ?2")
        countByLink = try connection.prepare("SELECT count(*) FROM contacts WHERE user_id = ?1 AND link = ?2")
        selectPage = try connection.prepare(
            """
            SELECT contact_id, link, updated_at FROM contacts WHERE user_id = ?1 AND contact_id > ?2
            ORDER BY contact_id LIMIT ?3
            """)
        selectByLink = try connection.prepare(
            """
            SELECT contact_id, link, updated_at FROM contacts WHERE user_id = ?1 AND link = ?2 AND contact_id > ?3
            ORDER BY contact_id LIMIT ?4
            """)
        selectBlockers = try connection.prepare("SELECT user_id FROM contacts WHERE contact_id = ?1 AND link = 4")
        selectVersion = try connection.prepare("SELECT version FROM relation_versions WHERE user_id = ?1")
        raiseVersion = try connection.prepare(
            """
            INSERT INTO relation_versions(user_id, version) VALUES (?1, 1)
            ON CONFLICT (user_id) DO UPDATE SET version = version + 1
            """)
        selectRequests = try connection.prepare("SELECT count FROM contact_requests WHERE user_id = ?1 AND day = ?2")
        countRequest = try connection.prepare(
            """
            INSERT INTO contact_requests(user_id, day, count) VALUES (?1, ?2, 1)
            ON CONFLICT (user_id) DO UPDATE
                SET count = CASE WHEN day = excluded.day THEN count + 1 ELSE 1 END, day = excluded.day
            """)
    }

    // MARK: Lists

    struct Row {
        let contactID: UserID
        let link: ContactLink
        /// Milliseconds since 1970.
        let updatedAt: Int64
    }

    func row(of contact: UserID, in user: UserID) throws(SQLiteError) -> Row? {
        try selectRow.first(
            { statement in
                statement.bind(1, user.rawValue)
                statement.bind(2, contact.rawValue)
            }, read: { Row(contactID: contact, link: Self.link($0, 0), updatedAt: $0.int64(1)) })
    }

    func link(to contact: UserID, of user: UserID) throws(SQLiteError) -> ContactLink {
        try row(of: contact, in: user)?.link ?? .none
    }

    /// - Parameter link: none takes the row away.
    func save(_ link: ContactLink, to contact: UserID, of user: UserID, at now: Int64) throws(SQLiteError) {
        guard link != .none else {
            return try delete.run { statement in
                statement.bind(1, user.rawValue)
                statement.bind(2, contact.rawValue)
            }
        }
        try upsert.run { statement in
            statement.bind(1, user.rawValue)
            statement.bind(2, contact.rawValue)
            statement.bind(3, link.rawValue)
            statement.bind(4, now)
        }
    }

    func count(_ link: ContactLink, of user: UserID) throws(SQLiteError) -> Int {
        let count = try countByLink.first(
            { statement in
                statement.bind(1, user.rawValue)
                statement.bind(2, link.rawValue)
            }, read: { $0.int64(0) })
        return Int(count ?? 0)
    }

    func page(of user: UserID, above: UserID, limit: Int) throws(SQLiteError) -> [Row] {
        try selectPage.all(
            { statement in
                statement.bind(1, user.rawValue)
                statement.bind(2, above.rawValue)
                statement.bind(3, Int64(limit))
            }, read: Self.row)
    }

    func page(_ link: ContactLink, of user: UserID, above: UserID, limit: Int) throws(SQLiteError) -> [Row] {
        try selectByLink.all(
            { statement in
                statement.bind(1, user.rawValue)
                statement.bind(2, link.rawValue)
                statement.bind(3, above.rawValue)
                statement.bind(4, Int64(limit))
            }, read: Self.row)
    }

    /// Everybody who has blocked the user.
    func blockers(of user: UserID) throws(SQLiteError) -> [UInt64] {
        try selectBlockers.all({ $0.bind(1, user.rawValue) }, read: { $0.uint64(0) })
    }

    private static func row(_ row: SQLiteStatement) -> Row {
        Row(contactID: UserID(row.uint64(0)), link: link(row, 1), updatedAt: row.int64(2))
    }

    private static func link(_ row: SQLiteStatement, _ column: Int32) -> ContactLink {
        ContactLink(rawValue: row.int64(column)) ?? .none
    }

    // MARK: Versions

    func version(of user: UserID) throws(SQLiteError) -> UInt64 {
        try selectVersion.first({ $0.bind(1, user.rawValue) }, read: { $0.uint64(0) }) ?? 0
    }

    /// - Returns: the new version.
    func raiseVersion(of user: UserID) throws(SQLiteError) -> UInt64 {
        try raiseVersion.run { $0.bind(1, user.rawValue) }
        return try version(of: user)
    }

    // MARK: Requests of a day

    func requests(by user: UserID, on day: Int64) throws(SQLiteError) -> Int {
        let count = try selectRequests.first(
            { statement in
                statement.bind(1, user.rawValue)
                statement.bind(2, day)
            }, read: { $0.int64(0) })
        return Int(count ?? 0)
    }

    func countRequest(by user: UserID, on day: Int64) throws(SQLiteError) {
        try countRequest.run { statement in
            statement.bind(1, user.rawValue)
            statement.bind(2, day)
        }
    }
}
