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

    @Test("a family has a line for each combination of values, in their order, and makes each once")
    func family() {
        let registry = MetricRegistry()
        let requests = registry.counters("requests_total", help: "Requests.", labels: "call", "status")
        #expect(registry.text() == "# HELP requests_total Requests.\n# TYPE requests_total counter\n")
        requests["send", "201"].add(2)
        requests["login", "401"].add()
        requests["send", "201"].add()
        let lines = registry.text().split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(
            lines == [
                #"requests_total{call="login",status="401"} 1"#, #"requests_total{call="send",status="201"} 3"#,
            ])
    }

    @Test("what a label's value may hold cannot break the text")
    func escapes() {
        let registry = MetricRegistry()
        registry.counters("a_total", help: "A.", labels: "name")["x\"y\\z\nw"].add()
        #expect(registry.text().hasSuffix("a_total{name=\"x\\\"y\\\\z\\nw\"} 1\n"))
    }

    @Test("a family of histograms has the labels before the bound")
    func histogramFamily() {
        let registry = MetricRegistry()
        let waits = registry.histograms("wait_seconds", help: "Waiting.", labels: "store", bounds: [1])
        waits["a"].observe(0.5)
        let lines = registry.text().split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(
            lines == [
                #"wait_seconds_bucket{store="a",le="1.0"} 1"#, #"wait_seconds_bucket{store="a",le="+Inf"} 1"#,
                #"wait_seconds_sum{store="a"} 0.5"#, #"wait_seconds_count{store="a"} 1"#,
            ])
    }

    @Test("a family that gets values without end counts what is over together")
    func familyMax() {
        let registry = MetricRegistry()
        let family = registry.counters("a_total", help: "A.", labels: "value")
        for index in 0..<(MetricFamily<Counter>.membersMax + 10) { family["\(index)"].add() }
        #expect(family[MetricFamily<Counter>.overflowValue].current == 10)
        #expect(registry.text().split(separator: "\n").count == MetricFamily<Counter>.membersMax + 1 + 2)
    }

    @Test("values that are read have a line each")
    func readValues() {
        let registry = MetricRegistry()
        registry.values("queue", help: "Waiting.", label: "store") { [("a", 1), ("b", 2.5)] }
        #expect(registry.text().hasSuffix("# TYPE queue gauge\nqueue{store=\"a\"} 1.0\nqueue{store=\"b\"} 2.5\n"))
    }
}
