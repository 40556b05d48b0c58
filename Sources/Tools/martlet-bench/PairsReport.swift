/// What `martlet-bench pairs` has measured.
struct PairsReport: Sendable {
    let options: PairsOptions
    /// Accepted within the window.
    let messages: Int
    let acceptedTimes: LatencyHistogram
    let deliveryTimes: LatencyHistogram
    /// Of the window.
    let usage: ProcessorUsage
    let serverResidentBytes: UInt64?
    /// Of the whole run, warm-up included.
    var checkedMessages = 0

    private var seconds: Double { Double(usage.clock) / 1e9 }
    private var rate: Double { Double(messages) / seconds }

    /// What other programs took; whoever reads the numbers has to know.
    private var others: UInt64? {
        guard let machine = usage.machine, let server = usage.server else { return nil }
        return machine - min(machine, server + usage.tool)
    }

    private func perMessage(_ nanoseconds: UInt64) -> String {
        Decimal.text(Double(nanoseconds) / 1e3 / Double(messages), places: 1)
    }

    private func share(_ nanoseconds: UInt64) -> String {
        Decimal.text(100 * Double(nanoseconds) / Double(usage.clock), places: 0)
    }

    private var load: String {
        "\(options.pairs) pairs, \(options.inFlight) in flight, \(options.textBytes) bytes, "
            + "\(Decimal.text(seconds, places: 1)) s"
    }

    var text: String {
        var lines = [
            "durable messages   \(Decimal.text(rate, places: 0)) /s   (\(load))",
            "accepted latency   \(Decimal.quantiles(acceptedTimes))",
            "delivery latency   \(Decimal.quantiles(deliveryTimes))",
        ]
        if let server = usage.server {
            lines.append("server processor   \(perMessage(server)) µs a message, \(share(server)) % of one core")
        }
        lines.append("tool processor     \(perMessage(usage.tool)) µs a message, \(share(usage.tool)) % of one core")
        if let others { lines.append("other programs     \(share(others)) % of one core") }
        if let bytes = serverResidentBytes {
            lines.append("server memory      \(Decimal.text(Double(bytes) / 1_048_576, places: 1)) MiB")
        }
        lines.append("checked            \(checkedMessages) messages, each accepted and delivered once, in order")
        return lines.joined(separator: "\n")
    }

    var json: String {
        var members = [
            ("messagesPerSecond", Decimal.text(rate, places: 1)),
            ("messages", "\(messages)"),
            ("checkedMessages", "\(checkedMessages)"),
            ("seconds", Decimal.text(seconds, places: 3)),
            ("pairs", "\(options.pairs)"),
            ("inFlight", "\(options.inFlight)"),
            ("textBytes", "\(options.textBytes)"),
            ("acceptedMicroseconds", Decimal.quantilesJSON(acceptedTimes)),
            ("deliveryMicroseconds", Decimal.quantilesJSON(deliveryTimes)),
            ("toolProcessorMicrosecondsPerMessage", perMessage(usage.tool)),
        ]
        if let server = usage.server { members.append(("serverProcessorMicrosecondsPerMessage", perMessage(server))) }
        if let others { members.append(("otherProgramsPercentOfCore", share(others))) }
        if let bytes = serverResidentBytes { members.append(("serverResidentBytes", "\(bytes)")) }
        return "{\(members.map { #""\#($0.0)":\#($0.1)"# }.joined(separator: ","))}"
    }
}
