import EventLoop
import HTTPCodec
import HTTPTransport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct WebSocketTests {
    @Test func echoes() throws {
        let server = try TestServer.webSocket()
        defer { server.stop() }
        let client = try Client(port: server.port)
        try client.upgrade()
        let long = String(repeating: "\u{20ac}", count: 50_000)
        for message in ["a", "", long] {
            client.write(text(message))
            #expect(client.read(plain(message).count) == plain(message))
        }
        client.write(masked(.ping, [1, 2, 3]))
        #expect(client.read(5) == [0x8A, 3, 1, 2, 3])
    }

    @Test func whatStandsRightBehindTheHandshakeIsDelivered() throws {
        let server = try TestServer.webSocket()
        defer { server.stop() }
        let client = try Client(port: server.port)
        try client.upgrade(more: text("one") + text("two"))
        #expect(client.read(10) == plain("one") + plain("two"))
    }

    @Test func alsoWhenTheUpgradeTakesItsTime() throws {
        let server = try TestServer { _ in
            TestApplication { _, exchange in
                EventLoop.current?.schedule(afterNanoseconds: 3_000_000) { _ in
                    exchange.upgrade(subprotocol: nil, handler: TestSocketHandler())
                }
            }
        }
        defer { server.stop() }
        let client = try Client(port: server.port)
        try client.upgrade(more: text("one") + text("two"))
        #expect(client.read(10) == plain("one") + plain("two"))
    }

    @Test func aPauseInUpgradedHolds() async throws {
        let tokens = Log<UInt64>(), messages = Log<[UInt8]>()
        let server = try TestServer { _ in
            let application = TestApplication { _, exchange in
                EventLoop.current?.schedule(afterNanoseconds: 1_000_000) { _ in
                    let handler = TestSocketHandler()
                    handler.onMessage = { bytes, socket in
                        messages.add(bytes)
                        socket.sendText(bytes)
                    }
                    exchange.upgrade(subprotocol: nil, handler: handler)
                }
            }
            application.onUpgraded = { socket in
                socket.pauseReading()
                tokens.add(socket.token)
            }
            return application
        }
        defer { server.stop() }
        let client = try Client(port: server.port)
        try client.upgrade(more: text("one"))
        let token = tokens.all[0]
        for _ in 0..<5 { await server.handle.call { _ in } }
        #expect(messages.all.isEmpty)
        await server.handle.call { _ in WebSocket.current(token: token)?.resumeReading() }
        #expect(client.read(5) == plain("one"))
    }

    @Test func pausingWithinABurstHoldsTheNextMessage() throws {
        let server = try TestServer.webSocket {
            let handler = TestSocketHandler()
            var isBusy = false
            handler.onMessage = { bytes, socket in
                #expect(!isBusy)
                isBusy = true
                socket.pauseReading()
                let token = socket.token
                socket.loop.schedule(afterNanoseconds: 100_000) { _ in
                    isBusy = false
                    let socket = WebSocket.current(token: token)
                    socket?.sendText(bytes)
                    socket?.resumeReading()
                }
            }
            return handler
        }
        defer { server.stop() }
        let client = try Client(port: server.port)
        try client.upgrade()
        let messages = (0..<300).map { "message \($0)" }
        client.write(messages.flatMap(text))
        let expected = messages.flatMap(plain)
        #expect(client.read(expected.count) == expected)
    }

    @Test func theClosingHandshake() async throws {
        let (codes, report) = AsyncStream<UInt16?>.makeStream()
        let server = try TestServer.webSocket {
            let handler = TestSocketHandler()
            handler.onMessage = { _, socket in socket.close(code: 4001, reason: "enough") }
            handler.onClosed = { code, _ in report.yield(code) }
            return handler
        }
        defer { server.stop() }
        var iterator = codes.makeAsyncIterator()
        // Begun by the client.
        let first = try Client(port: server.port)
        try first.upgrade()
        first.write(masked(.close, WebSocketEncoder.closePayload(code: 3999, reason: "bye")))
        #expect(first.read(4) == [0x88, 2, 0x0F, 0x9F])
        #expect(first.isAtEnd())
        #expect(await iterator.next() == 3999)
        // Begun by the server; what comes before the client's close frame is dropped.
        let second = try Client(port: server.port)
        try second.upgrade()
        second.write(text("a") + text("b"))
        #expect(second.read(10) == [0x88, 8, 0x0F, 0xA1] + Array("enough".utf8))
        second.write(text("c") + masked(.close, [0x0F, 0xA1]))
        #expect(second.isAtEnd())
        #expect(await iterator.next() == 4001)
        // Broken off.
        var third: Client? = try Client(port: server.port)
        try third?.upgrade()
        third = nil
        #expect(await iterator.next() == .some(nil))
        // Against the rules.
        let fourth = try Client(port: server.port)
        try fourth.upgrade()
        fourth.write([0x81, 1, 0x61])
        #expect(fourth.read(4).suffix(2) == [0x03, 0xEA])
        #expect(await iterator.next() == 1002)
    }

    @Test func aPeerThatDoesNotAnswerTheCloseIsDropped() async throws {
        let (reasons, report) = AsyncStream<CloseReason?>.makeStream()
        let timeouts = HTTPTimeouts(closeHandshake: 10_000_000)
        let server = try TestServer.webSocket(HTTPServerSettings(timeouts: timeouts)) {
            let handler = TestSocketHandler()
            handler.onMessage = { _, socket in socket.close(code: 1000, reason: "") }
            handler.onClosed = { _, socket in report.yield(socket.closeReason) }
            return handler
        }
        defer { server.stop() }
        let client = try Client(port: server.port)
        try client.upgrade()
        client.write(text("a"))
        #expect(await reasons.first { _ in true } == .timedOut)
        #expect(client.read(100).count == 4)
    }

    @Test func aSilentPeerIsPingedAndThenDropped() async throws {
        let (reasons, report) = AsyncStream<CloseReason?>.makeStream()
        let timeouts = HTTPTimeouts(webSocketPing: 1_000_000, webSocketSilence: 1_500_000_000)
        let server = try TestServer.webSocket(HTTPServerSettings(timeouts: timeouts)) {
            let handler = TestSocketHandler()
            handler.onClosed = { _, socket in report.yield(socket.closeReason) }
            return handler
        }
        defer { server.stop() }
        let client = try Client(port: server.port)
        try client.upgrade()
        #expect(client.read(2) == [0x89, 0])
        #expect(client.isAtEnd())
        #expect(await reasons.first { _ in true } == .timedOut)
    }

    @Test func aReaderThatDoesNotReadIsClosed() async throws {
        let (reasons, report) = AsyncStream<CloseReason?>.makeStream()
        let server = try TestServer.webSocket {
            let handler = TestSocketHandler()
            handler.onMessage = { _, socket in Self.flood(socket.token) }
            handler.onClosed = { _, socket in report.yield(socket.closeReason) }
            return handler
        }
        defer { server.stop() }
        let client = try Client(port: server.port)
        try client.upgrade()
        client.write(text("go"))
        #expect(await reasons.first { _ in true } == .overflow)
        _ = client
    }

    /// One frame each tick, encoded once.
    private static func flood(_ token: UInt64) {
        guard let socket = WebSocket.current(token: token) else { return }
        let frame = WebSocketEncoder.frame(.binary, [UInt8](repeating: 0, count: 50_000))
        if socket.sendFrames(frame) == .overflow { return }
        socket.loop.schedule(afterNanoseconds: 0) { _ in flood(token) }
    }

    @Test func requestsThatAreNoUpgradesAreRefused() throws {
        let server = try TestServer.webSocket()
        defer { server.stop() }
        for (headers, status) in [
            ("", 426), ("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 8\r\n", 426),
            ("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n", 400),
        ] {
            let client = try Client(port: server.port)
            client.write("GET / HTTP/1.1\r\nHost: h\r\n\(headers)\r\n")
            #expect(try client.response()?.status == status)
            #expect(client.isAtEnd())
        }
    }

    @Test func clientAndServerTalk() async throws {
        let server = try TestServer.webSocket()
        defer { server.stop() }
        let other = try EventLoop.start(name: "test-client") { _ in }
        defer { other.post { $0.stop() } }
        let (answers, report) = AsyncStream<[UInt8]>.makeStream()
        let port = server.port
        let token = try await Task(executorPreference: other) { () throws -> UInt64 in
            let loop = try #require(EventLoop.current)
            let handler = TestSocketHandler()
            handler.onMessage = { bytes, _ in report.yield(bytes) }
            let options = WebSocketClient.Options(endpoint: HTTPEndpoint(address: "127.0.0.1", port: port))
            let socket = try await WebSocketClient.connect(options, on: loop, handler: handler)
            socket.sendText(Array("hello".utf8))
            socket.sendBinary([UInt8](repeating: 0x61, count: 100_000))
            return socket.token
        }.value
        var iterator = answers.makeAsyncIterator()
        #expect(await iterator.next() == Array("hello".utf8))
        #expect(await iterator.next()?.count == 100_000)
        await other.call { _ in WebSocket.current(token: token)?.close(code: 1000, reason: "") }
        try await server.withServer { $0.closeWebSockets(code: 1001, reason: "") }
    }

    @Test func theClientIsToldOfARefusal() async throws {
        let server = try TestServer.plain()
        defer { server.stop() }
        let port = server.port
        let status = await withCheckedContinuation { done in
            server.handle.post { loop in
                let options = WebSocketClient.Options(endpoint: HTTPEndpoint(address: "127.0.0.1", port: port))
                WebSocketClient.connect(options, on: loop, handler: TestSocketHandler()) { result in
                    if case .failure(.badResponse(let error)) = result { done.resume(returning: error.status) }
                }
            }
        }
        #expect(status == 200)
    }
}
