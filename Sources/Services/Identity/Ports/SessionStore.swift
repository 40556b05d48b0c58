public import Basics
public import Contracts
public import WireProtocol

/// Sessions while they last, and the log of those that have ended.
public protocol SessionStore: Sendable {
    /// The secret of the installation, or `candidate` made it: of two calls at the same time, both get the same.
    func secret(orFirst candidate: [UInt8]) async throws(StoreError) -> [UInt8]

    /// Spends a refresh token as the rules say. Two calls with one token are decided one after the other.
    func refresh(_ session: SessionID, by rules: RefreshRules) async throws(StoreError) -> RefreshOutcome

    /// Those of the user that last, the newest first.
    ///
    /// - Parameter now: milliseconds since 1970, as everywhere here.
    func sessions(of user: UserID, now: Int64) async throws(StoreError) -> [SessionView]

    /// - Returns: whether the user had such a session.
    func end(_ session: SessionID, of user: UserID, now: Int64) async throws(StoreError) -> Bool

    /// Ends a session, whosever it is.
    ///
    /// - Returns: whether it lasted.
    func end(_ session: SessionID, now: Int64) async throws(StoreError) -> Bool

    /// - Returns: the sessions that ended.
    func endOthers(of user: UserID, but session: SessionID, now: Int64) async throws(StoreError) -> [SessionID]

    /// Ends sessions that have lasted as long as they may, at most `limit` of them.
    ///
    /// - Returns: those.
    func endExpired(now: Int64, limit: Int) async throws(StoreError) -> [SessionID]

    /// The log after a number, at most `limit` lines.
    ///
    /// - Parameter since: what ended before it is left out.
    func revocations(after: UInt64, since: Int64, limit: Int) async throws(StoreError) -> GetRevocationsResponse

    /// Forgets what ended before.
    func forgetRevocations(before: Int64) async throws(StoreError)
}

public enum RefreshOutcome: Sendable {
    /// The token was spent, or its successor is to be given again.
    case refreshed(Caller)
    /// The session has ended: now, since the token was used before or has expired; or earlier.
    case ended(isNew: Bool)
    /// The session has no such token.
    case unknown
}
