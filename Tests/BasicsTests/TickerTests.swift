import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Basics

@Suite("The ticker")
struct TickerTests {
    @Test("a ticker calls again and again")
    func calling() {
        let calls = BlockingQueue<Bool>(capacity: 1_000_000)
        let ticker = Ticker(name: "test", intervalMilliseconds: 1) { _ = calls.put(true) }
        for _ in 0..<3 { #expect(calls.takeOne() == true) }
        ticker.stop()
    }

    @Test("stopping waits for the running call")
    func stoppingDuringCall() {
        let (started, gate) = (Gate(), Gate())
        let calls = Atomic(0)
        let ended = Atomic(0)
        let ticker = Ticker(name: "test", intervalMilliseconds: 1) {
            // Only the first one waits: more may come before the ticker is told to stop.
            guard calls.add(1, ordering: .sequentiallyConsistent).oldValue == 0 else {
                ended.add(1, ordering: .sequentiallyConsistent)
                return
            }
            started.open()
            gate.wait()
            for _ in 0..<1_000 { sched_yield() }
            ended.add(1, ordering: .sequentiallyConsistent)
        }
        started.wait()
        WorkerThread.start(name: "opening") { gate.open() }
        ticker.stop()
        #expect(ended.load(ordering: .sequentiallyConsistent) == calls.load(ordering: .sequentiallyConsistent))
    }

    @Test("stopping does not wait for the interval to pass, and may be done again, from several threads at once")
    func stoppingAtOnce() {
        let ticker = Ticker(name: "test", intervalMilliseconds: 1_000_000_000) {}
        let ended = BlockingQueue<Bool>(capacity: 3)
        for index in 0..<3 {
            WorkerThread.start(name: "stopping-\(index)") {
                ticker.stop()
                _ = ended.put(true)
            }
        }
        for _ in 0..<3 { #expect(ended.takeOne() == true) }
        ticker.stop()
    }

    @Test("a ticker that nobody holds ends its thread and lets go of what it called")
    func dropping() {
        /// Tells when it goes.
        final class Held: Sendable {
            let gone: Gate

            init(_ gone: Gate) { self.gone = gone }

            deinit { gone.open() }
        }
        let gone = Gate()
        do {
            let held = Held(gone)
            _ = Ticker(name: "test", intervalMilliseconds: 1_000_000_000) { withExtendedLifetime(held) {} }
        }
        gone.wait()
    }

    @Test(
        "the pace is steady, and a call that took too long is not made up for",
        arguments: [
            // Due at 100, ended at `now`, the next at `expected`.
            (now: UInt64(100), expected: UInt64(110)), (109, 110), (110, 120), (111, 121), (175, 185),
        ])
    func pace(now: UInt64, expected: UInt64) {
        #expect(Ticker.next(after: 100, interval: 10, now: now) == expected)
    }
}
