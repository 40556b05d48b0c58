/// What stands on a ``WebSocket``. Called on the socket's loop; never from within a `send` or `close`.
public protocol WebSocketHandler: AnyObject {
    /// A whole message. `payload` is valid during the call only; text has been checked to be UTF-8.
    func message(_ payload: UnsafeRawBufferPointer, isText: Bool, on socket: WebSocket)

    /// The socket has ended; nothing more is delivered or sent. Called once, the last call.
    ///
    /// - Parameter code: the peer's, or that of the error which made us close; nil when the connection broke or the
    ///   peer gave none. See ``WebSocket/closeReason`` for a broken connection.
    func closed(_ socket: WebSocket, code: UInt16?)

    /// The send queue, which had been over its soft limit, has fallen below its low one.
    func drained(_ socket: WebSocket)
}

extension WebSocketHandler {
    public func drained(_ socket: WebSocket) {}
}
