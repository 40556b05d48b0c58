public import SecureFormat

/// Why bytes are no state of a scheme.
public enum StateRefusal: Refusal {
    case malformed(FormatError)
    /// It is of another chat.
    case chat
    /// Counters that are out of range, out of order or more than are kept.
    case counters

    public var cause: Cause {
        switch self {
        case .malformed(let error): Cause("state", error.problem)
        case .chat: Cause("state", "chat")
        case .counters: Cause("state", "counters")
        }
    }
}
