/// Whom a request is for: the `Host` field and the authority of an absolute target (RFC 9112 §3.2, RFC 9110 §7.2).
///
/// Two readers that take a request for two different hosts is what cache poisoning is made of, so what is doubtful is
/// refused.
enum HTTPAuthority {
    /// - Parameter hosts: the values of all `Host` fields.
    static func check(target: String, hosts: [String], version: HTTPVersion) throws(HTTPDecodeError) {
        if hosts.count > 1 { throw .bad("more than one Host") }
        // An empty one is what a client sends whose target has no authority (RFC 9110 §7.2).
        if let host = hosts.first, !host.isEmpty, !isWellFormed(host) { throw .bad("the Host is malformed") }
        if hosts.isEmpty, version == .http11 { throw .bad("no Host") }
        guard let authority = authority(of: target) else { return }
        guard isWellFormed(authority) else { throw .bad("the target's authority is malformed") }
        if let host = hosts.first, !ASCII.equalIgnoringCase(host, authority) {
            throw .bad("the Host is not the target's authority")
        }
    }

    /// The part of an absolute-form target between the scheme and the path; nil for other targets.
    static func authority(of target: String) -> Substring? {
        for scheme in ["http://", "https://"] where ASCII.equalIgnoringCase(target.prefix(scheme.count), scheme) {
            return target.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" }
        }
        return nil
    }

    /// `uri-host [ ":" port ]` (RFC 3986 §3.2.2) without user information, which must not stand here (RFC 9110 §4.2.4).
    static func isWellFormed(_ authority: some StringProtocol) -> Bool {
        let bytes = Array(authority.utf8)
        let hostEnd: Int
        if bytes.first == UInt8(ascii: "[") {
            guard let bracket = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
            let literal = bytes[1..<bracket]
            guard !literal.isEmpty, literal.allSatisfy(isInLiteral) else { return false }
            hostEnd = bracket + 1
        } else {
            hostEnd = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.count
            guard hostEnd > 0, bytes[..<hostEnd].allSatisfy(isInName) else { return false }
        }
        if hostEnd == bytes.count { return true }
        let port = bytes[(hostEnd + 1)...]
        return bytes[hostEnd] == UInt8(ascii: ":") && port.count <= 5 && port.allSatisfy(ASCII.isDigit)
    }

    /// IPv6 addresses, with a dotted tail or not.
    private static func isInLiteral(_ byte: UInt8) -> Bool {
        ASCII.hexValue(byte) != nil || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
    }

    /// `reg-name`: unreserved, percent-encoded and sub-delims; without the comma, which joins two fields into one.
    private static func isInName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "%"),
            UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ";"), UInt8(ascii: "="):
            true
        default: false
        }
    }
}
