internal import Basics
internal import Contracts
internal import Cryptography
internal import Synchronization
internal import WireProtocol

/// How often somebody may try to log in, to register, to refresh and to find people. May be used from any thread.
///
/// Every attempt counts, whether it succeeds or not and whether the account exists or not: what is refused here says
/// nothing about either.
final class AttemptLimits: Sendable {
    private struct State {
        var byAddressAndAccount: TokenBuckets<[UInt8]>
        var byAccount: TokenBuckets<[UInt8]>
        var byAddress: TokenBuckets<[UInt8]>
        var prelogins: TokenBuckets<[UInt8]>
        var registrations: TokenBuckets<[UInt8]>
        var refreshes: TokenBuckets<SessionID>
        var searches: TokenBuckets<UserID>
    }

    private let state: Mutex<State>
    private let monotonic: MonotonicClock

    init(limits: Limits, monotonic: MonotonicClock) {
        let count = limits.rateKeysMax
        state = Mutex(
            State(
                byAddressAndAccount: TokenBuckets(limits.loginsPerAddressAndAccount, keysMax: count),
                byAccount: TokenBuckets(limits.loginsPerAccount, keysMax: count),
                byAddress: TokenBuckets(limits.loginsPerAddress, keysMax: count),
                prelogins: TokenBuckets(limits.preloginsPerAddress, keysMax: count),
                registrations: TokenBuckets(limits.registrationsPerAddress, keysMax: count),
                refreshes: TokenBuckets(limits.refreshesPerSession, keysMax: count),
                searches: TokenBuckets(limits.searchesPerUser, keysMax: count)))
        self.monotonic = monotonic
    }

    /// Somebody says a password. Throws `rate.limited`, and counts nothing then.
    ///
    /// - Parameter account: whatever names it, in one spelling.
    func login(to account: String, _ context: CallContext) throws(APIError) {
        let (account, address) = (Self.key(account), Self.key(context))
        try limit { state, now in
            let both = address + account
            let waits = [
                state.byAddressAndAccount.wait(both, now: now), state.byAccount.wait(account, now: now),
                state.byAddress.wait(address, now: now),
            ]
            if let wait = waits.compactMap({ $0 }).max() { return wait }
            state.byAddressAndAccount.take(both, now: now)
            state.byAccount.take(account, now: now)
            state.byAddress.take(address, now: now)
            return nil
        }
    }

    /// Somebody asks how a password is sent. Throws `rate.limited`.
    func prelogin(_ context: CallContext) throws(APIError) {
        try limit { state, now in state.prelogins.tryTake(Self.key(context), now: now) }
    }

    /// Somebody makes an account. Throws `rate.limited`.
    func registration(_ context: CallContext) throws(APIError) {
        try limit { state, now in state.registrations.tryTake(Self.key(context), now: now) }
    }

    /// A refresh token of this session is presented; that it is one of ours has been seen. Throws `rate.limited`.
    func refresh(_ session: SessionID) throws(APIError) {
        try limit { state, now in state.refreshes.tryTake(session, now: now) }
    }

    /// Somebody looks for people. Throws `rate.limited`.
    func search(by user: UserID) throws(APIError) {
        try limit { state, now in state.searches.tryTake(user, now: now) }
    }

    private func limit(_ take: (inout State, UInt64) -> UInt64?) throws(APIError) {
        let now = monotonic.nanoseconds()
        if let wait = state.withLock({ take(&$0, now) }) { throw .rateLimited(nanoseconds: wait) }
    }

    /// Of one length, however long the name is.
    private static func key(_ account: String) -> [UInt8] { Array(SHA256.hash(Array(account.utf8)).prefix(16)) }

    /// Calls that say no address share one bucket.
    private static func key(_ context: CallContext) -> [UInt8] { context.clientAddress?.customer ?? [] }
}
