public import EventLoop
public import HTTPCodec

/// Requests for tools and tests: one connection each, no pool, no redirects, no TLS.
public enum HTTPClient {
    /// Sends `request` and awaits the answer. Callable from anywhere; the work is done on `loop`.
    ///
    /// `Host` is added when missing, and `Connection: close`.
    public static func send(
        _ request: HTTPRequest, to endpoint: HTTPEndpoint, on loop: LoopHandle,
        timeoutNanoseconds: UInt64 = 30_000_000_000
    ) async throws(HTTPClientError) -> HTTPResponse {
        let result: Result<HTTPResponse, HTTPClientError> = await withCheckedContinuation { continuation in
            loop.post { loop in
                OneShotRequest(request) { continuation.resume(returning: $0) }
                    .start(endpoint, on: loop, timeoutNanoseconds: timeoutNanoseconds)
            }
        }
        return try result.get()
    }
}

/// One request under way. Kept alive by its connection.
private final class OneShotRequest: StreamHandler {
    private static let responseLimits = HTTPLimits(bodyBytesMax: 64 << 20)

    private var request: HTTPRequest
    private var decoder: HTTPResponseDecoder
    private var completion: ((Result<HTTPResponse, HTTPClientError>) -> Void)?

    init(_ request: HTTPRequest, completion: @escaping (Result<HTTPResponse, HTTPClientError>) -> Void) {
        self.request = request
        self.completion = completion
        decoder = HTTPResponseDecoder(isHead: request.method == "HEAD", limits: Self.responseLimits)
    }

    func start(_ endpoint: HTTPEndpoint, on loop: EventLoop, timeoutNanoseconds: UInt64) {
        request.headers.set("Connection", "close")
        if request.headers.first("host") == nil { request.headers.add("Host", endpoint.host) }
        do {
            let stream = try StreamConnection.connect(
                address: endpoint.address, port: endpoint.port, on: loop, handler: self)
            stream.send(HTTPRequestEncoder.encode(request))
            loop.schedule(afterNanoseconds: timeoutNanoseconds) { [token = stream.token] loop in
                loop.connection(token)?.close(.timedOut)
            }
        } catch {
            finish(.failure(.cannotConnect(error)))
        }
    }

    func received(_ bytes: UnsafeMutableRawBufferPointer, on connection: StreamConnection) -> Int {
        switch decoder.decode(UnsafeRawBufferPointer(bytes)) {
        case .needMore(let consumed): return consumed
        case .response(let response, _): finish(.success(response))
        case .failure(let error): finish(.failure(.badResponse(error)))
        }
        connection.close()
        return bytes.count
    }

    func inputEnded(_ connection: StreamConnection) {
        if let response = decoder.end() { finish(.success(response)) }
        connection.close(.peerClosed)
    }

    func closed(_ connection: StreamConnection, reason: CloseReason) {
        finish(.failure(reason == .timedOut ? .timedOut : .closed(reason)))
    }

    private func finish(_ result: Result<HTTPResponse, HTTPClientError>) {
        let completion = completion
        self.completion = nil
        completion?(result)
    }
}
