/// Names a timer of one loop; see ``EventLoop/cancel(_:)``. Never reused.
public struct TimerID: Hashable, Sendable {
    let number: UInt64
}

/// Timers in the order of their deadlines, and of their making among equals. Insertion and removal are O(log n).
///
/// A cancelled timer leaves its key behind until the key comes up or until dead keys outnumber the living; without the
/// latter, a timeout set and cancelled per request would pile up keys for as long as the timeout is.
struct TimerHeap<Body> {
    private struct Key {
        let deadline: UInt64
        let number: UInt64

        static func < (a: Key, b: Key) -> Bool {
            a.deadline == b.deadline ? a.number < b.number : a.deadline < b.deadline
        }
    }

    private static var toleratedDeadKeys: Int { 64 }

    private var keys: [Key] = []
    private var bodies: [UInt64: Body] = [:]
    private(set) var nextNumber: UInt64 = 0

    /// Timers that will still fire.
    var count: Int { bodies.count }
    /// Keys held, dead ones included.
    var keyCount: Int { keys.count }

    mutating func insert(deadline: UInt64, _ body: Body) -> TimerID {
        let number = nextNumber
        nextNumber += 1
        bodies[number] = body
        keys.append(Key(deadline: deadline, number: number))
        siftUp(keys.count - 1)
        return TimerID(number: number)
    }

    /// Returns whether the timer was still to fire.
    @discardableResult
    mutating func cancel(_ id: TimerID) -> Bool {
        guard bodies.removeValue(forKey: id.number) != nil else { return false }
        if keys.count > 2 * bodies.count + Self.toleratedDeadKeys { dropDeadKeys() }
        return true
    }

    /// The deadline of the next living timer.
    mutating func nextDeadline() -> UInt64? {
        while let first = keys.first {
            if bodies[first.number] != nil { return first.deadline }
            removeFirst()
        }
        return nil
    }

    /// Takes the next timer that is due at `now` and was made before timer `limit`.
    mutating func popDue(now: UInt64, madeBefore limit: UInt64) -> Body? {
        while let first = keys.first {
            // A timer made meanwhile cannot stand before an older one that is due: its deadline is not earlier.
            if first.deadline > now || first.number >= limit { return nil }
            removeFirst()
            if let body = bodies.removeValue(forKey: first.number) { return body }
        }
        return nil
    }

    private mutating func removeFirst() {
        let last = keys.removeLast()
        if keys.isEmpty { return }
        keys[0] = last
        siftDown(0)
    }

    private mutating func dropDeadKeys() {
        keys.removeAll { bodies[$0.number] == nil }
        // A sorted array is a heap.
        keys.sort { $0 < $1 }
    }

    private mutating func siftUp(_ start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            if !(keys[child] < keys[parent]) { return }
            keys.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func siftDown(_ start: Int) {
        var parent = start
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < keys.count && keys[child] < keys[least] {
                least = child
            }
            if least == parent { return }
            keys.swapAt(parent, least)
            parent = least
        }
    }
}
