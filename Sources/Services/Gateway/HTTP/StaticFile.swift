internal import Compression
internal import Cryptography
internal import HTTPCodec

/// One file in memory, in every coding that there is of it.
struct StaticFile: Sendable {
    /// One coding's bytes and their strong entity tag (RFC 9110 §8.8.3): each coding has its own, as its bytes differ.
    private struct Variant: Sendable {
        let bytes: [UInt8]
        let tag: String

        init(_ bytes: [UInt8], _ coding: ContentCoding) {
            self.bytes = bytes
            let digest = SHA256.hash(bytes).prefix(16).map { byte in
                let text = String(byte, radix: 16)
                return byte < 16 ? "0" + text : text
            }
            tag = "\"\(digest.joined())\(coding == .identity ? "" : "-" + coding.rawValue)\""
        }
    }

    private let type: String
    private let cacheControl: String
    private let modified: UInt64
    private var variants: [ContentCoding: Variant]

    /// - Parameters:
    ///   - name: tells the type, and whether what stands under it can ever change.
    ///   - modified: in seconds since 1970.
    ///   - precompressed: what was found beside the file; text without any is compressed here, once.
    init(_ bytes: [UInt8], name: String, modified: UInt64, precompressed: [ContentCoding: [UInt8]] = [:]) {
        type = FileName.contentType(name)
        self.modified = modified
        cacheControl = FileName.hasContentHash(name) ? "public, max-age=31536000, immutable" : "no-cache"
        variants = [.identity: Variant(bytes, .identity)]
        for (coding, bytes) in precompressed { variants[coding] = Variant(bytes, coding) }
        if precompressed[.gzip] == nil, FileName.isWorthCompressing(type),
            bytes.count >= AnswerShape.compressedBytesMin,
            let gzip = Gzip.compress(bytes, level: Gzip.bestLevel), gzip.count < bytes.count
        {
            variants[.gzip] = Variant(gzip, .gzip)
        }
    }

    /// Bytes held in memory.
    var byteCount: Int { variants.values.reduce(0) { $0 + $1.bytes.count } }

    /// For GET and HEAD: the whole, a part, or that nothing has changed (RFC 9110 §13.2.2, §14.2).
    func response(to request: HTTPRequest) -> HTTPResponse {
        let coding = ContentCoding.choose(request, from: Array(variants.keys))
        guard let variant = variants[coding] else { return HTTPResponse(status: 404) }
        var response = HTTPResponse(status: 200)
        response.headers.add("ETag", variant.tag)
        response.headers.add("Last-Modified", HTTPDate.string(seconds: modified))
        response.headers.add("Cache-Control", cacheControl)
        if variants.count > 1 { response.headers.add("Vary", "Accept-Encoding") }
        switch HTTPPreconditions.evaluate(request, tag: variant.tag, modified: modified) {
        case .notModified: response.status = 304
        case .failed: response.status = 412
        case .proceed:
            response.headers.add("Content-Type", type)
            response.headers.add("Accept-Ranges", "bytes")
            if coding != .identity { response.headers.add("Content-Encoding", coding.rawValue) }
            fill(&response, with: variant, for: request)
        }
        return response
    }

    private func fill(_ response: inout HTTPResponse, with variant: Variant, for request: HTTPRequest) {
        let headers = request.headers
        let mayBePart =
            request.method == "GET"
            && HTTPPreconditions.allowsRange(headers, tag: variant.tag, modified: modified)
        let size = variant.bytes.count
        switch mayBePart ? HTTPByteRange(headers.first("range"), size: size) : .whole {
        case .whole: response.body = variant.bytes
        case .part(let range):
            response.status = 206
            response.headers.add("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)")
            response.body = Array(variant.bytes[range])
        case .unsatisfiable:
            response.status = 416
            response.headers.remove("content-type")
            response.headers.remove("content-encoding")
            response.headers.add("Content-Range", "bytes */\(size)")
        }
    }
}
