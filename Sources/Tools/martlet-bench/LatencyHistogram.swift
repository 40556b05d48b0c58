/// Durations in nanoseconds, counted in buckets that are 1/64 of their value wide: a quantile is right to 1.6 %, and
/// recording one takes a few instructions however many there are.
struct LatencyHistogram: Sendable {
    private static let halfBits = 6
    private static let half = 1 << halfBits

    private var counts = [UInt64](repeating: 0, count: (64 - halfBits + 1) * half)
    private(set) var count: UInt64 = 0
    private(set) var max: UInt64 = 0

    mutating func record(_ value: UInt64) {
        counts[Self.bucket(value)] += 1
        count += 1
        if value > max { max = value }
    }

    mutating func merge(_ other: LatencyHistogram) {
        for (bucket, count) in other.counts.enumerated() { counts[bucket] += count }
        count += other.count
        max = Swift.max(max, other.max)
    }

    /// The value below which that share of all lie; 0 when there are none.
    func quantile(_ share: Double) -> UInt64 {
        let rank = Swift.max(1, UInt64((Double(count) * share).rounded(.up)))
        var seen: UInt64 = 0
        for (bucket, inside) in counts.enumerated() {
            seen += inside
            if seen >= rank { return Swift.min(max, Self.middle(bucket)) }
        }
        return max
    }

    private static func bucket(_ value: UInt64) -> Int {
        let shift = Swift.max(0, 63 - halfBits - value.leadingZeroBitCount)
        return shift * half + Int(value >> UInt64(shift))
    }

    private static func middle(_ bucket: Int) -> UInt64 {
        if bucket < 2 * half { return UInt64(bucket) }
        let shift = UInt64(bucket / half - 1)
        return UInt64(bucket % half + half) << shift + (1 << shift) / 2
    }
}
