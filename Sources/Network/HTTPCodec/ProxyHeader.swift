public import Basics

/// What a proxy says, in front of the client's bytes, about who the client is: PROXY protocol, version 2.
///
/// Version 1, which is text, is refused: its header has no length, and what follows it is text too.
public struct ProxyHeader: Sendable, Equatable {
    /// The client; nil when the proxy speaks for itself (`LOCAL`, a health check) or knows no address.
    public let source: IPAddress?

    public enum Outcome: Sendable, Equatable {
        case needMore
        /// What follows the first `consumed` bytes is the client's.
        case header(ProxyHeader, consumed: Int)
        /// Close: who does not speak this protocol here is not a proxy of ours.
        case failure(reason: String)
    }

    /// Addresses and the fields behind them; a longer header is refused. Stops a header from filling the memory.
    public static let bytesMax = 2 << 10

    private static let signature: [UInt8] = [
        0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A,
    ]
    private static let fixedBytes = 16
    /// Two addresses and two ports.
    private static let v4Bytes = 12
    private static let v6Bytes = 36
    private static let local: UInt8 = 0x20
    private static let proxied: UInt8 = 0x21

    public init(source: IPAddress?) { self.source = source }

    /// Reads a header from the beginning of a connection. `bytes` is everything that has come so far.
    public static func decode(_ bytes: UnsafeRawBufferPointer) -> Outcome {
        guard bytes.prefix(signature.count).elementsEqual(signature.prefix(bytes.count)) else {
            let isVersion1 = bytes.starts(with: "PROXY ".utf8)
            return .failure(reason: isVersion1 ? "version 1 of the PROXY protocol" : "no PROXY header")
        }
        guard bytes.count >= fixedBytes else { return .needMore }
        guard bytes[12] == local || bytes[12] == proxied else {
            return .failure(reason: "an unknown version or command of the PROXY protocol")
        }
        let length = Int(bytes[14]) << 8 | Int(bytes[15])
        guard length <= bytesMax - fixedBytes else { return .failure(reason: "the PROXY header is too long") }
        guard bytes.count >= fixedBytes + length else { return .needMore }
        let consumed = fixedBytes + length
        if bytes[12] == local { return .header(ProxyHeader(source: nil), consumed: consumed) }
        let addresses = UnsafeRawBufferPointer(rebasing: bytes[fixedBytes..<consumed])
        switch bytes[13] {
        case 0x11 where length >= v4Bytes:
            return .header(ProxyHeader(source: IPAddress(bytes: addresses[..<4])), consumed: consumed)
        case 0x21 where length >= v6Bytes:
            return .header(ProxyHeader(source: IPAddress(bytes: addresses[..<16])), consumed: consumed)
        // Of no family, or a Unix socket: a client without an address.
        case 0x00, 0x31: return .header(ProxyHeader(source: nil), consumed: consumed)
        default: return .failure(reason: "the addresses of the PROXY header are malformed")
        }
    }
}
