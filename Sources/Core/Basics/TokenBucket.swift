/// What one is still free to do at once; it fills up again as time goes by.
public struct TokenBucket: Sendable {
    private var tokens: Double
    /// Nanoseconds of the monotonic clock.
    private var filledAt: UInt64
    private let limit: RateLimit

    /// A full one.
    ///
    /// - Parameter now: nanoseconds of the monotonic clock, as everywhere here.
    public init(_ limit: RateLimit, now: UInt64) {
        self.limit = limit
        tokens = limit.burst
        filledAt = now
    }

    /// How long it takes until it may be done once, in nanoseconds; nil when it may be now. Takes nothing.
    public func wait(now: UInt64) -> UInt64? {
        let tokens = filled(now: now)
        guard tokens < 1 else { return nil }
        return UInt64(((1 - tokens) / limit.perNanosecond).rounded(.up))
    }

    /// Does it once, whether it may be or not; see ``wait(now:)``. Who may not owes nothing for it.
    public mutating func take(now: UInt64) {
        tokens = max(0, filled(now: now) - 1)
        filledAt = max(filledAt, now)
    }

    /// Does it once, if it may be.
    ///
    /// - Returns: how long it has to wait, in nanoseconds; nil when it was done.
    public mutating func tryTake(now: UInt64) -> UInt64? {
        if let wait = wait(now: now) { return wait }
        take(now: now)
        return nil
    }

    private func filled(now: UInt64) -> Double {
        guard !limit.isUnlimited else { return limit.burst }
        let elapsed = now > filledAt ? now - filledAt : 0
        return min(limit.burst, tokens + Double(elapsed) * limit.perNanosecond)
    }
}

/// A token bucket for each key that is in use.
///
/// Of memory it takes no more than for `keysMax` buckets: one that nobody has touched for as long as an empty one needs
/// to fill up is full, and so as good as none; when there are too many others, the older half is forgotten, which lets
/// some do more than they may rather than everybody else nothing.
public struct TokenBuckets<Key: Hashable & Sendable>: Sendable {
    private var young: [Key: TokenBucket] = [:]
    private var old: [Key: TokenBucket] = [:]
    private var turnedAt: UInt64 = 0
    private let limit: RateLimit
    private let halfMax: Int

    public init(_ limit: RateLimit, keysMax: Int) {
        self.limit = limit
        halfMax = max(1, keysMax / 2)
    }

    /// Buckets that are kept.
    public var count: Int { young.count + old.count }

    /// How long the key has to wait before it may do it once; nil when it may now. Takes nothing.
    ///
    /// - Parameter now: nanoseconds of the monotonic clock, as everywhere here.
    public func wait(_ key: Key, now: UInt64) -> UInt64? {
        limit.isUnlimited ? nil : (young[key] ?? old[key])?.wait(now: now)
    }

    /// Does it once, whether the key may or not.
    public mutating func take(_ key: Key, now: UInt64) {
        guard !limit.isUnlimited else { return }
        turn(now: now)
        var bucket = young[key] ?? old[key] ?? TokenBucket(limit, now: now)
        bucket.take(now: now)
        old[key] = nil
        young[key] = bucket
    }

    /// Does it once, if the key may.
    ///
    /// - Returns: how long the key has to wait, in nanoseconds; nil when it did it.
    public mutating func tryTake(_ key: Key, now: UInt64) -> UInt64? {
        if let wait = wait(key, now: now) { return wait }
        take(key, now: now)
        return nil
    }

    private mutating func turn(now: UInt64) {
        guard now >= turnedAt &+ limit.fillNanoseconds || young.count >= halfMax else { return }
        (old, young) = (young, [:])
        turnedAt = now
    }
}
