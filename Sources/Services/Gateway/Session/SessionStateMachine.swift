internal import Basics
internal import Contracts
internal import WireProtocol

/// What a socket may do when. Pure: frames and outcomes go in, actions come out, `Session` performs them.
///
/// Commands are admitted in the order received. At most `commandsMax` wait for their answers, `pullsMax` of them pulls:
/// at a bound the socket is not read (`isReadable`), so that a client that sends faster than the store commits waits in
/// its own network buffers. It is never an error.
struct SessionStateMachine: ~Copyable {
    enum State: Equatable {
        case awaitingResume
        case resuming
        case ready(Caller)
        /// The server ends: no new commands, those under way are still answered.
        case draining
        case closed
    }

    enum Action: Equatable {
        case resume(SessionResume, replyTo: String)
        case append(AppendCommand, caller: Caller, replyTo: String)
        case pull(GetMessagesRequest, caller: Caller, replyTo: String)
        /// No answer, unless it is refused.
        case report(ReportPositionsRequest, caller: Caller, replyTo: String)
        case typing(Bool, ChatID)
        case setPresence(PresenceStatus)
        /// A newer access token of the same session.
        case refresh(accessToken: String, caller: Caller, replyTo: String)
        case answerPing(replyTo: String)
        case refuse(APIError, replyTo: String)
        case close(CloseCode)
        /// The socket is closed already.
        case ignore
    }

    private(set) var state: State = .awaitingResume
    /// The store has more to write than is good: a socket that publishes is not read until its commands are answered
    /// and the pressure is gone.
    var isSlowed = false
    /// Most of those who read the chat into which was written last are slower than what comes: the same.
    var isRoomCongested = false
    /// The client reads too slowly: it is not read until it has caught up.
    var isLagging = false
    private var commandsInFlight = 0
    private var pullsInFlight = 0
    /// What is told to others without being kept.
    private var signals: TokenBucket
    private let commandsMax: Int
    private let pullsMax: Int

    /// - Parameter now: nanoseconds of the monotonic clock, as everywhere here.
    init(limits: Limits, now: UInt64) {
        signals = TokenBucket(limits.signalsPerSocket, now: now)
        commandsMax = limits.commandsInFlightMax
        pullsMax = limits.pullsInFlightMax
    }

    /// Whether the next frame may be taken from the socket.
    var isReadable: Bool {
        switch state {
        case .awaitingResume: true
        case .resuming, .draining, .closed: false
        case .ready:
            commandsInFlight < commandsMax && pullsInFlight < pullsMax && !isLagging
                && !((isSlowed || isRoomCongested) && publishes)
        }
    }

    private var publishes: Bool { commandsInFlight > pullsInFlight }

    mutating func received(_ frame: ClientFrame, now: UInt64) -> Action {
        switch (state, frame.payload) {
        case (.draining, _), (.closed, _): return .ignore
        case (_, nil): return .refuse(APIError(.frameInvalid), replyTo: frame.id)
        case (.awaitingResume, .sessionResume(let resume)):
            state = .resuming
            return .resume(resume, replyTo: frame.id)
        case (.awaitingResume, _), (.resuming, _):
            state = .closed
            return .close(.authenticationRequired)
        case (.ready(let caller), let payload?): return command(payload, caller: caller, replyTo: frame.id, now: now)
        }
    }

    private mutating func command(
        _ payload: ClientFrame.Payload, caller: Caller, replyTo: String, now: UInt64
    ) -> Action {
        switch payload {
        case .sessionResume: .refuse(APIError(.frameInvalid), replyTo: replyTo)
        case .sessionRefresh(let refresh):
            .refresh(accessToken: refresh.accessToken, caller: caller, replyTo: replyTo)
        case .ping: .answerPing(replyTo: replyTo)
        case .messageSend(let request): append(.send(request), caller, replyTo)
        case .messageEdit(let request): append(.edit(request), caller, replyTo)
        case .messageDelete(let request): append(.delete(request), caller, replyTo)
        case .reactionAdd(let request): append(.addReaction(request), caller, replyTo)
        case .reactionRemove(let request): append(.removeReaction(request), caller, replyTo)
        case .syncPull(let request): pull(request, caller, replyTo)
        case .messageDelivered(let report):
            .report(
                ReportPositionsRequest(chatID: report.chatID, deliveredSeq: report.seq), caller: caller,
                replyTo: replyTo)
        case .messageRead(let report):
            .report(
                ReportPositionsRequest(chatID: report.chatID, readSeq: report.seq), caller: caller, replyTo: replyTo)
        case .typingStart(let typing): signal(.typing(true, ChatID(typing.chatID)), replyTo, now: now)
        case .typingStop(let typing): signal(.typing(false, ChatID(typing.chatID)), replyTo, now: now)
        case .presenceSet(let set) where set.status == .online || set.status == .away:
            signal(.setPresence(set.status), replyTo, now: now)
        case .presenceSet: .refuse(.invalid(field: "status"), replyTo: replyTo)
        }
    }

    private mutating func append(_ command: AppendCommand, _ caller: Caller, _ replyTo: String) -> Action {
        commandsInFlight += 1
        return .append(command, caller: caller, replyTo: replyTo)
    }

    private mutating func pull(_ pull: SyncPull, _ caller: Caller, _ replyTo: String) -> Action {
        commandsInFlight += 1
        pullsInFlight += 1
        let page = GetMessagesRequest(
            chatID: pull.chatID, before: pull.beforeSeq, after: pull.afterSeq, limit: pull.limit)
        return .pull(page, caller: caller, replyTo: replyTo)
    }

    private mutating func signal(_ action: Action, _ replyTo: String, now: UInt64) -> Action {
        guard let wait = signals.tryTake(now: now) else { return action }
        return .refuse(.rateLimited(nanoseconds: wait), replyTo: replyTo)
    }

    /// - Returns: false when the socket has closed meanwhile.
    mutating func resumed(_ caller: Caller) -> Bool {
        guard state == .resuming else { return false }
        state = .ready(caller)
        return true
    }

    mutating func appendEnded() {
        commandsInFlight -= 1
    }

    mutating func pullEnded() {
        commandsInFlight -= 1
        pullsInFlight -= 1
    }

    /// The server ends. What is under way is still answered.
    ///
    /// - Returns: whether the socket may be closed at once.
    mutating func drain() -> Bool {
        if state != .closed { state = .draining }
        return hasDrained
    }

    /// Whether the last command of a draining socket has been answered.
    var hasDrained: Bool { state == .draining && commandsInFlight == 0 }

    mutating func closed() {
        state = .closed
    }
}
