internal import SecureFormat

/// Which counters of one device were seen, as ranges that neither touch nor overlap, by rising numbers. They may come
/// in any order, as history is read backwards.
struct CounterLedger: Equatable, Sendable {
    /// Of one device. Each is a gap but one; who makes more does so on purpose.
    static let rangeCountMax = 1_024

    private(set) var ranges: [CounterRange] = []

    init() {}

    /// - Returns: nil unless they are what a ledger has.
    init?(_ ranges: [CounterRange]) {
        guard !ranges.isEmpty, ranges.count <= Self.rangeCountMax else { return nil }
        for range in ranges {
            guard EnvelopeHeader.counters.contains(range.first), EnvelopeHeader.counters.contains(range.last),
                range.first <= range.last
            else { return nil }
        }
        for (one, next) in zip(ranges, ranges.dropFirst()) where next.first <= one.last + 1 { return nil }
        self.ranges = ranges
    }

    /// How many there are between the lowest and the highest that were not seen.
    var missingCount: UInt64 {
        var missing: UInt64 = 0
        for (one, next) in zip(ranges, ranges.dropFirst()) { missing += next.first - one.last - 1 }
        return missing
    }

    /// - Parameter counter: one of `EnvelopeHeader.counters`.
    mutating func record(_ counter: UInt64) throws(CounterRefusal) {
        let position = firstRange(endingAtOrAfter: counter)
        let follows = position > 0 && ranges[position - 1].last + 1 == counter
        let next: CounterRange? = position < ranges.count ? ranges[position] : nil
        if let next, next.first <= counter { throw .replayed }
        let precedes = next?.first == counter + 1
        switch (follows, precedes) {
        case (true, true):
            ranges[position - 1].last = ranges[position].last
            ranges.remove(at: position)
        case (true, false):
            ranges[position - 1].last = counter
        case (false, true):
            ranges[position].first = counter
        case (false, false):
            guard ranges.count < Self.rangeCountMax else { throw .gaps }
            ranges.insert(CounterRange(first: counter, last: counter), at: position)
        }
    }

    /// By halves: 1,024 ranges are ten looks.
    private func firstRange(endingAtOrAfter counter: UInt64) -> Int {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = low + (high - low) / 2
            if ranges[middle].last < counter { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
