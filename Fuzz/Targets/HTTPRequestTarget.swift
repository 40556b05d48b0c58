internal import HTTPCodec

/// Requests: however they arrive the same ones come out, and what comes out can be written and read again.
enum HTTPRequestTarget {
    /// Small, so that the limits are reached too.
    static let limits = HTTPLimits(
        headBytesMax: 512, fieldsMax: 12, targetBytesMax: 128, bodyBytesMax: 256, chunkExtensionBytesMax: 32,
        trailerBytesMax: 64)

    enum Seen: Equatable {
        case request(HTTPRequest)
        case failure(HTTPDecodeError)
    }

    static func run(_ input: [UInt8]) {
        let whole = decode(input, in: [input.count])
        for sizes in Cuts.all(of: input) {
            let pieces = decode(input, in: sizes)
            expect(pieces == whole, "pieces \(sizes) give \(pieces), the whole gives \(whole)")
        }
        for case .request(let request) in whole { check(request) }
    }

    static func decode(_ input: [UInt8], in sizes: [Int]) -> [Seen] {
        var decoder = HTTPRequestDecoder(limits: limits)
        var seen: [Seen] = []
        Cuts.feed(input, in: sizes) { bytes in
            switch decoder.decode(UnsafeRawBufferPointer(bytes)) {
            case .needMore(let consumed): return consumed
            case .request(let request, let consumed):
                seen.append(.request(request))
                return consumed
            case .failure(let error):
                expect((400...599).contains(error.status), "refused with \(error.status)")
                seen.append(.failure(error))
                return nil
            }
        }
        return seen
    }

    private static func check(_ request: HTTPRequest) {
        expect(request.body.count <= limits.bodyBytesMax, "a body of \(request.body.count) bytes")
        expect(request.headers.fields.count <= limits.fieldsMax, "\(request.headers.fields.count) fields")
        for field in request.headers.fields { check(field) }
        _ = request.pathSegments
        _ = request.queryItems
        var plain = request
        plain.headers = withoutFraming(request.headers)
        guard plain.version == .http11 else { return }
        var decoder = HTTPRequestDecoder()
        let written = HTTPRequestEncoder.encode(plain)
        guard case .request(var again, let consumed) = written.withUnsafeBytes({ decoder.decode($0) }) else {
            return expect(false, "cannot read what was written of \(request)")
        }
        expect(consumed == written.count, "what was written is not one request")
        again.headers = withoutFraming(again.headers)
        again.keepAlive = plain.keepAlive
        expect(again == plain, "\(again) was \(plain)")
    }

    /// RFC 9110 §5.5: no control characters, and no white space around.
    private static func check(_ field: HTTPHeaders.Field) {
        expect(!field.name.isEmpty, "a field without a name")
        let value = field.value.unicodeScalars
        expect(!value.contains { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F }, "control characters in \(field)")
        expect(value.first != " " && value.first != "\t" && value.last != " " && value.last != "\t", "\(field)")
    }

    /// The encoder writes its own framing; what the client expected of the connection is not repeated.
    private static func withoutFraming(_ headers: HTTPHeaders) -> HTTPHeaders {
        var headers = headers
        for name in ["content-length", "transfer-encoding", "expect", "connection", "trailer"] { headers.remove(name) }
        return headers
    }
}
