import Synchronization
import Testing

@testable import Basics

/// A wall clock that stands until it is set.
private final class SetClock: Sendable {
    private let milliseconds: Mutex<Int64>

    /// - Parameter milliseconds: since the epoch of identifiers.
    init(_ milliseconds: Int64) {
        self.milliseconds = Mutex(Snowflake.epochMilliseconds + milliseconds)
    }

    func set(_ value: Int64) {
        milliseconds.withLock { $0 = Snowflake.epochMilliseconds + value }
    }

    var clock: WallClock { WallClock { self.milliseconds.withLock { $0 } } }
}

@Suite("Server-made identifiers")
struct SnowflakeTests {
    private static func time(of identifier: UInt64) -> Int64 {
        Snowflake.millisecondsSince1970(of: identifier) - Snowflake.epochMilliseconds
    }

    @Test("one millisecond has 4,096 identifiers, and the next one borrows from the future")
    func frozenClock() {
        let generator = SnowflakeGenerator(node: 1, above: 0, clock: SetClock(1_000).clock)
        let identifiers = (0..<4_097).map { _ in generator.next() }
        #expect(zip(identifiers, identifiers.dropFirst()).allSatisfy { $0 < $1 })
        #expect(Self.time(of: identifiers[0]) == 1_000)
        #expect(Self.time(of: identifiers[4_095]) == 1_000)
        #expect(Self.time(of: identifiers[4_096]) == 1_001)
    }

    @Test("the time in an identifier follows the clock")
    func followsClock() {
        let clock = SetClock(1_000)
        let generator = SnowflakeGenerator(node: 0, above: 0, clock: clock.clock)
        _ = generator.next()
        clock.set(2_500)
        #expect(Self.time(of: generator.next()) == 2_500)
    }

    @Test("a clock that steps back does not bring identifiers down")
    func steppingBack() {
        let clock = SetClock(5_000)
        let generator = SnowflakeGenerator(node: 0, above: 0, clock: clock.clock)
        let before = generator.next()
        clock.set(100)
        let after = generator.next()
        #expect(after > before)
        #expect(Self.time(of: after) == 5_000)
    }

    @Test("a clock before the epoch still gives rising identifiers above zero")
    func beforeEpoch() {
        let generator = SnowflakeGenerator(node: 0, above: 0, clock: SetClock(-1_000).clock)
        let first = generator.next()
        #expect(first > 0)
        #expect(generator.next() > first)
    }

    @Test("the first identifier is above the highest stored one, whatever the node and the clock")
    func aboveStored() {
        let stored = SnowflakeGenerator(node: 1_023, above: 0, clock: SetClock(9_000).clock)
        let highest = (0..<4_096).map { _ in stored.next() }.max() ?? 0
        #expect(Self.time(of: highest) == 9_000)
        for now: Int64 in [0, 8_999, 9_000, 9_001, 20_000] {
            let generator = SnowflakeGenerator(node: 0, above: highest, clock: SetClock(now).clock)
            #expect(generator.next() > highest)
        }
    }

    @Test("every identifier carries its node", arguments: [0, 1, 512, 1_023] as [UInt64])
    func nodeBits(node: UInt64) {
        let generator = SnowflakeGenerator(node: node, above: 0, clock: SetClock(77).clock)
        for _ in 0..<4_100 { #expect(generator.next() >> 12 & 1_023 == node) }
    }

    @Test("a node number of 11 bits stops the program")
    func nodePastLimit() async {
        await #expect(processExitsWith: .failure) {
            _ = SnowflakeGenerator(node: 1_024, above: 0, clock: WallClock { 0 })
        }
    }

    @Test("several threads never get the same identifier")
    func concurrentUse() {
        let (threadCount, perThread) = (4, 5_000)
        let generator = SnowflakeGenerator(node: 3, above: 0, clock: SetClock(1).clock)
        let results = BlockingQueue<[UInt64]>(capacity: threadCount)
        for index in 0..<threadCount {
            WorkerThread.start(name: "ids-\(index)") {
                let isTaken = results.put((0..<perThread).map { _ in generator.next() })
                precondition(isTaken)
            }
        }
        var all: Set<UInt64> = []
        for _ in 0..<threadCount {
            let made = results.takeOne() ?? []
            #expect(zip(made, made.dropFirst()).allSatisfy { $0 < $1 })
            all.formUnion(made)
        }
        #expect(all.count == threadCount * perThread)
    }
}
