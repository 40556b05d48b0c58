public import EventLoop
public import HTTPCodec

/// Names one request that waits for its answer. Holds nothing: when the client has gone, answering does nothing.
///
/// Being `Sendable` it may cross an `await`. To answer without changing threads, run the task with
/// `executorPreference: exchange.loop`.
public struct HTTPExchange: Sendable, Hashable {
    /// The loop the connection lives on.
    public let loop: LoopHandle
    /// The connection's token on that loop.
    public let connection: UInt64
    /// Counts the requests of the connection, from 1.
    public let number: UInt64
    /// The client's numeric address: the peer's, or that which trusted proxies name.
    public let peerAddress: String

    /// Sends the answer. Callable from any thread; at once on the loop, else when the loop gets to it. An answer to an
    /// exchange that has been answered, has timed out, or whose client has gone is dropped.
    public func respond(_ response: HTTPResponse) {
        if loop.isOnLoop {
            current?.answer(number, response)
        } else {
            loop.post { [self] _ in current?.answer(number, response) }
        }
    }

    /// Sends an answer whose body is made as it is sent; the response's own body is not looked at. On the loop only.
    public func respond(_ response: HTTPResponse, body: any HTTPBodySource) {
        current?.answer(number, response, body)
    }

    /// A body source that had nothing has something now. On the loop only.
    public func bodyIsReady() { current?.bodyIsReady(number) }

    /// Answers with `101` and turns the connection into a WebSocket. On the loop only.
    ///
    /// The application's `upgraded` is called before this returns. A request that is not a proper upgrade is refused
    /// with 400 or 426, and nil returned; so it is for a stale exchange.
    ///
    /// - Parameters:
    ///   - subprotocol: one that the client offered, or nil.
    ///   - headers: more fields for the `101`.
    @discardableResult
    public func upgrade(
        subprotocol: String?, handler: any WebSocketHandler, headers: HTTPHeaders = HTTPHeaders()
    ) -> WebSocket? {
        current?.upgrade(number, subprotocol: subprotocol, handler: handler, headers: headers)
    }

    /// Whether it still waits for its answer. On the loop only.
    public var isPending: Bool { current?.isAnswering(number) ?? false }

    public static func == (a: HTTPExchange, b: HTTPExchange) -> Bool {
        a.loop === b.loop && a.connection == b.connection && a.number == b.number
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(connection)
        hasher.combine(number)
    }

    private var current: HTTPConnection? {
        guard loop.isOnLoop else { return nil }
        return EventLoop.current?.connection(connection)?.handler as? HTTPConnection
    }
}
