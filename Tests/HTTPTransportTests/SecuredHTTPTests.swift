import EventLoop
import HTTPCodec
import HTTPTransport
import TestSupport
import Testing
import TransportSecurity

/// https and wss from end to end.
@Suite(.timeLimit(.minutes(1)))
struct SecuredHTTPTests {
    private let authority: TestAuthority
    private let client: TLSClientContext

    init() throws {
        authority = try TestAuthority()
        client = try TLSClientContext(trust: .file(authority.certificatePath))
    }

    private func context(_ names: String, days: Int = 2) throws -> TLSServerContext {
        let issued = try authority.issue(names, days: days)
        return try TLSServerContext(certificatePath: issued.certificatePath, keyPath: issued.keyPath)
    }

    private func server(_ names: String = "DNS:localhost", days: Int = 2) throws -> TestServer {
        try TestServer(security: context(names, days: days)) { _ in
            TestApplication { request, exchange in
                if request.path == "/ws" {
                    exchange.upgrade(subprotocol: nil, handler: TestSocketHandler())
                } else {
                    exchange.respond(HTTPResponse(status: 200, body: request.body))
                }
            }
        }
    }

    private func get(_ host: String, _ server: TestServer, trusting: TLSClientContext? = nil) async -> HTTPClientError?
    {
        do {
            let endpoint = HTTPEndpoint(scheme: .https, host: host, port: server.port)
            let request = HTTPRequest(method: "GET", target: "/")
            _ = try await HTTPClient.send(request, to: endpoint, on: server.handle, security: trusting ?? client)
            return nil
        } catch {
            return error
        }
    }

    private static func kind(_ error: HTTPClientError?) -> StreamSecurityFailure.Kind? {
        guard case .insecure(let failure) = error else { return nil }
        return failure.kind
    }

    @Test func aRequestIsAnswered() async throws {
        let server = try server()
        defer { server.stop() }
        let request = HTTPRequest(method: "POST", target: "/echo", body: [UInt8](repeating: 5, count: 900_000))
        let response = try await HTTPClient.send(
            request, to: HTTPEndpoint(scheme: .https, host: "localhost", port: server.port), on: server.handle,
            security: client)
        #expect(response.body == request.body)
    }

    @Test func addressesHaveCertificatesToo() async throws {
        let server = try server("IP:127.0.0.1")
        defer { server.stop() }
        #expect(await get("127.0.0.1", server) == nil)
        #expect(Self.kind(await get("localhost", server)) == .wrongName)
    }

    @Test func wrongCertificatesAreNamed() async throws {
        let expired = try server(days: -1)
        defer { expired.stop() }
        #expect(Self.kind(await get("localhost", expired)) == .certificateExpired)
        let right = try server()
        defer { right.stop() }
        let other = try TestAuthority()
        let stranger = try TLSClientContext(trust: .file(other.certificatePath))
        #expect(Self.kind(await get("localhost", right, trusting: stranger)) == .unknownAuthority)
        withExtendedLifetime(other) {}
        let plain = try TestServer.plain()
        defer { plain.stop() }
        #expect(Self.kind(await get("localhost", plain)) == .notSecure)
    }

