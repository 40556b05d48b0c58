internal import Basics
internal import Communication
internal import Contracts
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// The logs of all chats.
final class EntryTable {
    private let insert: SQLiteStatement
    private let updateLatestEdit: SQLiteStatement
    private let eraseTarget: SQLiteStatement
    private let eraseEdits: SQLiteStatement
    private let byClientID: SQLiteStatement
    private let bySeq: SQLiteStatement
    private let newestFirst: SQLiteStatement
    private let oldestFirst: SQLiteStatement
    private let facts: SQLiteStatement
    private let reactions: SQLiteStatement
    private let selectPlace: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        insert = try connection.prepare(
            """
            INSERT INTO entries(id, chat_id, seq, ordinal, sender_id, sender_device_id, kind, client_id, body_hash,
                created_at, reply_to_seq, refers_to, member_user_id, member_change, member_role, file_ids, name,
                content, keys)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
            """)
        updateLatestEdit = try connection.prepare(
            "UPDATE entries SET latest_edit_seq = ?3 WHERE chat_id = ?1 AND seq = ?2")
        eraseTarget = try connection.prepare(
            """
            UPDATE entries SET content = NULL, keys = NULL, file_ids = NULL, body_hash = NULL, latest_edit_seq = NULL,
                deleted_by_seq = ?3
            WHERE chat_id = ?1 AND seq = ?2
            """)
        eraseEdits = try connection.prepare(
            """
            UPDATE entries SET content = NULL, keys = NULL, file_ids = NULL, body_hash = NULL, deleted_by_seq = ?3
            WHERE chat_id = ?1 AND refers_to = ?2 AND kind = ?4
            """)
        byClientID = try connection.prepare(
            "SELECT * FROM log WHERE chat_id = ?1 AND sender_id = ?2 AND client_id = ?3")
        bySeq = try connection.prepare("SELECT * FROM log WHERE chat_id = ?1 AND seq = ?2")
        newestFirst = try connection.prepare(
            "SELECT * FROM log WHERE chat_id = ?1 AND seq >= ?2 AND seq < ?3 ORDER BY seq DESC LIMIT ?4")
        oldestFirst = try connection.prepare(
            "SELECT * FROM log WHERE chat_id = ?1 AND seq >= ?2 AND seq < ?3 ORDER BY seq LIMIT ?4")
        facts = try connection.prepare(
            """
            SELECT seq, kind, sender_id, created_at, deleted_by_seq, content FROM entries
            WHERE chat_id = ?1 AND seq = ?2
            """)
        reactions = try connection.prepare(
            """
            SELECT seq, kind, sender_id, created_at, deleted_by_seq, content FROM entries
            WHERE chat_id = ?1 AND refers_to = ?2 AND sender_id = ?3 AND kind = ?4 AND deleted_by_seq IS NULL
            ORDER BY seq
            """)
        selectPlace = try connection.prepare(
            "SELECT ordinal, sender_id FROM entries WHERE chat_id = ?1 AND seq = ?2")
    }

    // MARK: Writing

    /// What the draft does not have stays NULL.
    func insert(_ row: EntryRow) throws(SQLiteError) {
        let draft = row.draft
        try insert.run { statement in
            statement.bind(1, row.id)
            statement.bind(2, row.chatID.rawValue)
            statement.bind(3, row.seq)
            statement.bind(4, row.ordinal)
            statement.bind(5, row.author.userID.rawValue)
            statement.bind(6, row.author.deviceID.rawValue)
            statement.bind(7, draft.kind.rawValue)
            if let clientID = row.clientID {
                statement.bind(8, clientID.blob)
                statement.bind(9, row.bodyHash)
            }
            statement.bind(10, row.createdAt)
            statement.bind(11, draft.replyToSeq)
            statement.bind(12, draft.refersTo)
            if let member = draft.member {
                statement.bind(13, member.userID)
                statement.bind(14, member.change.rawValue)
                statement.bind(15, member.role.rawValue)
            }
            if !draft.fileIDs.isEmpty { statement.bind(16, draft.fileIDs.bigEndianBytes) }
            statement.bind(17, draft.name)
            guard let content = draft.content else { return }
            statement.bind(18, content.bytesWithoutKeys)
            statement.bind(19, content.keyBytes)
        }
    }

    func setLatestEdit(_ edit: UInt64, of seq: UInt64, in chat: ChatID) throws(SQLiteError) {
        try updateLatestEdit.run { statement in
            statement.bind(1, chat.rawValue)
            statement.bind(2, seq)
            statement.bind(3, edit)
        }
    }

    /// Takes everything that was said out of an entry and its edits; they only say which entry did so.
    func erase(_ seq: UInt64, in chat: ChatID, by deletion: UInt64) throws(SQLiteError) {
        for statement in [eraseTarget, eraseEdits] {
            try statement.run { statement in
                statement.bind(1, chat.rawValue)
                statement.bind(2, seq)
                statement.bind(3, deletion)
                if statement === eraseEdits { statement.bind(4, EntryKind.edit.rawValue) }
            }
        }
    }

    // MARK: Reading

    func entry(_ seq: UInt64, of chat: ChatID) throws(SQLiteError) -> Entry? {
        try bySeq.first(
            { statement in
                statement.bind(1, chat.rawValue)
                statement.bind(2, seq)
            }, read: { Entry($0, until: .max) })
    }

    /// The entry that this client id made first, and the hash of what it said.
    func entry(
        of chat: ChatID, by author: UserID, as clientID: ClientID
    ) throws(SQLiteError) -> (entry: Entry, bodyHash: [UInt8])? {
        try byClientID.first(
            { statement in
                statement.bind(1, chat.rawValue)
                statement.bind(2, author.rawValue)
                statement.bind(3, clientID.blob)
            }, read: { (Entry($0, until: .max), Entry.bodyHash($0)) })
    }

    /// Entries in rising sequence: the first or the last of a range, at most `limit`.
    ///
    /// - Parameter last: an edit above it is not told.
    func entries(
        of chat: ChatID, in range: Range<UInt64>, fromEnd: Bool, limit: Int, until last: UInt64
    ) throws(SQLiteError) -> [Entry] {
        let found = try (fromEnd ? newestFirst : oldestFirst).all(
            { statement in
                statement.bind(1, chat.rawValue)
                statement.bind(2, range.lowerBound)
                statement.bind(3, range.upperBound)
                statement.bind(4, Int64(limit))
            }, read: { Entry($0, until: last) })
        return fromEnd ? found.reversed() : found
    }

    func facts(_ seq: UInt64, of chat: ChatID) throws(SQLiteError) -> EntryFacts? {
        try facts.first(
            { statement in
                statement.bind(1, chat.rawValue)
                statement.bind(2, seq)
            }, read: EntryFacts.init)
    }

    /// Somebody's reactions on an entry that are not deleted.
    func reactions(on seq: UInt64, of chat: ChatID, by user: UserID) throws(SQLiteError) -> [EntryFacts] {
        try reactions.all(
            { statement in
                statement.bind(1, chat.rawValue)
                statement.bind(2, seq)
                statement.bind(3, user.rawValue)
                statement.bind(4, EntryKind.reaction.rawValue)
            }, read: EntryFacts.init)
    }

    func place(_ seq: UInt64, of chat: ChatID) throws(SQLiteError) -> (ordinal: UInt64, senderID: UserID)? {
        try selectPlace.first(
            { statement in
                statement.bind(1, chat.rawValue)
                statement.bind(2, seq)
            }, read: { ($0.uint64(0), UserID($0.uint64(1))) })
    }
}

extension EntryFacts {
    /// A row of `facts` or `reactions`.
    fileprivate init(_ row: SQLiteStatement) {
        let kind = EntryKind(rawValue: row.int32(1))
        let text = kind == .reaction && !row.isNull(5) ? (try? Content(protobuf: row.bytes(5)))?.text : nil
        self.init(
            seq: row.uint64(0), kind: kind, senderID: UserID(row.uint64(2)), createdAtMilliseconds: row.int64(3),
            deletedBySeq: row.isNull(4) ? nil : row.uint64(4), text: text)
    }
}
