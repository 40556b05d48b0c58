import EventLoop
import HTTPCodec
import HTTPTransport
import Testing

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// A body of given pieces. `later` stands for one that comes a little later.
private final class TestSource: HTTPBodySource {
    let byteCount: Int?
    private var pieces: [HTTPBodyPiece]
    private let asked: Log<Int>

    init(byteCount: Int? = nil, _ pieces: [HTTPBodyPiece], asked: Log<Int> = Log()) {
        self.byteCount = byteCount
        self.pieces = pieces
        self.asked = asked
    }

    var exchange: HTTPExchange?

    func next(bytesMax: Int) -> HTTPBodyPiece {
        asked.add(bytesMax)
        let piece = pieces.isEmpty ? .end : pieces.removeFirst()
        if piece == .later {
            EventLoop.current?.schedule(afterNanoseconds: 1) { [exchange] _ in exchange?.bodyIsReady() }
        }
        return piece
    }
}

@Suite(.timeLimit(.minutes(1)))
struct BodySourceTests {
    private static let get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n"

    private func serve(_ makeSource: @escaping @Sendable () -> TestSource) throws -> TestServer {
        try TestServer { _ in
            TestApplication { _, exchange in
                let source = makeSource()
                source.exchange = exchange
                exchange.respond(HTTPResponse(status: 200), body: source)
            }
        }
    }

    @Test func aBodyOfUnknownLengthIsChunked() throws {
        let server = try serve {
            TestSource([.bytes(bytes("he")), .later, .bytes([]), .bytes(bytes("llo")), .later, .end])
        }
        defer { server.stop() }
        let client = try Client(port: server.port)
        client.write(Self.get + Self.get)
        for _ in 0..<2 {
            let response = try #require(try client.response())
            #expect(response.headers.first("transfer-encoding") == "chunked")
            #expect(response.headers.first("content-length") == nil)
            #expect(response.body == bytes("hello"))
        }
    }

    @Test func inHTTP10ItEndsWithTheConnection() throws {
        let server = try serve { TestSource([.bytes(bytes("hello")), .later, .end]) }
        defer { server.stop() }
        let client = try Client(port: server.port)
        client.write("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        let answer = String(decoding: client.read(.max), as: UTF8.self)
        #expect(answer.hasSuffix("Connection: close\r\n\r\nhello"))
        #expect(!answer.contains("Transfer-Encoding"))
    }

    @Test func aKnownLengthIsTold() throws {
        let server = try serve { TestSource(byteCount: 5, [.bytes(bytes("he")), .later, .bytes(bytes("llo"))]) }
        defer { server.stop() }
        let client = try Client(port: server.port)
        client.write(Self.get + Self.get)
        for _ in 0..<2 {
            let response = try #require(try client.response())
            #expect(response.headers.first("content-length") == "5")
            #expect(response.body == bytes("hello"))
        }
    }

    @Test(arguments: [nil, 9] as [Int?])
    func aPartIsNotTakenForTheWhole(byteCount: Int?) throws {
        let pieces: [HTTPBodyPiece] = [.bytes(bytes("hello")), byteCount == nil ? .failed : .end]
        let server = try serve { TestSource(byteCount: byteCount, pieces) }
        defer { server.stop() }
        let client = try Client(port: server.port)
        client.write(Self.get)
        #expect(try client.response() == nil)
    }

    @Test func headAsksForNothing() throws {
        let asked = Log<Int>()
        let server = try serve { TestSource([.bytes(bytes("hello"))], asked: asked) }
        defer { server.stop() }
        let client = try Client(port: server.port)
        client.write("HEAD / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
        #expect(String(decoding: client.read(.max), as: UTF8.self).hasSuffix("\r\n\r\n"))
        #expect(asked.all.isEmpty)
    }

    /// Without a bound the whole body would lie in the queue of a client that does not read.
    @Test func aSlowReaderIsNotSentMoreThanItTakes() throws {
        let asked = Log<Int>()
        let (pieceBytes, count) = (64 << 10, 1_600)
        let server = try serve {
            TestSource(
                byteCount: pieceBytes * count,
                Array(repeating: .bytes([UInt8](repeating: 7, count: pieceBytes)), count: count), asked: asked)
        }
        defer { server.stop() }
        let slow = try Client(port: server.port), other = try Client(port: server.port)
        slow.write(Self.get)
        // By the time that the other has its first bytes, the loop has gone around for the slow one.
        other.write(Self.get)
        #expect(other.read(1 << 20).count == 1 << 20)
        #expect(asked.all.count < count)
        let head = slow.read(200).count
        #expect(head == 200)
        #expect(slow.read(pieceBytes * count - 200).count == pieceBytes * count - 200)
    }
}
