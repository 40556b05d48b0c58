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
            try checkCodings(headers.all("transfer-encoding"))
            return .chunked
        }
        guard let first = lengths.first else { return nil }
        guard lengths.allSatisfy({ $0 == first }) else { throw .bad("Content-Length twice, and different") }
        guard let length = ASCII.decimal(first) else { throw .bad("Content-Length is not a number") }
        if length > limits.bodyBytesMax { throw HTTPDecodeError(status: 413, reason: "the body is too long") }
        return .length(length)
    }

    /// A body whose last coding is not `chunked` has no end that can be found (RFC 9112 §6.3, number 4).
    ///
    /// Empty elements, which lists may have, are refused here: nobody sends them, and who drops them and who does not
    /// would disagree about the body.
    private static func checkCodings(_ values: [String]) throws(HTTPDecodeError) {
        let codings = values.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false).map(ASCII.trimmed) }
        let chunkedCount = codings.count { ASCII.equalIgnoringCase($0, "chunked") }
        guard let last = codings.last, ASCII.equalIgnoringCase(last, "chunked") else {
            throw .bad("the last transfer coding is not chunked")
        }
        if chunkedCount > 1 { throw .bad("chunked twice") }
        if codings.contains("") { throw .bad("an empty transfer coding") }
        if codings.count > 1 {
            throw HTTPDecodeError(status: 501, reason: "only the transfer coding chunked is known here")
        }
    }
}
