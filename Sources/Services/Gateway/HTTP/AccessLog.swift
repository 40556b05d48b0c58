internal import Basics
internal import Contracts
internal import Observability
internal import Synchronization

/// One line for each answered request and each closed socket, when the operator wants it. May be used from any thread.
///
/// Calls stand there by their names in the contract, never by their paths, whose parameters are users' own: ids of
/// chats, search words, emoji. The client's address is not there either.
final class AccessLog: Sendable {
    private let logger: Logger
    private let state = Atomic(false)

    /// Off at first.
    init(logger: Logger) {
        self.logger = logger
    }

    /// May be changed while the server runs.
    var isOn: Bool {
        get { state.load(ordering: .relaxed) }
        set { state.store(newValue, ordering: .relaxed) }
    }

    func note(_ request: AnsweredRequest) {
        guard isOn else { return }
        logger.info(
            "A request was answered.",
            [
                "method": .system(request.method), "call": .system(request.call), "status": .integer(request.status),
                "duration_ms": .milliseconds(Double(request.nanoseconds) / 1e6),
                "request_bytes": .integer(request.requestBytes), "response_bytes": .integer(request.responseBytes),
                "user_id": .identifier(request.caller?.userID.rawValue ?? 0),
                "session_id": .identifier(request.caller?.sessionID.rawValue ?? 0),
            ])
    }

    func note(_ socket: ClosedSocket) {
        guard isOn else { return }
        logger.info(
            "A socket was closed.",
            [
                "code": .integer(Int(socket.code ?? 0)), "duration_ms": .milliseconds(Double(socket.nanoseconds) / 1e6),
                "frames_received": .integer(socket.framesReceived),
                "user_id": .identifier(socket.caller?.userID.rawValue ?? 0),
                "session_id": .identifier(socket.caller?.sessionID.rawValue ?? 0),
            ])
    }
}
