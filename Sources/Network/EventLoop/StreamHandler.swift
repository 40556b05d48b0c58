/// Why a connection was closed.
public enum CloseReason: Sendable, Equatable {
    /// By us, in good order.
    case local
    /// The peer has ended it.
    case peerClosed
    /// The socket failed, with this `errno`.
    case failed(errno: Int32)
    /// More waited to be sent than ``SendLimits/hardBytes``.
    case overflow
    /// Nothing could be sent for ``SendLimits/stallNanoseconds``.
    case stalled
    /// A deadline of the application has passed.
    case timedOut
    /// The peer broke the protocol.
    case protocolError
    /// The peer's end of a secured connection came without its word for it: what it sent may lack its end.
    case truncated
    /// The connection could not be secured, or is no longer to be trusted.
    case insecure(StreamSecurityFailure)
    /// The handler consumed nothing of a full read buffer.
    case inputOverflow
    /// The loop has ended.
    case loopStopped
}

/// What stands on a ``StreamConnection``. Called on the connection's loop; never from within `send`.
public protocol StreamHandler: AnyObject {
    /// Bytes have arrived. Returns how many were consumed; the rest is kept and comes first next time.
    ///
    /// Consumed bytes may be changed in place, others must not. At least ``EventLoop/scratchBytes`` less one read
    /// must be consumable, or the connection is closed. When this call replaces ``StreamConnection/handler``, the new
    /// handler gets the rest at once; when it pauses reading, the rest waits for `resumeReading`.
    func received(_ bytes: UnsafeMutableRawBufferPointer, on connection: StreamConnection) -> Int

    /// The connection is closed. Called once, the last call.
    func closed(_ connection: StreamConnection, reason: CloseReason)

    /// The send queue, which had been over its soft limit, has fallen below its low one.
    func drained(_ connection: StreamConnection)

    /// More was to be sent than ``SendLimits/hardBytes``, and not taken. Unless handled, the connection is closed.
    func overflowed(_ connection: StreamConnection)

    /// A connection begun by ``StreamConnection/connect(address:port:on:limits:handler:)`` stands.
    func opened(_ connection: StreamConnection)

    /// The handshake begun by ``StreamConnection/secure(by:)`` is done.
    func secured(_ connection: StreamConnection)

    /// The peer sends no more, but may still read. Unless handled, the connection is closed once all is sent.
    func inputEnded(_ connection: StreamConnection)
}

extension StreamHandler {
    public func drained(_ connection: StreamConnection) {}
    public func overflowed(_ connection: StreamConnection) { connection.close(.overflow) }
    public func opened(_ connection: StreamConnection) {}
    public func secured(_ connection: StreamConnection) {}
    public func inputEnded(_ connection: StreamConnection) { connection.closeAfterFlush(reason: .peerClosed) }
}
