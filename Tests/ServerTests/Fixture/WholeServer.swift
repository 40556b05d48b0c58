import Basics
import Communication
import Contracts
import Cryptography
import EmbeddedBackend
import EventLoop
import Gateway
import HTTPTransport
import Identity
import Observability
import SimulatedBackend
import Synchronization
import TestSupport
import Testing
import WireProtocol

@testable import Server

/// All roles in this process as the composition root joins them, on files of their own, except that events pass through
/// a bus that errs when told to, and that each loop has a port of its own, so that tests decide who lives where.
final class WholeServer: Sendable {
    static let loopCount = 2

    let bus: FaultyBus
    let log: FaultyLog
    let directory: LateDirectory
    let devices: WatchedDevices
    /// What Identity tells, in place of its own.
    let news = SimulatedNews()
    /// Where the sockets of the tests live.
    let clients: LoopHandle

    private let communication: CommunicationService
    private let identity: IdentityService
    private let gateway: Gateway
    private let files: TemporaryDirectory
    private let backend: EmbeddedBackend
    private let registry = MetricRegistry()
    private let loops: [LoopHandle]
    private let ports: [UInt16]
    private let announcedDevices = Mutex(0)

    private init(limits: Limits) async throws {
        // Who looks after the log of ended sessions only sometimes must not fall silent for it.
        var limits = limits
        limits.liftRates()
        if limits.revocationsStaleMilliseconds == Limits().revocationsStaleMilliseconds {
            limits.revocationsStaleMilliseconds = 3_600_000
        }
        files = try TemporaryDirectory()
        let logger = Logger(minimum: .error)
        backend = try EmbeddedBackend(directory: files.path, limits: limits, metrics: registry, logger: logger)
        let bus = FaultyBus()
        log = FaultyLog(backend.communication.log)
        directory = LateDirectory(backend.communication.chats)
        devices = WatchedDevices(backend.communication.devices)
        let stores = backend.communication
        communication = CommunicationService(
            ports: CommunicationPorts(
                chats: directory, log: log, positions: stores.positions, devices: devices, people: stores.people,
                outbox: stores.outbox, news: news),
            bus: bus, limits: limits)
        identity = IdentityService(
            ports: backend.identity,
            hasher: PasswordHasher(cost: Self.cheapest, threads: 1, queueMax: limits.passwordHashQueueMax),
            keys: try await IdentityKeys.load(from: backend.identity), bus: bus, limits: limits)
        gateway = try await Gateway(
            services: GatewayServices(identity: identity, communication: communication, bus: bus, isReady: { true }),
            limits: limits, registry: registry, logger: logger, webDirectory: nil)
        self.bus = bus
        (loops, ports) = try Self.serve(gateway)
        clients = try EventLoop.start(name: "clients") { _ in }
    }

    private static let cheapest = PasswordHashingCost(
        memoryBytes: PasswordHashingCost.memoryMiB.lowerBound << 20, passes: PasswordHashingCost.passCount.lowerBound)

    private static func serve(_ gateway: Gateway) throws -> ([LoopHandle], [UInt16]) {
        var (loops, ports): ([LoopHandle], [UInt16]) = ([], [])
        for index in 0..<loopCount {
            let socket = try Listener.open(address: "127.0.0.1", port: 0)
            ports.append(socket.port)
            loops.append(
                try EventLoop.start(name: "loop-\(index)") { gateway.serve(on: $0, index: index, socket: socket) })
        }
        return (loops, ports)
    }

    private func stop() async {
        // What is still held would never end.
        for held in [log.commands, log.states, log.pages, directory.subscriptions, directory.inboxes] { held.release() }
        await clients.call { $0.stop() }
        await untilSocketsAreGone()
        for loop in loops { await loop.call { $0.stop() } }
        backend.close()
    }

    /// Sockets end with the clients; what is to be stored of that is stored while there are stores to take it.
    private func untilSocketsAreGone() async {
        let deadline = ContinuousClock.now + .seconds(Patience.seconds)
        while ContinuousClock.now < deadline, !registry.text().contains("\ngateway_ws_connections 0") {
            for loop in loops { await loop.call { _ in } }
        }
    }

    // MARK: Words of the tests

    /// Waits until a line of the metrics is as wanted.
    func untilMetrics(say line: String) async throws {
        let deadline = ContinuousClock.now + .seconds(Patience.seconds)
        while !registry.text().contains("\n\(line)\n") {
            try #require(ContinuousClock.now < deadline, "no \(line) in:\n\(registry.text())")
            for loop in loops { await loop.call { _ in } }
        }
    }

    /// A server for the time of `body`.
    ///
    /// - Parameter upkeep: whether heads are repeated and positions stored as in service; else tests call for it.
    static func run(
        upkeep: Bool = false, limits: Limits = Limits(), _ body: (WholeServer) async throws -> Void
    ) async throws {
        let server = try await WholeServer(limits: limits)
        let upkeep =
            upkeep
            ? Upkeep.start(
                server.communication, identity: server.identity, gateway: server.gateway,
                logger: Logger(minimum: .error)) : nil
        let result: Result<Void, any Error>
        do {
            try await body(server)
            result = .success(())
        } catch {
            result = .failure(error)
        }
        await upkeep?.stop()
        await server.stop()
        try result.get()
    }

    func endpoint(loop: Int) -> HTTPEndpoint { HTTPEndpoint(address: "127.0.0.1", port: ports[loop]) }

    /// What upkeep does every two seconds. Everything that was answered before is among the heads.
    func repeatHeads() async throws {
        try await allIsAnnounced()
        communication.repeatHeads()
    }

    /// A command is announced after its caller is answered, by the writer, one after the other: after a last one that
    /// is refused, all before it have been.
    private func allIsAnnounced() async throws {
        let (log, isOver) = (backend.communication.log, Watched(false))
        let nobody = Caller(userID: UserID(1), deviceID: DeviceID(1), sessionID: SessionID(1))
        let command = LogCommand(
            chatID: ChatID(1), author: nobody, action: .rename(""), clientID: nil, bodyHash: [])
        _ = try await log.append(command) { _ in isOver.change { $0 = true } }
        _ = try await isOver.until("end of the announcements") { $0 ? true : nil }
    }

    /// What upkeep does every second: the log of ended sessions is read.
    func keepSessions() async throws { try await gateway.keepSessions(round: 1) }

    /// What upkeep does every 50 milliseconds.
    func announcePositions() async { await communication.announcePositions() }

    /// What upkeep does every second.
    func storePositions() async { await communication.storePositions() }

    /// Tells what Identity tells of devices, and waits until Communication has taken note of it.
    func announce(_ changes: DeviceChanged...) async throws {
        for change in changes { news.add(Event(body: .deviceChanged(change))) }
        bus.publish(Event(body: .newsAdded(NewsAdded())))
        let count = announcedDevices.withLock { count in
            count += changes.count
            return count
        }
        try await devices.applied(count)
    }
}
