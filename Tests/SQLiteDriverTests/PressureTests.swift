import TestSupport
import Testing

@testable import SQLiteDriver

@Suite("The pressure of waiting writes")
struct PressureTests {
    @Test("it rises above half and falls below a quarter of what may wait")
    func hysteresis() {
        var pressure = SQLitePressure()
        let steps: [(waiting: Int, isHigh: Bool)] = [
            (0, false), (25, false), (50, false), (51, true), (100, true), (50, true), (25, true), (24, false),
            (25, false), (50, false), (51, true), (0, false),
        ]
        for step in steps {
            _ = pressure.update(waiting: step.waiting, capacity: 100)
            #expect(pressure.isHigh == step.isHigh, "\(step.waiting) waiting")
        }
    }

    @Test("the bound may move, and an empty queue is no pressure whatever it is")
    func movingBound() {
        var pressure = SQLitePressure()
        expect(pressure.update(waiting: 60, capacity: 1_000), false)
        expect(pressure.update(waiting: 60, capacity: 100), true)
        _ = pressure.update(waiting: 60, capacity: 1_000)
        #expect(!pressure.isHigh)
        for capacity in 0...3 {
            var small = SQLitePressure()
            _ = small.update(waiting: capacity, capacity: capacity)
            #expect(small.isHigh == (capacity > 0))
            _ = small.update(waiting: 0, capacity: capacity)
            #expect(!small.isHigh)
        }
    }

    @Test("who tells a change also tells the next; nobody else does meanwhile")
    func telling() {
        var pressure = SQLitePressure()
        expect(pressure.update(waiting: 60, capacity: 100), true)
        expect(pressure.nextReport(), true)
        // Meanwhile, on other threads:
        expect(pressure.update(waiting: 0, capacity: 100), false)
        expect(pressure.nextReport(), nil)
        pressure.reported()
        expect(pressure.nextReport(), false)
        pressure.reported()
        expect(pressure.nextReport(), nil)
    }

    @Test("a change that was undone before it was told is not told")
    func undone() {
        var pressure = SQLitePressure()
        expect(pressure.update(waiting: 60, capacity: 100), true)
        expect(pressure.update(waiting: 0, capacity: 100), false)
        expect(pressure.nextReport(), nil)
    }
}
