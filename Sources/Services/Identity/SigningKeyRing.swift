internal import Contracts

/// Which key signs, which are published, and when the next is due. Pure.
///
/// A key is published before it is used, so that whoever verifies has it by then, and stays until every token that it
/// has signed has expired.
struct SigningKeyRing: Sendable {
    /// The oldest first; never empty.
    private(set) var keys: [SigningKey]
    private let lifetimeMilliseconds: Int64

    /// From a key's publication to its first use: gateways ask every minute, others may keep what they got for longer.
    static let publishedAheadMilliseconds: Int64 = 3_600_000
    /// From a key's last use to its end: a token's life, and what clocks may differ by.
    static let keptMilliseconds = Int64(AccessToken.lifetimeSeconds + AccessToken.leewaySeconds) * 1_000

    /// - Parameters:
    ///   - keys: the oldest first.
    ///   - days: after which a new key signs.
    init?(_ keys: [SigningKey], days: Int) {
        guard !keys.isEmpty else { return nil }
        self.keys = keys
        lifetimeMilliseconds = Int64(days) * 86_400_000
    }

    /// The key to sign with now.
    ///
    /// - Parameter now: milliseconds since 1970, as everywhere here.
    func current(now: Int64) -> SigningKey {
        keys.last { Self.isInUse($0, now: now) } ?? keys[0]
    }

    /// Whether a new key is to be made.
    func isNextDue(now: Int64) -> Bool {
        (keys.last?.createdAt ?? 0) + lifetimeMilliseconds <= now
    }

    /// The keys by which nothing is signed that still counts.
    func retired(now: Int64) -> [SigningKey] {
        zip(keys, keys.dropFirst()).filter { _, next in
            next.createdAt + Self.publishedAheadMilliseconds + Self.keptMilliseconds <= now
        }.map { $0.0 }
    }

    private static func isInUse(_ key: SigningKey, now: Int64) -> Bool {
        key.createdAt + publishedAheadMilliseconds <= now
    }
}
