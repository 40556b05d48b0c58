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

    /// The chat as `member` sees it; nil when there is no such chat for them.
    func chat(_ id: ChatID, of member: UserID) async throws(StoreError) -> Chat?

    /// The chats of `member` whose last activity is below `activity`, most recent first.
    func chats(of member: UserID, below activity: UInt64, limit: Int) async throws(StoreError) -> [ActiveChat]

    func subscriptions(of member: UserID) async throws(StoreError) -> ChatSubscriptions

    /// The chats of `member` with activity above `activity`, most recent first.
    func heads(of member: UserID, above activity: UInt64) async throws(StoreError) -> [ActiveHead]
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
    /// A new chat as its creator sees it, all members, and its first entry.
    case created(Chat, members: [ChatMember], first: Entry)
    /// As the caller sees it now.
    case existing(Chat)
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

public struct ActiveHead: Sendable {
    public let head: ChatHead
    public let activity: UInt64

    public init(head: ChatHead, activity: UInt64) {
        self.head = head
        self.activity = activity
    }
}

public struct ChatSubscriptions: Sendable {
    public let chats: [ChatSubscription]
    public let incarnation: String

    public init(chats: [ChatSubscription], incarnation: String) {
        self.chats = chats
        self.incarnation = incarnation
    }
}
