import EventLoop
import HTTPCodec
import HTTPTransport
import Synchronization
import Testing
import TransportSecurity

final class Log<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])

    func add(_ element: Element) { elements.withLock { $0.append(element) } }
    var all: [Element] { elements.withLock { $0 } }
}

/// An application made of closures.
final class TestApplication: HTTPApplication {
    let onRequest: (HTTPRequest, HTTPExchange) -> Void
    var onUpgraded: (WebSocket) -> Void = { _ in }
    var onHead: (HTTPRequest) -> HTTPAdmission = { _ in .read }
    /// So that tests reach it through the loop's attachment.
    var server: HTTPServer?

    init(_ onRequest: @escaping (HTTPRequest, HTTPExchange) -> Void) { self.onRequest = onRequest }

    func handle(_ request: HTTPRequest, _ exchange: HTTPExchange) { onRequest(request, exchange) }
    func admit(_ head: HTTPRequest, from peerAddress: String) -> HTTPAdmission { onHead(head) }
    func upgraded(_ socket: WebSocket, request: HTTPRequest) { onUpgraded(socket) }
    func failure(status: Int, reason: String) -> HTTPResponse {
        HTTPResponse(status: status, headers: ["X-Shaped": "yes"], body: Array(reason.utf8))
    }
}

/// A WebSocket handler made of closures.
final class TestSocketHandler: WebSocketHandler {
    var onMessage: ([UInt8], WebSocket) -> Void = { bytes, socket in socket.sendText(bytes) }
    var onClosed: (UInt16?, WebSocket) -> Void = { _, _ in }

    func message(_ payload: UnsafeRawBufferPointer, isText: Bool, on socket: WebSocket) {
        onMessage(Array(payload), socket)
    }
    func closed(_ socket: WebSocket, code: UInt16?) { onClosed(code, socket) }
}

struct TestServer {
    let handle: LoopHandle
    let port: UInt16

    init(
        _ settings: HTTPServerSettings = HTTPServerSettings(), connections: ConnectionCounts = ConnectionCounts(),
        bodies: BodyBudget = BodyBudget(), security: TLSServerContext? = nil,
        _ makeApplication: @escaping @Sendable (EventLoop) -> TestApplication
    ) throws {
        let socket = try Listener.open(address: "127.0.0.1", port: 0)
        port = socket.port
        handle = try EventLoop.start(name: "test-http") { loop in
            let application = makeApplication(loop)
            let server = HTTPServer(
                loop: loop, application: application, settings: settings, connections: connections,
                bodies: bodies, security: security)
            application.server = server
            loop.attachment = application
            let listener = Listener(socket: socket) { _, accepted in server.accept(accepted) }
            do { try listener.start(on: loop) } catch { Issue.record("\(error)") }
        }
    }

    /// Answers `/echo` with the body, anything else with the path.
    static func plain(
        _ settings: HTTPServerSettings = HTTPServerSettings(), connections: ConnectionCounts = ConnectionCounts()
    ) throws -> TestServer {
        try TestServer(settings, connections: connections) { _ in
            TestApplication { request, exchange in
                let body = request.path == "/echo" ? request.body : Array(request.path.utf8)
                exchange.respond(HTTPResponse(status: 200, body: body))
            }
        }
    }

    /// Upgrades everything, with a handler from `make`.
    static func webSocket(
        _ settings: HTTPServerSettings = HTTPServerSettings(),
        _ make: @escaping @Sendable () -> TestSocketHandler = { TestSocketHandler() }
    ) throws -> TestServer {
        try TestServer(settings) { _ in
            TestApplication { _, exchange in exchange.upgrade(subprotocol: nil, handler: make()) }
        }
    }

    func stop() { handle.post { $0.stop() } }

    func withServer<Result: Sendable>(_ body: @escaping @Sendable (HTTPServer) -> Result) async throws -> Result {
        try #require(
            await handle.call { loop in (loop.attachment as? TestApplication)?.server.map { body($0) } })
    }
}
