/// What an entry whose content is sealed is. The numbers are those of the entry's kind in the log.
public enum EnvelopeKind: UInt8, Sendable, CaseIterable {
    /// A chat's sealed profile.
    case chat = 1
    case message = 2
    case edit = 3
    case reaction = 5

    /// Whether it is about a message: such an envelope names it, others name none.
    public var hasReference: Bool {
        switch self {
        case .chat, .message: false
        case .edit, .reaction: true
        }
    }
}
