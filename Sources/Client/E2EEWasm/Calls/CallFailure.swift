public import E2EE
internal import SecureFormat

/// Why a call has no result. What the core refuses keeps its cause; the rest is `call.…`, which are mistakes of the
/// caller or of the host and not of what came over the network.
public enum CallFailure: Error {
    case refused(Cause)
    /// Not an operation.
    case unknownOperation
    /// They do not have the layout that the operation asks for.
    case damagedArguments
    /// No such key, or one of another kind.
    case unknownKey
    /// A primitive of the host failed.
    case primitive

    public var cause: Cause {
        switch self {
        case .refused(let cause): cause
        case .unknownOperation: Cause("call", "operation")
        case .damagedArguments: Cause("call", "arguments")
        case .unknownKey: Cause("call", "key")
        case .primitive: Cause("call", "primitive")
        }
    }
}
