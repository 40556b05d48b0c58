internal import Basics
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// How far each member has come, and when each person was last connected.
final class PositionTable {
    private let updateByAuthor: SQLiteStatement
    private let update: SQLiteStatement
    private let receipts: SQLiteStatement
    private let receiptCounts: SQLiteStatement
    private let upsertLastSeen: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        updateByAuthor = try connection.prepare(
            """
            UPDATE members SET read_seq = ?3, read_ordinal = ?4, read_at = ?5, delivered_seq = ?3, delivered_at = ?5
            WHERE chat_id = ?1 AND user_id = ?2
            """)
        update = try connection.prepare(
            """
            UPDATE members SET read_seq = ?3, read_ordinal = ?4, delivered_seq = ?5,
                read_at = CASE WHEN ?3 > read_seq THEN ?6 ELSE read_at END,
                delivered_at = CASE WHEN ?5 > delivered_seq THEN ?6 ELSE delivered_at END
            WHERE chat_id = ?1 AND user_id = ?2
            """)
        receipts = try connection.prepare(
            """
            SELECT m.user_id, m.delivered_seq, m.delivered_at, m.read_seq, m.read_at, coalesce(p.hides_reading, 0)
            FROM members AS m LEFT JOIN reader_privacy AS p ON p.user_id = m.user_id
            WHERE m.chat_id = ?1 AND m.user_id <> ?2 AND m.left_seq IS NULL ORDER BY m.user_id
            """)
        receiptCounts = try connection.prepare(
            """
            SELECT count(*) FILTER (WHERE m.delivered_seq >= ?3),
                count(*) FILTER (WHERE m.read_seq >= ?3 AND coalesce(p.hides_reading, 0) = 0)
            FROM members AS m LEFT JOIN reader_privacy AS p ON p.user_id = m.user_id
            WHERE m.chat_id = ?1 AND m.user_id <> ?2 AND m.left_seq IS NULL
            """)
        upsertLastSeen = try connection.prepare(
            "INSERT INTO last_seen(user_id, at) VALUES (?1, ?2) ON CONFLICT (user_id) DO UPDATE SET at = excluded.at")
    }

    /// Who writes a message has received and read the log up to it.
    func moveAuthor(_ author: UserID, in chat: ChatRow) throws(SQLiteError) {
        try updateByAuthor.run { statement in
            statement.bind(1, chat.id.rawValue)
            statement.bind(2, author.rawValue)
            statement.bind(3, chat.lastSeq)
            statement.bind(4, chat.lastOrdinal)
            statement.bind(5, chat.lastEntryAt)
        }
    }

    struct Position {
        let readSeq: UInt64
        let readOrdinal: UInt64
        let deliveredSeq: UInt64
        let at: Int64
    }

    func move(_ user: UserID, in chat: ChatID, to position: Position) throws(SQLiteError) {
        try update.run { statement in
            statement.bind(1, chat.rawValue)
            statement.bind(2, user.rawValue)
            statement.bind(3, position.readSeq)
            statement.bind(4, position.readOrdinal)
            statement.bind(5, position.deliveredSeq)
            statement.bind(6, position.at)
        }
    }

    /// Of those who are in the chat now, without the sender, in rising order of user ids. What somebody hides is not
    /// read.
    func receipts(
        of seq: UInt64, in chat: ChatID, without sender: UserID
    ) throws(SQLiteError) -> [MessageReceipt] {
        try receipts.all(
            { statement in
                statement.bind(1, chat.rawValue)
                statement.bind(2, sender.rawValue)
            },
            read: { row in
                let delivered = row.uint64(1) >= seq
                let read = row.uint64(3) >= seq && row.int64(5) == 0
                return MessageReceipt(
                    userID: row.uint64(0), delivered: delivered, read: read,
                    deliveredAt: delivered ? Self.time(row, 2) : nil, readAt: read ? Self.time(row, 4) : nil)
            })
    }

    /// Without naming anybody. Looks at every member.
    func receiptCounts(
        of seq: UInt64, in chat: ChatID, without sender: UserID
    ) throws(SQLiteError) -> (delivered: UInt32, read: UInt32) {
        try receiptCounts.first(
            { statement in
                statement.bind(1, chat.rawValue)
                statement.bind(2, sender.rawValue)
                statement.bind(3, seq)
            },
            read: { (UInt32(truncatingIfNeeded: $0.int64(0)), UInt32(truncatingIfNeeded: $0.int64(1))) }) ?? (0, 0)
    }

    func setLastSeen(_ user: UserID, at milliseconds: Int64) throws(SQLiteError) {
        try upsertLastSeen.run { statement in
            statement.bind(1, user.rawValue)
            statement.bind(2, milliseconds)
        }
    }

    private static func time(_ row: SQLiteStatement, _ column: Int32) -> Timestamp? {
        row.isNull(column) ? nil : Timestamp(millisecondsSince1970: row.int64(column))
    }
}
