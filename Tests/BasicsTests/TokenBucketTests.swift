import Testing

@testable import Basics

@Suite("How often something may be done")
struct TokenBucketTests {
    private static let second: UInt64 = 1_000_000_000

    @Test("a burst at once, then one after the other as time goes by; each key for itself")
    func burst() {
        var buckets = TokenBuckets<String>(.perSecond(2, burst: 4), keysMax: 100)
        for _ in 0..<4 { #expect(buckets.tryTake("a", now: 7) == nil) }
        #expect(buckets.tryTake("a", now: 7) == Self.second / 2)
        #expect(buckets.tryTake("b", now: 7) == nil)
        #expect(buckets.tryTake("a", now: 7 + Self.second / 2 - 1) == 1)
        #expect(buckets.tryTake("a", now: 7 + Self.second / 2) == nil)
        #expect(buckets.tryTake("a", now: 7 + Self.second / 2) == Self.second / 2)
    }

    @Test("who waits as long as was said may do it then")
    func waiting() {
        var buckets = TokenBuckets<Int>(.perMinute(7), keysMax: 100)
        var now: UInt64 = 1
        for _ in 0..<200 {
            if let wait = buckets.tryTake(1, now: now) {
                now += wait
                #expect(buckets.tryTake(1, now: now) == nil)
            }
        }
        // The burst is free, the rest takes its time.
        #expect(now > 190 * 60 / 7 * Self.second)
    }

    @Test("no more than the burst is saved up")
    func savings() {
        var buckets = TokenBuckets<Int>(.perMinute(3), keysMax: 100)
        _ = buckets.tryTake(1, now: 1)
        let later = 3_600 * Self.second
        for _ in 0..<3 { #expect(buckets.tryTake(1, now: later) == nil) }
        #expect(buckets.tryTake(1, now: later) != nil)
    }

    @Test("who only asks takes nothing")
    func asking() {
        var buckets = TokenBuckets<Int>(.perMinute(1), keysMax: 100)
        for _ in 0..<10 { #expect(buckets.wait(1, now: 5) == nil) }
        buckets.take(1, now: 5)
        #expect(buckets.wait(1, now: 5) == 60 * Self.second)
        buckets.take(1, now: 5)
        #expect(buckets.wait(1, now: 5) == 60 * Self.second)
    }

    @Test("buckets that are full again are forgotten, others are not")
    func forgetting() {
        var buckets = TokenBuckets<Int>(.perMinute(2), keysMax: 1_000)
        for key in 0..<10 { buckets.take(key, now: Self.second) }
        buckets.take(1, now: Self.second)
        // Time enough to fill half a bucket: nobody is forgiven anything.
        #expect(buckets.wait(1, now: 20 * Self.second) != nil)
        for round in 1...4 { buckets.take(100, now: UInt64(round) * 61 * Self.second) }
        #expect(buckets.count == 1)
    }

    @Test("however many keys there are, no more than the limit are kept")
    func bounded() {
        var buckets = TokenBuckets<Int>(.perMinute(2), keysMax: 100)
        for key in 0..<10_000 {
            buckets.take(key, now: 1)
            #expect(buckets.count <= 100)
        }
        // The latest are among them.
        buckets.take(9_999, now: 1)
        #expect(buckets.wait(9_999, now: 1) != nil)
    }

    @Test("without a limit nobody waits and nothing is kept")
    func unlimited() {
        var buckets = TokenBuckets<Int>(.unlimited, keysMax: 100)
        for _ in 0..<1_000 { #expect(buckets.tryTake(1, now: 1) == nil) }
        #expect(buckets.count == 0)
    }

    @Test("a clock that stands still or goes back gives nothing")
    func backwards() {
        var buckets = TokenBuckets<Int>(.perMinute(1), keysMax: 100)
        buckets.take(1, now: 100 * Self.second)
        #expect(buckets.wait(1, now: 10 * Self.second) == 60 * Self.second)
    }
}
