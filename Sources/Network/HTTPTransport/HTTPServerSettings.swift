public import Basics
public import EventLoop
public import HTTPCodec

/// How long a peer may take, in nanoseconds. Checked once a second, so a deadline may be met up to a second late.
public struct HTTPTimeouts: Sendable, Equatable {
    /// From the first byte of a request, or from the accept, to the end of its head. Stops heads that dribble in.
    public var head: UInt64
    /// From the end of the head to the end of the body.
    public var body: UInt64
    /// From the end of a request to the application's answer; then 503. Frees what a lost exchange would hold.
    public var exchange: UInt64
    /// Between requests.
    public var idle: UInt64
    /// A WebSocket that has been silent for this long is pinged,
    public var webSocketPing: UInt64
    /// and one that has been silent for this long is closed: its peer is gone.
    public var webSocketSilence: UInt64
    /// From our close frame to the peer's.
    public var closeHandshake: UInt64

    static let second: UInt64 = 1_000_000_000

    /// So often that a deadline that is set now is not slept through.
    var lookPeriod: UInt64 { max(Self.second, min(head, body, exchange, idle, webSocketPing) / 2) }

    public init(
        head: UInt64 = 10_000_000_000, body: UInt64 = 30_000_000_000, exchange: UInt64 = 60_000_000_000,
        idle: UInt64 = 75_000_000_000, webSocketPing: UInt64 = 50_000_000_000,
        webSocketSilence: UInt64 = 75_000_000_000, closeHandshake: UInt64 = 5_000_000_000
    ) {
        self.head = head
        self.body = body
        self.exchange = exchange
        self.idle = idle
        self.webSocketPing = webSocketPing
        self.webSocketSilence = webSocketSilence
        self.closeHandshake = closeHandshake
    }
}

/// The bounds of one ``HTTPServer``.
public struct HTTPServerSettings: Sendable, Equatable {
    public var http: HTTPLimits
    public var send: SendLimits
    public var timeouts: HTTPTimeouts
    /// The longest WebSocket message, in bytes; a longer one closes with 1009.
    public var messageBytesMax: Int
    /// Requests on one connection, the last answered with `Connection: close`. Lets clients spread anew over loops and
    /// servers in the end; one request at a time is read, so pipelining needs no bound of its own.
    public var requestsPerConnectionMax: UInt64
    /// Connections over ``ConnectionLimits/perAddress`` that may be told so at the same time; further ones are closed
    /// as they are accepted.
    public var refusalsMax: Int
    /// Peers whose word about the client's address counts. Their own address is not held against
    /// ``ConnectionLimits/perAddress``.
    public var trustedProxies: [IPNetwork] = []
    /// Connections from trusted proxies begin with a ``ProxyHeader``.
    public var expectsProxyProtocol = false

    public init(
        http: HTTPLimits = HTTPLimits(), send: SendLimits = SendLimits(), timeouts: HTTPTimeouts = HTTPTimeouts(),
        messageBytesMax: Int = 256 << 10, requestsPerConnectionMax: UInt64 = 100_000, refusalsMax: Int = 64
    ) {
        self.http = http
        self.send = send
        self.timeouts = timeouts
        self.messageBytesMax = messageBytesMax
        self.requestsPerConnectionMax = requestsPerConnectionMax
        self.refusalsMax = refusalsMax
    }
}
