import Basics
import HTTPCodec
import TestSupport
import Testing

/// What a decoder makes of a whole input.
struct Decoded: Equatable {
    var requests: [HTTPRequest] = []
    var error: HTTPDecodeError?
    var expectedContinue = false

    /// Feeds `input` in pieces of the given sizes, keeping what is left unconsumed as a transport does.
    init(_ input: [UInt8], sizes: [Int], limits: HTTPLimits) {
        var decoder = HTTPRequestDecoder(limits: limits)
        var kept: [UInt8] = []
        var start = 0
        for size in sizes {
            kept += input[start..<start + size]
            start += size
            var again = true
            while again {
                switch kept.withUnsafeBytes({ decoder.decode($0) }) {
                case .needMore(let consumed):
                    kept.removeFirst(consumed)
                    again = false
                    if decoder.expectsContinue { expectedContinue = true }
                case .request(let request, let consumed):
                    kept.removeFirst(consumed)
                    requests.append(request)
                    again = !kept.isEmpty
                case .failure(let failure):
                    error = failure
                    return
                }
            }
        }
    }
}

/// Decodes `text` in every way of cutting it, and expects the same each time.
func decode(_ input: [UInt8], limits: HTTPLimits = HTTPLimits(), seed: UInt64 = 42) -> Decoded {
    let ways = Splits.all(count: input.count, seed: seed)
    let whole = Decoded(input, sizes: ways[0], limits: limits)
    for sizes in ways.dropFirst() {
        var other = Decoded(input, sizes: sizes, limits: limits)
        other.expectedContinue = whole.expectedContinue
        #expect(other == whole, "seed \(seed), sizes \(sizes.prefix(40))")
    }
    return whole
}

func decode(_ text: String, limits: HTTPLimits = HTTPLimits()) -> Decoded { decode(bytes(text), limits: limits) }

struct HTTPRequestDecoderTests {
    @Test func plainRequest() throws {
        let decoded = decode("GET /a/b?x=1&y=%20z HTTP/1.1\r\nHost: h\r\nX-Two:  spaced \t\r\n\r\n")
        #expect(decoded.error == nil)
        let request = try #require(decoded.requests.first)
        #expect(request.method == "GET")
        #expect(request.path == "/a/b")
        #expect(request.query == "x=1&y=%20z")
        #expect(request.headers.first("x-tWO") == "spaced")
        #expect(request.keepAlive)
        #expect(request.queryItems?.map(\.value) == ["1", " z"])
    }

    @Test func pipelinedRequestsOfEveryFraming() {
        let decoded = decode(
            "POST /1 HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello"
                + "POST /2 HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3;a=b\r\nabc\r\n00A\r\n0123456789\r\n0\r\nT: v\r\n\r\n"
                + "\r\nGET /3 HTTP/1.1\r\nHost: h\r\n\r\n")
        #expect(decoded.error == nil)
        #expect(decoded.requests.map(\.path) == ["/1", "/2", "/3"])
        #expect(decoded.requests.map { String(decoding: $0.body, as: UTF8.self) } == ["hello", "abc0123456789", ""])
    }

    static let accepted: [(String, String, Bool)] = [
        ("GET / HTTP/1.0\r\n\r\n", "/", false),
        ("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", "/", true),
        ("GET / HTTP/1.1\r\nHost:\r\nConnection: x, CLOSE\r\n\r\n", "/", false),
        ("GET http://h HTTP/1.1\r\nHost: h\r\n\r\n", "/", true),
        ("GET HTTP://h/p?q HTTP/1.1\r\nHost: h\r\n\r\n", "/p", true),
        ("GET http://h?q HTTP/1.1\r\nHost: h\r\n\r\n", "/", true),
        ("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", "*", true),
        ("GET //x HTTP/1.1\r\nHost: h\r\n\r\n", "//x", true),
        ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n", "/", true),
        ("GET / HTTP/1.1\r\nHost: [::1]:80\r\nX: \u{fc}\r\n\r\n", "/", true),
    ]

    @Test func accepts() throws {
        for (input, path, keepAlive) in Self.accepted {
            let decoded = decode(input)
            #expect(decoded.error == nil)
            let request = try #require(decoded.requests.first)
            #expect(request.path == path)
            #expect(request.keepAlive == keepAlive)
        }
    }

