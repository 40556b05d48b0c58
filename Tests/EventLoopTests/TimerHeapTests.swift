import TestSupport
import Testing

@testable import EventLoop

struct TimerHeapTests {
    @Test func firesInOrderOfDeadlineThenOfMaking() {
        var heap = TimerHeap<Int>()
        for (body, deadline) in [(0, 30), (1, 10), (2, 20), (3, 10)] {
            _ = heap.insert(deadline: UInt64(deadline), body)
        }
        var fired: [Int] = []
        while let body = heap.popDue(now: 25, madeBefore: .max) { fired.append(body) }
        #expect(fired == [1, 3, 2])
        expect(heap.nextDeadline(), 30)
    }

    @Test func cancelledOnesDoNotFireNorHoldTheLoopAwake() {
        var heap = TimerHeap<Int>()
        let first = heap.insert(deadline: 1, 1)
        _ = heap.insert(deadline: 2, 2)
        expect(heap.cancel(first), true)
        expect(heap.cancel(first), false)
        expect(heap.nextDeadline(), 2)
        expect(heap.popDue(now: 5, madeBefore: .max), 2)
        expect(heap.nextDeadline(), nil)
    }

    @Test func timersMadeMeanwhileWait() {
        var heap = TimerHeap<Int>()
        _ = heap.insert(deadline: 1, 1)
        let limit = heap.nextNumber
        _ = heap.insert(deadline: 1, 2)
        expect(heap.popDue(now: 1, madeBefore: limit), 1)
        expect(heap.popDue(now: 1, madeBefore: limit), nil)
        expect(heap.nextDeadline(), 1)
    }

    @Test func deadKeysDoNotPileUp() {
        var heap = TimerHeap<Int>()
        for index in 0..<100_000 { heap.cancel(heap.insert(deadline: UInt64(index + 1_000_000), index)) }
        #expect(heap.count == 0)
        #expect(heap.keyCount < 200)
    }

    @Test func agreesWithASortedList() {
        var heap = TimerHeap<Int>()
        var model: [(deadline: UInt64, body: Int, id: TimerID)] = []
        var generator = SystemRandomNumberGenerator()
        for body in 0..<2000 {
            let deadline = UInt64.random(in: 0...500, using: &generator)
            model.append((deadline, body, heap.insert(deadline: deadline, body)))
            if body % 3 == 0, let victim = model.indices.randomElement() { heap.cancel(model.remove(at: victim).id) }
        }
        let expected = model.sorted { ($0.deadline, $0.body) < ($1.deadline, $1.body) }.map(\.body)
        var fired: [Int] = []
        while let body = heap.popDue(now: 500, madeBefore: .max) { fired.append(body) }
        #expect(fired == expected)
    }
}
