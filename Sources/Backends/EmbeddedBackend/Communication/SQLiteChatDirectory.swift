internal import Basics
internal import Communication
internal import Contracts
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// Chats and members in one SQLite file.
struct SQLiteChatDirectory: ChatDirectory {
    let store: SQLiteStore<CommunicationTables>
    let writer: EntryWriter
    let limits: Limits

    func create(
        _ chat: NewChat, committed: @escaping @Sendable (ChatCreation) -> Void
    ) async throws(StoreError) -> ChatCreation {
        let (writer, limits) = (writer, limits)
        return try await store.writing(
            byteCount: 512 + 128 * chat.others.count,
            { (tables) throws(SQLiteError) in
                try CreationTransaction(tables: tables, writer: writer, limits: limits).create(chat)
            }, committed: committed)
    }

    func chat(_ id: ChatID, of user: UserID) async throws(StoreError) -> ChatLookup {
        try await store.reading { (tables) throws(SQLiteError) in
            guard let found = try tables.chats.chat(id, of: user) else { return .none }
            return found.member.isPresent ? .member(try tables.view(found)) : .former
        }
    }

    func chats(of member: UserID, below activity: UInt64, limit: Int) async throws(StoreError) -> [ActiveChat] {
        try await store.reading { (tables) throws(SQLiteError) in
            var chats: [ActiveChat] = []
            for found in try tables.chats.chats(of: member, below: activity, limit: limit) {
                chats.append(ActiveChat(chat: try tables.view(found), activity: found.chat.activity))
            }
            return chats
        }
    }

    func members(
        of chat: ChatID, reader: UserID, above user: UserID, limit: Int
    ) async throws(StoreError) -> [Member]? {
        try await store.reading { (tables) throws(SQLiteError) in
            guard let found = try tables.chats.chat(chat, of: reader), found.member.isPresent else { return nil }
            return try tables.members.present(in: chat, above: user, limit: limit).map { present in
                var member = present.member
                if found.chat.type == .direct {
                    member.lastSeenAt = present.lastSeenAt.map { Timestamp(millisecondsSince1970: $0) }
                }
                return member
            }
        }
    }

    func views(of chat: ChatID, users: [UserID]) async throws(StoreError) -> [ChatView] {
        try await store.reading { (tables) throws(SQLiteError) in
            var views: [ChatView] = []
            // One sum for all: it looks at every member.
            let isSealed = try tables.chats.head(of: chat)?.encryption == .e2ee
            let deviceVersions = isSealed ? try tables.devices.versionSum(of: chat) : 0
            for user in users {
                guard let found = try tables.chats.chat(chat, of: user), found.member.isPresent else { continue }
                let version = found.chat.rosterVersion(deviceVersions: deviceVersions)
                let view = Chat(found.chat, of: found.member, rosterVersion: version)
                views.append(ChatView(userID: user.rawValue, chat: view))
            }
            return views
        }
    }

    func roster(of chat: ChatID, reader: UserID) async throws(StoreError) -> GetChatKeysResponse? {
        let placeCount = limits.rosterDevicesMax
        return try await store.reading { (tables) throws(SQLiteError) in
            guard let found = try tables.chats.chat(chat, of: reader), found.member.isPresent else { return nil }
            var answer = GetChatKeysResponse(rosterVersion: try tables.rosterVersion(of: found.chat))
            guard found.chat.encryption == .e2ee else { return answer }
            let devices = try tables.devices.roster(of: chat).devices
            for (user, device) in devices.prefix(placeCount) {
                if let device = try tables.devices.rosterDevice(device, of: user) { answer.devices.append(device) }
            }
            answer.excludedDeviceIDs = devices.dropFirst(placeCount).map(\.deviceID)
            return answer
        }
    }

    func subscriptions(of member: UserID) async throws(StoreError) -> GetSubscriptionsResponse {
        try await store.reading { (tables) throws(SQLiteError) in
            GetSubscriptionsResponse(
                chats: try tables.members.subscriptions(of: member), incarnation: try tables.store.incarnation(),
                inboxSeq: try tables.inbox.lastSeq(of: member))
        }
    }

    func heads(of member: UserID, after cursor: InboxCursor) async throws(StoreError) -> ChatHeads {
        try await store.reading { (tables) throws(SQLiteError) in
            let activity = min(cursor.activity, UInt64(Int64.max))
            var heads = try tables.members.heads(of: member, above: activity)
            // A device that has never been here has nothing of the chats that were left before.
            if activity > 0 { heads += try tables.members.formerHeads(of: member, above: activity) }
            heads.sort { $0.activity > $1.activity }
            let isNewDevice = cursor.activity == 0 && cursor.inboxSeq == 0
            return ChatHeads(
                heads: heads.map(\.head),
                updated: isNewDevice ? [] : try tables.updatedChats(of: member, after: cursor.inboxSeq),
                cursor: InboxCursor(
                    inboxSeq: try tables.inbox.lastSeq(of: member), activity: heads.first?.activity ?? cursor.activity))
        }
    }

    func inbox(of user: UserID, after seq: UInt64) async throws(StoreError) -> GetInboxResponse {
        try await store.reading { (tables) throws(SQLiteError) in
            GetInboxResponse(
                inboxSeq: try tables.inbox.lastSeq(of: user), updated: try tables.updatedChats(of: user, after: seq))
        }
    }
}
