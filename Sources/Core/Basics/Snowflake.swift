internal import Synchronization

/// The layout of server-made identifiers: 41 bits of milliseconds since 2026, 10 bits of node, 12 bits of counter.
public enum Snowflake {
    /// 2026-01-01T00:00:00Z in milliseconds since 1970.
    public static let epochMilliseconds: Int64 = 1_767_225_600_000
    public static let nodeBits: UInt64 = 10
    public static let counterBits: UInt64 = 12

    /// The identifier's time, in milliseconds since 1970.
    public static func millisecondsSince1970(of identifier: UInt64) -> Int64 {
        Int64(identifier >> (nodeBits + counterBits)) + epochMilliseconds
    }
}

/// Makes identifiers that rise strictly on one node. May be called from any thread.
///
/// It is a hybrid clock: when the counter of a millisecond is used up, or the wall clock steps back, the time field
/// goes on by itself. It starts above the highest identifier in the store, so that a clock that was wrong before a
/// restart cannot bring an identifier twice.
public final class SnowflakeGenerator: Sendable {
    private let node: UInt64
    private let clock: WallClock
    /// Time and counter as one number, so that one addition carries from the counter into the time.
    private let last: Mutex<UInt64>

    /// - Parameters:
    ///   - node: below 1,024; unique among the nodes that write to one store.
    ///   - highestStored: the highest identifier in the store, or 0.
    public init(node: UInt64, above highestStored: UInt64, clock: WallClock) {
        precondition(node < 1 << Snowflake.nodeBits, "the node number has 10 bits")
        self.node = node
        self.clock = clock
        let time = highestStored >> (Snowflake.nodeBits + Snowflake.counterBits)
        last = Mutex((time + 1) << Snowflake.counterBits)
    }

    public func next() -> UInt64 {
        let now = UInt64(max(0, clock.millisecondsSince1970() - Snowflake.epochMilliseconds))
        let position = last.withLock { last in
            last = max(last + 1, now << Snowflake.counterBits)
            return last
        }
        let time = position >> Snowflake.counterBits
        let counter = position & ((1 << Snowflake.counterBits) - 1)
        return time << (Snowflake.nodeBits + Snowflake.counterBits) | node << Snowflake.counterBits | counter
    }
}
