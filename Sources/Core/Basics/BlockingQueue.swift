internal import CLinux
internal import Synchronization

/// A bounded queue between any threads and the worker threads that take from it.
///
/// Putting never blocks: a full queue says so, and the caller decides. Taking blocks until there is something.
public final class BlockingQueue<Element: Sendable>: Sendable {
    private struct State {
        var elements: [Element] = []
        var head = 0
        var waiting = 0
        var isClosed = false

        var count: Int { elements.count - head }
    }

    private let state = Mutex(State())
    private let capacity: Int
    private let parking: Int32

    public init(capacity: Int) {
        self.capacity = capacity
        parking = clinux_eventfd(0)
        precondition(parking >= 0, "the system refuses another descriptor (errno \(-parking))")
    }

    deinit {
        clinux_close(parking)
    }

    public var count: Int { state.withLock { $0.count } }

    /// - Returns: false when the queue is full or closed; the element was not taken.
    public func put(_ element: Element) -> Bool {
        let (taken, wake) = state.withLock { state -> (Bool, Bool) in
            guard !state.isClosed, state.count < capacity else { return (false, false) }
            state.elements.append(element)
            guard state.waiting > 0 else { return (true, false) }
            state.waiting -= 1
            return (true, true)
        }
        if wake { clinux_eventfd_signal(parking) }
        return taken
    }

    /// Waits until there is something, and takes from the front for as long as `isWanted` says so, at least one.
    ///
    /// - Returns: nothing once the queue is closed and empty.
    public func take(while isWanted: (_ element: Element, _ taken: Int) -> Bool) -> [Element] {
        while true {
            let taken = state.withLock { state -> [Element]? in
                if state.count == 0 {
                    if state.isClosed { return [] }
                    state.waiting += 1
                    return nil
                }
                return Self.takeFront(of: &state, while: isWanted)
            }
            if let taken { return taken }
            clinux_eventfd_take(parking)
        }
    }

    /// Waits for one element; nil once the queue is closed and empty.
    public func takeOne() -> Element? {
        take { _, taken in taken == 0 }.first
    }

    /// Refuses what comes from now on; what is queued is still given out.
    public func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = 0 }
            return state.waiting
        }
        for _ in 0..<waiting { clinux_eventfd_signal(parking) }
    }

    private static func takeFront(of state: inout State, while isWanted: (Element, Int) -> Bool) -> [Element] {
        var end = state.head + 1
        _ = isWanted(state.elements[state.head], 0)
        while end < state.elements.count, isWanted(state.elements[end], end - state.head) { end += 1 }
        let taken = Array(state.elements[state.head..<end])
        state.head = end
        if state.head == state.elements.count {
            state.elements.removeAll(keepingCapacity: state.head <= 1_024)
            state.head = 0
        } else if state.head > 4_096 {
            // The dead front is given back in large steps, so that taking stays cheap on average.
            state.elements.removeFirst(state.head)
            state.head = 0
        }
        return taken
    }
}
