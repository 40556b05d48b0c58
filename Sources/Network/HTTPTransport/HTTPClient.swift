public import EventLoop
public import HTTPCodec
public import TransportSecurity

/// Requests of clients and tools: one connection each, no pool, no redirects.
public enum HTTPClient {
    /// Sends `request` and awaits the answer. Callable from anywhere; the work is done on `loop`.
    ///
    /// `Host` is added when missing, and `Connection: close`.
    ///
    /// - Parameters:
    ///   - security: whom to trust with `https`; when nil, the authorities that the system knows.
    ///   - timeoutNanoseconds: for all of it, the name's look-up included.
    public static func send(
        _ request: HTTPRequest, to endpoint: HTTPEndpoint, on loop: LoopHandle, security: TLSClientContext? = nil,
        timeoutNanoseconds: UInt64 = 30_000_000_000
    ) async throws(HTTPClientError) -> HTTPResponse {
        let result: Result<HTTPResponse, HTTPClientError> = await withCheckedContinuation { continuation in
            loop.post { loop in
                OneShotRequest(request) { continuation.resume(returning: $0) }
                    .start(endpoint, on: loop, security: security, timeoutNanoseconds: timeoutNanoseconds)
            }
        }
        return try result.get()
    }
}

/// One request under way. Kept alive by its connection, and before that by the race for one.
private final class OneShotRequest: StreamHandler {
    private static let responseLimits = HTTPLimits(bodyBytesMax: 64 << 20)

    private var request: HTTPRequest
    private var decoder: HTTPResponseDecoder
    private var race: ConnectionRace?
    private var stream: StreamConnection?
    private var completion: ((Result<HTTPResponse, HTTPClientError>) -> Void)?

    init(_ request: HTTPRequest, completion: @escaping (Result<HTTPResponse, HTTPClientError>) -> Void) {
        self.request = request
        self.completion = completion
        decoder = HTTPResponseDecoder(isHead: request.method == "HEAD", limits: Self.responseLimits)
    }

    func start(
        _ endpoint: HTTPEndpoint, on loop: EventLoop, security: TLSClientContext?, timeoutNanoseconds: UInt64
    ) {
        request.headers.set("Connection", "close")
        if request.headers.first("host") == nil { request.headers.add("Host", endpoint.authority) }
        let race = ConnectionRace(to: endpoint, on: loop, limits: SendLimits(), security: security) { [self] result in
            connected(result)
        }
        self.race = race
        loop.schedule(afterNanoseconds: timeoutNanoseconds) { [weak self] _ in self?.timeOut() }
        race.start()
    }

    private func connected(_ result: Result<StreamConnection, HTTPClientError>) {
        race = nil
        switch result {
        case .failure(let error): finish(.failure(error))
        case .success(let stream):
            self.stream = stream
            stream.handler = self
            stream.send(HTTPRequestEncoder.encode(request))
        }
    }

    private func timeOut() {
        race?.cancel()
        race = nil
        stream?.close(.timedOut)
        finish(.failure(.timedOut))
    }

    func received(_ bytes: UnsafeMutableRawBufferPointer, on connection: StreamConnection) -> Int {
        switch decoder.decode(UnsafeRawBufferPointer(bytes)) {
        case .needMore(let consumed): return consumed
        case .response(let response, _): finish(.success(response))
        case .failure(let error): finish(.failure(.badResponse(error)))
        }
        end(connection)
        return bytes.count
    }

    /// In good order, unless the server has answered without waiting for the whole request.
    private func end(_ connection: StreamConnection) {
        if connection.bufferedBytes == 0 { connection.closeAfterFlush() } else { connection.close() }
    }

    func inputEnded(_ connection: StreamConnection) {
        if let response = decoder.end() { finish(.success(response)) }
        connection.close(.peerClosed)
    }

    func closed(_ connection: StreamConnection, reason: CloseReason) {
        stream = nil
        finish(.failure(HTTPClientError(reason)))
    }

    private func finish(_ result: Result<HTTPResponse, HTTPClientError>) {
        let completion = completion
        self.completion = nil
        completion?(result)
    }
}
