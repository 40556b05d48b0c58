import Basics
import Communication
import Contracts
import WireProtocol

/// A directory of chats whose answers to gateways come late when tests want it.
struct LateDirectory: ChatDirectory {
    private let chats: any ChatDirectory
    /// Which chats a user who connects has.
    let subscriptions = HeldAnswers()
    /// What a user's inbox has that a gateway missed.
    let inboxes = HeldAnswers()

    init(_ chats: any ChatDirectory) {
        self.chats = chats
    }

    func subscriptions(of member: UserID) async throws(StoreError) -> GetSubscriptionsResponse {
        let answer = try await chats.subscriptions(of: member)
        await subscriptions.pass()
        return answer
    }

    func inbox(of user: UserID, after seq: UInt64) async throws(StoreError) -> GetInboxResponse {
        let answer = try await chats.inbox(of: user, after: seq)
        await inboxes.pass()
        return answer
    }

    // MARK: Passed on

    func create(
        _ chat: NewChat, committed: @escaping @Sendable (ChatCreation) -> Void
    ) async throws(StoreError) -> ChatCreation {
        try await chats.create(chat, committed: committed)
    }

    func chat(_ id: ChatID, of user: UserID) async throws(StoreError) -> ChatLookup {
        try await chats.chat(id, of: user)
    }

    func chats(of member: UserID, below activity: UInt64, limit: Int) async throws(StoreError) -> [ActiveChat] {
        try await chats.chats(of: member, below: activity, limit: limit)
    }

    func members(
        of chat: ChatID, reader: UserID, above user: UserID, limit: Int
    ) async throws(StoreError) -> [Member]? {
        try await chats.members(of: chat, reader: reader, above: user, limit: limit)
    }

    func views(of chat: ChatID, users: [UserID]) async throws(StoreError) -> [ChatView] {
        try await chats.views(of: chat, users: users)
    }

    func roster(of chat: ChatID, reader: UserID) async throws(StoreError) -> GetChatKeysResponse? {
        try await chats.roster(of: chat, reader: reader)
    }

    func heads(of member: UserID, after cursor: InboxCursor) async throws(StoreError) -> ChatHeads {
        try await chats.heads(of: member, after: cursor)
    }
}
