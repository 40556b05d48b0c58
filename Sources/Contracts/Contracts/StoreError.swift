public import WireProtocol

/// A port that could not do its work, in words that no backend owns.
public struct StoreError: Error, Equatable, Sendable {
    public enum Code: Sendable {
        /// More waits than may wait.
        case overloaded
        /// The disk is full or may not be written.
        case notWritable
        /// Anything else: a damaged file, a lost connection, our bug.
        case failed
    }

    public let code: Code

    public init(_ code: Code) {
        self.code = code
    }

    /// What the caller of a service is told.
    public var apiError: APIError {
        switch code {
        case .overloaded: .overloaded
        case .notWritable, .failed: APIError(.serverStorage, retryAfterMilliseconds: 1_000)
        }
    }
}
