internal import Basics

/// Where a client connects to.
public struct HTTPEndpoint: Sendable, Equatable {
    public enum Scheme: String, Sendable {
        case http, https

        /// RFC 9110 §4.2.
        public var defaultPort: UInt16 {
            switch self {
            case .http: 80
            case .https: 443
            }
        }
    }

    /// With `https`, WebSockets are those of `wss`.
    public let scheme: Scheme
    /// A name, or a numeric address without brackets.
    public let host: String
    public let port: UInt16

    /// - Parameter port: that of the scheme when nil.
    public init(scheme: Scheme, host: String, port: UInt16? = nil) {
        self.scheme = scheme
        self.host = host
        self.port = port ?? scheme.defaultPort
    }

    /// Without TLS, to a numeric address, IPv4 or IPv6.
    public init(address: String, port: UInt16) {
        self.init(scheme: .http, host: address, port: port)
    }

    /// Reads `https://host[:port]`, as people write it: the scheme in either case, a slash at the end or none. IPv6
    /// addresses stand in brackets.
    public init(_ text: String) throws(HTTPEndpointError) {
        guard let mark = text.firstRange(of: "://"),
            let scheme = Scheme(rawValue: text[..<mark.lowerBound].lowercased())
        else { throw .unknownScheme }
        var authority = text[mark.upperBound...]
        if authority.hasSuffix("/") { authority.removeLast() }
        if authority.utf8.contains(UInt8(ascii: "@")) { throw .userInformation }
        if authority.contains(where: { "/?#".contains($0) }) { throw .path }
        let (host, port) = try Self.split(authority)
        self.init(scheme: scheme, host: host, port: port)
    }

    /// For the `Host` field (RFC 9110 §7.2): the port only where it is not that of the scheme.
    public var authority: String {
        let host = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        return port == scheme.defaultPort ? host : "\(host):\(port)"
    }

    private static func split(_ authority: Substring) throws(HTTPEndpointError) -> (host: String, port: UInt16?) {
        guard authority.hasPrefix("[") else {
            let end = authority.firstIndex(of: ":") ?? authority.endIndex
            let name = String(authority[..<end])
            guard isHost(name) else { throw .badHost }
            return (name, try port(authority[end...]))
        }
        guard let end = authority.firstIndex(of: "]") else { throw .badHost }
        let address = String(authority[authority.index(after: authority.startIndex)..<end])
        guard address.utf8.contains(UInt8(ascii: ":")), IPAddress(address) != nil else { throw .badHost }
        return (address, try port(authority[authority.index(after: end)...]))
    }

    /// - Parameter text: nothing, or a colon and the port.
    private static func port(_ text: Substring) throws(HTTPEndpointError) -> UInt16? {
        if text.isEmpty { return nil }
        let digits = text.dropFirst()
        guard text.first == ":", digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(digits),
            port > 0
        else { throw .badPort }
        return port
    }

    /// A name as certificates have it (RFC 1123 §2.1, and underscores, which are used), or an IPv4 address. What ends
    /// in a number and is no address would be taken for one by some (`127.1`) and for a name by others.
    private static func isHost(_ name: String) -> Bool {
        var labels = name.split(separator: ".", omittingEmptySubsequences: false)
        if labels.last == "" { labels.removeLast() }
        guard let last = labels.last, name.utf8.count <= 254, labels.allSatisfy(isLabel) else { return false }
        let endsInNumber = last.utf8.allSatisfy { (0x30...0x39).contains($0) } || last.lowercased().hasPrefix("0x")
        return !endsInNumber || IPAddress(name) != nil
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count)
            && label.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
                default: false
                }
            }
    }
}

/// Why a text is no address of a server.
public enum HTTPEndpointError: Error, Sendable, Equatable, CustomStringConvertible {
    case unknownScheme
    case userInformation
    case path
    case badHost
    case badPort

    public var description: String {
        switch self {
        case .unknownScheme: "a server's address begins with https:// or http://"
        case .userInformation: "a server's address has no user name and no password; log in instead"
        case .path: "a server's address ends with its host or port; leave out what comes behind"
        case .badHost:
            "that is no host's name or address; names are written in ASCII (xn--…), IPv6 addresses in brackets"
        case .badPort: "a port is a number from 1 to 65535"
        }
    }
}
