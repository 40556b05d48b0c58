/// Numbers for people and for JSON.
enum Decimal {
    static func text(_ value: Double, places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = Int64((value * scale).rounded())
        let digits = String(scaled.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let sign = scaled < 0 ? "-" : ""
        return places == 0 ? sign + padded : "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
    }

    /// In µs below a millisecond, in ms from there on.
    static func duration(_ nanoseconds: UInt64) -> String {
        nanoseconds < 1_000_000
            ? "\(text(Double(nanoseconds) / 1e3, places: 0)) µs" : "\(text(Double(nanoseconds) / 1e6, places: 2)) ms"
    }

    /// In µs, for JSON.
    static func microseconds(_ nanoseconds: UInt64) -> String { text(Double(nanoseconds) / 1e3, places: 1) }

    static func quantiles(_ times: LatencyHistogram) -> String {
        "p50 \(duration(times.quantile(0.5)))   p99 \(duration(times.quantile(0.99)))   max \(duration(times.max))"
    }

    static func quantilesJSON(_ times: LatencyHistogram) -> String {
        let p50 = microseconds(times.quantile(0.5))
        let p99 = microseconds(times.quantile(0.99))
        return #"{"p50":\#(p50),"p99":\#(p99),"max":\#(microseconds(times.max))}"#
    }
}
