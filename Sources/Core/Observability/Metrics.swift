internal import Synchronization

/// A number that only rises. May be used from any thread; adding is one atomic instruction.
public final class Counter: Sendable {
    private let value = Atomic<UInt64>(0)

    public func add(_ amount: UInt64 = 1) {
        value.wrappingAdd(amount, ordering: .relaxed)
    }

    public var current: UInt64 { value.load(ordering: .relaxed) }
}

/// A number that rises and falls.
public final class Gauge: Sendable {
    private let value = Atomic<Int>(0)

    public func add(_ amount: Int) {
        value.wrappingAdd(amount, ordering: .relaxed)
    }

    public var current: Int { value.load(ordering: .relaxed) }
}

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

/// The metrics of one process, written out in the text format of Prometheus (version 0.0.4).
///
/// Names follow its conventions: base units, `_total` for counters.
public final class MetricRegistry: Sendable {
    private enum Source: Sendable {
        case counter(Counter)
        case gauge(@Sendable () -> Double)
        case histogram(Histogram)
    }

    private struct Metric: Sendable {
        let name: String
        let help: String
        let source: Source
    }

    private let metrics = Mutex<[Metric]>([])

    public init() {}

    public func counter(_ name: String, help: String) -> Counter {
        let counter = Counter()
        register(Metric(name: name, help: help, source: .counter(counter)))
        return counter
    }

    public func gauge(_ name: String, help: String) -> Gauge {
        let gauge = Gauge()
        register(Metric(name: name, help: help, source: .gauge { Double(gauge.current) }))
        return gauge
    }

    /// A gauge that is read when somebody asks for the metrics.
    public func gauge(_ name: String, help: String, read: @escaping @Sendable () -> Double) {
        register(Metric(name: name, help: help, source: .gauge(read)))
    }

    public func histogram(
        _ name: String, help: String, bounds: [Double] = Histogram.secondsBounds
    ) -> Histogram {
        let histogram = Histogram(bounds: bounds)
        register(Metric(name: name, help: help, source: .histogram(histogram)))
        return histogram
    }

    public func text() -> String {
        metrics.withLock { $0 }.map(Self.text(of:)).joined()
    }

    private func register(_ metric: Metric) {
        metrics.withLock { metrics in
            precondition(!metrics.contains { $0.name == metric.name }, "the metric \(metric.name) exists")
            metrics.append(metric)
        }
    }

    private static func text(of metric: Metric) -> String {
        let (kind, lines) =
            switch metric.source {
            case .counter(let counter): ("counter", "\(metric.name) \(counter.current)\n")
            case .gauge(let read): ("gauge", "\(metric.name) \(read())\n")
            case .histogram(let histogram): ("histogram", text(of: histogram.snapshot, name: metric.name))
            }
        return "# HELP \(metric.name) \(metric.help)\n# TYPE \(metric.name) \(kind)\n\(lines)"
    }

    private static func text(of snapshot: Histogram.Snapshot, name: String) -> String {
        let total = snapshot.cumulative.last ?? 0
        var out = ""
        for (bound, count) in zip(snapshot.bounds, snapshot.cumulative) {
            out += "\(name)_bucket{le=\"\(bound)\"} \(count)\n"
        }
        return out + "\(name)_bucket{le=\"+Inf\"} \(total)\n\(name)_sum \(snapshot.sum)\n\(name)_count \(total)\n"
    }
}
