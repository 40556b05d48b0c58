internal import Basics
internal import Gateway

/// What the environment says about HTTP: limits of connections, browsers, proxies.
extension ServerSettings {
    static let connectionCounts = 1...10_000_000
    static let strictTransportSeconds = 0...63_072_000

    mutating func readHTTP(_ environment: [String: String]) throws(InvalidSetting) {
        func number(_ name: String, _ range: ClosedRange<Int>) throws(InvalidSetting) -> Int? {
            guard let text = environment[name] else { return nil }
            return try Self.parse(text, name, "a number from \(range.lowerBound) to \(range.upperBound)") {
                Int($0).flatMap { range.contains($0) ? $0 : nil }
            }
        }
        func list<Value>(
            _ name: String, _ wanted: String, _ read: (Substring) -> Value?
        ) throws(InvalidSetting) -> [Value] {
            guard let text = environment[name] else { return [] }
            return try Self.parse(text, name, wanted) { text in
                let parts = text.split(separator: ",", omittingEmptySubsequences: false)
                let values = parts.compactMap(read)
                return values.count == parts.count ? values : nil
            }
        }
        connectionsMax = try number("MARTLET_CONNECTIONS_MAX", Self.connectionCounts)
        connectionsPerAddressMax = try number("MARTLET_CONNECTIONS_PER_ADDRESS_MAX", Self.connectionCounts)
        http.strictTransportSeconds = try number("MARTLET_HTTP_STRICT_TRANSPORT", Self.strictTransportSeconds)
        http.allowedOrigins = Set(
            try list("MARTLET_HTTP_ORIGINS", "https://chat.example,https://app.example", Self.origin))
        http.trustedProxies = try list("MARTLET_TRUSTED_PROXIES", "10.0.0.0/8,fd00::/8") { IPNetwork($0) }
        if let text = environment["MARTLET_PROXY_PROTOCOL"] {
            http.expectsProxyProtocol = try Self.parse(text, "MARTLET_PROXY_PROTOCOL", "off or v2") {
                ["off": false, "v2": true][$0]
            }
        }
        if http.expectsProxyProtocol, http.trustedProxies.isEmpty {
            throw InvalidSetting(
                message:
                    "MARTLET_PROXY_PROTOCOL needs MARTLET_TRUSTED_PROXIES: from whom else could a header be believed?")
        }
    }

    /// As browsers write it: a scheme and an authority in lower case, without a path.
    private static func origin(_ text: Substring) -> String? {
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
            let authority = text.dropFirst(scheme.count)
            let isClean = authority.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
                    true
                default: false
                }
            }
            return isClean && !authority.isEmpty ? String(text) : nil
        }
        return nil
    }
}
