internal import Basics
internal import Contracts
internal import EventLoop
internal import HTTPTransport
internal import Observability
internal import Protobuf
internal import WireProtocol

/// One socket of one session: reads frames, runs their commands, writes the answers. Confined to its loop.
///
/// A command that waits runs in a task on the same loop; it names this session by its id, so that one that ends after
/// the socket has gone finds nothing.
final class Session: WebSocketHandler {
    let id: SocketID
    let codec: FrameCodec
    /// Set right after the handshake, before anything is read.
    private var socket: WebSocket?
    private unowned let owner: GatewayLoop
    private var machine: SessionStateMachine
    /// Proved by the handshake's `Authorization` header.
    private let callerOfHandshake: Caller?
    /// Who resumed; set before the session is ready.
    private(set) var caller: Caller?
    /// What the client says of itself.
    private(set) var presence = PresenceStatus.online
    /// Client ids of commands that wait for their acceptance.
    private var clientIDsInFlight: [String] = []
    /// What the client has to pull of chats that it does not know before its heads; nil when it has got them.
    private var gapsBeforeHeads: [SyncGap]? = []
    /// What this socket was not given, as it reads too slowly.
    private var missed = MissedEntries()
    private let requestID: String
    private let openedAt: UInt64
    private var framesReceived = 0
    private var deadline: TimerID?

    /// A socket that has not resumed by then is closed.
    static let firstFrameNanoseconds: UInt64 = 10_000_000_000
    /// How often a client should be heard of; told to it in `session.ready`.
    static let heartbeatSeconds: UInt32 = 50

    init(id: SocketID, owner: GatewayLoop, caller: Caller?, codec: FrameCodec, requestID: String) {
        self.id = id
        self.codec = codec
        self.owner = owner
        self.requestID = requestID
        openedAt = owner.loop.now
        callerOfHandshake = caller
        machine = SessionStateMachine(limits: owner.gateway.limits, now: owner.loop.now)
    }

    func opened(_ socket: WebSocket) {
        self.socket = socket
        socket.overflowCode = CloseCode.slowConsumer.rawValue
        deadline = owner.loop.schedule(afterNanoseconds: Self.firstFrameNanoseconds) { [weak self] _ in
            guard let self, self.machine.state == .awaitingResume else { return }
            self.close(.authenticationRequired)
        }
    }

    // MARK: WebSocketHandler

    func message(_ payload: UnsafeRawBufferPointer, isText: Bool, on socket: WebSocket) {
        owner.gateway.metrics.framesReceived.add()
        framesReceived += 1
        guard isText == (codec.messageKind == .text) else { return close(.badFrame) }
        let frame: ClientFrame
        do throws(ProtobufError) {
            frame = try codec.decode(payload)
        } catch {
            guard machine.state != .awaitingResume else { return close(.authenticationRequired) }
            return refuse(FrameFault.apiError(error), replyTo: codec.peekID(payload))
        }
        guard owner.areRevocationsCurrent else {
            refuse(.authUnavailable, replyTo: frame.id)
            return close(.tryAgainLater)
        }
        let action = machine.received(frame, now: owner.loop.now)
        // The tasks that begin within take it along.
        LogScope.$current.withValue(scope) { perform(action) }
        adjustReading()
    }

    private var scope: LogScope { LogScope(requestID: requestID, traceID: nil) }

    /// What waited for a reader that was too slow has left: it is told what it missed meanwhile.
    func drained(_ socket: WebSocket) {
        machine.isLagging = false
        for (chat, seqs) in missed.takeAll() { tell(seqs, of: chat) }
        adjustReading()
    }

    func closed(_ socket: WebSocket, code: UInt16?) {
        if socket.closeReason == .overflow || socket.closeReason == .stalled {
            owner.gateway.metrics.slowConsumers.add()
        }
        machine.closed()
        cancelDeadline()
        note(closedWith: code)
        owner.ended(self)
    }

    private func note(closedWith code: UInt16?) {
        owner.gateway.metrics.closed(code)
        let closed = ClosedSocket(
            code: code, nanoseconds: owner.loop.now - openedAt, framesReceived: framesReceived, caller: caller)
        LogScope.$current.withValue(scope) { owner.gateway.accessLog.note(closed) }
    }

    // MARK: Actions

