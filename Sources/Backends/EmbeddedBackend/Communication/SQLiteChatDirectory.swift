public import Basics
public import Communication
public import Contracts
internal import SQLiteDriver
public import WireProtocol

/// Chats and members in one SQLite file.
public struct SQLiteChatDirectory: ChatDirectory {
    let store: SQLiteStore<CommunicationTables>
    let writer: EntryWriter

    public func create(
        _ chat: NewChat, committed: @escaping @Sendable (ChatCreation) -> Void
    ) async throws(StoreError) -> ChatCreation {
        let writer = writer
        do throws(SQLiteError) {
            return try await store.write(
                byteCount: 512 + 64 * chat.others.count,
                { (tables) throws(SQLiteError) in try Self.create(chat, writer: writer, tables: tables) },
                committed: committed)
        } catch {
            throw StoreError(error)
        }
    }

    public func chat(_ id: ChatID, of member: UserID) async throws(StoreError) -> Chat? {
        try await read { (tables) throws(SQLiteError) in try Self.chat(id, of: member, tables: tables) }
    }

    public func chats(of member: UserID, below activity: UInt64, limit: Int) async throws(StoreError) -> [ActiveChat] {
        try await read { (tables) throws(SQLiteError) in
            try tables.chatsOfMember.all(
                { statement in
                    statement.bind(1, member.rawValue)
                    statement.bind(2, activity)
                    statement.bind(3, Int64(limit))
                },
                read: {
                    ActiveChat(chat: CommunicationTables.chat($0), activity: CommunicationTables.activity($0))
                })
        }
    }

    public func subscriptions(of member: UserID) async throws(StoreError) -> ChatSubscriptions {
        try await read { (tables) throws(SQLiteError) in
            let chats = try tables.subscriptions.all(
                { $0.bind(1, member.rawValue) },
                read: { ChatSubscription(chatID: $0.uint64(0), memberVersion: $0.uint64(1)) })
            let incarnation = try tables.incarnation.first({ _ in }, read: { $0.string(0) })
            return ChatSubscriptions(chats: chats, incarnation: incarnation ?? "")
        }
    }

    public func heads(of member: UserID, above activity: UInt64) async throws(StoreError) -> [ActiveHead] {
        try await read { (tables) throws(SQLiteError) in
            try tables.heads.all(
                { statement in
                    statement.bind(1, member.rawValue)
                    statement.bind(2, activity)
                },
                read: { row in
                    let head = ChatHead(
                        chatID: row.uint64(0), lastSeq: row.uint64(1), readSeq: row.uint64(2),
                        unreadCount: row.uint64(3))
                    return ActiveHead(head: head, activity: row.uint64(4))
                })
        }
    }

    private func read<Value: Sendable>(
        _ body: @escaping @Sendable (CommunicationTables) throws(SQLiteError) -> Value
    ) async throws(StoreError) -> Value {
        do throws(SQLiteError) {
            return try await store.read(body)
        } catch {
            throw StoreError(error)
        }
    }

    private static func chat(
        _ id: ChatID, of member: UserID, tables: CommunicationTables
    ) throws(SQLiteError) -> Chat? {
        try tables.chatOfMember.first(
            { statement in
                statement.bind(1, id.rawValue)
                statement.bind(2, member.rawValue)
            }, read: CommunicationTables.chat)
    }

    // MARK: Creating

    private static func create(
        _ new: NewChat, writer: EntryWriter, tables: CommunicationTables
    ) throws(SQLiteError) -> ChatCreation {
        if let existing = try existing(new, tables: tables),
            let chat = try chat(existing, of: new.creator.userID, tables: tables)
        {
            return .existing(chat)
        }
        let id = ChatID(writer.identifiers.next())
        let createdAt = writer.clock.millisecondsSince1970()
        try insertChat(new, id: id, createdAt: createdAt, tables: tables)
        let members = try insertMembers(of: new, chat: id, tables: tables)
        let first = try writer.write(
            EntryDraft(chatID: id, sender: new.creator, kind: .chat), lastEntryAt: createdAt, to: tables)
        guard let chat = try chat(id, of: new.creator.userID, tables: tables) else {
            throw SQLiteError(.corrupt, message: "a chat that was just written is not there")
        }
        return .created(chat, members: members, first: first.entry)
    }

    private static func existing(_ new: NewChat, tables: CommunicationTables) throws(SQLiteError) -> ChatID? {
        if let (low, high) = directPair(new) {
            return try tables.directChat.first(
                { statement in
                    statement.bind(1, low.rawValue)
                    statement.bind(2, high.rawValue)
                }, read: { ChatID($0.uint64(0)) })
        }
        guard let clientID = new.clientID else { return nil }
        return try tables.chatByClientID.first(
            { statement in
                statement.bind(1, new.creator.userID.rawValue)
                statement.bind(2, clientID.blob)
            }, read: { ChatID($0.uint64(0)) })
    }

    private static func directPair(_ new: NewChat) -> (low: UserID, high: UserID)? {
        guard new.type == .direct, let other = new.others.first else { return nil }
        return (min(new.creator.userID, other), max(new.creator.userID, other))
    }

    private static func insertChat(
        _ new: NewChat, id: ChatID, createdAt: Int64, tables: CommunicationTables
    ) throws(SQLiteError) {
        let pair = directPair(new)
        try tables.insertChat.run { statement in
            statement.bind(1, id.rawValue)
            statement.bind(2, new.type.rawValue)
            statement.bind(3, new.encryption.rawValue)
            statement.bind(4, new.name)
            statement.bind(5, new.creator.userID.rawValue)
            // The pair identifies a direct chat: the client id of one of the two would only get in the way.
            statement.bind(6, pair == nil ? new.clientID?.blob : nil)
            statement.bind(7, createdAt)
            statement.bind(8, Int64(new.others.count + 1))
        }
        guard let pair else { return }
        try tables.insertDirectChat.run { statement in
            statement.bind(1, pair.low.rawValue)
            statement.bind(2, pair.high.rawValue)
            statement.bind(3, id.rawValue)
        }
    }

    /// In a direct chat nobody rules the other: both are plain members.
    private static func insertMembers(
        of new: NewChat, chat: ChatID, tables: CommunicationTables
    ) throws(SQLiteError) -> [ChatMember] {
        let creator = ChatMember(
            userID: new.creator.userID.rawValue, role: new.type == .direct ? .member : .owner)
        let members = [creator] + new.others.map { ChatMember(userID: $0.rawValue, role: .member) }
        for (index, member) in members.enumerated() {
            try tables.insertMember.run { statement in
                statement.bind(1, chat.rawValue)
                statement.bind(2, member.userID)
                statement.bind(3, member.role.rawValue)
                // Its creator has read the first entry.
                statement.bind(4, index == 0 ? 1 as UInt64 : 0)
            }
        }
        return members
    }
}
