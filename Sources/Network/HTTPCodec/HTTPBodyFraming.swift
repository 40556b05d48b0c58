/// How the end of a body is found (RFC 9112 §6).
enum HTTPBodyFraming: Equatable, Sendable {
    case none
    case length(Int)
    case chunked
    /// Responses only: until the connection closes.
    case untilClose

    /// Where two readers could disagree about the end, the request is refused: that is how requests are smuggled.
    static func request(
        _ request: HTTPRequest, limits: HTTPLimits
    ) throws(HTTPDecodeError) -> HTTPBodyFraming {
        let framing = try stated(request.headers, version: request.version, limits: limits)
        return framing ?? .none
    }

    /// `isHead`: the response answers a HEAD request.
    static func response(
        _ response: HTTPResponse, version: HTTPVersion, isHead: Bool, limits: HTTPLimits
    ) throws(HTTPDecodeError) -> HTTPBodyFraming {
        if isHead || response.status < 200 || response.status == 204 || response.status == 304 { return .none }
        return try stated(response.headers, version: version, limits: limits) ?? .untilClose
    }

    private static func stated(
        _ headers: HTTPHeaders, version: HTTPVersion, limits: HTTPLimits
    ) throws(HTTPDecodeError) -> HTTPBodyFraming? {
        let lengths = headers.all("content-length")
        if headers.first("transfer-encoding") != nil {
            if !lengths.isEmpty { throw .bad("both Transfer-Encoding and Content-Length") }
            if version == .http10 { throw .bad("Transfer-Encoding in HTTP/1.0") }
            try checkCodings(headers.tokens("transfer-encoding"))
            return .chunked
        }
        guard let first = lengths.first else { return nil }
        guard lengths.allSatisfy({ $0 == first }) else { throw .bad("Content-Length twice, and different") }
        guard let length = ASCII.decimal(first) else { throw .bad("Content-Length is not a number") }
        if length > limits.bodyBytesMax { throw HTTPDecodeError(status: 413, reason: "the body is too long") }
        return .length(length)
    }

    private static func checkCodings(_ codings: [String]) throws(HTTPDecodeError) {
        if codings.isEmpty { throw .bad("an empty Transfer-Encoding") }
        if codings.count == 1, ASCII.equalIgnoringCase(codings[0], "chunked") { return }
        if codings.allSatisfy({ ASCII.equalIgnoringCase($0, "chunked") }) { throw .bad("chunked twice") }
        throw HTTPDecodeError(status: 501, reason: "only the transfer coding chunked is known here")
    }
}
