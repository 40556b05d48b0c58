internal import Basics
public import EventLoop
internal import HTTPCodec
public import TransportSecurity

/// What a server keeps for each of its connections: HTTP at first, perhaps a WebSocket later.
protocol ServerPeer: AnyObject {
    /// Acts on the deadlines that have passed.
    ///
    /// - Returns: when to look again, in nanoseconds.
    func look(now: UInt64) -> UInt64
    /// The server takes no more requests.
    func drain()
}

/// The connections of one loop and the application that answers them. Confined to that loop.
public final class HTTPServer {
    /// The loop it lives on.
    public let loop: EventLoop
    public let application: any HTTPApplication
    public let settings: HTTPServerSettings
    /// Set by ``beginDrain()``.
    public private(set) var isDraining = false
    /// Called once a drain has left no connection.
    public var onEmpty: (() -> Void)?

    let bodies: BodyBudget
    private let counts: ConnectionCounts
    private let security: TLSServerContext?
    private var peers: [UInt64: any ServerPeer] = [:]
    /// The addresses under which connections are counted, by their tokens.
    private var counted: [UInt64: IPAddress] = [:]
    private var refusalCount = 0
    private var wheel: TimerWheel
    private var hasWheelTimer = false
    private var date = (second: UInt64.max, text: "")

    /// - Parameters:
    ///   - connections: shared by the servers of all loops.
    ///   - bodies: likewise.
    ///   - security: when there is one, every connection is TLS from its first byte. A proxy's header
    ///     (``HTTPServerSettings/expectsProxyProtocol``) then stands inside.
    public init(
        loop: EventLoop, application: any HTTPApplication, settings: HTTPServerSettings = HTTPServerSettings(),
        connections: ConnectionCounts = ConnectionCounts(), bodies: BodyBudget = BodyBudget(),
        security: TLSServerContext? = nil
    ) {
        self.bodies = bodies
        self.loop = loop
        self.application = application
        self.settings = settings
        counts = connections
        self.security = security
        wheel = TimerWheel(now: loop.now)
    }

    /// Open connections, WebSockets included.
    public var connectionCount: Int { peers.count }

    /// Takes over an accepted connection.
    public func accept(_ socket: AcceptedSocket) {
        guard counts.enter() else { return socket.close() }
        let address = IPAddress(socket.peerAddress)
        let isProxy = address.map(isTrusted) ?? false
        if let address, !isProxy, !counts.enter(address) {
            counts.leave()
            return refuse(socket)
        }
        let peer = HTTPConnection(
            server: self, peerAddress: socket.peerAddress, isProxied: isProxy && settings.expectsProxyProtocol)
        guard let stream = adopt(socket, peer) else {
            if let address, !isProxy { counts.leave(address) }
            return counts.leave()
        }
        peer.attach(stream)
        peers[stream.token] = peer
        if !isProxy { counted[stream.token] = address }
        wheel.set(stream.token, due: peer.look(now: loop.now))
        startWheel()
    }

    /// Nil when there is no memory, in the kernel or here; the socket is closed then, and nobody is left to tell.
    private func adopt(_ socket: AcceptedSocket, _ handler: any StreamHandler) -> StreamConnection? {
        guard let security else {
            return try? StreamConnection(adopting: socket, on: loop, limits: settings.send, handler: handler)
        }
        guard let filter = try? security.stream() else {
            socket.close()
            return nil
        }
        let stream = try? StreamConnection(adopting: socket, on: loop, limits: settings.send, handler: handler)
        stream?.secure(by: filter)
        return stream
    }

    private func isTrusted(_ address: IPAddress) -> Bool { settings.trustedProxies.contains { $0.contains(address) } }

    /// Counts a connection whose proxy has said whose it is. False when that address has too many.
    func count(_ token: UInt64, under address: IPAddress) -> Bool {
        guard counts.enter(address) else { return false }
        counted[token] = address
        return true
    }

    /// Tells a client that it has too many connections. Those told so are few and soon gone.
    private func refuse(_ socket: AcceptedSocket) {
        guard refusalCount < settings.refusalsMax else { return socket.close() }
        let farewell = Farewell { [weak self] in self?.refusalCount -= 1 }
        guard let stream = adopt(socket, farewell) else { return }
        refusalCount += 1
        let response = application.failure(status: 503, reason: "too many connections from this address")
        stream.send(HTTPResponseEncoder.encode(response, keepAlive: false, date: dateText))
        stream.closeAfterFlush()
    }

    /// The end of a connection that is only told why it ends.
    private final class Farewell: StreamHandler {
        private let onClosed: () -> Void

        init(_ onClosed: @escaping () -> Void) { self.onClosed = onClosed }

        func received(_ bytes: UnsafeMutableRawBufferPointer, on connection: StreamConnection) -> Int { bytes.count }

        func closed(_ connection: StreamConnection, reason: CloseReason) { onClosed() }
    }

    /// Closes idle connections, and the others after the answer they wait for. WebSockets stay: the application closes
    /// them, or ``closeWebSockets(code:reason:)`` does.
    public func beginDrain() {
        isDraining = true
        for peer in Array(peers.values) { peer.drain() }
        tellIfEmpty()
    }

    /// Begins the close handshake with every WebSocket.
    public func closeWebSockets(code: UInt16, reason: String) {
        for peer in Array(peers.values) { (peer as? WebSocket)?.close(code: code, reason: reason) }
    }

    func replace(_ token: UInt64, by peer: any ServerPeer) { peers[token] = peer }

    func remove(_ token: UInt64) {
        guard peers.removeValue(forKey: token) != nil else { return }
        counts.leave()
        if let address = counted.removeValue(forKey: token) { counts.leave(address) }
        tellIfEmpty()
    }

    /// The `Date` field, made once a second.
    var dateText: String {
        let second = loop.wallClockNanoseconds / HTTPTimeouts.second
        if second != date.second { date = (second, HTTPDate.string(seconds: second)) }
        return date.text
    }

    private func tellIfEmpty() {
        guard isDraining, peers.isEmpty, let onEmpty else { return }
        self.onEmpty = nil
        onEmpty()
    }

    /// One timer for all connections, and none while there are none.
    private func startWheel() {
        if hasWheelTimer { return }
        hasWheelTimer = true
        let untilNextSecond = HTTPTimeouts.second - loop.now % HTTPTimeouts.second
        loop.schedule(afterNanoseconds: untilNextSecond) { [weak self] _ in self?.turnWheel() }
    }

    private func turnWheel() {
        hasWheelTimer = false
        for token in wheel.advance(to: loop.now) {
            // Who has gone is forgotten here.
            guard let due = peers[token]?.look(now: loop.now), peers[token] != nil else { continue }
            wheel.set(token, due: due)
        }
        if !peers.isEmpty { startWheel() }
    }
}
