import TestSupport
import Testing

@testable import SQLiteDriver

@Suite("The writer's measured pace")
struct DrainRateTests {
    @Test("before the first commit nothing is known")
    func nothing() {
        #expect(SQLiteDrainRate().entries(inMilliseconds: 200) == 0)
    }

    @Test("commits of one kind give their rate", arguments: [(64, 4_000_000, 3_200), (1, 250_000, 800), (64, 0, 0)])
    func steady(entries: Int, nanoseconds: UInt64, expected: Int) {
        var rate = SQLiteDrainRate()
        for _ in 0..<50 { rate.add(entries: entries, nanoseconds: nanoseconds) }
        #expect(abs(rate.entries(inMilliseconds: 200) - expected) <= 1)
    }

    @Test("a new pace is followed within some twenty commits, and one slow commit does not make the old one forgotten")
    func change() {
        var rate = SQLiteDrainRate()
        for _ in 0..<50 { rate.add(entries: 64, nanoseconds: 4_000_000) }
        rate.add(entries: 64, nanoseconds: 40_000_000)
        #expect((1_000..<3_000).contains(rate.entries(inMilliseconds: 200)))
        for _ in 0..<25 { rate.add(entries: 64, nanoseconds: 40_000_000) }
        #expect((320..<350).contains(rate.entries(inMilliseconds: 200)))
    }

    @Test("small commits of an idle store hardly change what the large ones said")
    func weight() {
        var rate = SQLiteDrainRate()
        for _ in 0..<50 { rate.add(entries: 64, nanoseconds: 4_000_000) }
        for _ in 0..<3 { rate.add(entries: 1, nanoseconds: 250_000) }
        #expect(rate.entries(inMilliseconds: 200) > 2_900)
    }

    @Test("a clock that hardly moves does not overflow")
    func tooFast() {
        var rate = SQLiteDrainRate()
        rate.add(entries: .max, nanoseconds: 1)
        #expect(rate.entries(inMilliseconds: 1_000_000) == 1_000_000_000)
    }
}
