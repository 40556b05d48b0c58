/// Bytes that are not what they should be, or a value that has no encoding.
public enum FormatError: Error, Equatable, Sendable {
    /// They end too early.
    case truncated
    /// Something stands behind the end.
    case trailingBytes
    /// A length outside of what its vector may have.
    case length
    /// A version that this code does not know.
    case version
    /// A suite that this code does not know.
    case suite
    /// A second extension of a type, or one out of order.
    case extensionOrder
}
