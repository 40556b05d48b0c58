/// When each of very many connections is to be looked at again, to the second. Setting one is O(1), and a second costs
/// as much as what is due in it, however many others wait: a sweep over all of them would hold up the loop.
///
/// A value without a clock. Each token stands in it once: whoever is looked at says when to look again.
struct TimerWheel {
    /// Seconds that it reaches ahead; what is due later is looked at by then all the same.
    static let secondsMax = 128

    private static let nanoseconds: UInt64 = 1_000_000_000

    private var slots = [[UInt64]](repeating: [], count: secondsMax)
    /// What is due up to here has been taken.
    private var second: UInt64

    init(now: UInt64) {
        second = now / Self.nanoseconds
    }

    /// - Parameter due: in nanoseconds; met in the first whole second at or after it, the next one at the soonest.
    mutating func set(_ token: UInt64, due: UInt64) {
        let (rounded, overflow) = due.addingReportingOverflow(Self.nanoseconds - 1)
        let wanted = overflow ? .max : rounded / Self.nanoseconds
        let slot = min(max(wanted, second + 1), second + UInt64(Self.secondsMax) - 1)
        slots[Int(slot % UInt64(Self.secondsMax))].append(token)
    }

    /// Takes what has become due, the earlier seconds first.
    mutating func advance(to now: UInt64) -> [UInt64] {
        let target = now / Self.nanoseconds
        var due: [UInt64] = []
        // One turn has seen every slot, also when the clock leapt.
        for _ in 0..<Self.secondsMax where second < target {
            second += 1
            let slot = Int(second % UInt64(Self.secondsMax))
            due += slots[slot]
            slots[slot] = []
        }
        second = max(second, target)
        return due
    }
}
