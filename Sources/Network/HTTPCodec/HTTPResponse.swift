/// A whole response, body included.
public struct HTTPResponse: Sendable, Equatable {
    public var status: Int
    /// Without what the encoder owns: Content-Length, Connection, Date and Transfer-Encoding.
    public var headers: HTTPHeaders
    public var body: [UInt8]

    public init(status: Int, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The standard phrase for a status; empty for one that is not known here.
    public static func reasonPhrase(_ status: Int) -> String {
        switch status {
        case 100: "Continue"
        case 101: "Switching Protocols"
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 204: "No Content"
        case 206: "Partial Content"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 303: "See Other"
        case 304: "Not Modified"
        case 307: "Temporary Redirect"
        case 308: "Permanent Redirect"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 410: "Gone"
        case 411: "Length Required"
        case 412: "Precondition Failed"
        case 413: "Content Too Large"
        case 414: "URI Too Long"
        case 415: "Unsupported Media Type"
        case 417: "Expectation Failed"
        case 421: "Misdirected Request"
        case 422: "Unprocessable Content"
        case 426: "Upgrade Required"
        case 428: "Precondition Required"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 500: "Internal Server Error"
        case 501: "Not Implemented"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        case 505: "HTTP Version Not Supported"
        case 507: "Insufficient Storage"
        default: ""
        }
    }
}

/// How the end of an answer's body is told.
public enum HTTPResponseFraming: Sendable, Equatable {
    /// The status has no body.
    case none
    case length(Int)
    case chunked
    /// With the connection: all that HTTP/1.0 has for a body of unknown length.
    case untilClose
}

/// Responses into bytes.
public enum HTTPResponseEncoder {
    private static let owned = ["content-length", "connection", "date", "transfer-encoding"]

    /// - Parameters:
    ///   - date: the `Date` field; see ``HTTPDate``.
    ///   - isHead: the request was HEAD: the length is told, the body is not sent.
    public static func encode(
        _ response: HTTPResponse, keepAlive: Bool, date: String, isHead: Bool = false
    ) -> [UInt8] {
        let framing: HTTPResponseFraming = hasBody(response.status) ? .length(response.body.count) : .none
        var out = head(response, framing: framing, keepAlive: keepAlive, date: date, extraCapacity: response.body.count)
        if framing != .none, !isHead { out.append(contentsOf: response.body) }
        return out
    }

    /// Status line and fields; the response's own body is not looked at.
    public static func head(
        _ response: HTTPResponse, framing: HTTPResponseFraming, keepAlive: Bool, date: String, extraCapacity: Int = 0
    ) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(512 + extraCapacity)
        HTTPWriter.statusLine(response.status, to: &out)
        for field in response.headers.fields
        where !owned.contains(where: { ASCII.equalIgnoringCase($0, field.name) }) {
            HTTPWriter.field(field.name, field.value, to: &out)
        }
        HTTPWriter.field("Date", date, to: &out)
        HTTPWriter.field("Connection", keepAlive ? "keep-alive" : "close", to: &out)
        switch framing {
        case .none, .untilClose: break
        case .length(let count): HTTPWriter.field("Content-Length", String(count), to: &out)
        case .chunked: HTTPWriter.field("Transfer-Encoding", "chunked", to: &out)
        }
        HTTPWriter.endOfHead(to: &out)
        return out
    }

    /// Whether answers with this status have a body (RFC 9110 §6.4.1).
    public static func hasBody(_ status: Int) -> Bool { status >= 200 && status != 204 && status != 304 }

    /// One chunk (RFC 9112 §7.1). Empty for no bytes: an empty chunk would end the body.
    public static func chunk(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.isEmpty { return [] }
        var out = Array("\(String(bytes.count, radix: 16))\r\n".utf8)
        out.reserveCapacity(out.count + bytes.count + 2)
        out += bytes
        HTTPWriter.endOfHead(to: &out)
        return out
    }

    /// What ends a chunked body.
    public static let lastChunk = Array("0\r\n\r\n".utf8)

    /// `100 Continue`.
    public static let continueResponse = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
}

/// Requests into bytes, for clients.
public enum HTTPRequestEncoder {
    /// `Host` is taken from `headers`; Content-Length is added when there is a body or the method has one.
    public static func encode(_ request: HTTPRequest) -> [UInt8] {
        var out: [UInt8] = []
        out.append(contentsOf: "\(HTTPWriter.tokenOnly(request.method)) ".utf8)
        out.append(contentsOf: request.target.utf8.filter(ASCII.isVisible))
        out.append(contentsOf: " HTTP/1.1\r\n".utf8)
        for field in request.headers.fields where !ASCII.equalIgnoringCase(field.name, "content-length") {
            HTTPWriter.field(field.name, field.value, to: &out)
        }
        if !request.body.isEmpty || ["POST", "PUT", "PATCH"].contains(request.method) {
            HTTPWriter.field("Content-Length", String(request.body.count), to: &out)
        }
        HTTPWriter.endOfHead(to: &out)
        out.append(contentsOf: request.body)
        return out
    }
}

/// The lines of a head.
enum HTTPWriter {
    static func statusLine(_ status: Int, to out: inout [UInt8]) {
        let safe = (100...999).contains(status) ? status : 500
        out.append(contentsOf: "HTTP/1.1 \(safe) \(HTTPResponse.reasonPhrase(safe))\r\n".utf8)
    }

    /// Control characters are left out of values, and fields whose name is not a token are left out altogether: what a
    /// client has sent must not become a line of a response (response splitting).
    static func field(_ name: String, _ value: String, to out: inout [UInt8]) {
        guard !name.isEmpty, name.utf8.allSatisfy(ASCII.isToken) else { return }
        out.append(contentsOf: name.utf8)
        out.append(contentsOf: ": ".utf8)
        out.append(contentsOf: value.utf8.lazy.filter(ASCII.isFieldContent))
        endOfHead(to: &out)
    }

    static func endOfHead(to out: inout [UInt8]) {
        out.append(ASCII.carriageReturn)
        out.append(ASCII.lineFeed)
    }

    static func tokenOnly(_ text: String) -> String {
        String(decoding: text.utf8.filter(ASCII.isToken), as: UTF8.self)
    }
}
