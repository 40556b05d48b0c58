/// A primitive that could not do its work.
public struct CryptographyError: Error, Equatable, Sendable {
    public enum Code: Sendable {
        /// The bytes are not a key of the kind that was asked for.
        case invalidKey
        /// The library refused an operation that does not depend on foreign input: memory, or our bug.
        case libraryFailed
        /// More work waits than may wait. Try again later.
        case overloaded
    }

    public let code: Code

    public init(_ code: Code) {
        self.code = code
    }
}
