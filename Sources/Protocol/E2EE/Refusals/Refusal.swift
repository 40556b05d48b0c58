internal import SecureFormat

/// What the core throws: an error with a stable cause.
public protocol Refusal: Error, Equatable {
    var cause: Cause { get }
}

extension FormatError {
    /// The problem of a `Cause`.
    var problem: StaticString {
        switch self {
        case .truncated: "truncated"
        case .trailingBytes: "trailing_bytes"
        case .length: "length"
        case .version: "version"
        case .suite: "suite"
        case .extensionOrder: "extension_order"
        }
    }
}
