import EventLoop
import HTTPCodec
import HTTPTransport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct HTTPServerTests {
    private func get(_ path: String) -> String { "GET \(path) HTTP/1.1\r\nHost: h\r\n\r\n" }

    private func body(_ response: HTTPResponse?) -> String? {
        response.map { String(decoding: $0.body, as: UTF8.self) }
    }

    @Test func keepsTheConnectionForFurtherRequests() throws {
        let server = try TestServer.plain()
        defer { server.stop() }
        let client = try Client(port: server.port)
        for path in ["/a", "/b", "/c"] {
            client.write(get(path))
            let response = try client.response()
            #expect(body(response) == path)
            #expect(response?.headers.first("connection") == "keep-alive")
            #expect(response?.headers.first("date")?.hasSuffix(" GMT") == true)
        }
        client.write("GET /d HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
        #expect(try client.response()?.headers.first("connection") == "close")
        #expect(client.isAtEnd())
    }

    @Test func pipelinedRequestsAreAnsweredInOrder() throws {
        // The first answers are the last to be ready.
        let server = try TestServer { _ in
            TestApplication { request, exchange in
                let delay: UInt64 = request.path.count > 3 ? 0 : 2_000_000
                let response = HTTPResponse(status: 200, body: Array(request.path.utf8))
                if request.path.count == 4 { return exchange.respond(response) }
                EventLoop.current?.schedule(afterNanoseconds: delay) { _ in exchange.respond(response) }
            }
        }
        defer { server.stop() }
        let client = try Client(port: server.port)
        let paths = (0..<60).map { "/\($0 * 37)" }
        client.write(paths.map(get).joined())
        for path in paths { #expect(body(try client.response()) == path) }
    }

    @Test func aTaskOnTheLoopAnswersAfterAnAwait() throws {
        let server = try TestServer { loop in
            let other = loop.handle
            return TestApplication { request, exchange in
                Task(executorPreference: exchange.loop) {
                    await Task.yield()
                    #expect(other.isOnLoop)
                    exchange.respond(HTTPResponse(status: 200, body: Array(request.path.utf8)))
                    // Answered twice: the second is dropped.
                    exchange.respond(HTTPResponse(status: 500))
                }
            }
        }
        defer { server.stop() }
        let client = try Client(port: server.port)
        client.write(get("/one") + get("/two"))
        #expect(body(try client.response()) == "/one")
        #expect(body(try client.response()) == "/two")
    }

    @Test func anotherThreadMayAnswer() throws {
        let other = try EventLoop.start(name: "test-other") { _ in }
        let server = try TestServer { _ in
            TestApplication { _, exchange in other.post { _ in exchange.respond(HTTPResponse(status: 202)) } }
        }
        defer {
            server.stop()
            other.post { $0.stop() }
        }
        let client = try Client(port: server.port)
        client.write(get("/"))
        #expect(try client.response()?.status == 202)
    }

    @Test func bodiesLargerThanAnyBuffer() throws {
        let server = try TestServer.plain()
        defer { server.stop() }
        let client = try Client(port: server.port)
        let data = (0..<900_000).map { UInt8(truncatingIfNeeded: $0 &* 13) }
        client.write("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: \(data.count)\r\n\r\n")
        client.write(data)
        #expect(try client.response()?.body == data)
    }

    @Test func expectContinueIsAnsweredBeforeTheBody() throws {
        let server = try TestServer.plain()
        defer { server.stop() }
        let client = try Client(port: server.port)
        client.write("POST /echo HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
        let interim = HTTPResponseEncoder.continueResponse
        #expect(client.read(interim.count) == interim)
        client.write("hi")
        #expect(body(try client.response()) == "hi")
    }

    @Test func badInputIsAnsweredByTheApplicationAndClosed() throws {
        let server = try TestServer.plain()
        defer { server.stop() }
        let tooLong = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999\r\n\r\n"
        for (input, status) in [
            ("nonsense\r\n\r\n", 400), ("GET / HTTP/3.0\r\nHost: h\r\n\r\n", 505),
            (tooLong + String(repeating: "x", count: 90_000), 413),
            ("GET /\(String(repeating: "a", count: 20_000))", 414),
        ] {
            let client = try Client(port: server.port)
            client.write(input)
            let response = try client.response()
            #expect(response?.status == status)
            #expect(response?.headers.first("x-shaped") == "yes")
            #expect(client.isAtEnd())
        }
    }

    @Test func deadlines() throws {
        let timeouts = HTTPTimeouts(head: 1_000_000, body: 1_000_000, exchange: 1_000_000, idle: 1_000_000)
        let server = try TestServer(HTTPServerSettings(timeouts: timeouts)) { _ in
            TestApplication { request, exchange in
                if request.path == "/never" { return }
                exchange.respond(HTTPResponse(status: 200))
            }
        }
        defer { server.stop() }
        let cases: [(String, Int?)] = [
            ("", nil), ("GET / HT", 408), ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nx", 408),
            (get("/never"), 503), (get("/idle"), 200),
        ]
        let clients = try cases.map { input, _ in
            let client = try Client(port: server.port)
            client.write(input)
            return client
        }
        for (client, (input, status)) in zip(clients, cases) {
            #expect(try client.response()?.status == status, "\(input)")
            #expect(client.isAtEnd())
        }
    }

    @Test func drainClosesIdleConnectionsAndFinishesOthers() async throws {
        let exchanges = Log<HTTPExchange>()
        let server = try TestServer { _ in
            TestApplication { request, exchange in
                if request.path == "/slow" { return exchanges.add(exchange) }
                exchange.respond(HTTPResponse(status: 200))
            }
        }
        defer { server.stop() }
        let idle = try Client(port: server.port), busy = try Client(port: server.port)
        idle.write(get("/"))
        #expect(try idle.response()?.status == 200)
        busy.write(get("/slow"))
        while exchanges.all.isEmpty { await Task.yield() }
        #expect(try await server.withServer { $0.connectionCount } == 2)
        let (empty, report) = AsyncStream<Void>.makeStream()
        try await server.withServer { server in
            server.onEmpty = { report.yield() }
            server.beginDrain()
        }
        #expect(idle.isAtEnd())
        exchanges.all[0].respond(HTTPResponse(status: 200))
        #expect(try busy.response()?.headers.first("connection") == "close")
        #expect(busy.isAtEnd())
        // These clients do not end their side: the server waits for that a little, not for ever.
        await empty.first { true }
        #expect(try await server.withServer { $0.connectionCount } == 0)
    }

    @Test func theClientSendsAndReceives() async throws {
        let server = try TestServer.plain()
        defer { server.stop() }
        let endpoint = HTTPEndpoint(address: "127.0.0.1", port: server.port)
        let request = HTTPRequest(method: "POST", target: "/echo", body: [UInt8](repeating: 5, count: 300_000))
        let response = try await HTTPClient.send(request, to: endpoint, on: server.handle)
        #expect(response.status == 200)
        #expect(response.body == request.body)
        await #expect(throws: HTTPClientError.self) {
            try await HTTPClient.send(
                request, to: HTTPEndpoint(address: "127.0.0.1", port: 1), on: server.handle)
        }
    }
}
