internal import Basics
internal import Contracts
internal import EventLoop
internal import HTTPCodec
internal import HTTPTransport
internal import Observability
internal import Protobuf
internal import WireProtocol

/// The part of a gateway that lives on one loop: its connections, its sessions and who receives what.
final class GatewayLoop {
    let gateway: Gateway
    let loop: EventLoop
    private(set) var isDraining = false
    private var server: HTTPServer?
    private var listener: Listener?
    private var sessions: [SocketID: Session] = [:]
    private var subscriptions = SubscriptionTable()
    /// Socket ids of all loops of one process differ in their upper 16 bits.
    private var lastSocketID: UInt64

    /// JSON in text frames; also what a client gets that offers none.
    private static let subprotocol = "martlet.v1.json"

    /// How long clients should wait before they come back after a drain.
    private static let reconnectMilliseconds: UInt32 = 1_000

    init(gateway: Gateway, loop: EventLoop, index: Int) {
        self.gateway = gateway
        self.loop = loop
        lastSocketID = UInt64(index + 1) << 48
    }

    /// The gateway's part on the loop whose thread this is.
    static var current: GatewayLoop? { EventLoop.current?.attachment as? GatewayLoop }

    func session(_ id: SocketID) -> Session? { sessions[id] }

    var connectionCount: Int { server?.connectionCount ?? 0 }

    // MARK: Connections

    func listen(on socket: ListeningSocket) {
        let server = HTTPServer(loop: loop, application: self, settings: serverSettings)
        let listener = Listener(socket: socket) { _, accepted in server.accept(accepted) }
        self.server = server
        self.listener = listener
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
        return settings
    }

    /// `GET /v1/ws`. A token in the header is checked here, so that a wrong one is an HTTP answer.
    func openSocket(_ request: HTTPRequest, _ exchange: HTTPExchange, requestID: String) {
        var caller: Caller?
        if request.headers.first("authorization") != nil {
            do throws(APIError) {
                caller = try self.caller(of: request)
            } catch {
                return answer(exchange, error, requestID: requestID)
            }
        }
        lastSocketID += 1
        let session = Session(id: SocketID(lastSocketID), owner: self, caller: caller, requestID: requestID)
        let offered = request.headers.tokens("sec-websocket-protocol")
        let subprotocol = offered.contains(Self.subprotocol) ? Self.subprotocol : nil
        // A request that is no upgrade has been answered by the transport.
        guard let socket = exchange.upgrade(subprotocol: subprotocol, handler: session) else { return }
        session.opened(socket)
        sessions[session.id] = session
        gateway.metrics.sockets.add(1)
    }

    func attach(_ session: Session, user: UserID) {
        subscriptions.attach(session.id, user: user)
    }

    func subscribe(_ session: Session, to chat: ChatID) {
        subscriptions.subscribe(session.id, to: chat)
    }

    func ended(_ session: Session) {
        subscriptions.detach(session.id)
        if sessions.removeValue(forKey: session.id) != nil { gateway.metrics.sockets.add(-1) }
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

    // MARK: Delivery

    func deliver(_ event: Event) {
        switch event.body {
        case .chatCreated(let created): deliver(created)
        case .entryAppended(let appended): deliver(appended)
        case nil: break
        }
    }

    /// Members' sockets hear of the chat before its first entry.
    private func deliver(_ created: ChatCreated) {
        guard let chat = created.chat else { return }
        for member in created.members {
            for id in subscriptions.sockets(of: UserID(member.userID)) {
                subscriptions.subscribe(id, to: ChatID(chat.id))
                guard let session = sessions[id], session.isReady else { continue }
                session.write(.chatUpdated(ChatUpdated(chat: created.view(of: member))), replyTo: nil)
            }
        }
    }

    /// Encoded once for all receivers of this loop. The sending socket gets `message.accepted` in the entry's place.
    private func deliver(_ appended: EntryAppended) {
        guard let entry = appended.entry else { return }
        let receivers = subscriptions.sockets(of: ChatID(entry.chatID))
        var frame: [UInt8]?
        for id in receivers where id.rawValue != appended.originSocket {
            guard let session = sessions[id], session.isReady else { continue }
            let encoded = frame ?? Self.encode(entry)
            frame = encoded
            session.deliver(encoded)
            gateway.metrics.deliveries.add()
        }
        if frame != nil, let createdAt = entry.createdAt {
            let milliseconds = gateway.clock.millisecondsSince1970() - createdAt.millisecondsSince1970
            gateway.metrics.deliverySeconds.observe(Double(milliseconds) / 1_000)
        }
    }

    private static func encode(_ entry: Entry) -> [UInt8] {
        let frame = ServerFrame(payload: .messageNew(MessageNew(entry: entry)))
        return WebSocketEncoder.frame(.text, frame.jsonBytes())
    }
}

extension ChatCreated {
    /// The chat as a member sees it when it is new: only who made it has read its first entry.
    func view(of member: ChatMember) -> Chat {
        var view = chat ?? Chat()
        view.role = member.role
        if member.userID != members.first?.userID {
            view.readSeq = 0
            view.deliveredSeq = 0
        }
        return view
    }
}
