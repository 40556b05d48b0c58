internal import HTTPCodec

/// A chunked body (RFC 9112 §7.1) behind a head that is right, against a second reader that knows only the plain form.
enum HTTPChunkedTarget {
    private static let head = Array("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)

    static func run(_ input: [UInt8]) {
        let request = head + input
        let whole = HTTPRequestTarget.decode(request, in: [request.count])
        for sizes in Cuts.all(of: request) {
            expect(HTTPRequestTarget.decode(request, in: sizes) == whole, "pieces \(sizes) give something else")
        }
        guard let plain = PlainChunks(input) else { return }
        guard case .request(let decoded)? = whole.first else {
            return expect(plain.isLarge, "refuses plain chunks: \(whole)")
        }
        expect(decoded.body == plain.body, "the body is \(decoded.body), not \(plain.body)")
    }
}

/// Chunks without extensions and trailers, read in the most obvious way. What follows the last one is not looked at.
private struct PlainChunks {
    var body: [UInt8] = []
    /// More than the target's small limit.
    var isLarge: Bool { body.count > HTTPRequestTarget.limits.bodyBytesMax }

    init?(_ input: [UInt8]) {
        var rest = input[...]
        while true {
            let digits = rest.prefix { $0 != 0x0D }
            guard (1...8).contains(digits.count), let size = Int(String(decoding: digits, as: UTF8.self), radix: 16),
                digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-")
            else { return nil }
            rest = rest.dropFirst(digits.count)
            guard Self.takeLineEnd(&rest), rest.count >= size else { return nil }
            body += rest.prefix(size)
            rest = rest.dropFirst(size)
            guard Self.takeLineEnd(&rest) else { return nil }
            if size == 0 { return }
        }
    }

    private static func takeLineEnd(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.starts(with: [0x0D, 0x0A]) else { return false }
        rest = rest.dropFirst(2)
        return true
    }
}
