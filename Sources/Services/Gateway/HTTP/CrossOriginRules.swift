internal import HTTPCodec

/// Which pages of other origins may call (the CORS protocol of the Fetch standard). None, unless the operator says so.
struct CrossOriginRules: Sendable {
    private let allowed: Set<String>

    private static let requestHeaders =
        "Authorization, Content-Type, If-Match, If-None-Match, X-Request-Id, traceparent"
    private static let exposedHeaders = "X-Request-Id, Retry-After, ETag"
    /// How long a browser may remember what a preflight said.
    private static let preflightSeconds = 600

    init(_ settings: GatewayHTTPSettings) { allowed = settings.allowedOrigins }

    var isEmpty: Bool { allowed.isEmpty }

    /// The request's origin, when it is allowed.
    func origin(of request: HTTPRequest) -> String? {
        guard !allowed.isEmpty, let origin = request.headers.first("origin"), allowed.contains(origin) else {
            return nil
        }
        return origin
    }

    /// Whether a page may open a socket. Browsers ask nobody before they do, so the server must look: without
    /// configured origins anybody may, since a socket says who it is by a token and not by a cookie.
    func allowsSocket(_ request: HTTPRequest) -> Bool {
        guard !allowed.isEmpty, let origin = request.headers.first("origin") else { return true }
        return allowed.contains(origin) || Self.isOwn(origin, request)
    }

    /// Whether a page of this server, or one that is allowed, made the browser send the request. A request that does
    /// not say where it comes from is of none.
    func isOwnPage(_ request: HTTPRequest) -> Bool {
        let origin = request.headers.first("origin")
        if let origin, allowed.contains(origin) { return true }
        // Where the browser knows better than we do (Fetch Metadata), its word counts.
        if let site = request.headers.first("sec-fetch-site") { return site == "same-origin" }
        return origin.map { Self.isOwn($0, request) } ?? false
    }

    /// The scheme is that of the proxy in front, which the server does not know.
    private static func isOwn(_ origin: String, _ request: HTTPRequest) -> Bool {
        guard let host = request.headers.first("host") else { return false }
        return origin == "https://\(host)" || origin == "http://\(host)"
    }

    /// - Parameter origin: from ``origin(of:)``.
    func add(to response: inout HTTPResponse, for origin: String?) {
        guard !allowed.isEmpty else { return }
        // Also for those that are not allowed, so that no cache gives their answer to one that is.
        response.headers.add("Vary", "Origin")
        guard let origin else { return }
        response.headers.add("Access-Control-Allow-Origin", origin)
        response.headers.add("Access-Control-Expose-Headers", Self.exposedHeaders)
        response.headers.set("Cross-Origin-Resource-Policy", "cross-origin")
    }

    /// Adds what a preflight asks for to the answer to OPTIONS.
    func addPreflight(to response: inout HTTPResponse, _ request: HTTPRequest, methods: [String]) {
        guard origin(of: request) != nil, request.headers.first("access-control-request-method") != nil else { return }
        response.headers.add("Access-Control-Allow-Methods", methods.joined(separator: ", "))
        response.headers.add("Access-Control-Allow-Headers", Self.requestHeaders)
        response.headers.add("Access-Control-Max-Age", String(Self.preflightSeconds))
    }
}
