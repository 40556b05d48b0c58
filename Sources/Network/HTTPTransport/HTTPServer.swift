public import EventLoop
internal import HTTPCodec

/// What a server keeps for each of its connections: HTTP at first, perhaps a WebSocket later.
protocol ServerPeer: AnyObject {
    /// Once a second.
    func sweep(now: UInt64)
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

    private var peers: [UInt64: any ServerPeer] = [:]
    private var hasSweepTimer = false
    private var date = (second: UInt64.max, text: "")

    public init(
        loop: EventLoop, application: any HTTPApplication, settings: HTTPServerSettings = HTTPServerSettings()
    ) {
        self.loop = loop
        self.application = application
        self.settings = settings
    }

    /// Open connections, WebSockets included.
    public var connectionCount: Int { peers.count }

    /// Takes over an accepted connection.
    public func accept(_ socket: AcceptedSocket) {
        if peers.count >= settings.connectionsMax { return socket.close() }
        let peer = HTTPConnection(server: self, peerAddress: socket.peerAddress)
        // Fails when the kernel is out of memory; the socket is closed by then, and nobody is left to tell.
        guard let stream = try? StreamConnection(adopting: socket, on: loop, limits: settings.send, handler: peer)
        else { return }
        peer.attach(stream)
        peers[stream.token] = peer
        startSweeping()
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
        peers[token] = nil
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
    private func startSweeping() {
        if hasSweepTimer { return }
        hasSweepTimer = true
        loop.schedule(afterNanoseconds: HTTPTimeouts.second) { [weak self] loop in
            guard let self else { return }
            hasSweepTimer = false
            for peer in Array(peers.values) { peer.sweep(now: loop.now) }
            if !peers.isEmpty { startSweeping() }
        }
    }
}
