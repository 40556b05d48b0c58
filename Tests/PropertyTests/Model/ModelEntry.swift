import WireProtocol

/// An entry as far as the model looks. Its sequence is its place in the log.
struct ModelEntry: Sendable {
    let kind: EntryKind
    let author: Int
    let createdAt: Int64
    /// Text, or what was sealed; nil once deleted.
    var words: String?
    /// The same as it was sent.
    var content: Content?
    var files: [UInt64] = []
    var replyTo: UInt64?
    var refersTo: UInt64?
    var change: ModelChange?
    var name: String?
    var deletedBy: UInt64?
}

/// What an entry of kind member says.
struct ModelChange: Equatable, Sendable {
    let person: Int
    let kind: MemberChangeKind
    let role: MemberRole
}

/// Somebody who is in a chat.
struct ModelMember: Sendable {
    let person: Int
    /// The entry with which this stay began.
    let since: UInt64
    var role: MemberRole
}

/// The entries that somebody may see.
struct ModelInterval: Sendable {
    let from: UInt64
    var through: UInt64
    var isPresent: Bool
}