    @Test func aServerThatIsSilentIsNotWaitedForForEver() async throws {
        // The kernel takes connections on behalf of nobody.
        let socket = try Listener.open(address: "127.0.0.1", port: 0)
        let listener = Listener(socket: socket) { _, accepted in accepted.close() }
        defer { listener.stop() }
        let handle = try EventLoop.start(name: "test-client") { _ in }
        defer { handle.post { $0.stop() } }
        let endpoint = HTTPEndpoint(scheme: .https, host: "localhost", port: socket.port)
        await #expect(throws: HTTPClientError.timedOut) {
            try await HTTPClient.send(
                HTTPRequest(method: "GET", target: "/"), to: endpoint, on: handle, security: client,
                timeoutNanoseconds: 50_000_000)
        }
        let error: HTTPClientError? = await withCheckedContinuation { done in
            handle.post { [client] loop in
                let options = WebSocketClient.Options(
                    endpoint: endpoint, security: client, handshakeTimeout: 50_000_000)
                WebSocketClient.connect(options, on: loop, handler: TestSocketHandler()) { result in
                    if case .failure(let error) = result { done.resume(returning: error) }
                }
            }
        }
        #expect(error == .timedOut)
    }

    @Test func webSocketsAreSecured() async throws {
        let server = try server()
        defer { server.stop() }
        let (answers, report) = AsyncStream<[UInt8]>.makeStream()
        let options = WebSocketClient.Options(
            endpoint: HTTPEndpoint(scheme: .https, host: "localhost", port: server.port), security: client,
            target: "/ws")
        let token = try await Task(executorPreference: server.handle) { () throws -> UInt64 in
            let loop = try #require(EventLoop.current)
            let handler = TestSocketHandler()
            handler.onMessage = { bytes, _ in report.yield(bytes) }
            let socket = try await WebSocketClient.connect(options, on: loop, handler: handler)
            socket.sendText(Array("hello".utf8))
            socket.sendText([UInt8](repeating: 0x61, count: 100_000))
            return socket.token
        }.value
        var iterator = answers.makeAsyncIterator()
        #expect(await iterator.next() == Array("hello".utf8))
        #expect(await iterator.next()?.count == 100_000)
        await server.handle.call { _ in WebSocket.current(token: token)?.close(code: 1000, reason: "") }
    }

    @Test func aWebSocketToAWrongNameIsRefused() async throws {
        let server = try server("DNS:other.example")
        defer { server.stop() }
        let options = WebSocketClient.Options(
            endpoint: HTTPEndpoint(scheme: .https, host: "localhost", port: server.port), security: client,
            target: "/ws")
        let error: HTTPClientError? = await withCheckedContinuation { done in
            server.handle.post { loop in
                WebSocketClient.connect(options, on: loop, handler: TestSocketHandler()) { result in
                    if case .failure(let error) = result { done.resume(returning: error) }
                }
            }
        }
        #expect(Self.kind(error) == .wrongName)
    }

    /// Sends an answer whose body ends with the connection, in good order or not.
    private final class UntilClose: StreamHandler {
        let isOrderly: Bool

        init(isOrderly: Bool) { self.isOrderly = isOrderly }

        func received(_ bytes: UnsafeMutableRawBufferPointer, on connection: StreamConnection) -> Int {
            connection.send(Array("HTTP/1.1 200 OK\r\n\r\nhalf of it".utf8))
            if isOrderly {
                connection.closeAfterFlush()
            } else {
                // In the tick after that in which it leaves.
                connection.loop.schedule(afterNanoseconds: 0) { [token = connection.token] loop in
                    loop.schedule(afterNanoseconds: 0) { $0.connection(token)?.close() }
                }
            }
            return bytes.count
        }

        func closed(_ connection: StreamConnection, reason: CloseReason) {}
    }

    @Test(arguments: [true, false])
    func aBodyThatMayLackItsEndIsRefused(isOrderly: Bool) async throws {
        let context = try context("DNS:localhost")
        let socket = try Listener.open(address: "127.0.0.1", port: 0)
        let handle = try EventLoop.start(name: "test-cut") { loop in
            let listener = Listener(socket: socket) { loop, accepted in
                do {
                    try StreamConnection(adopting: accepted, on: loop, handler: UntilClose(isOrderly: isOrderly))
                        .secure(by: context.stream())
                } catch { Issue.record("\(error)") }
            }
            do { try listener.start(on: loop) } catch { Issue.record("\(error)") }
        }
        defer { handle.post { $0.stop() } }
        var outcome: Result<HTTPResponse, HTTPClientError>
        do {
            let endpoint = HTTPEndpoint(scheme: .https, host: "localhost", port: socket.port)
            let request = HTTPRequest(method: "GET", target: "/")
            outcome = .success(try await HTTPClient.send(request, to: endpoint, on: handle, security: client))
        } catch {
            outcome = .failure(error)
        }
        switch outcome {
        case .success(let response):
            #expect(isOrderly)
            #expect(response.body == Array("half of it".utf8))
        case .failure(let error):
            #expect(!isOrderly)
            #expect(error == .closed(.truncated))
        }
    }
}
