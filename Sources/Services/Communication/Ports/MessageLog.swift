public import Basics
public import Contracts
public import WireProtocol

/// The logs of all chats: durable, numbered without gaps, read by position.
///
/// What every implementation holds (`Tests/EmbeddedBackendTests` and, from the next step, the conformance suite):
/// sequences of a chat start at 1 and have no gaps; a repeated (chat, sender, client id) gives the first result;
/// nothing is reported before it is durable.
public protocol MessageLog: Sendable {
    /// Appends one entry, or says why not. Duplicates are looked up before anything is allocated, then
    /// `AppendRules.refusal` decides, under the chat's lock.
    ///
    /// The entry is queued before the first suspension: entries that one thread appends one after another are committed
    /// in that order.
    ///
    /// - Parameter committed: called once the outcome is durable, in commit order across all chats, just after the
    ///   caller was resumed.
    func append(
        _ entry: NewEntry, committed: @escaping @Sendable (AppendOutcome) -> Void
    ) async throws(StoreError) -> AppendOutcome

    /// A page of the log as `reader` may see it, or nil when there is no such chat for them.
    func page(_ page: EntryPageRequest, reader: UserID) async throws(StoreError) -> EntryPage?
}

/// An entry on its way into the log.
public struct NewEntry: Sendable {
    public let chatID: ChatID
    public let sender: Caller
    public let kind: EntryKind
    public let clientID: ClientID
    public let content: Content
    /// Of everything that the client chose in it: tells a re-send from another message under the same client id.
    public let bodyHash: [UInt8]
    public let replyToSeq: UInt64?

    public init(
        chatID: ChatID, sender: Caller, kind: EntryKind, clientID: ClientID, content: Content, bodyHash: [UInt8],
        replyToSeq: UInt64?
    ) {
        self.chatID = chatID
        self.sender = sender
        self.kind = kind
        self.clientID = clientID
        self.content = content
        self.bodyHash = bodyHash
        self.replyToSeq = replyToSeq
    }
}

public enum AppendOutcome: Sendable {
    /// A new entry, and the version of the members who receive it.
    case appended(Entry, memberVersion: UInt64)
    /// The entry that the first of these sends made.
    case duplicate(Entry)
    case refused(AppendRefusal)
}

/// Which entries: before and after are exclusive; with neither, the newest.
public struct EntryPageRequest: Sendable {
    public let chatID: ChatID
    public let after: UInt64?
    public let before: UInt64?
    public let limit: Int

    public init(chatID: ChatID, after: UInt64?, before: UInt64?, limit: Int) {
        self.chatID = chatID
        self.after = after
        self.before = before
        self.limit = limit
    }
}

public struct EntryPage: Sendable {
    /// In rising sequence.
    public let entries: [Entry]
    public let lastSeq: UInt64

    public init(entries: [Entry], lastSeq: UInt64) {
        self.entries = entries
        self.lastSeq = lastSeq
    }
}
