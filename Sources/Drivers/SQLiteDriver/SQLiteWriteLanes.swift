/// All writes that wait, and the choice of those that go into the next commit. A value: it knows no thread.
///
/// * Classes go in their order. Each lower one that has something waiting has room kept for it (`reserve`), so that it
///   does not starve however many sends there are.
/// * Room is counted in entries. When large writes fill a commit by bytes first, a class goes without; after
///   `passedOverMax` times one write of it goes first.
/// * One key (a chat) gets at most half of a commit, also when nothing else waits. That keeps it simple: the next
///   commit is some milliseconds away.
///
/// Writes of one class and key are taken in the order put; also those of one class without key.
struct SQLiteWriteLanes<Element> {
    /// The part of a commit that is kept for other commands: a person waits for them too, if less keenly.
    private static var normalReserveDivisor: Int { 8 }
    /// The part of a commit that is kept for positions: they are many, but only the newest of each matters.
    private static var backgroundReserveDivisor: Int { 16 }
    /// The commits in a row that may pass over a class that waits: some 20 ms.
    private static var passedOverMax: Int { 8 }

    private let entriesMax: Int
    private var batch: SQLiteWriteBatch
    private var lanes: [SQLiteWriteLane<Element>]
    /// For each class, the commits in a row that took nothing of it although it waited.
    private var passedOver: [Int]
    private(set) var count = 0

    init(entriesMax: Int, bytesMax: Int) {
        self.entriesMax = entriesMax
        batch = SQLiteWriteBatch(entriesMax: entriesMax, bytesMax: bytesMax)
        lanes = SQLiteWriteClass.allCases.map { _ in SQLiteWriteLane() }
        passedOver = SQLiteWriteClass.allCases.map { _ in 0 }
    }

    var isEmpty: Bool { count == 0 }

    mutating func append(_ element: Element, _ writeClass: SQLiteWriteClass, key: UInt64?, byteCount: Int) {
        lanes[writeClass.rawValue].append(.init(key: key, byteCount: byteCount, element: element))
        count += 1
    }

    /// What the next commit writes, the most urgent first; nothing only when nothing waits.
    mutating func takeBatch() -> [Element] {
        guard !isEmpty else { return [] }
        batch.empty()
        var taken: [[Element]] = lanes.map { _ in [] }
        if let overdue = SQLiteWriteClass.allCases.first(where: { passedOver[$0.rawValue] >= Self.passedOverMax }) {
            take(overdue, upTo: 1, into: &taken)
        }
        for writeClass in SQLiteWriteClass.allCases {
            take(writeClass, upTo: entriesMax - reserveBelow(writeClass), into: &taken)
        }
        // What was kept and not needed.
        for writeClass in SQLiteWriteClass.allCases { take(writeClass, upTo: entriesMax, into: &taken) }
        endBatch(taken)
        return Array(taken.joined())
    }

    /// Takes of a class until the batch has this many entries of all classes.
    private mutating func take(_ writeClass: SQLiteWriteClass, upTo entries: Int, into taken: inout [[Element]]) {
        let index = writeClass.rawValue
        while batch.entries < entries, let element = lanes[index].takeOne(into: &batch) {
            taken[index].append(element)
        }
    }

    /// The room kept for the classes after this one, as far as they have something for it.
    private func reserveBelow(_ writeClass: SQLiteWriteClass) -> Int {
        SQLiteWriteClass.allCases.dropFirst(writeClass.rawValue + 1).reduce(0) { room, lower in
            room + min(reserve(lower), lanes[lower.rawValue].count)
        }
    }

    private func reserve(_ writeClass: SQLiteWriteClass) -> Int {
        switch writeClass {
        case .urgent: 0
        case .normal: entriesMax / Self.normalReserveDivisor
        case .background: entriesMax / Self.backgroundReserveDivisor
        }
    }

    private mutating func endBatch(_ taken: [[Element]]) {
        for index in lanes.indices {
            lanes[index].endBatch()
            count -= taken[index].count
            passedOver[index] = taken[index].isEmpty && !lanes[index].isEmpty ? passedOver[index] + 1 : 0
        }
    }
}