    private func perform(_ action: SessionStateMachine.Action) {
        switch action {
        case .resume(let resume, let replyTo): self.resume(resume, replyTo: replyTo)
        case .append(let command, let caller, let replyTo): append(command, caller: caller, replyTo: replyTo)
        case .pull(let request, let caller, let replyTo): pull(request, caller: caller, replyTo: replyTo)
        case .report(let request, let caller, let replyTo): report(request, caller: caller, replyTo: replyTo)
        case .typing(let isActive, let chat): owner.typing(isActive, in: chat, by: self)
        case .setPresence(let status): setPresence(status)
        case .refresh(let token, let caller, let replyTo): refresh(token, caller: caller, replyTo: replyTo)
        case .answerPing(let replyTo): write(.pong(Pong()), replyTo: replyTo)
        case .refuse(let error, let replyTo): refuse(error, replyTo: replyTo)
        case .close(let code): close(code)
        case .ignore: break
        }
    }

    private func adjustReading() {
        if machine.hasDrained { return close(.goingAway) }
        if machine.isReadable { socket?.resumeReading() } else { socket?.pauseReading() }
    }

    /// What came before the bound is answered in order: the log takes these commands in the order of these calls, since
    /// each is queued before its task first suspends.
    private func append(_ command: AppendCommand, caller: Caller, replyTo: String) {
        let (id, context, communication) = (id, context(caller), owner.gateway.communication)
        clientIDsInFlight.append(command.clientID)
        machine.isRoomCongested = command.chat.map(owner.isCongested) ?? false
        Task.immediate(executorPreference: owner.loop.handle) {
            let outcome: Result<Entry?, APIError>
            do throws(APIError) {
                outcome = .success(try await command.carryOut(by: communication, context: context).entry)
            } catch {
                outcome = .failure(error)
            }
            GatewayLoop.current?.session(id)?.appendEnded(command, outcome, replyTo: replyTo)
        }
    }

    private func appendEnded(_ command: AppendCommand, _ outcome: Result<Entry?, APIError>, replyTo: String) {
        machine.appendEnded()
        if let index = clientIDsInFlight.firstIndex(of: command.clientID) { clientIDsInFlight.remove(at: index) }
        switch outcome {
        case .success(let entry):
            owner.gateway.metrics.messagesSent.add()
            let accepted = Self.accepted(entry, for: command)
            let frame = ServerFrame(replyTo: replyTo.isEmpty ? nil : replyTo, payload: .messageAccepted(accepted))
            owner.accept(frame, chat: ChatID(accepted.chatID), seq: accepted.seq, on: self)
        case .failure(let error): refuse(error, replyTo: replyTo)
        }
        adjustReading()
    }

    /// Without an entry, since there was nothing to take back: the target, and sequence 0.
    private static func accepted(_ entry: Entry?, for command: AppendCommand) -> MessageAccepted {
        guard let entry else {
            return MessageAccepted(chatID: MessageID(command.target)?.chatID ?? 0, messageID: command.target)
        }
        return MessageAccepted(
            chatID: entry.chatID, clientID: entry.clientID, messageID: entry.id, seq: entry.seq,
            createdAt: entry.createdAt)
    }

    /// Whether the acceptance of this entry is still to come on this socket.
    func waits(for entry: Entry) -> Bool { clientIDsInFlight.contains(entry.clientID) }

    private func report(_ request: ReportPositionsRequest, caller: Caller, replyTo: String) {
        let (id, context, communication) = (id, context(caller), owner.gateway.communication)
        Task.immediate(executorPreference: owner.loop.handle) {
            do throws(APIError) {
                _ = try await communication.reportPositions(request, context: context)
            } catch {
                GatewayLoop.current?.session(id)?.refuse(error, replyTo: replyTo)
            }
        }
    }

    private func setPresence(_ status: PresenceStatus) {
        presence = status
        if let caller { owner.presenceChanged(of: caller.userID) }
    }

    /// The store has more to write than is good, or no longer.
    func setSlowed(_ isSlowed: Bool) {
        machine.isSlowed = isSlowed
        adjustReading()
    }

    private func pull(_ request: GetMessagesRequest, caller: Caller, replyTo: String) {
        let (id, context, communication) = (id, context(caller), owner.gateway.communication)
        Task.immediate(executorPreference: owner.loop.handle) {
            let frame: ServerFrame.Payload
            do throws(APIError) {
                let page = try await communication.getMessages(request, context: context)
                frame = .syncPage(SyncPage(chatID: request.chatID, entries: page.entries, lastSeq: page.lastSeq))
            } catch {
                frame = .error(error.body(requestID: context.requestID))
            }
            GatewayLoop.current?.session(id)?.pullEnded(frame, replyTo: replyTo)
        }
    }

