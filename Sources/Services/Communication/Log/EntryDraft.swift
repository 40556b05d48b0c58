public import WireProtocol

/// An entry that the rules have let through, without its place in the log yet.
///
/// Its kind says what a backend changes beside the log, in the same transaction:
/// * `edit`: the target points at it as its latest edit;
/// * `delete`: content, keys, files and body hash of the target and of its edits are erased, and they point at it;
/// * `member`: the membership in `member`; a new member sees from `visibleFromStart` on;
/// * `chat` with a name: the chat's name.
public struct EntryDraft: Equatable, Sendable {
    public var kind: EntryKind
    public var content: Content?
    public var replyToSeq: UInt64?
    public var refersTo: UInt64?
    public var fileIDs: [UInt64]
    public var member: MemberChange?
    public var name: String?
    /// Whether somebody who joins sees the log from its start, or only from the own join on.
    public var visibleFromStart: Bool

    public init(
        _ kind: EntryKind, content: Content? = nil, replyToSeq: UInt64? = nil, refersTo: UInt64? = nil,
        fileIDs: [UInt64] = [], member: MemberChange? = nil, name: String? = nil, visibleFromStart: Bool = false
    ) {
        self.kind = kind
        self.content = content
        self.replyToSeq = replyToSeq
        self.refersTo = refersTo
        self.fileIDs = fileIDs
        self.member = member
        self.name = name
        self.visibleFromStart = visibleFromStart
    }
}
