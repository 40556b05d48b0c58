internal import Observability

/// How long commits took, as the store itself counts them: the cumulative buckets of its histogram.
struct CommitTimes: Sendable {
    private static let metric = "store_commit_duration_seconds_bucket{store=\"communication\""

    /// The upper bounds in seconds as text, with the commits that took no longer.
    private let buckets: [(bound: String, count: UInt64)]

    private init(buckets: [(bound: String, count: UInt64)]) {
        self.buckets = buckets
    }

    init(_ metrics: MetricRegistry) {
        buckets = metrics.text().split(separator: "\n").compactMap { line in
            guard line.hasPrefix(Self.metric), let bound = line.split(separator: "\"").dropFirst(3).first,
                let count = line.split(separator: " ").last.flatMap({ UInt64($0) })
            else { return nil }
            return (String(bound), count)
        }
    }

    func since(_ start: CommitTimes) -> CommitTimes {
        CommitTimes(buckets: zip(buckets, start.buckets).map { ($0.bound, $0.count - $1.count) })
    }

    var count: UInt64 { buckets.last?.count ?? 0 }

    /// The smallest bound, in seconds, below which that share of the commits lies.
    func bound(of share: Double) -> String {
        buckets.first { Double($0.count) >= Double(count) * share }?.bound ?? "+Inf"
    }
}
