internal import Basics
internal import EventLoop
internal import Gateway
internal import Glibc
internal import Observability

/// The loops of a started server, and how they end.
struct RunningServer: Sendable {
    /// `host:port`, with the port that was chosen.
    let address: String
    /// Where metrics and readiness are served, if that is an address of its own.
    let metricsAddress: String?
    private let gateway: Gateway
    private let loops: [LoopHandle]
    private let logger: Logger
    private let closeStores: @Sendable () async -> Void

    /// Clients that are not gone by then are cut off.
    private static let drainNanoseconds: UInt64 = 20_000_000_000
    private static let drainLookNanoseconds: UInt64 = 20_000_000

    static func start(
        _ gateway: Gateway, settings: ServerSettings, registry: MetricRegistry, logger: Logger,
        closeStores: @escaping @Sendable () async -> Void
    ) async throws(ServerStartError) -> RunningServer {
        let count = settings.loopCount > 0 ? settings.loopCount : ProcessorCount.online
        let metrics = try openForMetrics(settings)
        do throws(EventLoopError) {
            try Listener.checkIsFree(address: settings.listen.host, port: settings.listen.port)
            // One socket per loop on the same port: the kernel spreads connections over them.
            var sockets: [ListeningSocket] = []
            for _ in 0..<count {
                sockets.append(
                    try Listener.open(address: settings.listen.host, port: sockets.first?.port ?? settings.listen.port))
            }
            var loops: [LoopHandle] = []
            for (index, socket) in sockets.enumerated() {
                loops.append(
                    try EventLoop.start(name: "loop-\(index)") { loop in
                        gateway.serve(on: loop, index: index, socket: socket)
                    })
            }
            ProcessMetrics.register(loops, in: registry)
            if let metrics, let first = loops.first {
                first.post { loop in Gateway.serveOperators(on: loop, socket: metrics.socket) }
            }
            gateway.change(origins: settings.http.allowedOrigins, logsAccess: settings.accessLog)
            let port = sockets.first?.port ?? settings.listen.port
            return RunningServer(
                address: settings.listen.text(port: port), metricsAddress: metrics?.address, gateway: gateway,
                loops: loops, logger: logger,
                closeStores: closeStores)
        } catch {
            throw ServerStartError(message: error.message)
        }
    }

    private static func openForMetrics(
        _ settings: ServerSettings
    ) throws(ServerStartError) -> (socket: ListeningSocket, address: String)? {
        guard let address = settings.metricsListen else { return nil }
        do throws(EventLoopError) {
            try Listener.checkIsFree(address: address.host, port: address.port)
            let socket = try Listener.open(address: address.host, port: address.port)
            return (socket, address.text(port: socket.port))
        } catch {
            throw ServerStartError(
                message: "Metrics cannot have the address \(address.text(port: address.port)): "
                    + "\(String(cString: strerror(error.code))). Choose another with metrics.listen.")
        }
    }

    /// Brings the settings into force that may change while the server runs.
    func change(to settings: ServerSettings) {
        gateway.change(origins: settings.http.allowedOrigins, logsAccess: settings.accessLog)
    }

    /// Tells clients to come back, waits until they have gone and what they sent is stored, and closes the stores.
    func stop() async {
        await withTaskGroup(of: Int.self) { group in
            for loop in loops { group.addTask { await Self.drain(loop) } }
            for await left in group where left > 0 {
                logger.warning("Clients were cut off: they did not go in time.", ["connections": .integer(left)])
            }
        }
        await closeStores()
    }

    /// - Returns: the connections that were left when the time was over.
    private static func drain(_ handle: LoopHandle) async -> Int {
        await withCheckedContinuation { continuation in
            handle.post { loop in
                Gateway.beginDrain(on: loop)
                waitUntilEmpty(loop, until: loop.now + drainNanoseconds) { left in
                    continuation.resume(returning: left)
                }
            }
        }
    }

    private static func waitUntilEmpty(
        _ loop: EventLoop, until deadline: UInt64, _ done: @escaping (Int) -> Void
    ) {
        let left = Gateway.connectionCount(on: loop)
        guard left > 0, loop.now < deadline else {
            loop.stop()
            return done(left)
        }
        _ = loop.schedule(afterNanoseconds: drainLookNanoseconds) { loop in
            waitUntilEmpty(loop, until: deadline, done)
        }
    }
}