    private func pullEnded(_ frame: ServerFrame.Payload, replyTo: String) {
        machine.pullEnded()
        write(frame, replyTo: replyTo)
        adjustReading()
    }

    // MARK: Resuming

    /// Subscribe first, then sample: the user's own events, then the relations, the chats, then `session.ready`, and
    /// only then the heads. What is committed after the subscription comes live; what was before is in the heads.
    private func resume(_ resume: SessionResume, replyTo: String) {
        cancelDeadline()
        let caller: Caller
        do throws(APIError) {
            caller = try self.caller(of: resume)
            try owner.gateway.rates.connect(caller.userID)
        } catch {
            refuse(error, replyTo: replyTo)
            return close(Self.closeCode(for: error))
        }
        self.caller = caller
        awaitFreshToken()
        owner.remember(self, of: caller)
        owner.attach(self, user: caller.userID)
        let (id, context, communication) = (id, context(caller), owner.gateway.communication)
        let identity = owner.gateway.services.identity
        Task.immediate(executorPreference: owner.loop.handle) {
            do throws(APIError) {
                let relations = try await identity.getRelations(GetRelationsRequest(), context: context)
                GatewayLoop.current?.adopt(relations, of: caller.userID)
                let subscriptions = try await communication.getSubscriptions(
                    GetSubscriptionsRequest(), context: context)
                GatewayLoop.current?.session(id)?.subscribed(subscriptions, caller: caller, replyTo: replyTo)
                let heads = try await communication.getHeads(
                    GetHeadsRequest(inboxCursor: resume.inboxCursor), context: context)
                GatewayLoop.current?.session(id)?.write(heads)
            } catch {
                GatewayLoop.current?.session(id)?.resumeFailed(error, replyTo: replyTo)
            }
        }
    }

    private func caller(of resume: SessionResume) throws(APIError) -> Caller {
        if let token = resume.accessToken { return try owner.caller(of: token) }
        guard let callerOfHandshake else { throw APIError(.authRequired) }
        try owner.check(callerOfHandshake.sessionID)
        return callerOfHandshake
    }

    private static func closeCode(for error: APIError) -> CloseCode {
        switch error.code {
        case .authRevoked: .revoked
        case .authUnavailable: .tryAgainLater
        case .rateLimited: .rateLimited
        default: .authenticationRequired
        }
    }

    // MARK: Fresh tokens

    /// The socket is bound to its session and not to the token that it came with; but a client that shows no other one
    /// for a day may have lost its session long ago.
    private func awaitFreshToken() {
        cancelDeadline()
        let milliseconds = owner.gateway.limits.socketTokenMilliseconds
        deadline = owner.loop.schedule(afterNanoseconds: milliseconds * 1_000_000) { [weak self] _ in
            self?.close(.authenticationRequired)
        }
    }

    private func refresh(_ token: String, caller: Caller, replyTo: String) {
        do throws(APIError) {
            // Another session's token says nothing about this one.
            guard try owner.caller(of: token) == caller else { throw APIError(.authInvalid) }
        } catch {
            return refuse(error, replyTo: replyTo)
        }
        awaitFreshToken()
        let milliseconds = owner.gateway.clock.millisecondsSince1970()
        let deadline = milliseconds + Int64(owner.gateway.limits.socketTokenMilliseconds)
        write(
            .sessionRefreshed(SessionRefreshed(refreshBy: Timestamp(millisecondsSince1970: deadline))),
            replyTo: replyTo)
    }

    private func subscribed(_ subscriptions: GetSubscriptionsResponse, caller: Caller, replyTo: String) {
        guard machine.resumed(caller) else { return }
        let ready = SessionReady(
            sessionID: caller.sessionID.rawValue, deviceID: caller.deviceID.rawValue,
            userID: caller.userID.rawValue, heartbeatSeconds: Self.heartbeatSeconds,
            serverTime: Timestamp(millisecondsSince1970: owner.gateway.clock.millisecondsSince1970()),
            incarnation: subscriptions.incarnation)
        write(.sessionReady(ready), replyTo: replyTo)
        owner.subscribe(self, of: caller, to: subscriptions)
        owner.presenceChanged(of: caller.userID)
        adjustReading()
    }

    private func write(_ heads: GetHeadsResponse) {
        for chat in heads.updated { write(.chatUpdated(ChatUpdated(chat: chat)), replyTo: nil) }
        let size = owner.gateway.limits.pageEntriesMax
        var start = 0
        repeat {
            let end = min(start + size, heads.chats.count)
            let page = SyncHeads(
                chats: Array(heads.chats[start..<end]), inboxCursor: heads.inboxCursor, more: end < heads.chats.count)
            write(.syncHeads(page), replyTo: nil)
            start = end
        } while start < heads.chats.count
        tellGaps(beyond: heads)
    }

