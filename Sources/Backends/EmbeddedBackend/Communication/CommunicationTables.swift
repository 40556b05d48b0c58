internal import Basics
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// The prepared statements of `communication.db` on one connection, and how rows become values.
final class CommunicationTables {
    let incarnation: SQLiteStatement
    let entryByClientID: SQLiteStatement
    let appendFacts: SQLiteStatement
    let advanceChat: SQLiteStatement
    let insertEntry: SQLiteStatement
    let moveOwnPosition: SQLiteStatement
    let entriesBefore: SQLiteStatement
    let entriesAfter: SQLiteStatement
    let visibleRange: SQLiteStatement
    let chatOfMember: SQLiteStatement
    let chatsOfMember: SQLiteStatement
    let subscriptions: SQLiteStatement
    let heads: SQLiteStatement
    let chatByClientID: SQLiteStatement
    let directChat: SQLiteStatement
    let insertChat: SQLiteStatement
    let insertDirectChat: SQLiteStatement
    let insertMember: SQLiteStatement
    private let highestActivity: SQLiteStatement
    /// The last number given out; read from the file when it is first needed. Only the writer's copy is used.
    private var activity: UInt64?

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        incarnation = try connection.prepare("SELECT incarnation FROM store")
        entryByClientID = try connection.prepare(
            """
            SELECT seq, ordinal, sender_id, sender_device_id, kind, client_id, created_at, reply_to_seq, content,
                body_hash, (SELECT encryption FROM chats WHERE chat_id = ?1)
            FROM entries WHERE chat_id = ?1 AND sender_id = ?2 AND client_id = ?3
            """)
        appendFacts = try connection.prepare(
            """
            SELECT c.encryption, c.last_entry_at FROM members AS m JOIN chats AS c ON c.chat_id = m.chat_id
            WHERE m.chat_id = ?1 AND m.user_id = ?2
            """)
        advanceChat = try connection.prepare(
            """
            UPDATE chats SET last_seq = last_seq + 1, last_ordinal = last_ordinal + ?2, last_entry_at = ?3,
                activity = ?4
            WHERE chat_id = ?1 RETURNING last_seq, last_ordinal, member_version
            """)
        insertEntry = try connection.prepare(
            """
            INSERT INTO entries(id, chat_id, seq, ordinal, sender_id, sender_device_id, kind, client_id, body_hash,
                created_at, reply_to_seq, content) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """)
        moveOwnPosition = try connection.prepare(
            """
            UPDATE members SET read_seq = ?3, read_ordinal = ?4, delivered_seq = ?3 WHERE chat_id = ?1 AND user_id = ?2
            """)
        entriesBefore = try connection.prepare(
            """
            SELECT seq, ordinal, sender_id, sender_device_id, kind, client_id, created_at, reply_to_seq, content
            FROM entries WHERE chat_id = ?1 AND seq >= ?2 AND seq < ?3 ORDER BY seq DESC LIMIT ?4
            """)
        entriesAfter = try connection.prepare(
            """
            SELECT seq, ordinal, sender_id, sender_device_id, kind, client_id, created_at, reply_to_seq, content
            FROM entries WHERE chat_id = ?1 AND seq >= ?2 AND seq < ?3 ORDER BY seq LIMIT ?4
            """)
        visibleRange = try connection.prepare(
            """
            SELECT m.visible_from_seq, c.last_seq FROM members AS m JOIN chats AS c ON c.chat_id = m.chat_id
            WHERE m.chat_id = ?1 AND m.user_id = ?2
            """)
        chatOfMember = try connection.prepare("SELECT * FROM chats_of_members WHERE chat_id = ?1 AND user_id = ?2")
        chatsOfMember = try connection.prepare(
            "SELECT * FROM chats_of_members WHERE user_id = ?1 AND activity < ?2 ORDER BY activity DESC LIMIT ?3")
        subscriptions = try connection.prepare(
            """
            SELECT c.chat_id, c.member_version FROM members AS m JOIN chats AS c ON c.chat_id = m.chat_id
            WHERE m.user_id = ?1
            """)
        heads = try connection.prepare(
            """
            SELECT chat_id, last_seq, read_seq, unread_count, activity FROM chats_of_members
            WHERE user_id = ?1 AND activity > ?2 ORDER BY activity DESC
            """)
        chatByClientID = try connection.prepare("SELECT chat_id FROM chats WHERE creator_id = ?1 AND client_id = ?2")
        directChat = try connection.prepare(
            "SELECT chat_id FROM direct_chats WHERE low_user_id = ?1 AND high_user_id = ?2")
        insertChat = try connection.prepare(
            """
            INSERT INTO chats(chat_id, type, encryption, name, creator_id, client_id, created_at, last_seq,
                last_ordinal, last_entry_at, activity, member_count, member_version, roster_version)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 0, ?7, 0, ?8, 1, 1)
            """)
        insertDirectChat = try connection.prepare(
            "INSERT INTO direct_chats(low_user_id, high_user_id, chat_id) VALUES (?1, ?2, ?3)")
        insertMember = try connection.prepare(
            """
            INSERT INTO members(chat_id, user_id, role, visible_from_seq, read_seq, read_ordinal, delivered_seq)
            VALUES (?1, ?2, ?3, 1, ?4, 0, ?4)
            """)
        highestActivity = try connection.prepare("SELECT coalesce(max(activity), 0) FROM chats")
    }

    /// The next store-wide number. A number whose transaction is rolled back is never used; that is no gap to anybody.
    func nextActivity() throws(SQLiteError) -> UInt64 {
        let last: UInt64
        if let activity {
            last = activity
        } else {
            last = try highestActivity.first({ _ in }, read: { $0.uint64(0) }) ?? 0
        }
        activity = last + 1
        return last + 1
    }

    // MARK: Rows

    /// A row of `entryByClientID`, `entriesBefore` or `entriesAfter`.
    static func entry(_ row: SQLiteStatement, chatID: ChatID) -> Entry {
        let seq = row.uint64(0)
        return Entry(
            id: MessageID(chatID: chatID.rawValue, seq: seq).text, chatID: chatID.rawValue, seq: seq,
            ordinal: row.uint64(1), senderID: row.uint64(2), senderDeviceID: row.uint64(3),
            kind: EntryKind(rawValue: row.int32(4)), clientID: ClientID(blob: row.bytes(5))?.text ?? "",
            createdAt: Timestamp(millisecondsSince1970: row.int64(6)),
            content: row.isNull(8) ? nil : try? Content(protobuf: row.bytes(8)),
            replyToSeq: row.isNull(7) ? nil : row.uint64(7))
    }

    /// A row of `chats_of_members`.
    static func chat(_ row: SQLiteStatement) -> Chat {
        Chat(
            id: row.uint64(0), type: ChatType(rawValue: row.int32(1)), name: row.string(2),
            encryption: ChatEncryption(rawValue: row.int32(3)), memberCount: UInt32(truncatingIfNeeded: row.int64(4)),
            memberVersion: row.uint64(5), rosterVersion: row.uint64(6), lastSeq: row.uint64(7), readSeq: row.uint64(8),
            deliveredSeq: row.uint64(9), unreadCount: row.uint64(10),
            lastEntryAt: Timestamp(millisecondsSince1970: row.int64(11)), role: MemberRole(rawValue: row.int32(12)),
            visibleFromSeq: row.uint64(13), createdAt: Timestamp(millisecondsSince1970: row.int64(14)))
    }

    /// The column of `chats_of_members` that `chat` leaves out.
    static func activity(_ row: SQLiteStatement) -> UInt64 { row.uint64(15) }
}
