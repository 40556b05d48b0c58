public import Basics
public import Contracts
internal import Cryptography
public import EventLoop
internal import HTTPTransport
public import Observability
internal import Synchronization
public import WireProtocol

/// What a gateway calls and what it hears.
public struct GatewayServices: Sendable {
    public let identity: any IdentityAPI
    public let communication: any CommunicationAPI
    public let bus: any EventBus
    /// Whether every dependency answers.
    public let isReady: @Sendable () async -> Bool

    public init(
        identity: any IdentityAPI, communication: any CommunicationAPI, bus: any EventBus,
        isReady: @escaping @Sendable () async -> Bool
    ) {
        self.identity = identity
        self.communication = communication
        self.bus = bus
        self.isReady = isReady
    }
}

/// The only role that clients reach and the only one that calls others: HTTP, sockets, subscriptions, delivery.
///
/// This part is shared by all loops and immutable; what changes lives in one `GatewayLoop` per loop.
public final class Gateway: Sendable {
    let services: GatewayServices
    let communication: any CommunicationAPI
    let verifier: AccessTokenVerifier
    let revocations: RevocationWatch
    let rates: GatewayRates
    /// The loops that serve this gateway's clients.
    let loops = Mutex<[LoopHandle]>([])
    let router: Router
    let limits: Limits
    let metrics: GatewayMetrics
    let registry: MetricRegistry
    let logger: Logger
    let clock: WallClock
    let random: RandomSource
    let securityHeaders: SecurityHeaders
    private let crossOriginRules: Mutex<CrossOriginRules>
    let http: GatewayHTTPSettings
    let accessLog: AccessLog
    /// Of all loops together.
    let connections: ConnectionCounts
    let bodies: BodyBudget

    /// Asks Identity for the keys of access tokens.
    ///
    /// - Parameter webDirectory: the web client, served at `/`; nil serves none.
    public init(
        services: GatewayServices, limits: Limits, registry: MetricRegistry, logger: Logger,
        webDirectory: String?, http: GatewayHTTPSettings = GatewayHTTPSettings(),
        clock: WallClock = .system, monotonic: MonotonicClock = .system, random: RandomSource = .system
    ) async throws(APIError) {
        self.services = services
        self.limits = limits
        self.registry = registry
        self.logger = logger
        self.clock = clock
        self.random = random
        metrics = GatewayMetrics(registry)
        self.http = http
        accessLog = AccessLog(logger: logger)
        securityHeaders = SecurityHeaders(http)
        crossOriginRules = Mutex(CrossOriginRules(http))
        bodies = BodyBudget(bytesMax: limits.publicBodyBytesInFlightMax)
        connections = ConnectionCounts(
            limits: ConnectionLimits(
                perProcess: limits.connectionsMax, perAddress: limits.connectionsPerAddressMax))
        registry.gauge("gateway_connections", help: "Open connections, WebSockets included.") { [connections] in
            Double(connections.count)
        }
        let context = CallContext(caller: nil, requestID: "start")
        verifier = AccessTokenVerifier(
            keySet: try await services.identity.getPublicKey(GetPublicKeyRequest(), context: context), clock: clock)
        let revocations = RevocationWatch(limits: limits, clock: clock, monotonic: monotonic) {
            request throws(APIError) in
            try await services.identity.getRevocations(
                request, context: CallContext(caller: nil, requestID: "revocations"))
        }
        _ = try await revocations.read()
        self.revocations = revocations
        rates = GatewayRates(limits: limits, monotonic: monotonic)
        communication = MemberCheckingCommunication(
            identity: services.identity, communication: services.communication, limits: limits,
            rates: rates)
        router = Router(
            routes: RouteTable(
                Self.identityRoutes(services, limits) + CommunicationRoutes.all(calling: communication)),
            files: webDirectory.map { StaticFiles(directory: $0, logger: logger) } ?? StaticFiles(),
            documents: ServedDocuments.all(modified: UInt64(max(0, clock.millisecondsSince1970() / 1_000))),
            servesOperators: http.servesOperators)
    }

    /// Which pages of other origins may call, as it stands now.
    var crossOrigin: CrossOriginRules { crossOriginRules.withLock { $0 } }

    /// What the operator may change while the gateway serves. From any thread.
    public func change(origins: Set<String>, logsAccess: Bool) {
        var settings = http
        settings.allowedOrigins = origins
        let rules = CrossOriginRules(settings)
        crossOriginRules.withLock { $0 = rules }
        accessLog.isOn = logsAccess
    }

    /// What a client has changed at Identity holds for what it does next: it is answered once Communication has taken
    /// note. Should that fail now or take long, it happens a little later: what is written down is never missed.
    private static func identityRoutes(_ services: GatewayServices, _ limits: Limits) -> [HTTPRoute] {
        let (communication, milliseconds) = (services.communication, limits.noteMilliseconds)
        return IdentityRoutes.all(calling: services.identity).map { route in
            guard route.access == .session, route.method != "GET" else { return route }
            return route.followed { context in
                await BriefWait.for(
                    { _ = try? await communication.takeNote(TakeNoteRequest(), context: context) },
                    atMost: milliseconds)
            }
        }
    }

    /// Makes the loop serve this gateway's clients from `socket`. Call on the loop's thread, once per loop.
    ///
    /// - Parameter index: of the loop; below 65,535.
    public func serve(on loop: EventLoop, index: Int, socket: ListeningSocket) {
        let gatewayLoop = GatewayLoop(gateway: self, loop: loop, index: index)
        loop.attachment = gatewayLoop
        gatewayLoop.listen(on: socket)
        let handle = loop.handle
        loops.withLock { $0.append(handle) }
        services.bus.subscribe { [revocations] event in
            // Of what no loop needs, none is woken.
            if case .newsAdded? = event.body { return }
            // At once, so that no request that comes after the answer to a log-out finds the session alive.
            if case .sessionsRevoked(let revoked)? = event.body {
                _ = revocations.note(revoked.sessionIDs.map { SessionID($0) })
            }
            handle.post { loop in (loop.attachment as? GatewayLoop)?.deliver(event) }
        }
    }

    /// Serves metrics and readiness from `socket`, until the loop stops. Call on the thread of a loop that serves.
    public static func serveOperators(on loop: EventLoop, socket: ListeningSocket) {
        (loop.attachment as? GatewayLoop)?.listenForOperators(on: socket)
    }

    /// Tells the loop's clients to come back elsewhere, and takes no new ones. Call on the loop's thread.
    public static func beginDrain(on loop: EventLoop) {
        (loop.attachment as? GatewayLoop)?.beginDrain()
    }

    /// Connections that the loop still has. Call on the loop's thread.
    public static func connectionCount(on loop: EventLoop) -> Int {
        (loop.attachment as? GatewayLoop)?.connectionCount ?? 0
    }
}
