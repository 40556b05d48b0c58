import TestSupport
import Testing

@testable import HTTPTransport

@Suite("The timer wheel")
struct TimerWheelTests {
    private static let second: UInt64 = 1_000_000_000

    @Test("what is due is met in the first whole second after it, once, and never before")
    func due() {
        var wheel = TimerWheel(now: 10 * Self.second)
        wheel.set(1, due: 12 * Self.second)
        wheel.set(2, due: 12 * Self.second + 1)
        wheel.set(3, due: 0)
        expect(wheel.advance(to: 11 * Self.second - 1), [])
        expect(wheel.advance(to: 11 * Self.second), [3])
        expect(wheel.advance(to: 12 * Self.second), [1])
        expect(wheel.advance(to: 12 * Self.second), [])
        expect(wheel.advance(to: 13 * Self.second), [2])
        expect(wheel.advance(to: 500 * Self.second), [])
    }

    @Test("after a pause everything due comes, the earlier first")
    func pause() {
        var wheel = TimerWheel(now: 0)
        for token in (1...100 as ClosedRange<UInt64>).reversed() { wheel.set(token, due: token * Self.second) }
        expect(wheel.advance(to: 60 * Self.second), Array(1...60))
        expect(wheel.advance(to: 10_000 * Self.second), Array(61...100))
        wheel.set(7, due: 10_001 * Self.second)
        expect(wheel.advance(to: 10_001 * Self.second), [7])
    }

    @Test("what lies beyond its reach is looked at early, and set again")
    func reach() {
        var wheel = TimerWheel(now: 0)
        wheel.set(1, due: .max)
        let last = UInt64(TimerWheel.secondsMax - 1)
        expect(wheel.advance(to: (last - 1) * Self.second), [])
        expect(wheel.advance(to: last * Self.second), [1])
    }
}
