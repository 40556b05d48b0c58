internal import Synchronization

/// Counts observations by size, in buckets with fixed upper bounds.
public final class Histogram: Sendable {
    public struct Snapshot: Sendable {
        public let bounds: [Double]
        /// Observations at most as large as the bound of the same index; the last one counts all.
        public let cumulative: [UInt64]
        public let sum: Double
    }

    private struct State {
        var counts: [UInt64]
        var sum = 0.0
    }

    private let bounds: [Double]
    private let state: Mutex<State>

    /// - Parameter bounds: rising.
    public init(bounds: [Double]) {
        self.bounds = bounds
        state = Mutex(State(counts: Array(repeating: 0, count: bounds.count + 1)))
    }

    /// From 100 µs to 10 s, for durations in seconds.
    public static let secondsBounds = [
        0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]

    public func observe(_ value: Double) {
        let index = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock {
            $0.counts[index] += 1
            $0.sum += value
        }
    }

    public var snapshot: Snapshot {
        let state = state.withLock { $0 }
        var total: UInt64 = 0
        let cumulative = state.counts.map { count in
            total += count
            return total
        }
        return Snapshot(bounds: bounds, cumulative: cumulative, sum: state.sum)
    }
}
