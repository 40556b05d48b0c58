public import HTTPCodec

/// What answers requests on one loop. Called on that loop only; each loop has its own.
public protocol HTTPApplication: AnyObject {
    /// A request has arrived. Answer it now or later, once, through `exchange`. Until then the connection reads on no
    /// further, so answers leave in the order of the requests.
    func handle(_ request: HTTPRequest, _ exchange: HTTPExchange)

    /// The head of a request whose client waits to be asked for the body (`Expect: 100-continue`). An answer refuses it
    /// unread, and the connection is closed, since the body may be under way; nil asks for the body.
    func refusal(of head: HTTPRequest, from peerAddress: String) -> HTTPResponse?

    /// A WebSocket stands: its `101` is queued, and nothing has been delivered from it yet.
    func upgraded(_ socket: WebSocket, request: HTTPRequest)

    /// Shapes the answer to a request that the transport refuses. The connection is closed after it.
    func failure(status: Int, reason: String) -> HTTPResponse
}

extension HTTPApplication {
    public func refusal(of head: HTTPRequest, from peerAddress: String) -> HTTPResponse? { nil }

    public func upgraded(_ socket: WebSocket, request: HTTPRequest) {}

    public func failure(status: Int, reason: String) -> HTTPResponse {
        HTTPResponse(
            status: status, headers: ["Content-Type": "text/plain; charset=utf-8"], body: Array("\(reason)\n".utf8))
    }
}
