internal import Basics
internal import Configuration
internal import Cryptography
internal import Gateway
internal import Identity
internal import Observability

/// Every setting, described once. The file, the environment, the flags, `martletd config default` and
/// docs/CONFIGURATION.md follow from this table.
extension ServerSettings {
    static let table = ConfigurationTable<ServerSettings>(
        [
            Setting(
                "data", \.dataDirectory, .text,
                summary: "The directory in which everything is stored; it is made when it is not there."),
            Setting(
                "listen", \.listen, .address,
                summary: "The numeric address and the port on which clients are served; port 0 chooses one."),
            Setting(
                "web", \.webDirectory, .optional(.text),
                summary: "The directory of the web client that is served at /; null serves none."),
            Setting("loops", \.loopCount, .number(0...256), summary: "Event loops; 0 means one for each processor."),
            Setting(
                "accessLog", \.accessLog, .onOff, .live,
                summary: "Whether every request is logged, without its query, body and tokens."),
            Setting(
                "log.level", \.logLevel, .choice(LogLevel.words), .live,
                summary: "The least important lines that are logged."),
            Setting(
                "connections.max", \.connectionsMax, .optional(.number(connectionCounts)),
                summary: "Connections of the whole process; null leaves what the limits' profile says (100000)."),
            Setting(
                "connections.perAddressMax", \.connectionsPerAddressMax, .optional(.number(connectionCounts)),
                summary:
                    "Connections from one address, IPv6 by /64; null leaves what the limits' profile says (4096)."),
            Setting(
                "limits.profile", \.limitsProfile, .choice(Limits.Profile.words),
                summary: "The table of limits; load-test is for tests and benchmarks only, never for service."),
            Setting(
                "auth.argon2", \.passwordHashing, .passwordHashing,
                summary: "Memory and passes that hashing a password takes."),
            Setting(
                "auth.refreshDays", \.authentication.refreshDays, .number(1...60),
                summary: "Days after which a session ends that nobody has used."),
            Setting(
                "auth.tokenKeyDays", \.authentication.tokenKeyDays, .number(1...365),
                summary: "Days after which another key signs access tokens."),
            Setting(
                "store.cache", \.storeCacheBytes, .mebibytes(1...65_536),
                summary:
                    "The page cache of the message store's writer; the more of the active chats it holds, the better."
            ),
        ] + http + metrics,
        standard: ServerSettings(), check: \.contradictions)

    private static let http: [Setting<ServerSettings>] = [
        Setting(
            "http.origins", \.origins, .list(of: .origin), .live,
            summary: "Origins whose pages may call from a browser, beside the server's own."),
        Setting(
            "http.strictTransport", \.http.strictTransportSeconds, .optional(.number(0...63_072_000)),
            summary: "Seconds for Strict-Transport-Security; only where TLS stands in front of the server."),
        Setting(
            "trustedProxies", \.http.trustedProxies, .list(of: .network),
            summary: "Networks of proxies whose word about a client's address counts."),
        Setting(
            "proxyProtocol", \.http.expectsProxyProtocol, .choice(["off": false, "v2": true]),
            summary: "v2 when those proxies begin each connection with a header of the PROXY protocol, version 2."),
    ]

    private static let metrics: [Setting<ServerSettings>] = [
        Setting(
            "metrics.listen", \.metricsListen, .optional(.address),
            summary: "An address of its own for /metrics and /readyz, which are then no longer served to clients."),
        Setting(
            "metrics.token", \.metricsToken, .optional(.secret), .secret,
            summary: "The bearer token that /metrics asks for; null lets everybody read it."),
    ]

    private static let connectionCounts = 1...10_000_000

    /// What settings do not say alone.
    private var contradictions: [String] {
        guard http.expectsProxyProtocol, http.trustedProxies.isEmpty else { return [] }
        return [
            "proxyProtocol (MARTLET_PROXY_PROTOCOL) needs trustedProxies (MARTLET_TRUSTED_PROXIES): from whom else "
                + "could a header be believed?"
        ]
    }

    /// In a steady order.
    private var origins: [String] {
        get { http.allowedOrigins.sorted() }
        set { http.allowedOrigins = Set(newValue) }
    }
}

extension LogLevel {
    fileprivate static let words: KeyValuePairs<String, LogLevel> = [
        "debug": .debug, "info": .info, "warning": .warning, "error": .error,
    ]
}

extension Limits.Profile {
    fileprivate static let words: KeyValuePairs<String, Limits.Profile> = [
        "default": .standard, "load-test": .loadTest,
    ]
}
