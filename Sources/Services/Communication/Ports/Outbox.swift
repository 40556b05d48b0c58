public import Basics
public import Contracts
public import WireProtocol

/// What durable consumers (projections, jobs, indexes) still have to take note of. Written in the transaction of the
/// entry, so that none is missed; given out at least once, so that handlers are idempotent by (chat, seq).
///
/// There is no reading after a position on purpose: where transactions commit out of the order of their numbers, a
/// position passes over those that commit late.
public protocol Outbox: Sendable {
    /// The oldest items of a consumer that nobody holds, at most `limit`; nil when there are none. They are held for
    /// `Limits.outboxLeaseMilliseconds`; then, or when their holder's process is gone, anybody may claim them.
    func claim(_ consumer: String, limit: Int) async throws(StoreError) -> OutboxClaim?

    /// What was claimed is done and goes. A claim whose time was over and that somebody else holds now changes nothing.
    func done(_ claim: OutboxClaim) async throws(StoreError)
}

public struct OutboxClaim: Equatable, Sendable {
    public let id: UInt64
    public let consumer: String
    /// Of one chat in rising sequence.
    public let items: [OutboxItem]

    public init(id: UInt64, consumer: String, items: [OutboxItem]) {
        self.id = id
        self.consumer = consumer
        self.items = items
    }
}

public struct OutboxItem: Equatable, Sendable {
    public let chatID: ChatID
    public let seq: UInt64
    public let kind: EntryKind

    public init(chatID: ChatID, seq: UInt64, kind: EntryKind) {
        self.chatID = chatID
        self.seq = seq
        self.kind = kind
    }
}
