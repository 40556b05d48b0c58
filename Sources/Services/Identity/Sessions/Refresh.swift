internal import Basics
public import Contracts
public import WireProtocol

extension IdentityService {
    public func refresh(_ request: RefreshRequest, context: CallContext) async throws(APIError) -> RefreshResponse {
        let token = try presented(request.refreshToken, context)
        try attempts.refresh(SessionID(token.sessionID))
        let rules = RefreshRules(
            presented: token, key: refreshTokens, refreshDays: Int64(settings.refreshDays),
            now: clock.millisecondsSince1970())
        let outcome: RefreshOutcome
        do throws(StoreError) {
            outcome = try await ports.sessions.refresh(SessionID(token.sessionID), by: rules)
        } catch {
            throw error.apiError
        }
        switch outcome {
        case .refreshed(let caller):
            return RefreshResponse(
                accessToken: try newAccessToken(for: caller), accessTokenExpiresIn: AccessToken.lifetimeSeconds,
                refreshToken: refreshTokens.text(of: refreshTokens.successor(of: token)))
        case .ended(let isNew):
            if isNew { announceEnd(of: [SessionID(token.sessionID)]) }
            throw APIError(.authRevoked)
        case .unknown: throw APIError(.authRefreshInvalid)
        }
    }

    /// The refresh token of the request, else of the browser's cookie.
    func presented(_ text: String?, _ context: CallContext) throws(APIError) -> RefreshToken {
        if text == nil, context.refreshCookie?.isFromOwnPage == false { throw APIError(.authCrossSite) }
        guard let text = text ?? context.refreshCookie?.value else { throw APIError(.authRequired) }
        guard let token = refreshTokens.read(text) else { throw APIError(.authRefreshInvalid) }
        return token
    }
}
