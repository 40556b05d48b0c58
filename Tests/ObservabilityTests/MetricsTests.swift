import Testing

@testable import Observability

@Suite("The metrics")
struct MetricsTests {
    @Test("a process without metrics says nothing")
    func none() {
        #expect(MetricRegistry().text() == "")
    }

    @Test("a counter is written with its help and type")
    func counter() {
        let registry = MetricRegistry()
        let counter = registry.counter("sent_total", help: "Messages sent.")
        #expect(registry.text() == "# HELP sent_total Messages sent.\n# TYPE sent_total counter\nsent_total 0\n")
        counter.add()
        counter.add(41)
        #expect(counter.current == 42)
        #expect(registry.text().hasSuffix("\nsent_total 42\n"))
    }

    @Test("a gauge rises and falls")
    func gauge() {
        let registry = MetricRegistry()
        let gauge = registry.gauge("sockets", help: "Open sockets.")
        gauge.add(3)
        gauge.add(-5)
        #expect(gauge.current == -2)
        #expect(registry.text() == "# HELP sockets Open sockets.\n# TYPE sockets gauge\nsockets -2.0\n")
    }

    @Test("a gauge that is read is read each time")
    func readGauge() {
        let registry = MetricRegistry()
        let source = Gauge()
        registry.gauge("memory_bytes", help: "Memory.") { Double(source.current) / 2 }
        source.add(1)
        #expect(registry.text().hasSuffix("# TYPE memory_bytes gauge\nmemory_bytes 0.5\n"))
        source.add(1)
        #expect(registry.text().hasSuffix("\nmemory_bytes 1.0\n"))
    }

    @Test("the buckets of a histogram are cumulative and end with all, the sum and the count")
    func histogram() {
        let registry = MetricRegistry()
        let histogram = registry.histogram("wait_seconds", help: "Waiting.", bounds: [0.5, 1, 2])
        for value in [0.25, 0.5, 0.75, 8] { histogram.observe(value) }
        #expect(
            registry.text() == """
                # HELP wait_seconds Waiting.
                # TYPE wait_seconds histogram
                wait_seconds_bucket{le="0.5"} 2
                wait_seconds_bucket{le="1.0"} 3
                wait_seconds_bucket{le="2.0"} 3
                wait_seconds_bucket{le="+Inf"} 4
                wait_seconds_sum 9.5
                wait_seconds_count 4

                """)
    }

    @Test("an observation belongs to the bucket whose bound it equals, and to the next one just above")
    func bounds() {
        let histogram = Histogram(bounds: [1, 2])
        histogram.observe(1)
        #expect(histogram.snapshot.cumulative == [1, 1, 1])
        histogram.observe(1.0.nextUp)
        #expect(histogram.snapshot.cumulative == [1, 2, 2])
        histogram.observe(2.0.nextUp)
        #expect(histogram.snapshot.cumulative == [1, 2, 3])
    }

    @Test("the bounds for durations rise")
    func secondsBounds() {
        #expect(zip(Histogram.secondsBounds, Histogram.secondsBounds.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test("metrics are written in the order in which they were made")
    func order() {
        let registry = MetricRegistry()
        _ = registry.counter("b_total", help: "B.")
        _ = registry.gauge("a", help: "A.")
        let names = registry.text().split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(names == ["b_total 0", "a 0.0"])
    }
}
