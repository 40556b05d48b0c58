/// Whether so many writes wait that whoever makes them should pause, and what the observer was told of it.
///
/// It rises above half of what may wait and falls below a quarter: in between, where a busy store moves all the time,
/// nothing changes. Threads that find a change do not wait for each other to tell it: the one that is telling also
/// tells what changes meanwhile. So the observer hears one thing at a time, in order, and nothing twice.
struct SQLitePressure {
    private(set) var isHigh = false
    private var told = false
    private var isTelling = false

    /// - Returns: whether the caller has to tell: call `nextReport` until it has none.
    mutating func update(waiting: Int, capacity: Int) -> Bool {
        if isHigh {
            // An empty queue is no pressure, however little may wait.
            isHigh = waiting > 0 && waiting * 4 >= capacity
        } else {
            isHigh = waiting * 2 > capacity
        }
        return isHigh != told && !isTelling
    }

    /// What the caller is to tell; nil when there is nothing, or another tells it.
    mutating func nextReport() -> Bool? {
        guard !isTelling, isHigh != told else { return nil }
        (isTelling, told) = (true, isHigh)
        return told
    }

    /// The report has been told.
    mutating func reported() {
        isTelling = false
    }
}
