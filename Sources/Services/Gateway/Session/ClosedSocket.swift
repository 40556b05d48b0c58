internal import Contracts

/// What is noted of a socket once it has closed.
struct ClosedSocket: Sendable {
    /// RFC 6455 §7.4; nil when the connection went without a close frame.
    let code: UInt16?
    let nanoseconds: UInt64
    let framesReceived: Int
    let caller: Caller?
}
