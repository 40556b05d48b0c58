internal import Glibc

/// What went wrong below the transport, and what the operator can do about it.
public struct EventLoopError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The `errno` of the call that failed.
    public let code: Int32
    /// One sentence for a person: what was tried, why it failed, what to do.
    public let message: String

    public var description: String { message }

    init(code: Int32, message: String) {
        self.code = code
        self.message = message
    }

    /// `what` failed with a negative result of a `clinux_` call.
    static func failed(_ what: String, _ result: Int32) -> EventLoopError {
        let code = -result
        return EventLoopError(code: code, message: "\(what): \(advice(for: code))")
    }

    /// A connection to somebody could not be made.
    public static func cannotConnect(to address: String, port: UInt16, errno code: Int32) -> EventLoopError {
        .failed("cannot connect to \(address) port \(port)", -code)
    }

    private static func advice(for code: Int32) -> String {
        switch code {
        case EADDRINUSE: "the address is in use; choose another with --listen"
        case EACCES, EPERM: "permission denied; choose a port above 1023 with --listen, or grant the capability"
        case EADDRNOTAVAIL: "this machine has no such address; use one of its own, or 0.0.0.0, with --listen"
        case EINVAL: "not a numeric IPv4 or IPv6 address with a port"
        case EMFILE, ENFILE: "no file descriptors left; raise the open file limit (ulimit -n)"
        case ECONNREFUSED: "nobody listens there; check the port, and that the server runs"
        case ETIMEDOUT: "no answer; check the address, and the firewalls on the way"
        case ENETUNREACH, EHOSTUNREACH: "no way leads there; check this machine's network"
        case ENOMEM, ENOBUFS: "the kernel has no memory left for it"
        default: "error \(code)"
        }
    }
}