    @Test func limits() {
        let limits = HTTPLimits(
            headBytesMax: 200, fieldsMax: 3, targetBytesMax: 50, bodyBytesMax: 10, chunkExtensionBytesMax: 8,
            trailerBytesMax: 6)
        func status(_ text: String) -> Int? { decode(text, limits: limits).error?.status }
        let many = String(repeating: "a", count: 300)
        #expect(status("GET /\(many)") == 414)
        #expect(status("GET /\(many.prefix(60)) HTTP/1.1\r\nHost: a\r\n\r\n") == 414)
        #expect(status("GET / HTTP/1.1\r\nHost: a\r\nX: \(many)") == 431)
        #expect(status("GET / HTTP/1.1\r\nHost: a\r\nA:\r\nB:\r\nC:\r\n\r\n") == 431)
        #expect(status("GET / HTTP/1.1\r\nHost: a\r\nA:\r\nB:\r\n\r\n") == nil)
        let chunked = "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        #expect(status(chunked + "6\r\n123456\r\n5\r\n") == 413)
        #expect(status(chunked + "5\r\n12345\r\n5\r\n12345\r\n0\r\n\r\n") == nil)
        #expect(status(chunked + "1;aaaaaaaaaaaaa\r\n") == 400)
        #expect(status(chunked + "1;aaa\r\na\r\n1;aaa\r\na\r\n0\r\n\r\n") == nil)
        #expect(status(chunked + "1;aaa\r\na\r\n1;aaaa\r\n") == 400)
        #expect(status(chunked + "0\r\nA:b\r\n\r\n") == nil)
        #expect(status(chunked + "0\r\nA:bcdef\r\n\r\n") == 431)
        // The head's limit counts its closing empty line.
        let head = "GET / HTTP/1.1\r\nHost: a\r\nA: "
        let exact = head + String(repeating: "x", count: 200 - head.utf8.count - 4)
        #expect(status(exact + "\r\n\r\n") == nil)
        #expect(status(exact + "x\r\n\r\n") == 431)
    }

    @Test func largeBodyIsTakenAsItComes() throws {
        let body = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let input = bytes("PUT /f HTTP/1.1\r\nHost: h\r\nContent-Length: \(body.count)\r\n\r\n") + body
        var decoder = HTTPRequestDecoder()
        var kept: [UInt8] = []
        for start in stride(from: 0, to: input.count, by: 32_768) {
            kept += input[start..<min(start + 32_768, input.count)]
            switch kept.withUnsafeBytes({ decoder.decode($0) }) {
            case .needMore(let consumed): kept.removeFirst(consumed)
            case .request(let request, let consumed):
                #expect(request.body == body)
                kept.removeFirst(consumed)
                return #expect(kept.isEmpty)
            case .failure(let error): Issue.record("\(error)")
            }
            #expect(kept.count < 16_384)
        }
        Issue.record("no request")
    }

    @Test func expectContinue() {
        let input = bytes("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\nhi")
        #expect(!Decoded(input, sizes: [input.count], limits: HTTPLimits()).expectedContinue)
        let apart = Decoded(input, sizes: [input.count - 2, 2], limits: HTTPLimits())
        #expect(apart.expectedContinue)
        #expect(apart.requests.count == 1)
    }

    @Test func randomBytesNeverTrap() {
        var generator = SplitMix64(seed: 7)
        let alphabet = bytes("GET / HTTP/1.1\r\nHost: a\r\n:\r\n\r\n0;\u{0}Transfer-Encoding: chunked")
        for _ in 0..<3000 {
            let count = Int.random(in: 1...120, using: &generator)
            let input = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            _ = decode(input, seed: generator.next())
        }
    }

    @Test func pathsAndQueries() {
        func segments(_ target: String) -> [String]? { HTTPRequest(method: "GET", target: target).pathSegments }
        #expect(segments("/v1/a%2Fb/%C3%BC") == ["v1", "a/b", "\u{fc}"])
        #expect(segments("/") == [""])
        #expect(segments("/a/") == ["a", ""])
        #expect(segments("/%") == nil)
        #expect(segments("/%4") == nil)
        #expect(segments("/%zz") == nil)
        #expect(segments("/%ff") == nil)
        let request = HTTPRequest(method: "GET", target: "/?a=b+c&d&=e&f=%26%3d")
        #expect(request.queryItems?.map(\.name) == ["a", "d", "", "f"])
        #expect(request.queryItems?.map(\.value) == ["b c", "", "e", "&="])
        #expect(HTTPRequest(method: "GET", target: "/?a=%f").queryItems == nil)
        #expect(PercentEncoding.decode(PercentEncoding.encode("a/\u{fc} ~%")) == "a/\u{fc} ~%")
    }
}
