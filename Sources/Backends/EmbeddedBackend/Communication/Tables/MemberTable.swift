internal import Basics
internal import SQLiteDriver
internal import WireProtocol

/// Who is or was in which chat.
final class MemberTable {
    private let upsert: SQLiteStatement
    private let updateRole: SQLiteStatement
    private let updateDeparture: SQLiteStatement
    private let present: SQLiteStatement
    private let heir: SQLiteStatement
    private let intervals: SQLiteStatement
    private let subscriptions: SQLiteStatement
    private let activeHeads: SQLiteStatement
    private let formerHeads: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        upsert = try connection.prepare(
            """
            INSERT INTO members(chat_id, user_id, role, joined_seq, visible_from_seq, read_seq, read_ordinal, read_at,
                delivered_seq, delivered_at, peer_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?6, ?8, ?9)
            ON CONFLICT (chat_id, user_id) DO UPDATE SET role = excluded.role, joined_seq = excluded.joined_seq,
                visible_from_seq = excluded.visible_from_seq, read_seq = excluded.read_seq,
                read_ordinal = excluded.read_ordinal, read_at = excluded.read_at,
                delivered_seq = excluded.delivered_seq, delivered_at = excluded.delivered_at,
                left_seq = NULL, left_activity = NULL, left_at = NULL
            """)
        updateRole = try connection.prepare("UPDATE members SET role = ?3 WHERE chat_id = ?1 AND user_id = ?2")
        updateDeparture = try connection.prepare(
            """
            UPDATE members SET role = 0, left_seq = ?3, left_activity = ?4, left_at = ?5
            WHERE chat_id = ?1 AND user_id = ?2
            """)
        present = try connection.prepare(
            """
            SELECT m.user_id, m.role, m.visible_from_seq, s.at
            FROM members AS m LEFT JOIN last_seen AS s ON s.user_id = m.user_id
            WHERE m.chat_id = ?1 AND m.user_id > ?2 AND m.left_seq IS NULL ORDER BY m.user_id LIMIT ?3
            """)
        heir = try connection.prepare(
            """
            SELECT user_id FROM members WHERE chat_id = ?1 AND user_id <> ?2 AND left_seq IS NULL
            ORDER BY role DESC, joined_seq, user_id LIMIT 1
            """)
        intervals = try connection.prepare(
            "SELECT role, visible_from_seq, left_seq FROM members WHERE chat_id = ?1 AND user_id = ?2")
        subscriptions = try connection.prepare(
            """
            SELECT c.chat_id, c.member_version, c.last_seq, m.visible_from_seq, m.peer_id
            FROM members AS m JOIN chats AS c ON c.chat_id = m.chat_id WHERE m.user_id = ?1 AND m.left_seq IS NULL
            """)
        activeHeads = try connection.prepare(
            """
            SELECT c.chat_id, c.last_seq, m.read_seq, c.last_ordinal - m.read_ordinal, c.activity
            FROM members AS m JOIN chats AS c ON c.chat_id = m.chat_id
            WHERE m.user_id = ?1 AND m.left_seq IS NULL AND c.activity > ?2
            """)
        formerHeads = try connection.prepare(
            """
            SELECT chat_id, left_seq, read_seq, 0, left_activity FROM members
            WHERE user_id = ?1 AND left_seq IS NOT NULL AND left_activity > ?2
            """)
    }

    // MARK: Writing

    /// Somebody who is in a chat from now on, and has read and received it up to `position`.
    struct Joining {
        let userID: UserID
        let role: MemberRole
        let joinedSeq: UInt64
        let visibleFromSeq: UInt64
        /// nil for nothing at all.
        var position: (seq: UInt64, ordinal: UInt64, at: Int64)?
        var peerID: UserID?
    }

    /// A new interval, in place of a former one if there was one.
    func insert(_ joining: Joining, into chat: ChatID) throws(SQLiteError) {
        try upsert.run { statement in
            statement.bind(1, chat.rawValue)
            statement.bind(2, joining.userID.rawValue)
            statement.bind(3, joining.role.rawValue)
            statement.bind(4, joining.joinedSeq)
            statement.bind(5, joining.visibleFromSeq)
            statement.bind(6, joining.position?.seq ?? 0)
            statement.bind(7, joining.position?.ordinal ?? 0)
            if let position = joining.position { statement.bind(8, position.at) }
            statement.bind(9, joining.peerID?.rawValue)
        }
    }

    func setRole(_ role: MemberRole, of user: UserID, in chat: ChatID) throws(SQLiteError) {
        try updateRole.run { statement in
            statement.bind(1, chat.rawValue)
            statement.bind(2, user.rawValue)
            statement.bind(3, role.rawValue)
        }
    }

    /// Ends the interval.
    func setDeparture(_ departure: MemberRow.Departure, of user: UserID, in chat: ChatID) throws(SQLiteError) {
        try updateDeparture.run { statement in
            statement.bind(1, chat.rawValue)
            statement.bind(2, user.rawValue)
            statement.bind(3, departure.seq)
            statement.bind(4, departure.activity)
            statement.bind(5, departure.at)
        }
    }

    // MARK: Reading

    /// The role of somebody who is in the chat now.
    func role(of user: UserID, in chat: ChatID) throws(SQLiteError) -> MemberRole? {
        let found = try intervals.first(
            { statement in
                statement.bind(1, chat.rawValue)
                statement.bind(2, user.rawValue)
            }, read: { (role: MemberRole(rawValue: $0.int32(0)), isPresent: $0.isNull(2)) })
        return found.flatMap { $0.isPresent ? $0.role : nil }
    }

    func interval(of user: UserID, in chat: ChatID) throws(SQLiteError) -> MemberInterval? {
        try intervals.first(
            { statement in
                statement.bind(1, chat.rawValue)
                statement.bind(2, user.rawValue)
            },
            read: { row in
                MemberInterval(
                    userID: user.rawValue, visibleFromSeq: row.uint64(1), leftSeq: row.isNull(2) ? nil : row.uint64(2))
            })
    }

    /// A member who is in the chat now, and when they were last connected, in milliseconds since 1970.
    struct Present {
        let member: Member
        let lastSeenAt: Int64?
    }

    func present(in chat: ChatID, above user: UserID, limit: Int) throws(SQLiteError) -> [Present] {
        try present.all(
            { statement in
                statement.bind(1, chat.rawValue)
                statement.bind(2, user.rawValue)
                statement.bind(3, Int64(limit))
            },
            read: { row in
                let member = Member(
                    userID: row.uint64(0), role: MemberRole(rawValue: row.int32(1)), visibleFromSeq: row.uint64(2))
                return Present(member: member, lastSeenAt: row.isNull(3) ? nil : row.int64(3))
            })
    }

    /// Who gets the chat when `owner` leaves. Looks at every member.
    func heir(of owner: UserID, in chat: ChatID) throws(SQLiteError) -> UserID? {
        try heir.first(
            { statement in
                statement.bind(1, chat.rawValue)
                statement.bind(2, owner.rawValue)
            }, read: { UserID($0.uint64(0)) })
    }

    func subscriptions(of user: UserID) throws(SQLiteError) -> [ChatSubscription] {
        try subscriptions.all(
            { $0.bind(1, user.rawValue) },
            read: { row in
                ChatSubscription(
                    chatID: row.uint64(0), memberVersion: row.uint64(1), lastSeq: row.uint64(2),
                    visibleFromSeq: row.uint64(3), peerID: row.isNull(4) ? nil : row.uint64(4))
            })
    }

    struct ActiveHead {
        let head: ChatHead
        let activity: UInt64
    }

    func heads(of user: UserID, above activity: UInt64) throws(SQLiteError) -> [ActiveHead] {
        try heads(activeHeads, user, activity)
    }

    /// Of chats that the user has left since: up to the own removal.
    func formerHeads(of user: UserID, above activity: UInt64) throws(SQLiteError) -> [ActiveHead] {
        try heads(formerHeads, user, activity)
    }

    private func heads(
        _ statement: SQLiteStatement, _ user: UserID, _ activity: UInt64
    ) throws(SQLiteError) -> [ActiveHead] {
        try statement.all(
            { statement in
                statement.bind(1, user.rawValue)
                statement.bind(2, activity)
            },
            read: { row in
                let head = ChatHead(
                    chatID: row.uint64(0), lastSeq: row.uint64(1), readSeq: row.uint64(2), unreadCount: row.uint64(3))
                return ActiveHead(head: head, activity: row.uint64(4))
            })
    }
}
