public import Basics
public import Contracts
public import WireProtocol

/// The logs of all chats: durable, numbered without gaps, read by position.
///
/// What every implementation holds is in `Tests/Conformance`: sequences of a chat start at 1 and have no gaps; a
/// repeated (chat, author, client id) gives the first result; nothing is reported before it is durable; membership and
/// the devices of a roster are those of the moment at which the entry gets its place.
public protocol MessageLog: Sendable {
    /// Carries a command out, or says why not. A client id that is known is looked up before anything else; then
    /// `LogRules.decide`, under the chat's lock; then all its entries are written in one transaction, each with one
    /// outbox row for every durable consumer.
    ///
    /// The command is queued before the first suspension: those of one thread, one chat and one class (sends, others)
    /// are carried out in the order of the calls.
    ///
    /// - Parameter committed: called once the outcome is durable, in commit order across all chats, just after the
    ///   caller was resumed.
    func append(
        _ command: LogCommand, committed: @escaping @Sendable (AppendOutcome) -> Void
    ) async throws(StoreError) -> AppendOutcome

    /// A page of the log as `reader` may see it, with the keys of all devices; nil for somebody who never was a member.
    /// Who is gone sees up to the own removal, and nothing that points beyond it.
    func page(_ page: EntryPageRequest, reader: UserID) async throws(StoreError) -> EntryPage?

    /// One consistent look at a chat, whoever asks; nil when there is no such chat.
    func state(
        of chat: ChatID, after seq: UInt64, limit: Int, users: [UserID]
    ) async throws(StoreError) -> GetChatStateResponse?
}

public enum AppendOutcome: Sendable {
    /// New entries, in rising sequence; at least one.
    case appended([AppendedEntry])
    /// The first entry that this client id made.
    case duplicate(Entry)
    /// It was so already; the entry that made it so, where one did.
    case unchanged(Entry?)
    case refused(AppendRefusal)
}

/// An entry that is durable, and who is to hear of it.
public struct AppendedEntry: Equatable, Sendable {
    /// With the keys of all devices.
    public let entry: Entry
    /// Of the members who receive the entry; one more than before for an entry of kind member.
    public let memberVersion: UInt64
    /// For the person whom an entry of kind member is about.
    public let inbox: InboxItem?

    public init(entry: Entry, memberVersion: UInt64, inbox: InboxItem?) {
        self.entry = entry
        self.memberVersion = memberVersion
        self.inbox = inbox
    }
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
    /// The last one that the reader may see.
    public let lastSeq: UInt64

    public init(entries: [Entry], lastSeq: UInt64) {
        self.entries = entries
        self.lastSeq = lastSeq
    }
}
