public import EventLoop
public import HTTPCodec
public import TransportSecurity

/// The client's side of the opening handshake. Then its ``WebSocket`` takes over the connection.
public final class WebSocketClient: StreamHandler {
    /// What to ask for.
    public struct Options: Sendable {
        public var endpoint: HTTPEndpoint
        /// Whom to trust with `https`; when nil, the authorities that the system knows.
        public var security: TLSClientContext?
        /// Path and query.
        public var target: String
        public var headers: HTTPHeaders
        /// Those it likes best first.
        public var subprotocols: [String]
        public var sendLimits: SendLimits
        /// In bytes.
        public var messageBytesMax: Int
        /// For the name's look-up, connecting and the handshakes together, in nanoseconds.
        public var handshakeTimeout: UInt64

        public init(
            endpoint: HTTPEndpoint, security: TLSClientContext? = nil, target: String = "/",
            headers: HTTPHeaders = HTTPHeaders(),
            subprotocols: [String] = [], sendLimits: SendLimits = SendLimits(), messageBytesMax: Int = 1 << 20,
            handshakeTimeout: UInt64 = 10_000_000_000
        ) {
            self.endpoint = endpoint
            self.security = security
            self.target = target
            self.headers = headers
            self.subprotocols = subprotocols
            self.sendLimits = sendLimits
            self.messageBytesMax = messageBytesMax
            self.handshakeTimeout = handshakeTimeout
        }
    }

    /// Called once, on the loop, before the handler gets anything.
    public typealias Completion = (Result<WebSocket, HTTPClientError>) -> Void

    private let options: Options
    private let key: String
    private let handler: any WebSocketHandler
    private var decoder = HTTPResponseDecoder()
    private var race: ConnectionRace?
    private var stream: StreamConnection?
    private var completion: Completion?

    private init(_ options: Options, handler: any WebSocketHandler, completion: @escaping Completion) {
        self.options = options
        self.handler = handler
        self.completion = completion
        key = WebSocketHandshake.key((0..<16).map { _ in UInt8.random(in: .min ... .max) })
    }

    /// Connects. On the loop only; `completion` may be called before this returns when there is no socket to be had.
    public static func connect(
        _ options: Options, on loop: EventLoop, handler: any WebSocketHandler, completion: @escaping Completion
    ) {
        WebSocketClient(options, handler: handler, completion: completion).start(on: loop)
    }

    /// Connects, from a task that prefers the loop (`Task(executorPreference: handle)`).
    public static func connect(
        _ options: Options, on loop: EventLoop, handler: any WebSocketHandler
    ) async throws(HTTPClientError) -> WebSocket {
        let result: Result<UInt64, HTTPClientError> = await withCheckedContinuation { continuation in
            connect(options, on: loop, handler: handler) { result in
                continuation.resume(returning: result.map(\.token))
            }
        }
        // The socket itself may not pass through a continuation; by its token it is found again, unless it has closed.
        guard let socket = WebSocket.current(token: try result.get()) else { throw .closed(.peerClosed) }
        return socket
    }

    private func start(on loop: EventLoop) {
        let race = ConnectionRace(
            to: options.endpoint, on: loop, limits: options.sendLimits, security: options.security
        ) { [self] result in connected(result) }
        self.race = race
        loop.schedule(afterNanoseconds: options.handshakeTimeout) { [weak self] _ in self?.timeOut() }
        race.start()
    }

    private func connected(_ result: Result<StreamConnection, HTTPClientError>) {
        race = nil
        switch result {
        case .failure(let error): finish(.failure(error))
        case .success(let stream):
            self.stream = stream
            stream.handler = self
            stream.send(
                WebSocketHandshake.request(
                    host: options.endpoint.authority, target: options.target, key: key,
                    subprotocols: options.subprotocols, headers: options.headers))
        }
    }

    private func timeOut() {
        race?.cancel()
        race = nil
        stream?.close(.timedOut)
        finish(.failure(.timedOut))
    }

    public func received(_ bytes: UnsafeMutableRawBufferPointer, on connection: StreamConnection) -> Int {
        switch decoder.decode(UnsafeRawBufferPointer(bytes)) {
        case .needMore(let consumed): return consumed
        case .failure(let error): return fail(error, connection, bytes.count)
        case .response(let response, let consumed):
            do {
                let chosen = try WebSocketHandshake.verify(response, key: key, offered: options.subprotocols)
                open(connection, subprotocol: chosen)
                return consumed
            } catch {
                return fail(error, connection, bytes.count)
            }
        }
    }

    private func open(_ connection: StreamConnection, subprotocol: String?) {
        let socket = WebSocket(
            stream: connection, role: .client, peerAddress: options.endpoint.host, subprotocol: subprotocol,
            handler: handler, messageBytesMax: options.messageBytesMax, timeouts: HTTPTimeouts())
        connection.handler = socket
        stream = nil
        finish(.success(socket))
    }

    private func fail(_ error: HTTPDecodeError, _ connection: StreamConnection, _ count: Int) -> Int {
        finish(.failure(.badResponse(error)))
        connection.close(.protocolError)
        return count
    }

    public func closed(_ connection: StreamConnection, reason: CloseReason) {
        stream = nil
        finish(.failure(HTTPClientError(reason)))
    }

    private func finish(_ result: Result<WebSocket, HTTPClientError>) {
        let completion = completion
        self.completion = nil
        completion?(result)
    }
}
