internal import Basics
internal import Contracts
internal import EventLoop
internal import WireProtocol

/// Whose requests and sockets are still good.
extension GatewayLoop {
    /// Who an access token is of. Throws `auth.invalid` and `auth.expired`, `auth.revoked` when the session has ended,
    /// and `auth.unavailable` when that cannot be told.
    func caller(of token: String) throws(APIError) -> Caller {
        guard areRevocationsCurrent else { throw .authUnavailable }
        let missesBefore = tokens.missCount
        defer { gateway.metrics.tokenChecked(wasKnown: tokens.missCount == missesBefore) }
        let caller = try tokens.caller(of: token, by: gateway.verifier)
        try check(caller.sessionID)
        return caller
    }

    /// Throws `auth.revoked` when the session has ended.
    func check(_ session: SessionID) throws(APIError) {
        guard !gateway.revocations.isRevoked(session) else { throw APIError(.authRevoked) }
    }

    /// Whether the log of ended sessions was read lately.
    var areRevocationsCurrent: Bool { gateway.revocations.isCurrent(now: loop.now) }

    func remember(_ session: Session, of caller: Caller) {
        socketsOfSessions[caller.sessionID, default: []].insert(session.id)
    }

    func forget(_ session: Session, of caller: Caller) {
        socketsOfSessions[caller.sessionID]?.remove(session.id)
        if socketsOfSessions[caller.sessionID]?.isEmpty == true { socketsOfSessions[caller.sessionID] = nil }
    }

    /// Sessions have ended: so do their sockets.
    func revoked(_ ended: [SessionID]) {
        for id in ended {
            for socket in socketsOfSessions[id] ?? [] { session(socket)?.close(.revoked) }
        }
    }
}

extension APIError {
    /// `auth.unavailable`: the same may be sent again after a second.
    static let authUnavailable = APIError(.authUnavailable, retryAfterMilliseconds: 1_000)
}
