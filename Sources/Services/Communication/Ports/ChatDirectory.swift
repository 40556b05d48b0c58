public import Basics
public import Contracts
public import WireProtocol

/// Which chats there are, who is in them, and where each stands.
public protocol ChatDirectory: Sendable {
    /// Makes a chat with its first entry, or finds the one that is there: the same pair's direct chat, or the one that
    /// this creator made under this client id.
    ///
    /// - Parameter committed: as in `MessageLog.append`.
    func create(
        _ chat: NewChat, committed: @escaping @Sendable (ChatCreation) -> Void
    ) async throws(StoreError) -> ChatCreation

    func chat(_ id: ChatID, of user: UserID) async throws(StoreError) -> ChatLookup

    /// The chats of `member` whose last activity is below `activity`, most recent first.
    func chats(of member: UserID, below activity: UInt64, limit: Int) async throws(StoreError) -> [ActiveChat]

    /// The members above a user id, in rising order; nil unless `reader` is a member.
    func members(
        of chat: ChatID, reader: UserID, above user: UserID, limit: Int
    ) async throws(StoreError) -> [Member]?

    /// The chat as each of these users sees it, of those who are members.
    func views(of chat: ChatID, users: [UserID]) async throws(StoreError) -> [ChatView]

    /// The devices for which a message is sealed; nil unless `reader` is a member.
    func roster(of chat: ChatID, reader: UserID) async throws(StoreError) -> GetChatKeysResponse?

    /// Every chat of `member`, and where the member's inbox stands, of one moment.
    func subscriptions(of member: UserID) async throws(StoreError) -> GetSubscriptionsResponse

    /// What happened after a cursor, of one moment.
    func heads(of member: UserID, after cursor: InboxCursor) async throws(StoreError) -> ChatHeads

    /// The chats that an inbox names after a number, each as its user sees it now, and the inbox's last number.
    func inbox(of user: UserID, after seq: UInt64) async throws(StoreError) -> GetInboxResponse
}

public struct NewChat: Sendable {
    public let type: ChatType
    public let encryption: ChatEncryption
    public let name: String
    public let creator: Caller
    /// Beside the creator; each once.
    public let others: [UserID]
    public let clientID: ClientID?

    public init(
        type: ChatType, encryption: ChatEncryption, name: String, creator: Caller, others: [UserID], clientID: ClientID?
    ) {
        self.type = type
        self.encryption = encryption
        self.name = name
        self.creator = creator
        self.others = others
        self.clientID = clientID
    }
}

public enum ChatCreation: Sendable {
    /// A new chat as its creator sees it, its first entry, and what everybody in it is told.
    case created(Chat, first: AppendedEntry, inbox: [InboxItem])
    /// As the caller sees it now.
    case existing(Chat)
    /// The chat that this client id made is one that the caller has left.
    case left
    case refused(AppendRefusal)
}

public enum ChatLookup: Sendable {
    case member(Chat)
    /// Once, but no longer.
    case former
    /// There is no such chat, or the user never was in it.
    case none
}

/// A chat with the store-wide number of its last append.
public struct ActiveChat: Sendable {
    public let chat: Chat
    public let activity: UInt64

    public init(chat: Chat, activity: UInt64) {
        self.chat = chat
        self.activity = activity
    }
}

/// What a returning device has missed.
public struct ChatHeads: Sendable {
    /// Newest first; of chats that the member has left, up to the removal.
    public let heads: [ChatHead]
    /// Joined, left, or with another role since the cursor. For a cursor that knows no inbox: none.
    public let updated: [Chat]
    /// The cursor for the next time.
    public let cursor: InboxCursor

    public init(heads: [ChatHead], updated: [Chat], cursor: InboxCursor) {
        self.heads = heads
        self.updated = updated
        self.cursor = cursor
    }
}
