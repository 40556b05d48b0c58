internal import CLinux

/// The time of day, injected so that tests decide it. Never used for deadlines: it may step.
public struct WallClock: Sendable {
    public let millisecondsSince1970: @Sendable () -> Int64

    public init(millisecondsSince1970: @escaping @Sendable () -> Int64) {
        self.millisecondsSince1970 = millisecondsSince1970
    }

    public static let system = WallClock { Int64(clinux_realtime_ns() / 1_000_000) }
}

/// The clock of deadlines and durations: nanoseconds since some start, never back.
public struct MonotonicClock: Sendable {
    public let nanoseconds: @Sendable () -> UInt64

    public init(nanoseconds: @escaping @Sendable () -> UInt64) {
        self.nanoseconds = nanoseconds
    }

    public static let system = MonotonicClock { clinux_monotonic_ns() }
}
