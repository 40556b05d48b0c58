/// How often something may be done, and how often at once.
public struct RateLimit: Hashable, Sendable {
    /// In the long run.
    public let perMinute: Double
    /// At once, by whoever has done nothing for a while.
    public let burst: Double

    public init(perMinute: Double, burst: Double) {
        self.perMinute = perMinute
        self.burst = burst
    }

    /// So many a minute, at once or over time.
    public static func perMinute(_ count: Double) -> RateLimit { RateLimit(perMinute: count, burst: count) }

    /// So many a second, and more at once.
    public static func perSecond(_ count: Double, burst: Double) -> RateLimit {
        RateLimit(perMinute: count * 60, burst: burst)
    }

    /// As good as none: for load tests.
    public static let unlimited = RateLimit(perMinute: .infinity, burst: .infinity)

    public var isUnlimited: Bool { perMinute == .infinity }

    var perNanosecond: Double { perMinute / 60e9 }

    /// How long it takes from nothing to the whole burst.
    var fillNanoseconds: UInt64 { isUnlimited ? .max : UInt64((burst / perNanosecond).rounded(.up)) }
}
