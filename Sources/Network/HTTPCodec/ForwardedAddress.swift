public import Basics

/// The client's address behind proxies, from `Forwarded` (RFC 7239) or `X-Forwarded-For`.
///
/// Each proxy appends whom it heard, so the list is read from its end, and only as far as each one who speaks is
/// trusted: what a client writes itself stands further to the left and counts for nothing.
public enum ForwardedAddress {
    /// Further proxies are not followed.
    public static let hopsMax = 16

    /// - Parameter peer: the other end of the connection.
    public static func client(_ headers: HTTPHeaders, peer: IPAddress, trusted: [IPNetwork]) -> IPAddress {
        func isTrusted(_ address: IPAddress) -> Bool { trusted.contains { $0.contains(address) } }
        guard isTrusted(peer) else { return peer }
        let standard = headers.all("forwarded")
        let hops =
            standard.isEmpty
            ? headers.all("x-forwarded-for").flatMap { $0.split(separator: ",") }.map { address(ASCII.trimmed($0)) }
            : standard.flatMap(elements)
        var client = peer
        for hop in hops.reversed().prefix(hopsMax) {
            // One that hides itself (`unknown`, `_name`) ends what can be known.
            guard isTrusted(client), let hop else { break }
            client = hop
        }
        return client
    }

    /// The `for` of each element; nil where there is none, or no address.
    private static func elements(_ value: String) -> [IPAddress?] {
        split(value, at: ",").map { element in
            for pair in split(element, at: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                guard parts.count == 2, ASCII.equalIgnoringCase(ASCII.trimmed(parts[0]), "for") else { continue }
                var text = Substring(ASCII.trimmed(parts[1]))
                if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") { text = text.dropFirst().dropLast() }
                return address(String(text))
            }
            return nil
        }
    }

    private static func split(_ text: some StringProtocol, at separator: Character) -> [Substring] {
        var isQuoted = false
        return Substring(text).split(omittingEmptySubsequences: true) { character in
            if character == "\"" { isQuoted.toggle() }
            return character == separator && !isQuoted
        }
    }

    /// With or without port; an IPv6 address with one stands in brackets.
    private static func address(_ text: String) -> IPAddress? {
        if text.hasPrefix("[") { return IPAddress(text.dropFirst().prefix { $0 != "]" }) }
        if let whole = IPAddress(text) { return whole }
        return IPAddress(text.prefix { $0 != ":" })
    }
}
