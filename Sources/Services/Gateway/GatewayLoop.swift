internal import Basics
internal import Contracts
internal import EventLoop
internal import HTTPCodec
internal import HTTPTransport
internal import Observability
internal import WireProtocol

/// The part of a gateway that lives on one loop: its connections, its sessions and who receives what.
final class GatewayLoop {
    let gateway: Gateway
    let loop: EventLoop
    private(set) var isDraining = false
    private var server: HTTPServer?
    private var listener: Listener?
    /// Of the address that is for metrics and readiness alone.
    private var operatorListener: Listener?
    private(set) var sessions: [SocketID: Session] = [:]
    /// Socket ids of all loops of one process differ in their upper 16 bits.
    private var lastSocketID: UInt64

    /// The access tokens that were verified here.
    var tokens: VerifiedTokens
    /// The sockets of each session that has resumed here.
    var socketsOfSessions: [SessionID: Set<SocketID>] = [:]

    // What is delivered to whom: `Delivery/`.
    var subscriptions = SubscriptionTable()
    /// Where the inboxes of the users stand who are connected here.
    var inboxSeqs: [UserID: UInt64] = [:]
    /// The inboxes that are being read, since something was missed.
    var readingInboxes: Set<UserID> = []
    /// Chats whose end is told once their last entry has been delivered.
    var farewells: [ChatID: [(user: UserID, view: Chat)]] = [:]

    /// What the rooms have got in this tick.
    var batches: [ChatID: RoomBatch] = [:]
    var congestion = CongestionTable()

    // What lasts for a moment: `Typing/`, `Presence/`.
    var typing = TypingTable()
    var typingTimer: TimerID?
    var presence = PresenceTable()
    /// Of the users who are connected here, as it was told last.
    var ownPresence: [UserID: UserPresence] = [:]
    var relations = RelationTable()
    /// This loop among all loops of all gateways.
    let presenceSource: UInt64

    /// The store has more to write than is good: who publishes is not read.
    private var isStorePressed = false
    /// This loop takes too long over its work: the same.
    private var isLoopPressed = false
    private var isUnderPressure: Bool { isStorePressed || isLoopPressed }

    private var pressureTimer: TimerID?
    /// How long publishers are slowed after a slow tick.
    private static let pressureNanoseconds: UInt64 = 100_000_000

    /// How long clients should wait before they come back after a drain.
    private static let reconnectMilliseconds: UInt32 = 1_000

