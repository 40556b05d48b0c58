internal import CLinux
internal import Glibc

/// A socket that listens, not yet watched by any loop. Closed by the ``Listener`` that it is given to.
public struct ListeningSocket: Sendable {
    /// The descriptor.
    public let descriptor: Int32
    /// The port it is bound to, also when the kernel chose it.
    public let port: UInt16
}

/// A connection just accepted. Whoever takes it closes it.
public struct AcceptedSocket: Sendable {
    /// The descriptor; does not block, `TCP_NODELAY` is set.
    public let descriptor: Int32
    /// The peer's numeric address, without the port.
    public let peerAddress: String

    public init(descriptor: Int32, peerAddress: String) {
        self.descriptor = descriptor
        self.peerAddress = peerAddress
    }

    /// Closes it unused.
    public func close() { _ = Glibc.close(descriptor) }
}

/// Accepts connections on one loop. Confined to that loop once started.
public final class Listener: ReadinessHandler {
    /// Connections the kernel keeps for us until they are accepted.
    private static let backlog: Int32 = 1024
    /// Accepted at once; then other sockets get their turn.
    private static let acceptsPerTurn = 64
    /// When descriptors run out there is nothing to do but wait for some to be closed.
    private static let retryNanoseconds: UInt64 = 100_000_000
    private static let addressCapacity = 64

    /// What it listens on.
    public let socket: ListeningSocket
    private let onAccept: (EventLoop, AcceptedSocket) -> Void
    private var registration: Registration?
    private weak var loop: EventLoop?
    private var isClosed = false
    private var hasTimer = false

    /// - Parameter onAccept: gets each accepted connection, on the loop, and owns it.
    public init(socket: ListeningSocket, onAccept: @escaping (EventLoop, AcceptedSocket) -> Void) {
        self.socket = socket
        self.onAccept = onAccept
    }

    /// Opens a socket and listens on it.
    public convenience init(
        address: String, port: UInt16, onAccept: @escaping (EventLoop, AcceptedSocket) -> Void
    ) throws(EventLoopError) {
        self.init(socket: try Self.open(address: address, port: port), onAccept: onAccept)
    }

    deinit { if !isClosed { _ = Glibc.close(socket.descriptor) } }

    /// Opens a socket that shares its port (`SO_REUSEPORT`) with others of this user: one for each loop.
    ///
    /// - Parameters:
    ///   - address: numeric, IPv4 or IPv6.
    ///   - port: 0 lets the kernel choose; open the others with the ``ListeningSocket/port`` of the first.
    public static func open(address: String, port: UInt16) throws(EventLoopError) -> ListeningSocket {
        let descriptor = clinux_listen(address, port, backlog)
        if descriptor < 0 { throw .failed("cannot listen on \(address) port \(port)", descriptor) }
        let chosen = clinux_local_port(descriptor)
        if chosen < 0 {
            _ = Glibc.close(descriptor)
            throw .failed("cannot read the port of a listening socket", chosen)
        }
        return ListeningSocket(descriptor: descriptor, port: UInt16(truncatingIfNeeded: chosen))
    }

    /// Throws when somebody listens on the address. Ask before the first ``open(address:port:)``: sharing a port is for
    /// the loops of one process, but the kernel would let a second process share it too, and give each half of the
    /// clients.
    public static func checkIsFree(address: String, port: UInt16) throws(EventLoopError) {
        guard port != 0 else { return }
        let result = clinux_check_free(address, port)
        if result < 0 { throw .failed("cannot listen on \(address) port \(port)", result) }
    }

    /// Begins to accept. The loop keeps the listener until it is stopped.
    public func start(on loop: EventLoop) throws(EventLoopError) {
        guard registration == nil, !isClosed else { return }
        self.loop = loop
        registration = try loop.register(socket.descriptor, self)
    }

    /// Closes the socket. Connections the kernel has not handed out yet are lost.
    public func stop() {
        guard !isClosed else { return }
        isClosed = true
        if let registration { loop?.deregister(registration) }
        registration = nil
        _ = Glibc.close(socket.descriptor)
    }

    public func ready(_ loop: EventLoop, readable: Bool, writable: Bool, hangup: Bool) {
        if readable { acceptSome(loop) }
    }

    public func loopStopped(_ loop: EventLoop) { stop() }

    private func acceptSome(_ loop: EventLoop) {
        for _ in 0..<Self.acceptsPerTurn {
            if isClosed { return }
            var peer = [CChar](repeating: 0, count: Self.addressCapacity)
            let result = clinux_accept(socket.descriptor, &peer, Self.addressCapacity)
            if result >= 0 {
                onAccept(loop, AcceptedSocket(descriptor: result, peerAddress: Self.text(peer)))
                continue
            }
            switch -result {
            case EAGAIN: return
            case EMFILE, ENFILE, ENOBUFS, ENOMEM: return acceptLater(loop, Self.retryNanoseconds)
            default: continue  // This connection died before it was accepted; the next may be well.
            }
        }
        // No new edge comes for those who wait already.
        acceptLater(loop, 0)
    }

    private func acceptLater(_ loop: EventLoop, _ nanoseconds: UInt64) {
        if hasTimer { return }
        hasTimer = true
        loop.schedule(afterNanoseconds: nanoseconds) { [weak self] loop in
            guard let self else { return }
            hasTimer = false
            acceptSome(loop)
        }
    }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
