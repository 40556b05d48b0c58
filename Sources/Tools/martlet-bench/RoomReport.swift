/// What `martlet-bench room` has measured.
struct RoomReport: Sendable {
    let options: RoomOptions
    /// Entries delivered to readers that read, within the window.
    let deliveries: Int
    let messages: Int
    let deliveryTimes: LatencyHistogram
    let usage: ProcessorUsage
    /// How much the server grew within the window.
    let grownBytes: Int

    private var seconds: Double { Double(usage.clock) / 1e9 }
    private var deliveryRate: String { Decimal.text(Double(deliveries) / seconds, places: 0) }
    private var messageRate: String { Decimal.text(Double(messages) / seconds, places: 0) }

    private func perDelivery(_ nanoseconds: UInt64) -> String {
        Decimal.text(Double(nanoseconds) / 1e3 / Double(max(1, deliveries)), places: 2)
    }

    var text: String {
        var lines = [
            "deliveries         \(deliveryRate) /s   (\(options.sockets) sockets, \(options.slow) that do not read, "
                + "\(options.inFlight) in flight, \(options.textBytes) bytes)",
            "messages           \(messageRate) /s",
            "delivery latency   \(Decimal.quantiles(deliveryTimes))",
        ]
        if let server = usage.server { lines.append("server processor   \(perDelivery(server)) µs a delivery") }
        lines.append("tool processor     \(perDelivery(usage.tool)) µs a delivery")
        lines.append("server grew by     \(Decimal.text(Double(grownBytes) / 1_048_576, places: 2)) MiB")
        return lines.joined(separator: "\n")
    }

    var json: String {
        var members = [
            ("deliveriesPerSecond", deliveryRate), ("messagesPerSecond", messageRate),
            ("sockets", "\(options.sockets)"), ("slow", "\(options.slow)"), ("inFlight", "\(options.inFlight)"),
            ("deliveryMicroseconds", Decimal.quantilesJSON(deliveryTimes)),
            ("toolProcessorMicrosecondsPerDelivery", perDelivery(usage.tool)), ("grownBytes", "\(grownBytes)"),
        ]
        if let server = usage.server {
            members.append(("serverProcessorMicrosecondsPerDelivery", perDelivery(server)))
        }
        return "{\(members.map { #""\#($0.0)":\#($0.1)"# }.joined(separator: ","))}"
    }
}
