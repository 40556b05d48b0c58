public import HTTPCodec

/// What becomes of a request whose body has not been read.
public enum HTTPAdmission: Sendable {
    case read
    /// The sender is unknown: read it as long as the ``BodyBudget`` has room for it, else answer with 503.
    case readWithinBudget
    /// The connection is closed after the answer, since the body may be under way.
    case refuse(HTTPResponse)
}

/// What answers requests on one loop. Called on that loop only; each loop has its own.
public protocol HTTPApplication: AnyObject {
    /// A request has arrived. Answer it now or later, once, through `exchange`. Until then the connection reads on no
    /// further, so answers leave in the order of the requests.
    func handle(_ request: HTTPRequest, _ exchange: HTTPExchange)

    /// The head of a request whose body is long and has not come yet, or whose client waits to be asked for it
    /// (`Expect: 100-continue`). What is refused here is not kept in memory first.
    func admit(_ head: HTTPRequest, from peerAddress: String) -> HTTPAdmission

    /// A WebSocket stands: its `101` is queued, and nothing has been delivered from it yet.
    func upgraded(_ socket: WebSocket, request: HTTPRequest)

    /// Shapes the answer to a request that the transport refuses. The connection is closed after it.
    func failure(status: Int, reason: String) -> HTTPResponse
}

extension HTTPApplication {
    public func admit(_ head: HTTPRequest, from peerAddress: String) -> HTTPAdmission { .read }

    public func upgraded(_ socket: WebSocket, request: HTTPRequest) {}

    public func failure(status: Int, reason: String) -> HTTPResponse {
        HTTPResponse(
            status: status, headers: ["Content-Type": "text/plain; charset=utf-8"], body: Array("\(reason)\n".utf8))
    }
}
