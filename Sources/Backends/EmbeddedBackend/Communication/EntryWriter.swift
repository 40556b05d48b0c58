internal import Basics
internal import Communication
internal import Contracts
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// Gives an entry its place in its chat's log. Runs inside the writer's transaction, which is the chat's lock.
struct EntryWriter: Sendable {
    let identifiers: SnowflakeGenerator
    let clock: WallClock

    /// - Parameter lastEntryAt: of the chat: time never goes back inside one.
    func write(
        _ draft: EntryDraft, lastEntryAt: Int64, to tables: CommunicationTables
    ) throws(SQLiteError) -> (entry: Entry, memberVersion: UInt64) {
        let createdAt = max(clock.millisecondsSince1970(), lastEntryAt)
        let activity = try tables.nextActivity()
        let place = try tables.advanceChat.first(
            { statement in
                statement.bind(1, draft.chatID.rawValue)
                statement.bind(2, draft.kind == .message ? 1 as Int64 : 0)
                statement.bind(3, createdAt)
                statement.bind(4, activity)
            }, read: { (seq: $0.uint64(0), ordinal: $0.uint64(1), memberVersion: $0.uint64(2)) })
        guard let place else { throw SQLiteError(.corrupt, message: "a chat with members has no row") }
        try insert(draft, seq: place.seq, ordinal: place.ordinal, createdAt: createdAt, into: tables)
        let entry = Entry(
            id: MessageID(chatID: draft.chatID.rawValue, seq: place.seq).text, chatID: draft.chatID.rawValue,
            seq: place.seq, ordinal: place.ordinal, senderID: draft.sender.userID.rawValue,
            senderDeviceID: draft.sender.deviceID.rawValue, kind: draft.kind, clientID: draft.clientID?.text ?? "",
            createdAt: Timestamp(millisecondsSince1970: createdAt), content: draft.content,
            replyToSeq: draft.replyToSeq)
        return (entry, place.memberVersion)
    }

    private func insert(
        _ draft: EntryDraft, seq: UInt64, ordinal: UInt64, createdAt: Int64, into tables: CommunicationTables
    ) throws(SQLiteError) {
        let id = identifiers.next()
        try tables.insertEntry.run { statement in
            statement.bind(1, id)
            statement.bind(2, draft.chatID.rawValue)
            statement.bind(3, seq)
            statement.bind(4, ordinal)
            statement.bind(5, draft.sender.userID.rawValue)
            statement.bind(6, draft.sender.deviceID.rawValue)
            statement.bind(7, draft.kind.rawValue)
            statement.bind(8, draft.clientID?.blob)
            statement.bind(9, draft.bodyHash)
            statement.bind(10, createdAt)
            statement.bind(11, draft.replyToSeq)
            statement.bind(12, draft.content?.protobufBytes())
        }
    }
}

/// What an entry is before it has a place.
struct EntryDraft: Sendable {
    let chatID: ChatID
    let sender: Caller
    let kind: EntryKind
    var clientID: ClientID?
    var content: Content?
    var bodyHash: [UInt8]?
    var replyToSeq: UInt64?
}
