internal import Basics
internal import SQLiteDriver

/// What each user's devices have to be told about the user's chat list: of each chat the number of the latest item.
final class InboxTable {
    private let raiseHead: SQLiteStatement
    private let upsert: SQLiteStatement
    private let selectHead: SQLiteStatement
    private let chatsAfter: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        raiseHead = try connection.prepare(
            """
            INSERT INTO inbox_heads(user_id, inbox_seq) VALUES (?1, 1)
            ON CONFLICT (user_id) DO UPDATE SET inbox_seq = inbox_seq + 1 RETURNING inbox_seq
            """)
        upsert = try connection.prepare(
            """
            INSERT INTO inbox(user_id, chat_id, inbox_seq) VALUES (?1, ?2, ?3)
            ON CONFLICT (user_id, chat_id) DO UPDATE SET inbox_seq = excluded.inbox_seq
            """)
        selectHead = try connection.prepare("SELECT inbox_seq FROM inbox_heads WHERE user_id = ?1")
        chatsAfter = try connection.prepare(
            "SELECT chat_id FROM inbox WHERE user_id = ?1 AND inbox_seq > ?2 ORDER BY inbox_seq")
    }

    /// - Returns: the new item's number.
    func note(_ chat: ChatID, for user: UserID) throws(SQLiteError) -> UInt64 {
        let seq = try raiseHead.first({ $0.bind(1, user.rawValue) }, read: { $0.uint64(0) })
        guard let seq else { throw SQLiteError(.corrupt, message: "an inbox gave no number") }
        try upsert.run { statement in
            statement.bind(1, user.rawValue)
            statement.bind(2, chat.rawValue)
            statement.bind(3, seq)
        }
        return seq
    }

    func lastSeq(of user: UserID) throws(SQLiteError) -> UInt64 {
        try selectHead.first({ $0.bind(1, user.rawValue) }, read: { $0.uint64(0) }) ?? 0
    }

    /// The chats that are named after a number, in the order of their latest items.
    func chats(of user: UserID, after seq: UInt64) throws(SQLiteError) -> [ChatID] {
        try chatsAfter.all(
            { statement in
                statement.bind(1, user.rawValue)
                statement.bind(2, min(seq, UInt64(Int64.max)))
            }, read: { ChatID($0.uint64(0)) })
    }
}
