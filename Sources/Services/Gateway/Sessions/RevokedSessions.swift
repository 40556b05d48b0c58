internal import Basics
internal import Contracts

/// The sessions that have ended while access tokens of theirs may still be about.
///
/// Each is kept for at least as long as a token lives, and for no longer than twice that.
struct RevokedSessions {
    private var young: Set<SessionID> = []
    private var old: Set<SessionID> = []
    /// When the halves were last changed, in nanoseconds of the monotonic clock.
    private var turnedAt: UInt64

    /// A token's life, and what clocks may differ by.
    static let keptNanoseconds = UInt64(AccessToken.lifetimeSeconds + AccessToken.leewaySeconds) * 1_000_000_000

    init(now: UInt64) { turnedAt = now }

    func contains(_ session: SessionID) -> Bool { young.contains(session) || old.contains(session) }

    /// - Parameter now: nanoseconds of the monotonic clock.
    /// - Returns: those that were not known to have ended.
    mutating func add(_ sessions: [SessionID], now: UInt64) -> [SessionID] {
        turn(now: now)
        let new = sessions.filter { !contains($0) }
        // Those that were known are kept for a whole life from now, too.
        young.formUnion(sessions)
        return new
    }

    /// Forgets what is no longer needed.
    mutating func turn(now: UInt64) {
        guard now >= turnedAt + Self.keptNanoseconds else { return }
        // After two lives without a look at it, nothing of it is needed.
        old = now >= turnedAt + 2 * Self.keptNanoseconds ? [] : young
        young = []
        turnedAt = now
    }
}
