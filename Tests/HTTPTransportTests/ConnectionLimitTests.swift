import Basics
import EventLoop
import HTTPCodec
import HTTPTransport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ConnectionLimitTests {
    private static let get = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n"

    @Test func placesAreTakenAndGivenBack() throws {
        let counts = ConnectionCounts(limits: ConnectionLimits(perProcess: 2, perAddress: 1))
        let (one, other) = (try #require(IPAddress("2001:db8::1")), try #require(IPAddress("2001:db8::2")))
        #expect(counts.enter() && counts.enter())
        #expect(!counts.enter())
        counts.leave()
        #expect(counts.enter())
        #expect(counts.enter(one))
        #expect(!counts.enter(other), "the same customer")
        counts.leave(one)
        #expect(counts.addressCount == 0, "who is gone leaves nothing behind")
        #expect(counts.enter(other))
    }

    @Test func oneTooManyOfAnAddressIsToldSo() async throws {
        let counts = ConnectionCounts(limits: ConnectionLimits(perProcess: 10, perAddress: 2))
        let server = try TestServer.plain(connections: counts)
        defer { server.stop() }
        do {
            let clients = try (0..<2).map { _ in try Client(port: server.port) }
            for client in clients {
                client.write(Self.get)
                #expect(try client.response()?.status == 200)
            }
            let third = try Client(port: server.port)
            #expect(try third.response()?.status == 503)
            #expect(third.isAtEnd())
        }
        while try await server.withServer({ $0.connectionCount }) > 0 { await Task.yield() }
        #expect(counts.count == 0)
        #expect(counts.addressCount == 0)
    }

    @Test func oneTooManyOfTheProcessIsClosed() throws {
        let counts = ConnectionCounts(limits: ConnectionLimits(perProcess: 1, perAddress: 10))
        let server = try TestServer.plain(connections: counts)
        defer { server.stop() }
        let first = try Client(port: server.port)
        first.write(Self.get)
        #expect(try first.response()?.status == 200)
        #expect(try Client(port: server.port).isAtEnd())
    }

    @Test func onlySoManyAreToldAtOnce() throws {
        let counts = ConnectionCounts(limits: ConnectionLimits(perProcess: 10, perAddress: 0))
        let server = try TestServer.plain(HTTPServerSettings(refusalsMax: 1), connections: counts)
        defer { server.stop() }
        let told = try Client(port: server.port), notTold = try Client(port: server.port)
        #expect(notTold.isAtEnd())
        #expect(try told.response()?.status == 503)
    }

    @Test func aConnectionServesSoManyRequests() throws {
        let server = try TestServer.plain(HTTPServerSettings(requestsPerConnectionMax: 2))
        defer { server.stop() }
        let client = try Client(port: server.port)
        client.write(Self.get + Self.get + Self.get)
        #expect(try client.response()?.headers.first("connection") == "keep-alive")
        #expect(try client.response()?.headers.first("connection") == "close")
        #expect(client.isAtEnd())
    }

    @Test func aBodyThatIsRefusedIsNotRead() throws {
        let server = try TestServer { _ in
            let application = TestApplication { _, exchange in exchange.respond(HTTPResponse(status: 200)) }
            application.onHead = { head in head.path == "/no" ? .refuse(HTTPResponse(status: 403)) : .read }
            return application
        }
        defer { server.stop() }
        let client = try Client(port: server.port)
        let fields = " HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"
        client.write("POST /yes" + fields)
        #expect(client.read(HTTPResponseEncoder.continueResponse.count) == HTTPResponseEncoder.continueResponse)
        client.write("hi")
        #expect(try client.response()?.status == 200)
        client.write("POST /no" + fields)
        let response = try client.response()
        #expect(response?.status == 403)
        #expect(response?.headers.first("connection") == "close")
        #expect(client.isAtEnd())
    }

    /// Who may not send is told before the server has kept a long body, whether they wait for that or not.
    @Test func aLongBodyIsRefusedByItsHead() throws {
        let budget = BodyBudget(bytesMax: 200_000)
        let server = try TestServer(bodies: budget) { _ in
            let application = TestApplication { _, exchange in exchange.respond(HTTPResponse(status: 200)) }
            application.onHead = { head in
                switch head.path {
                case "/no": .refuse(HTTPResponse(status: 403))
                case "/unknown": .readWithinBudget
                default: .read
                }
            }
            return application
        }
        defer { server.stop() }
        let chunked = "Transfer-Encoding: chunked\r\n\r\n"
        func length(_ count: Int) -> String { "Content-Length: \(count)\r\n\r\n" }
        func text(_ count: Int) -> String { String(repeating: "x", count: count) }
        func chunk(_ count: Int) -> String { "\(String(count, radix: 16))\r\n\(text(count))\r\n" }
        for (path, rest, status) in [
            // Not even the first byte of the body is there.
            ("/no", length(70_000), 403),
            ("/no", chunked + chunk(60_000) + chunk(60_000), 403),
            ("/no", chunked + chunk(60_000) + "0\r\n\r\n", 200),
            ("/no", length(2) + "hi", 200),
            ("/unknown", length(200_001), 503),
            ("/unknown", length(200_000) + text(200_000), 200),
            ("/unknown", chunked + chunk(60_000) + "0\r\n\r\n", 200),
            // Its length is not known, so it counts for as long as it may be.
            ("/unknown", chunked + chunk(60_000) + chunk(60_000), 503),
            ("/known", length(900_000) + text(900_000), 200),
        ] {
            let client = try Client(port: server.port)
            client.write("POST \(path) HTTP/1.1\r\nHost: h\r\n")
            client.write(rest)
            #expect(try client.response()?.status == status, "\(path) \(rest.prefix(40).debugDescription)")
        }
        #expect(budget.takenBytes == 0)
    }

    @Test func whatIsUnderWayIsCountedUntilItsConnectionEnds() async throws {
        let budget = BodyBudget(bytesMax: 100_000)
        let server = try TestServer(bodies: budget) { _ in
            let application = TestApplication { _, exchange in exchange.respond(HTTPResponse(status: 200)) }
            application.onHead = { _ in .readWithinBudget }
            return application
        }
        defer { server.stop() }
        let head = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 70000\r\n\r\n"
        do {
            let first = try Client(port: server.port)
            first.write(head)
            while budget.takenBytes == 0 { await Task.yield() }
            let second = try Client(port: server.port)
            second.write(head)
            #expect(try second.response()?.status == 503)
            #expect(budget.takenBytes == 70_000)
        }
        while try await server.withServer({ $0.connectionCount }) > 0 { await Task.yield() }
        #expect(budget.takenBytes == 0)
    }

    @Test func theAnswerFindsTheClientThatTheProxyNames() throws {
        var settings = HTTPServerSettings()
        settings.trustedProxies = [try #require(IPNetwork("127.0.0.0/8"))]
        let server = try TestServer(settings) { _ in
            TestApplication { _, exchange in
                exchange.respond(HTTPResponse(status: 200, body: Array(exchange.peerAddress.utf8)))
            }
        }
        defer { server.stop() }
        let client = try Client(port: server.port)
        for (field, address) in [
            ("X-Forwarded-For: 192.0.2.1", "192.0.2.1"), ("X-Other: a", "127.0.0.1"),
            ("Forwarded: for=192.0.2.2", "192.0.2.2"),
        ] {
            client.write("GET / HTTP/1.1\r\nHost: h\r\n\(field)\r\n\r\n")
            #expect(try client.response().map { String(decoding: $0.body, as: UTF8.self) } == address)
        }
    }
}
