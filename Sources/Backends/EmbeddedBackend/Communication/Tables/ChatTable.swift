internal import Basics
internal import Communication
internal import SQLiteDriver
internal import WireProtocol

/// Chats, and where each stands.
final class ChatTable {
    private let ofMember: SQLiteStatement
    private let below: SQLiteStatement
    private let byClientID: SQLiteStatement
    private let byPair: SQLiteStatement
    private let selectHead: SQLiteStatement
    private let insert: SQLiteStatement
    private let insertPair: SQLiteStatement
    private let updateHead: SQLiteStatement
    private let updateMembership: SQLiteStatement
    private let updateName: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        ofMember = try connection.prepare("SELECT * FROM chats_of_members WHERE chat_id = ?1 AND user_id = ?2")
        below = try connection.prepare(
            """
            SELECT * FROM chats_of_members WHERE user_id = ?1 AND left_seq IS NULL AND activity < ?2
            ORDER BY activity DESC LIMIT ?3
            """)
        byClientID = try connection.prepare("SELECT chat_id FROM chats WHERE creator_id = ?1 AND client_id = ?2")
        byPair = try connection.prepare(
            "SELECT chat_id FROM direct_chats WHERE low_user_id = ?1 AND high_user_id = ?2")
        selectHead = try connection.prepare("SELECT last_seq, member_version, encryption FROM chats WHERE chat_id = ?1")
        insert = try connection.prepare(
            """
            INSERT INTO chats(chat_id, type, encryption, name, creator_id, client_id, created_at, last_seq,
                last_ordinal, last_entry_at, activity, member_count, member_version, roster_base)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            """)
        insertPair = try connection.prepare(
            "INSERT INTO direct_chats(low_user_id, high_user_id, chat_id) VALUES (?1, ?2, ?3)")
        updateHead = try connection.prepare(
            "UPDATE chats SET last_seq = ?2, last_ordinal = ?3, last_entry_at = ?4, activity = ?5 WHERE chat_id = ?1")
        updateMembership = try connection.prepare(
            "UPDATE chats SET member_count = ?2, member_version = ?3, roster_base = ?4 WHERE chat_id = ?1")
        updateName = try connection.prepare("UPDATE chats SET name = ?2 WHERE chat_id = ?1")
    }

    // MARK: Reading

    /// - Returns: nil when there is no such chat, or the user never was in it.
    func chat(_ id: ChatID, of user: UserID) throws(SQLiteError) -> ChatOfMember? {
        try ofMember.first(
            { statement in
                statement.bind(1, id.rawValue)
                statement.bind(2, user.rawValue)
            }, read: ChatOfMember.init)
    }

    /// Those that the user is in now, most recently active first.
    func chats(of user: UserID, below activity: UInt64, limit: Int) throws(SQLiteError) -> [ChatOfMember] {
        try below.all(
            { statement in
                statement.bind(1, user.rawValue)
                statement.bind(2, activity)
                statement.bind(3, Int64(limit))
            }, read: ChatOfMember.init)
    }

    /// Where a chat stands, whoever asks.
    struct Head {
        let lastSeq: UInt64
        let memberVersion: UInt64
        let encryption: ChatEncryption
    }

    func head(of chat: ChatID) throws(SQLiteError) -> Head? {
        try selectHead.first(
            { $0.bind(1, chat.rawValue) },
            read: {
                Head(
                    lastSeq: $0.uint64(0), memberVersion: $0.uint64(1),
                    encryption: ChatEncryption(rawValue: $0.int32(2)))
            })
    }

    func created(by creator: UserID, as clientID: ClientID) throws(SQLiteError) -> ChatID? {
        try byClientID.first(
            { statement in
                statement.bind(1, creator.rawValue)
                statement.bind(2, clientID.blob)
            }, read: { ChatID($0.uint64(0)) })
    }

    func direct(_ pair: UserPair) throws(SQLiteError) -> ChatID? {
        try byPair.first(
            { statement in
                statement.bind(1, pair.low.rawValue)
                statement.bind(2, pair.high.rawValue)
            }, read: { ChatID($0.uint64(0)) })
    }

    // MARK: Writing

    func insert(_ chat: ChatRow, creator: UserID, clientID: ClientID?) throws(SQLiteError) {
        try insert.run { statement in
            statement.bind(1, chat.id.rawValue)
            statement.bind(2, chat.type.rawValue)
            statement.bind(3, chat.encryption.rawValue)
            statement.bind(4, chat.name)
            statement.bind(5, creator.rawValue)
            statement.bind(6, clientID?.blob)
            statement.bind(7, chat.createdAt)
            statement.bind(8, chat.lastSeq)
            statement.bind(9, chat.lastOrdinal)
            statement.bind(10, chat.lastEntryAt)
            statement.bind(11, chat.activity)
            statement.bind(12, Int64(chat.memberCount))
            statement.bind(13, chat.memberVersion)
            statement.bind(14, chat.rosterBase)
        }
    }

    func insertDirect(_ chat: ChatID, of pair: UserPair) throws(SQLiteError) {
        try insertPair.run { statement in
            statement.bind(1, pair.low.rawValue)
            statement.bind(2, pair.high.rawValue)
            statement.bind(3, chat.rawValue)
        }
    }

    /// What every entry moves.
    func saveHead(of chat: ChatRow) throws(SQLiteError) {
        try updateHead.run { statement in
            statement.bind(1, chat.id.rawValue)
            statement.bind(2, chat.lastSeq)
            statement.bind(3, chat.lastOrdinal)
            statement.bind(4, chat.lastEntryAt)
            statement.bind(5, chat.activity)
        }
    }

    func saveMembership(of chat: ChatRow) throws(SQLiteError) {
        try updateMembership.run { statement in
            statement.bind(1, chat.id.rawValue)
            statement.bind(2, Int64(chat.memberCount))
            statement.bind(3, chat.memberVersion)
            statement.bind(4, chat.rosterBase)
        }
    }

    func saveName(of chat: ChatRow) throws(SQLiteError) {
        try updateName.run { statement in
            statement.bind(1, chat.id.rawValue)
            statement.bind(2, chat.name)
        }
    }
}

/// Two people, whoever of them asks.
struct UserPair {
    let low: UserID
    let high: UserID

    init(_ one: UserID, _ other: UserID) {
        (low, high) = (min(one, other), max(one, other))
    }
}
