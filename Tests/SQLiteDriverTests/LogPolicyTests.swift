import TestSupport
import Testing

@testable import SQLiteDriver

@Suite("Who copies the log, when and how")
struct LogPolicyTests {
    private static let second: UInt64 = 1_000_000_000

    private var policy: SQLiteLogPolicy

    init() {
        var settings = SQLiteSettings()
        settings.walPagesMax = 100
        settings.eraseMilliseconds = 5_000
        settings.checkpointRetryMilliseconds = 1_000
        policy = SQLiteLogPolicy(settings: settings)
    }

    // MARK: The background thread

    @Test("a pass is made when something was committed since the last one began")
    mutating func passes() {
        expect(policy.beginPass(at: 0), false)
        policy.committed(erased: false, at: 0)
        policy.committed(erased: false, at: 0)
        expect(policy.beginPass(at: 0), true)
        policy.passEnded(isDone: true)
        expect(policy.beginPass(at: 0), false)
        policy.committed(erased: false, at: 0)
        expect(policy.beginPass(at: 0), true)
    }

    @Test("what was committed during a pass the writer copies right after it, once")
    mutating func rest() {
        policy.committed(erased: false, at: 0)
        expect(policy.beginWriter(logPageCount: 1, at: 0), nil)
        expect(policy.beginPass(at: 0), true)
        policy.committed(erased: false, at: 0)
        expect(policy.beginWriter(logPageCount: 2, at: 0), nil)
        policy.passEnded(isDone: true)
        expect(policy.beginWriter(logPageCount: 2, at: 0), .passive)
        expect(policy.beginPass(at: 0), false)
        policy.writerEnded(.passive, isDone: true, at: 0)
        expect(policy.beginWriter(logPageCount: 2, at: 0), nil)
    }

    @Test("after a pass without commits the writer has nothing to copy")
    mutating func noRest() {
        policy.committed(erased: false, at: 0)
        expect(policy.beginPass(at: 0), true)
        policy.passEnded(isDone: true)
        expect(policy.beginWriter(logPageCount: 1, at: 0), nil)
    }

    @Test("when the background thread cannot, the writer does it")
    mutating func failedPass() {
        policy.committed(erased: false, at: 0)
        expect(policy.beginPass(at: 0), true)
        policy.passEnded(isDone: false)
        expect(policy.beginWriter(logPageCount: 1, at: 0), .passive)
    }

    @Test("when the background thread cannot, and nothing more is written, it tries again")
    mutating func retriedPass() {
        policy.committed(erased: false, at: 0)
        for _ in 1...3 {
            expect(policy.beginPass(at: 0), true)
            policy.passEnded(isDone: false)
        }
        expect(policy.beginPass(at: 0), true)
        policy.passEnded(isDone: true)
        expect(policy.beginPass(at: 0), false)
    }

    // MARK: A log that has grown too long

    @Test("a log at its bound is left; one page more, and the writer starts it anew")
    mutating func ceiling() {
        expect(policy.beginWriter(logPageCount: 100, at: 0), nil)
        expect(policy.beginWriter(logPageCount: 101, at: 0), .restart)
        policy.writerEnded(.restart, isDone: true, at: 0)
        expect(policy.beginWriter(logPageCount: 1, at: 0), nil)
    }

    @Test("when readers are in the way it is tried again a second later, so that they do not stall every commit")
    mutating func ceilingRetry() {
        expect(policy.beginWriter(logPageCount: 101, at: 7), .restart)
        policy.writerEnded(.restart, isDone: false, at: 7)
        expect(policy.beginWriter(logPageCount: 150, at: Self.second + 6), nil)
        expect(policy.beginWriter(logPageCount: 150, at: Self.second + 7), .restart)
    }

    @Test("during a pass the writer waits; then it goes before the next pass")
    mutating func writerFirst() {
        policy.committed(erased: false, at: 0)
        expect(policy.beginPass(at: 0), true)
        policy.committed(erased: false, at: 0)
        expect(policy.beginWriter(logPageCount: 101, at: 0), nil)
        policy.passEnded(isDone: true)
        expect(policy.beginPass(at: 0), false)
        expect(policy.beginWriter(logPageCount: 101, at: 0), .restart)
        policy.writerEnded(.restart, isDone: true, at: 0)
        policy.committed(erased: false, at: 0)
        expect(policy.beginPass(at: 0), true)
    }

    @Test("a log that was copied whole needs no pass")
    mutating func copiedWhole() {
        policy.committed(erased: false, at: 0)
        expect(policy.beginWriter(logPageCount: 101, at: 0), .restart)
        policy.writerEnded(.restart, isDone: true, at: 0)
        expect(policy.beginPass(at: 0), false)
    }

    // MARK: Erasures

    @Test("the log is emptied when the first of several erasures is due, once for all")
    mutating func erasures() {
        policy.committed(erased: true, at: 3)
        policy.committed(erased: true, at: 4 * Self.second)
        #expect(!policy.isErasureDue(at: 5 * Self.second + 2))
        expect(policy.beginWriter(logPageCount: 1, at: 5 * Self.second + 2), nil)
        #expect(policy.isErasureDue(at: 5 * Self.second + 3))
        // The background thread leaves it to the writer.
        expect(policy.beginPass(at: 5 * Self.second + 3), false)
        expect(policy.beginWriter(logPageCount: 1, at: 5 * Self.second + 3), .truncate)
        policy.writerEnded(.truncate, isDone: true, at: 5 * Self.second + 3)
        #expect(!policy.isErasureDue(at: 100 * Self.second))
        expect(policy.beginWriter(logPageCount: 1, at: 100 * Self.second), nil)
    }

    @Test("what is not erased does not empty the log")
    mutating func noErasure() {
        policy.committed(erased: false, at: 0)
        #expect(!policy.isErasureDue(at: .max))
    }

    @Test("an erasure that readers keep in the log is tried again a second later, until it succeeds")
    mutating func erasureRetry() {
        policy.committed(erased: true, at: 0)
        var now = 5 * Self.second
        for _ in 0..<3 {
            expect(policy.beginWriter(logPageCount: 1, at: now), .truncate)
            policy.writerEnded(.truncate, isDone: false, at: now)
            #expect(!policy.isErasureDue(at: now + Self.second - 1))
            now += Self.second
            #expect(policy.isErasureDue(at: now))
        }
        expect(policy.beginWriter(logPageCount: 1, at: now), .truncate)
        policy.writerEnded(.truncate, isDone: true, at: now)
        #expect(!policy.isErasureDue(at: .max))
    }

    @Test("emptying the log goes before starting it anew: it does the same and more")
    mutating func erasureFirst() {
        policy.committed(erased: true, at: 0)
        expect(policy.beginWriter(logPageCount: 101, at: 5 * Self.second), .truncate)
    }
}
