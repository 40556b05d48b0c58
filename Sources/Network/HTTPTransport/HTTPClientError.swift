public import EventLoop
public import HTTPCodec
public import TransportSecurity

/// Why a client got no answer, or not the one it needs.
public enum HTTPClientError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The host's name leads nowhere.
    case cannotResolve(NameResolutionError)
    /// No socket, no such address, or nobody there.
    case cannotConnect(EventLoopError)
    /// There is no TLS to be had: the trusted certificates cannot be loaded.
    case noSecurity(TLSContextError)
    /// The server is not who it should be, or does not speak TLS.
    case insecure(StreamSecurityFailure)
    /// The connection ended before the answer did.
    case closed(CloseReason)
    /// The answer is not HTTP as it should be, or refuses the WebSocket with the error's status.
    case badResponse(HTTPDecodeError)
    case timedOut

    init(_ reason: CloseReason) {
        switch reason {
        case .timedOut: self = .timedOut
        case .insecure(let failure): self = .insecure(failure)
        default: self = .closed(reason)
        }
    }

    public var description: String {
        switch self {
        case .cannotResolve(let error): error.description
        case .cannotConnect(let error): error.description
        case .noSecurity(let error): error.description
        case .insecure(let failure): failure.description
        case .closed(.truncated): "the connection was cut off before the answer was complete; try again"
        case .closed: "the server ended the connection before it had answered; try again"
        case .badResponse(let error): "the server's answer is refused: \(error.reason)"
        case .timedOut: "the server did not answer in time; try again"
        }
    }
}
