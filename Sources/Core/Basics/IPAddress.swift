internal import Glibc

/// An IPv4 or IPv6 address. An IPv4 address that is written as an IPv6 one (`::ffff:10.0.0.1`) is the IPv4 address.
public struct IPAddress: Hashable, Sendable {
    /// Most significant byte first: 4 or 16.
    public let bytes: [UInt8]

    /// What of an IPv6 address stands for one customer of a network: everything behind it they choose themselves.
    private static let customerPrefixBytes = 8

    /// Nil unless there are 4 or 16 bytes.
    public init?(bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        switch bytes.count {
        case 4: self.bytes = bytes
        case 16:
            let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
            self.bytes = isMapped ? Array(bytes[12...]) : bytes
        default: return nil
        }
    }

    /// Nil when `text` is not a numeric address, without brackets, port and zone.
    public init?(_ text: some StringProtocol) {
        let isV6 = text.utf8.contains(UInt8(ascii: ":"))
        var bytes = [UInt8](repeating: 0, count: isV6 ? 16 : 4)
        guard inet_pton(isV6 ? AF_INET6 : AF_INET, String(text), &bytes) == 1 else { return nil }
        self.init(bytes: bytes)
    }

    /// The part that limits count by: an IPv4 address, or the first 64 bits of an IPv6 one.
    public var customer: [UInt8] { bytes.count == 4 ? bytes : Array(bytes.prefix(Self.customerPrefixBytes)) }

    /// As in logs.
    public var text: String {
        var out = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &out, socklen_t(out.count)) != nil else {
            return ""
        }
        return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// A block of addresses, written `10.0.0.0/8` or `fd00::/8`; a lone address is a block of one.
public struct IPNetwork: Hashable, Sendable {
    public let address: IPAddress
    /// Bits that all addresses of the block share.
    public let prefix: Int

    /// Nil when `text` is none, or has bits behind its prefix: `10.0.0.1/8` is more likely a mistake than meant.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(first) else { return nil }
        let width = address.bytes.count * 8
        self.address = address
        if parts.count == 1 {
            prefix = width
            return
        }
        guard parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let prefix = Int(parts[1]),
            (0...width).contains(prefix)
        else { return nil }
        self.prefix = prefix
        guard Self.masked(address.bytes, prefix) == address.bytes else { return nil }
    }

    /// Whether the address is of this block; an IPv4 address never is of an IPv6 one.
    public func contains(_ other: IPAddress) -> Bool {
        other.bytes.count == address.bytes.count && Self.masked(other.bytes, prefix) == address.bytes
    }

    private static func masked(_ bytes: [UInt8], _ prefix: Int) -> [UInt8] {
        bytes.enumerated().map { index, byte in
            let bits = min(max(prefix - index * 8, 0), 8)
            return bits == 0 ? 0 : byte & (0xFF << UInt8(8 - bits))
        }
    }
}
