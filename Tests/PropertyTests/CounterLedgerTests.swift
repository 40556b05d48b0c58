import TestSupport
import Testing

@testable import E2EE

@Suite("Counter ledgers")
struct CounterLedgerTests {
    @Test("a ledger says of every counter what a set of all counters says")
    func model() {
        let run = PropertyRun("counter ledgers", sequences: 100)
        for seed in run.seeds {
            var world = CounterWorld(seed: seed)
            do throws(PropertyFailure) {
                try world.run()
            } catch {
                run.record(error, seed: seed, story: world.story)
                return
            }
        }
    }
}

/// One ledger and the set that it stands for.
private struct CounterWorld {
    private static let highest: UInt64 = (1 << 53) - 1

    private(set) var story: [String] = []
    private var random: SplitMix64
    private var ledger = CounterLedger()
    private var seen: Set<UInt64> = []

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    mutating func run() throws(PropertyFailure) {
        switch random.below(4) {
        case 0: try dense(from: 1, count: 120)
        case 1: try dense(from: Self.highest - 100, count: 101)
        case 2: try history()
        default: try sparse()
        }
        try compareAll()
    }

    /// Numbers close together: they join all the time.
    private mutating func dense(from first: UInt64, count: Int) throws(PropertyFailure) {
        for _ in 0..<random.within(1...300) {
            try record(first + UInt64(random.below(count)))
            try compareAll()
        }
    }

    /// As people read: the newest page first, then back, with new ones coming in, and holes.
    private mutating func history() throws(PropertyFailure) {
        var (oldest, newest) = (UInt64(random.within(500...2_000)), UInt64(0))
        newest = oldest
        while oldest > 20, seen.count < 600 {
            if random.isTrue(percent: 80) {
                for _ in 0..<random.within(1...20) {
                    oldest -= 1
                    if random.isTrue(percent: 95) { try record(oldest) }
                }
            } else {
                try record(newest)
                newest += UInt64(random.within(1...3))
            }
            try compareAll()
        }
    }

    /// Up to the limit of gaps and beyond.
    private mutating func sparse() throws(PropertyFailure) {
        let room = 2 * CounterLedger.rangeCountMax + 40
        // Each even number of the room is drawn sooner or later, whatever a broken ledger makes of it.
        for _ in 0..<20 * room where ledger.ranges.count < CounterLedger.rangeCountMax - 1 {
            try record(2 * UInt64(random.within(1...room / 2 + 200)))
        }
        try compareAll()
        for _ in 0..<200 { try record(UInt64(random.within(1...room))) }
    }

    private mutating func record(_ counter: UInt64) throws(PropertyFailure) {
        let before = ledger
        var outcome: CounterRefusal?
        do throws(CounterRefusal) {
            try ledger.record(counter)
        } catch {
            outcome = error
        }
        story.append("\(counter): \(outcome.map { "\($0)" } ?? "recorded")")
        try expectEqual(outcome, expected(counter, ranges: before.ranges.count), "recording \(counter)")
        if outcome == nil {
            seen.insert(counter)
        } else {
            try expectEqual(ledger, before, "the ledger that refused \(counter)")
        }
    }

    private func expected(_ counter: UInt64, ranges: Int) -> CounterRefusal? {
        if seen.contains(counter) { return .replayed }
        let joins = seen.contains(counter - 1) || seen.contains(counter + 1)
        return !joins && ranges == CounterLedger.rangeCountMax ? .gaps : nil
    }

    /// The ranges, made from the set anew.
    private func compareAll() throws(PropertyFailure) {
        var ranges: [CounterRange] = []
        for counter in seen.sorted() {
            if let last = ranges.last, last.last + 1 == counter {
                ranges[ranges.count - 1].last = counter
            } else {
                ranges.append(CounterRange(first: counter, last: counter))
            }
        }
        try expectEqual(ledger.ranges, ranges, "ranges")
        let span = (seen.max() ?? 0) - (seen.min() ?? 0) + (seen.isEmpty ? 0 : 1)
        try expectEqual(ledger.missingCount, span - UInt64(seen.count), "missing")
        try expectEqual(CounterLedger(ledger.ranges), seen.isEmpty ? nil : ledger, "read back")
    }
}
