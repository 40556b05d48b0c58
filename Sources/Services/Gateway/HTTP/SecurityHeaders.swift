internal import HTTPCodec

/// What answers tell browsers not to do. `docs/HTTP.md` lists them with their reasons.
struct SecurityHeaders: Sendable {
    private let everywhere: [HTTPHeaders.Field]
    private let onPages: [HTTPHeaders.Field]
    private let onScripts: [HTTPHeaders.Field]
    private let elsewhere: [HTTPHeaders.Field]

    /// Scripts, styles and sockets come from this server and nowhere else; pictures and sound also from memory, since
    /// the client decrypts them there.
    private static let pagePolicy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; "
        + "media-src 'self' blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    /// A Worker has the policy of its script, not of its page. The one in which the core of end-to-end encryption runs
    /// imports scripts and loads WebAssembly; it may not do more.
    private static let scriptPolicy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'"
    /// What is no page must not act like one when somebody opens it.
    private static let dataPolicy = "default-src 'none'; frame-ancestors 'none'"

    init(_ settings: GatewayHTTPSettings) {
        var everywhere: [HTTPHeaders.Field] = [
            .init(name: "X-Content-Type-Options", value: "nosniff"),
            .init(name: "Referrer-Policy", value: "no-referrer"),
            .init(name: "Cross-Origin-Resource-Policy", value: "same-origin"),
        ]
        if let seconds = settings.strictTransportSeconds {
            everywhere.append(.init(name: "Strict-Transport-Security", value: "max-age=\(seconds); includeSubDomains"))
        }
        self.everywhere = everywhere
        onPages = [
            .init(name: "Content-Security-Policy", value: Self.pagePolicy),
            .init(name: "X-Frame-Options", value: "DENY"),
            .init(name: "Cross-Origin-Opener-Policy", value: "same-origin"),
            .init(
                name: "Permissions-Policy",
                value: "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()"),
        ]
        onScripts = [.init(name: "Content-Security-Policy", value: Self.scriptPolicy)]
        elsewhere = [.init(name: "Content-Security-Policy", value: Self.dataPolicy)]
    }

    func add(to response: inout HTTPResponse) {
        for field in everywhere { response.headers.add(field.name, field.value) }
        // A browser puts what a 304 says in the place of what it has stored (RFC 9111 §3.2): the page keeps its policy.
        guard response.status != 304 else { return }
        for field in policies(of: response.headers.first("content-type") ?? "") {
            response.headers.add(field.name, field.value)
        }
    }

    private func policies(of contentType: String) -> [HTTPHeaders.Field] {
        if contentType.hasPrefix("text/html") { return onPages }
        if contentType.hasPrefix("text/javascript") { return onScripts }
        return elsewhere
    }
}
