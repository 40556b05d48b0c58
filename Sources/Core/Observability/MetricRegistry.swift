internal import Synchronization

/// The metrics of one process, written out in the text format of Prometheus (version 0.0.4).
///
/// Names follow its conventions: base units, `_total` for counters.
public final class MetricRegistry: Sendable {
    private struct Metric: Sendable {
        let name: String
        let help: String
        let kind: String
        let write: @Sendable (inout MetricText) -> Void
    }

    private let metrics = Mutex<[Metric]>([])

    public init() {}

    public func counter(_ name: String, help: String) -> Counter {
        let counter = Counter()
        register(name, help, "counter") { $0.add("", [], counter.current) }
        return counter
    }

    /// A counter for each combination of label values.
    public func counters(_ name: String, help: String, labels: String...) -> MetricFamily<Counter> {
        let family = MetricFamily(labels: labels) { Counter() }
        register(name, help, "counter") { text in
            for member in family.sorted { text.add("", zip(labels, member.values), member.instrument.current) }
        }
        return family
    }

    /// A counter that is read when somebody asks for the metrics.
    public func counter(_ name: String, help: String, read: @escaping @Sendable () -> Double) {
        register(name, help, "counter") { $0.add("", [], read()) }
    }

    public func gauge(_ name: String, help: String) -> Gauge {
        let gauge = Gauge()
        register(name, help, "gauge") { $0.add("", [], Double(gauge.current)) }
        return gauge
    }

    /// A gauge that is read when somebody asks for the metrics.
    public func gauge(_ name: String, help: String, read: @escaping @Sendable () -> Double) {
        register(name, help, "gauge") { $0.add("", [], read()) }
    }

    public func histogram(
        _ name: String, help: String, bounds: [Double] = Histogram.secondsBounds
    ) -> Histogram {
        let histogram = Histogram(bounds: bounds)
        register(name, help, "histogram") { $0.add([], histogram.snapshot) }
        return histogram
    }

    /// A histogram for each combination of label values.
    public func histograms(
        _ name: String, help: String, labels: String..., bounds: [Double] = Histogram.secondsBounds
    ) -> MetricFamily<Histogram> {
        let family = MetricFamily(labels: labels) { Histogram(bounds: bounds) }
        register(name, help, "histogram") { text in
            for member in family.sorted {
                text.add(Array(zip(labels, member.values)), member.instrument.snapshot)
            }
        }
        return family
    }

    /// Values that are read when somebody asks for the metrics, one for each value of a label.
    ///
    /// - Parameter isCounter: whether they only rise.
    public func values(
        _ name: String, help: String, label: String, isCounter: Bool = false,
        read: @escaping @Sendable () -> [(value: String, number: Double)]
    ) {
        register(name, help, isCounter ? "counter" : "gauge") { text in
            for item in read() { text.add("", [(label, item.value)], item.number) }
        }
    }

    public func text() -> String {
        metrics.withLock { $0 }.map { metric in
            var text = MetricText(name: metric.name)
            metric.write(&text)
            return "# HELP \(metric.name) \(metric.help)\n# TYPE \(metric.name) \(metric.kind)\n\(text.lines)"
        }.joined()
    }

    private func register(
        _ name: String, _ help: String, _ kind: String, _ write: @escaping @Sendable (inout MetricText) -> Void
    ) {
        metrics.withLock { metrics in
            precondition(!metrics.contains { $0.name == name }, "the metric \(name) exists")
            metrics.append(Metric(name: name, help: help, kind: kind, write: write))
        }
    }
}
