public import Basics

/// What the operator says about HTTP.
public struct GatewayHTTPSettings: Sendable {
    /// Origins whose pages may call from a browser, beside the server's own; written `https://chat.example`.
    public var allowedOrigins: Set<String> = []
    /// How long browsers are to insist on TLS, in seconds. Nil says nothing: only who knows that TLS stands in front of
    /// the server may ask for it.
    public var strictTransportSeconds: Int?
    /// Proxies whose word about the client's address counts.
    public var trustedProxies: [IPNetwork] = []
    /// Every connection from a trusted proxy begins with a header of the PROXY protocol, version 2.
    public var expectsProxyProtocol = false
    /// Whether `/metrics` and `/readyz` are served to clients; false when they have an address of their own.
    public var servesOperators = true
    /// The bearer token that `/metrics` asks for; nil lets everybody read it.
    public var metricsToken: [UInt8]?

    public init() {}
}
