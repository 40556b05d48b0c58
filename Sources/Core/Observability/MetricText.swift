/// The lines of one metric, in the text format of Prometheus.
struct MetricText {
    let name: String
    private(set) var lines = ""

    init(name: String) {
        self.name = name
    }

    mutating func add(
        _ suffix: String, _ labels: some Sequence<(String, String)>, _ value: some CustomStringConvertible
    ) {
        let pairs = labels.map { "\($0.0)=\"\(Self.escape($0.1))\"" }.joined(separator: ",")
        lines += name + suffix + (pairs.isEmpty ? "" : "{\(pairs)}") + " \(value)\n"
    }

    mutating func add(_ labels: [(String, String)], _ snapshot: Histogram.Snapshot) {
        let total = snapshot.cumulative.last ?? 0
        for (bound, count) in zip(snapshot.bounds, snapshot.cumulative) {
            add("_bucket", labels + [("le", "\(bound)")], count)
        }
        add("_bucket", labels + [("le", "+Inf")], total)
        add("_sum", labels, snapshot.sum)
        add("_count", labels, total)
    }

    private static func escape(_ value: String) -> String {
        value.map { character in
            switch character {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n": "\\n"
            default: String(character)
            }
        }.joined()
    }
}