    init(gateway: Gateway, loop: EventLoop, index: Int) {
        self.gateway = gateway
        self.loop = loop
        tokens = VerifiedTokens(countMax: gateway.limits.verifiedTokensMax)
        lastSocketID = UInt64(index + 1) << 48
        presenceSource = gateway.random.bytes(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The gateway's part on the loop whose thread this is.
    static var current: GatewayLoop? { EventLoop.current?.attachment as? GatewayLoop }

    func session(_ id: SocketID) -> Session? { sessions[id] }

    var connectionCount: Int { server?.connectionCount ?? 0 }

    // MARK: Connections

    func listen(on socket: ListeningSocket) {
        let server = HTTPServer(
            loop: loop, application: self, settings: serverSettings, connections: gateway.connections,
            bodies: gateway.bodies)
        let listener = Listener(socket: socket) { _, accepted in server.accept(accepted) }
        self.server = server
        self.listener = listener
        repeatPresence()
        loop.watchTicks(longerThan: gateway.limits.tickMilliseconds * 1_000_000) { loop in
            (loop.attachment as? GatewayLoop)?.tickWasSlow()
        }
        start(listener)
    }

    func listenForOperators(on socket: ListeningSocket) {
        let server = HTTPServer(loop: loop, application: OperatorPages(owner: self))
        let listener = Listener(socket: socket) { _, accepted in server.accept(accepted) }
        operatorListener = listener
        start(listener)
    }

    private func start(_ listener: Listener) {
        do throws(EventLoopError) {
            try listener.start(on: loop)
        } catch {
            gateway.logger.error("A loop cannot take connections.", ["reason": .system(error.message)])
        }
    }

    private var serverSettings: HTTPServerSettings {
        var settings = HTTPServerSettings()
        settings.http.bodyBytesMax = gateway.limits.bodyBytesMax
        settings.messageBytesMax = gateway.limits.frameBytesMax
        settings.send.softBytes = gateway.limits.sendSoftBytes
        settings.send.lowBytes = gateway.limits.sendLowBytes
        settings.send.hardBytes = gateway.limits.sendHardBytes
        settings.send.stallNanoseconds = gateway.limits.sendStallMilliseconds * 1_000_000
        settings.trustedProxies = gateway.http.trustedProxies
        settings.expectsProxyProtocol = gateway.http.expectsProxyProtocol
        return settings
    }

    /// `GET /v1/ws`. A token in the header is checked here, so that a wrong one is an HTTP answer.
    func openSocket(_ request: HTTPRequest, _ exchange: HTTPExchange, _ shape: AnswerShape) throws(HTTPFault) {
        guard gateway.crossOrigin.allowsSocket(request) else { throw .invalid("Origin", status: 403) }
        var caller: Caller?
        do throws(APIError) {
            try gateway.rates.connect(from: IPAddress(exchange.peerAddress))
        } catch {
            throw HTTPFault(error)
        }
        if request.headers.first("authorization") != nil {
            do throws(APIError) {
                caller = try self.caller(of: request)
            } catch {
                throw HTTPFault(error)
            }
        }
        lastSocketID += 1
        let chosen = FrameCodec.choose(from: request.headers.tokens("sec-websocket-protocol"))
        let session = Session(
            id: SocketID(lastSocketID), owner: self, caller: caller, codec: chosen.codec, requestID: shape.requestID)
        // A request that is no upgrade has been answered by the transport.
        guard let socket = exchange.upgrade(subprotocol: chosen.subprotocol, handler: session) else { return }
        session.opened(socket)
        session.setSlowed(isUnderPressure)
        sessions[session.id] = session
        gateway.metrics.sockets.add(1)
    }

    func attach(_ session: Session, user: UserID) {
        subscriptions.attach(session.id, user: user)
    }

    /// Everything that the session's user receives, sampled after `attach`.
    func subscribe(_ session: Session, of caller: Caller, to sample: GetSubscriptionsResponse) {
        inboxSeqs[caller.userID] = max(inboxSeqs[caller.userID] ?? 0, sample.inboxSeq)
        for chat in sample.chats {
            let receiver = ChatRoute.Receiver(
                socket: session.id, user: caller.userID, device: caller.deviceID, codec: session.codec,
                fromSeq: max(chat.visibleFromSeq, chat.lastSeq + 1))
            let newcomer = ChatRoute.Newcomer(
                receiver: receiver, seenSeq: chat.lastSeq, seenVersion: chat.memberVersion, isTold: false)
            admit(
                newcomer, to: ChatID(chat.chatID),
                route: ChatRoute(
                    lastSeq: chat.lastSeq, memberVersion: chat.memberVersion,
                    parkedMax: gateway.limits.parkedEventsMax))
            if let peer = chat.peerID { watch(UserID(peer), from: session, as: .directChat) }
        }
        watchContacts(from: session, of: caller.userID)
    }

    func ended(_ session: Session) {
        let user = subscriptions.detach(session.id)
        if let user {
            inboxSeqs[user] = nil
            relations.forget(user)
        }
        if sessions.removeValue(forKey: session.id) != nil { gateway.metrics.sockets.add(-1) }
        if let caller = session.caller {
            forget(session, of: caller)
            presenceChanged(of: caller.userID)
        }
    }

    func beginDrain() {
        guard !isDraining else { return }
        isDraining = true
        listener?.stop()
        for session in Array(sessions.values) {
            session.drain(reconnectMilliseconds: Self.reconnectMilliseconds)
        }
        server?.beginDrain()
    }

    // MARK: Events

    func deliver(_ event: Event) {
        switch event.body {
        case .entryAppended(let appended): deliver(appended)
        case .inboxAppended(let appended): deliver(appended)
        case .headsRepeated(let heads): deliver(heads)
        case .positionsMoved(let moved): deliver(moved)
        case .typingChanged(let changed): deliver(changed)
        case .presenceReported(let reported): deliver(reported)
        case .commitPressureChanged(let pressure): setPressure(store: pressure.isHigh)
        case .roomCongested(let room): congestion.heard(ChatID(room.chatID), now: loop.now)
        case .sessionsRevoked(let revoked): self.revoked(revoked.sessionIDs.map { SessionID($0) })
        case .relationsChanged(let changed): deliver(changed)
        case .privacyChanged(let changed): deliver(changed)
        case .userChanged(let changed): deliver(changed)
        case .deviceChanged, .blockChanged, .newsAdded, nil: break
        }
    }

    private func setPressure(store: Bool? = nil, loop: Bool? = nil) {
        let before = isUnderPressure
        isStorePressed = store ?? isStorePressed
        isLoopPressed = loop ?? isLoopPressed
        guard isUnderPressure != before else { return }
        for session in Array(sessions.values) { session.setSlowed(isUnderPressure) }
    }

    /// A tick of the loop took too long. Publishers are read again when none has for a while.
    private func tickWasSlow() {
        gateway.metrics.slowTicks.add()
        if let pressureTimer { loop.cancel(pressureTimer) }
        pressureTimer = loop.schedule(afterNanoseconds: Self.pressureNanoseconds) { loop in
            (loop.attachment as? GatewayLoop)?.setPressure(loop: false)
        }
        setPressure(loop: true)
    }
}
