internal import Basics
internal import Cryptography

/// What becomes of a presented refresh token. Pure: the store calls it in the transaction that carries the answer out.
public struct RefreshRules: Sendable {
    let presented: RefreshToken
    let key: RefreshTokenKey
    let refreshDays: Int64
    /// Milliseconds since 1970.
    public let now: Int64

    /// For how long a spent token gives its successor again: an answer may get lost, and two tabs may ask at once.
    static let graceMilliseconds: Int64 = 30_000
    /// After the log-in; no use prolongs a session beyond it.
    static let sessionDaysMax: Int64 = 60
    static let millisecondsPerDay: Int64 = 86_400_000

    public enum Verdict: Equatable, Sendable {
        /// Store this, and answer with the successor.
        case rotate(RotatedSession)
        /// Answer with the same successor as before.
        case `repeat`
        /// Somebody else may have it: end the session.
        case reused
        /// The session has lasted as long as it may: end it.
        case expired
        /// A token that this session does not have.
        case unknown
    }

    public func verdict(on session: StoredSession) -> Verdict {
        guard now < session.expiresAt else { return .expired }
        let successor = key.successor(of: presented)
        if presented.generation == session.generation {
            guard presented.hash == session.tokenHash else { return .unknown }
            return .rotate(
                RotatedSession(
                    generation: successor.generation, tokenHash: successor.hash, usedAt: now,
                    expiresAt: Self.expiry(usedAt: now, startedAt: session.startedAt, refreshDays: refreshDays)))
        }
        // A store that was restored from a backup knows fewer than were given out.
        guard presented.generation < session.generation else { return .unknown }
        let isRecent = now - session.usedAt <= Self.graceMilliseconds
        guard successor.generation == session.generation, successor.hash == session.tokenHash, isRecent else {
            return .reused
        }
        return .repeat
    }

    static func expiry(usedAt: Int64, startedAt: Int64, refreshDays: Int64) -> Int64 {
        min(usedAt + refreshDays * millisecondsPerDay, startedAt + sessionDaysMax * millisecondsPerDay)
    }
}

/// What the store knows of a session's refresh tokens. Times in milliseconds since 1970.
public struct StoredSession: Sendable {
    public let generation: UInt32
    /// Of the newest token.
    public let tokenHash: [UInt8]
    public let startedAt: Int64
    /// When the newest token was given out.
    public let usedAt: Int64
    public let expiresAt: Int64

    public init(generation: UInt32, tokenHash: [UInt8], startedAt: Int64, usedAt: Int64, expiresAt: Int64) {
        self.generation = generation
        self.tokenHash = tokenHash
        self.startedAt = startedAt
        self.usedAt = usedAt
        self.expiresAt = expiresAt
    }
}

/// What is stored when a token was spent.
public struct RotatedSession: Equatable, Sendable {
    public let generation: UInt32
    public let tokenHash: [UInt8]
    public let usedAt: Int64
    public let expiresAt: Int64
}
