public import EventLoop
public import HTTPCodec

/// Why a client got no answer, or not the one it needs.
public enum HTTPClientError: Error, Sendable, Equatable {
    /// No socket, or no such address.
    case cannotConnect(EventLoopError)
    /// The connection ended before the answer did.
    case closed(CloseReason)
    /// The answer is not HTTP as it should be, or refuses the WebSocket with the error's status.
    case badResponse(HTTPDecodeError)
    case timedOut
}

/// Where a client connects to.
public struct HTTPEndpoint: Sendable, Equatable {
    /// Numeric, IPv4 or IPv6.
    public let address: String
    public let port: UInt16

    public init(address: String, port: UInt16) {
        self.address = address
        self.port = port
    }

    /// For the `Host` field.
    public var host: String { address.utf8.contains(UInt8(ascii: ":")) ? "[\(address)]:\(port)" : "\(address):\(port)" }
}
