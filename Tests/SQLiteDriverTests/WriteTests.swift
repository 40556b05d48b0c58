import TestSupport
import Testing

@testable import SQLiteDriver

@Suite("Writing to a store")
struct WriteTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func settings(_ change: (inout SQLiteSettings) -> Void) -> SQLiteSettings {
        var settings = SQLiteSettings()
        change(&settings)
        return settings
    }

    @Test("writes that are called one after another commit in that order")
    func callOrder() async throws {
        let store = try NumberStore.open(directory.database)
        defer { store.close() }
        let tasks = (0..<32).map { store.startWriting(1_000 - $0) }
        var positions: [Int64] = []
        for task in tasks { positions.append(try await task.value) }
        #expect(positions == Array(1...32))
        #expect(try await store.all() == (0..<32).map { 1_000 - $0 })
    }

    @Test("callbacks come in the order of the writes, when another connection sees the row")
    func committedCallbacks() async throws {
        let path = directory.database
        let store = try NumberStore.open(path)
        let reports = Reports<Int64>()
        let unseen = Reports<Int64>()
        let gate = Gate()
        let holding = store.holdWriter(gate)
        let tasks = (1...20).map { (number: Int64) in
            Task.immediate {
                try await store.write { (numbers) throws(SQLiteError) in
                    try numbers.insert(number)
                } committed: { position in
                    reports.add(position)
                    if (try? numbersSeen(at: path).contains(number)) != true { unseen.add(number) }
                }
            }
        }
        #expect(reports.all.isEmpty)
        gate.open()
        try await holding.value
        for task in tasks { _ = try await task.value }
        // The last callback may still run; the writer's thread ends after it.
        store.close()
        #expect(reports.all == Array(1...20))
        #expect(unseen.all.isEmpty)
    }

    @Test("a write is seen by nobody before its commit")
    func uncommitted() async throws {
        let store = try NumberStore.open(directory.database)
        defer { store.close() }
        let (started, gate) = (Gate(), Gate())
        let writing = Task.immediate {
            try await store.write { (numbers) throws(SQLiteError) in
                try numbers.insert(7)
                started.open()
                gate.wait()
            }
        }
        started.wait()
        #expect(try await store.all() == [])
        gate.open()
        try await writing.value
        #expect(try await store.all() == [7])
    }

    @Test("what queues up during a commit is taken by the next, up to its number of entries")
    func groupCommit() async throws {
        let commits = Reports<Int>()
        let store = try NumberStore.open(directory.database) { entries, _ in commits.add(entries) }
        let gate = Gate()
        let holding = store.holdWriter(gate)
        let tasks = (1...100).map { store.startWriting($0) }
        #expect(store.waitingWriteCount == 100)
        gate.open()
        try await holding.value
        for (index, task) in tasks.enumerated() { #expect(try await task.value == Int64(index + 1)) }
        store.close()
        #expect(commits.all == [1, 64, 36])
    }

    @Test(
        "a commit takes as many bytes as it may, and not one more; a write that is larger goes alone",
        arguments: [(500, [1, 2, 2]), (501, [1, 1, 1, 1, 1]), (1_000, [1, 1, 1, 1, 1]), (5_000, [1, 1, 1, 1, 1])])
    func commitBytes(byteCount: Int, expected: [Int]) async throws {
        let commits = Reports<Int>()
        let settings = settings { $0.commitBytesMax = 1_000 }
        let store = try NumberStore.open(directory.database, settings: settings) { entries, _ in commits.add(entries) }
        let gate = Gate()
        let holding = store.holdWriter(gate)
        let tasks = (1...4).map { store.startWriting($0, byteCount: byteCount) }
        gate.open()
        try await holding.value
        for task in tasks { _ = try await task.value }
        store.close()
        #expect(commits.all == expected)
    }

    @Test("a write that breaks a rule fails alone, and the others of its commit stay in order")
    func failingWrite() async throws {
        let store = try NumberStore.open(directory.database)
        defer { store.close() }
        let gate = Gate()
        let holding = store.holdWriter(gate)
        let before = [1, 2].map { store.startWriting($0) }
        let twice = store.startWriting(2)
        let after = [3, 4].map { store.startWriting($0) }
        gate.open()
        try await holding.value
        let error = await #expect(throws: SQLiteError.self) { try await twice.value }
        #expect(error?.code == .constraint)
        for task in before + after { _ = try await task.value }
        #expect(try await store.all() == [1, 2, 3, 4])
    }

    @Test("a write that fails halfway leaves nothing of itself")
    func failingHalfway() async throws {
        let store = try NumberStore.open(directory.database)
        defer { store.close() }
        let committed = Reports<Bool>()
        let error = await #expect(throws: SQLiteError.self) {
            try await store.write { (numbers) throws(SQLiteError) in
                try numbers.insert(1)
                try numbers.insert(2)
                try numbers.insert(1)
            } committed: {
                committed.add(true)
            }
        }
        #expect(error?.code == .constraint)
        #expect(try await store.startWriting(3).value == 1)
        #expect(try await store.all() == [3])
        #expect(committed.all.isEmpty)
    }

    @Test("an urgent write goes before others that came first, and a flood of one chat lets the others pass")
    func classesAndKeys() async throws {
        let commits = Reports<Int>()
        let store = try NumberStore.open(directory.database) { entries, _ in commits.add(entries) }
        let gate = Gate()
        let holding = store.holdWriter(gate)
        var tasks = [store.startWriting(1_000, .background), store.startWriting(2_000)]
        tasks += (1...40).map { store.startWriting($0, .urgent, key: 1) }
        tasks.append(store.startWriting(3_000, .urgent, key: 2))
        gate.open()
        try await holding.value
        for task in tasks { _ = try await task.value }
        #expect(try await store.all() == [1, 3_000] + Array(2...32) + [2_000, 1_000] + Array(33...40))
        store.close()
        #expect(commits.all == [1, 35, 8])
    }

    @Test("pressure is told when more than half of what may wait does, and when that has gone")
    func pressure() async throws {
        let reports = Reports<Bool>()
        let settings = settings { $0.writeQueueMax = 8 }
        let store = try NumberStore.open(directory.database, settings: settings, pressureChanged: { reports.add($0) })
        let gate = Gate()
        let holding = store.holdWriter(gate)
        var tasks = (1...4).map { store.startWriting($0) }
        #expect(reports.all == [] && !store.isUnderPressure)
        tasks.append(store.startWriting(5))
        #expect(reports.all == [true] && store.isUnderPressure)
        gate.open()
        try await holding.value
        for task in tasks { _ = try await task.value }
        store.close()
        #expect(reports.all == [true, false] && !store.isUnderPressure)
    }

    @Test("as many writes as the queue holds may wait; one more is refused")
    func fullQueue() async throws {
        let store = try NumberStore.open(directory.database, settings: settings { $0.writeQueueMax = 3 })
        defer { store.close() }
        let gate = Gate()
        let holding = store.holdWriter(gate)
        let waiting = (1...3).map { store.startWriting($0) }
        let oneTooMany = store.startWriting(4)
        gate.open()
        try await holding.value
        let error = await #expect(throws: SQLiteError.self) { try await oneTooMany.value }
        #expect(error?.code == .overloaded)
        for task in waiting { _ = try await task.value }
        #expect(try await store.all() == [1, 2, 3])
    }

    @Test("how many may wait follows the writer's own pace")
    func measuredQueue() async throws {
        let settings = settings {
            $0.writeQueueMin = 1
            $0.writeQueueMilliseconds = 60_000
        }
        let store = try NumberStore.open(directory.database, settings: settings)
        defer { store.close() }
        _ = try await store.startWriting(1).value
        let gate = Gate()
        let holding = store.holdWriter(gate)
        let tasks = (2...10).map { store.startWriting($0) }
        gate.open()
        try await holding.value
        for task in tasks { _ = try await task.value }
        #expect(try await store.all() == Array(1...10))
    }

    @Test("closing finishes what is queued and refuses what comes later")
    func closing() async throws {
        let store = try NumberStore.open(directory.database)
        let gate = Gate()
        let holding = store.holdWriter(gate)
        let tasks = (1...70).map { store.startWriting($0) }
        gate.open()
        store.close()
        #expect(try numbersSeen(at: directory.database) == Array(1...70))
        try await holding.value
        for task in tasks { _ = try await task.value }
        let writing = await #expect(throws: SQLiteError.self) { try await store.startWriting(71).value }
        #expect(writing?.code == .overloaded)
        let reading = await #expect(throws: SQLiteError.self) { try await store.all() }
        #expect(reading?.code == .overloaded)
    }
}
