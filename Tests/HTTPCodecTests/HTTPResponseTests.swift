import HTTPCodec
import Testing

struct HTTPResponseTests {
    private func text(_ response: HTTPResponse, keepAlive: Bool = true, isHead: Bool = false) -> String {
        let encoded = HTTPResponseEncoder.encode(response, keepAlive: keepAlive, date: "D", isHead: isHead)
        return String(decoding: encoded, as: UTF8.self)
    }

    @Test func encodes() {
        #expect(
            text(HTTPResponse(status: 200, headers: ["A": "b", "content-length": "99"], body: bytes("hi")))
                == "HTTP/1.1 200 OK\r\nA: b\r\nDate: D\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nhi")
        #expect(
            text(HTTPResponse(status: 204, body: bytes("hi")), keepAlive: false)
                == "HTTP/1.1 204 No Content\r\nDate: D\r\nConnection: close\r\n\r\n")
        #expect(text(HTTPResponse(status: 304, body: bytes("hi"))).hasSuffix("keep-alive\r\n\r\n"))
        #expect(text(HTTPResponse(status: 200, body: bytes("hi")), isHead: true).hasSuffix("Length: 2\r\n\r\n"))
    }

    @Test func responseSplittingIsImpossible() {
        let response = HTTPResponse(status: 200, headers: ["A": "b\r\nSet-Cookie: x\0", "C\r\nD": "e", "": "f"])
        #expect(text(response).hasPrefix("HTTP/1.1 200 OK\r\nA: bSet-Cookie: x\r\nDate: D\r\n"))
    }

    @Test func decodesWhatItEncodes() {
        let response = HTTPResponse(status: 201, headers: ["X": "y"], body: bytes("body"))
        let input =
            HTTPResponseEncoder.continueResponse
            + HTTPResponseEncoder.encode(response, keepAlive: true, date: "D")
        for sizes in Splits.all(count: input.count, seed: 3) {
            var decoder = HTTPResponseDecoder()
            var kept: [UInt8] = []
            var start = 0
            var result: HTTPResponse?
            for size in sizes {
                kept += input[start..<start + size]
                start += size
                switch kept.withUnsafeBytes({ decoder.decode($0) }) {
                case .needMore(let consumed): kept.removeFirst(consumed)
                case .response(let decoded, _): result = decoded
                case .failure(let error): Issue.record("\(error)")
                }
            }
            #expect(result?.status == 201)
            #expect(result?.body == bytes("body"))
        }
    }

    @Test func responseUntilClose() {
        var decoder = HTTPResponseDecoder()
        let outcome = bytes("HTTP/1.1 200 \r\n\r\nrest").withUnsafeBytes { decoder.decode($0) }
        #expect(outcome == .needMore(consumed: 21))
        #expect(decoder.end()?.body == bytes("rest"))
    }

    @Test func dates() {
        #expect(HTTPDate.string(seconds: 784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(HTTPDate.string(seconds: 0) == "Thu, 01 Jan 1970 00:00:00 GMT")
        #expect(HTTPDate.string(seconds: 951_827_696) == "Tue, 29 Feb 2000 12:34:56 GMT")
        #expect(HTTPDate.string(seconds: 4_102_444_799) == "Thu, 31 Dec 2099 23:59:59 GMT")
    }
}
