internal import Basics

/// The protocol version of a message.
public enum HTTPVersion: Sendable, Equatable {
    case http10, http11
}

/// A whole request, body included.
public struct HTTPRequest: Sendable, Equatable {
    /// As sent; methods are case-sensitive.
    public var method: String
    /// The request target as sent.
    public var target: String
    /// The target's path, still percent-encoded; `/` when an absolute target has none.
    public var path: String
    /// What stands behind the first `?`, still percent-encoded; empty when there is none.
    public var query: String
    public var version: HTTPVersion
    public var headers: HTTPHeaders
    public var body: [UInt8]
    /// Whether the client wants to go on with this connection.
    public var keepAlive: Bool

    public init(
        method: String, target: String, version: HTTPVersion = .http11, headers: HTTPHeaders = HTTPHeaders(),
        body: [UInt8] = []
    ) {
        self.method = method
        self.target = target
        (path, query) = Self.split(target)
        self.version = version
        self.headers = headers
        self.body = body
        keepAlive =
            switch version {
            case .http11: !headers.hasToken("connection", "close")
            case .http10: headers.hasToken("connection", "keep-alive") && !headers.hasToken("connection", "close")
            }
    }

    /// The path's segments, decoded: `/v1/chats/a%2Fb` is `["v1", "chats", "a/b"]`. Nil when an escape is malformed or
    /// does not give UTF-8. Dot segments are not resolved: they are names like any other here.
    public var pathSegments: [String]? {
        var segments: [String] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            guard let text = PercentEncoding.decode(part) else { return nil }
            segments.append(text)
        }
        return segments
    }

    /// The query's fields, decoded as forms are (`+` is a space). Nil when an escape is malformed or does not give
    /// UTF-8.
    public var queryItems: [(name: String, value: String)]? {
        var items: [(name: String, value: String)] = []
        for part in query.split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decode(pair[0], plusIsSpace: true),
                let value = PercentEncoding.decode(pair.count > 1 ? pair[1] : "", plusIsSpace: true)
            else { return nil }
            items.append((name, value))
        }
        return items
    }

    /// Path and query of an origin-form or absolute-form target (RFC 9112 §3.2).
    private static func split(_ target: String) -> (path: String, query: String) {
        var rest = Substring(target)
        for scheme in ["http://", "https://"] where ASCII.equalIgnoringCase(rest.prefix(scheme.count), scheme) {
            let authority = rest.dropFirst(scheme.count)
            rest = authority[(authority.firstIndex { $0 == "/" || $0 == "?" } ?? authority.endIndex)...]
            break
        }
        guard let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) else {
            return (rest.isEmpty ? "/" : String(rest), "")
        }
        let path = rest[..<mark]
        return (path.isEmpty ? "/" : String(path), String(rest[rest.utf8.index(after: mark)...]))
    }
}