    /// The heads were read later than most of the gaps became known, and have what is in those.
    private func tellGaps(beyond heads: GetHeadsResponse) {
        let lastSeqs = Dictionary(heads.chats.map { ($0.chatID, $0.lastSeq) }) { $1 }
        let gaps = gapsBeforeHeads ?? []
        gapsBeforeHeads = nil
        for gap in gaps {
            let from = max(gap.fromSeq, (lastSeqs[gap.chatID] ?? 0) + 1)
            if from <= gap.toSeq { tell(SyncGap(chatID: gap.chatID, fromSeq: from, toSeq: gap.toSeq)) }
        }
    }

    /// The client has to pull this; before the heads it would not know the chat.
    func tell(_ gap: SyncGap) {
        guard gapsBeforeHeads == nil else {
            gapsBeforeHeads?.append(gap)
            return
        }
        write(.syncGap(gap), replyTo: nil)
    }

    private func resumeFailed(_ error: APIError, replyTo: String) {
        refuse(error, replyTo: replyTo)
        close(error.code == .requestInvalid ? .badFrame : .tryAgainLater)
    }

    // MARK: Writing

    /// Whether live entries may be written: not before `session.ready`.
    var isReady: Bool {
        if case .ready = machine.state { true } else { false }
    }

    /// Whether the client reads too slowly.
    var isLagging: Bool { machine.isLagging }

    /// Whether what lasts for a moment is worth sending: whoever lags has more than enough to read.
    var takesTransients: Bool { isReady && !machine.isLagging }

    /// Sends a frame that was encoded once for many sockets.
    func deliver(_ encoded: [UInt8]) {
        owner.flushRooms(of: self)
        note(socket?.sendFrames(encoded))
    }

    /// Sends entries that were encoded once for many sockets. Whoever lags pulls them later.
    func deliver(_ encoded: [UInt8], of chat: ChatID, _ seqs: ClosedRange<UInt64>) {
        guard isReady else { return }
        guard !machine.isLagging else { return missed.add(seqs, of: chat) }
        note(socket?.sendFrames(encoded))
    }

    private func note(_ verdict: SendQueue.Verdict?) {
        guard verdict == .lagging, !machine.isLagging else { return }
        machine.isLagging = true
        owner.gateway.metrics.laggingSockets.add()
        adjustReading()
    }

    /// The acceptance of an entry stands behind everything that is before it in the log.
    func accept(_ frame: ServerFrame, of chat: ChatID) {
        owner.flushRooms(of: self)
        tellMissed(chat)
        write(frame)
    }

    /// What was missed of a chat is told before what follows in it.
    func tellMissed(_ chat: ChatID) {
        if let seqs = missed.take(chat) { tell(seqs, of: chat) }
    }

    private func tell(_ seqs: ClosedRange<UInt64>, of chat: ChatID) {
        tell(SyncGap(chatID: chat.rawValue, fromSeq: seqs.lowerBound, toSeq: seqs.upperBound))
    }

    func write(_ payload: ServerFrame.Payload, replyTo: String?) {
        let replyTo = replyTo?.isEmpty == true ? nil : replyTo
        write(ServerFrame(replyTo: replyTo, payload: payload))
    }

    func write(_ frame: ServerFrame) {
        owner.flushRooms(of: self)
        note(socket?.send(codec.encode(frame), as: codec.messageKind))
    }

    /// The server ends: the client is told to come back, and the socket closes once what is under way is answered.
    func drain(reconnectMilliseconds: UInt32) {
        write(.sessionGoingAway(SessionGoingAway(reconnectAfterMs: reconnectMilliseconds)), replyTo: nil)
        if machine.drain() { close(.goingAway) } else { adjustReading() }
    }

    func close(_ code: CloseCode) {
        machine.closed()
        cancelDeadline()
        // The peer's own close frame is still to be read.
        socket?.resumeReading()
        socket?.close(code: code.rawValue, reason: code.reason)
    }

    private func refuse(_ error: APIError, replyTo: String) {
        owner.gateway.metrics.failed(error)
        write(.error(error.body(requestID: requestID)), replyTo: replyTo)
    }

    private func context(_ caller: Caller) -> CallContext {
        CallContext(caller: caller, requestID: requestID, originSocket: id)
    }

    private func cancelDeadline() {
        if let deadline { owner.loop.cancel(deadline) }
        deadline = nil
    }
}
