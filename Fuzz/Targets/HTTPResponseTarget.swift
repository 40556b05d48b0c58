internal import HTTPCodec

/// Responses, as our own client reads them: however they arrive the same one comes out.
enum HTTPResponseTarget {
    private static let limits = HTTPLimits(
        headBytesMax: 512, fieldsMax: 12, targetBytesMax: 128, bodyBytesMax: 256, chunkExtensionBytesMax: 32,
        trailerBytesMax: 64)

    private enum Seen: Equatable {
        case nothing
        case response(HTTPResponse)
        case atTheEnd(HTTPResponse)
        case failure(HTTPDecodeError)
    }

    static func run(_ input: [UInt8]) {
        for isHead in [false, true] {
            let whole = decode(input, in: [input.count], isHead: isHead)
            for sizes in Cuts.all(of: input) {
                let pieces = decode(input, in: sizes, isHead: isHead)
                expect(pieces == whole, "pieces \(sizes) give \(pieces), the whole gives \(whole)")
            }
            if case .response(let response) = whole { check(response, isHead: isHead) }
        }
    }

    private static func decode(_ input: [UInt8], in sizes: [Int], isHead: Bool) -> Seen {
        var decoder = HTTPResponseDecoder(isHead: isHead, limits: limits)
        var seen = Seen.nothing
        Cuts.feed(input, in: sizes) { bytes in
            switch decoder.decode(UnsafeRawBufferPointer(bytes)) {
            case .needMore(let consumed): return consumed
            case .response(let response, _): seen = .response(response)
            case .failure(let error): seen = .failure(error)
            }
            return nil
        }
        if seen == .nothing, let last = decoder.end() { seen = .atTheEnd(last) }
        return seen
    }

    private static func check(_ response: HTTPResponse, isHead: Bool) {
        expect(response.status == 101 || (200...999).contains(response.status), "status \(response.status)")
        expect(response.body.count <= limits.bodyBytesMax, "a body of \(response.body.count) bytes")
        expect(!isHead || response.body.isEmpty, "an answer to HEAD with a body")
    }
}
