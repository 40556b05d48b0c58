/// The writes of one class that wait.
///
/// The keys that have something waiting take turns, one write each: however many chats are flooded, a quiet one waits
/// for one round only. A write without key takes a turn of its own, where it came. What is behind the first write of a
/// key waits in a queue of that key, so that the cost of a write does not depend on how many wait.
struct SQLiteWriteLane<Element> {
    struct Entry {
        let key: UInt64?
        let byteCount: Int
        let element: Element
    }

    /// The first write of each key, and those without key.
    private var rotation = FIFO<Entry>()
    /// For each key in the rotation what comes after its first write, mostly nothing.
    private var behind: [UInt64: FIFO<Entry>] = [:]
    /// Out of the rotation until the batch ends: their keys have had their share of it.
    private var sated: [Entry] = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    mutating func append(_ entry: Entry) {
        count += 1
        if let key = entry.key {
            if behind[key]?.append(entry) != nil { return }
            behind[key] = FIFO()
        }
        rotation.append(entry)
    }

    /// Takes one for the batch; nil when none may go into it, or when the next one does not fit. That one is also the
    /// first that the next batch looks at.
    mutating func takeOne(into batch: inout SQLiteWriteBatch) -> Element? {
        while let entry = rotation.first {
            if let key = entry.key, batch.isTooMuch(entry.byteCount, of: key) {
                rotation.popFirst()
                sated.append(entry)
                continue
            }
            guard batch.fits(entry.byteCount) else { return nil }
            batch.add(entry.byteCount, of: entry.key)
            leave(entry)
            return entry.element
        }
        return nil
    }

    /// The keys that have had their share take turns again.
    mutating func endBatch() {
        for entry in sated { rotation.append(entry) }
        sated.removeAll(keepingCapacity: true)
    }

    /// The next write of the same key goes to the rotation's end.
    private mutating func leave(_ entry: Entry) {
        rotation.popFirst()
        count -= 1
        guard let key = entry.key else { return }
        if let next = behind[key]?.popFirst() {
            rotation.append(next)
        } else {
            behind[key] = nil
        }
    }
}
