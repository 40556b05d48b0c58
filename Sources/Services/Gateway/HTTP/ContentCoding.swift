internal import HTTPCodec

/// How a body is compressed (RFC 9110 §8.4.1).
enum ContentCoding: String, Sendable, CaseIterable {
    case brotli = "br"
    case gzip
    case identity

    /// The best of `available` for the client: by its weights, then in the order of the cases. What it refuses without
    /// exception is sent as it is all the same.
    static func choose(_ request: HTTPRequest, from available: [ContentCoding]) -> ContentCoding {
        let values = request.headers.all("accept-encoding")
        if values.isEmpty { return .identity }
        let accepted = HTTPQualityList(values)
        var best = (coding: ContentCoding.identity, quality: 0)
        for coding in allCases where available.contains(coding) {
            let quality = accepted.quality(coding.rawValue, wildcards: ["*"]) ?? (coding == .identity ? 1 : 0)
            if quality > best.quality { best = (coding, quality) }
        }
        return best.coding
    }
}
