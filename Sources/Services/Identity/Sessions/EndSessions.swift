internal import Basics
public import Contracts
public import WireProtocol

extension IdentityService {
    public func logout(_ request: LogoutRequest, context: CallContext) async throws(APIError) -> LogoutResponse {
        let session: SessionID
        if let caller = context.caller {
            session = caller.sessionID
        } else {
            session = SessionID(try presented(request.refreshToken, context).sessionID)
        }
        let now = clock.millisecondsSince1970()
        do throws(StoreError) {
            if try await ports.sessions.end(session, now: now) { announceEnd(of: [session]) }
        } catch {
            throw error.apiError
        }
        return LogoutResponse()
    }

    public func endSession(
        _ request: EndSessionRequest, context: CallContext
    ) async throws(APIError) -> EndSessionResponse {
        let caller = try context.authenticated()
        let (session, now) = (SessionID(request.id), clock.millisecondsSince1970())
        let hasEnded: Bool
        do throws(StoreError) {
            hasEnded = try await ports.sessions.end(session, of: caller.userID, now: now)
        } catch {
            throw error.apiError
        }
        guard hasEnded else { throw APIError(.sessionNotFound) }
        announceEnd(of: [session])
        return EndSessionResponse()
    }

    public func endOtherSessions(
        _ request: EndOtherSessionsRequest, context: CallContext
    ) async throws(APIError) -> EndOtherSessionsResponse {
        let caller = try context.authenticated()
        _ = try await prove(request.password, of: caller, context)
        let now = clock.millisecondsSince1970()
        do throws(StoreError) {
            announceEnd(
                of: try await ports.sessions.endOthers(of: caller.userID, but: caller.sessionID, now: now))
        } catch {
            throw error.apiError
        }
        return EndOtherSessionsResponse()
    }

    /// Whether this is the caller's own password. An attempt to log in like any other: who has only stolen a token may
    /// not guess it either.
    func prove(
        _ password: String, of caller: Caller, _ context: CallContext
    ) async throws(APIError) -> Credentials {
        // No login is written like that.
        try attempts.login(to: "user \(caller.userID.rawValue)", context)
        let credentials: Credentials?
        do throws(StoreError) {
            credentials = try await ports.accounts.credentials(of: caller.userID)
        } catch {
            throw error.apiError
        }
        return try await prove(password, credentials)
    }

    /// Tells gateways to look at the log of revocations at once rather than within a second.
    func announceEnd(of sessions: [SessionID]) {
        guard !sessions.isEmpty else { return }
        bus.publish(Event(body: .sessionsRevoked(SessionsRevoked(sessionIDs: sessions.map(\.rawValue)))))
    }
}
