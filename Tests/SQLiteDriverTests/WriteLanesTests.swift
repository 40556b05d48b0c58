import TestSupport
import Testing

@testable import SQLiteDriver

@Suite("The choice of writes for a commit")
struct WriteLanesTests {
    private static func lanes(entriesMax: Int = 64, bytesMax: Int = 256 << 10) -> SQLiteWriteLanes<Write> {
        SQLiteWriteLanes(entriesMax: entriesMax, bytesMax: bytesMax)
    }

    private static func write(
        _ number: Int, _ writeClass: SQLiteWriteClass = .urgent, key: UInt64? = nil, bytes: Int = 100
    ) -> Write {
        Write(number: number, writeClass: writeClass, key: key, byteCount: bytes)
    }

    // MARK: Classes

    @Test("the urgent goes first, whatever came first")
    func classOrder() {
        var lanes = Self.lanes()
        for (number, writeClass) in [SQLiteWriteClass.background, .normal, .urgent, .background, .urgent].enumerated() {
            lanes.put(Self.write(number, writeClass))
        }
        #expect(lanes.takeNumbers() == [2, 4, 1, 0, 3])
        #expect(lanes.isEmpty)
        #expect(lanes.takeNumbers() == [])
    }

    @Test(
        "a commit keeps room for the lower classes, as much as they need and not more than their part",
        arguments: [
            // Waiting and expected: urgent, normal, background.
            ([100, 20, 10], [52, 8, 4]), ([100, 3, 10], [57, 3, 4]), ([100, 20, 1], [55, 8, 1]),
            ([100, 0, 0], [64, 0, 0]), ([10, 100, 100], [10, 50, 4]), ([0, 0, 100], [0, 0, 64]),
            ([0, 100, 2], [0, 62, 2]),
        ])
    func reserve(waiting: [Int], expected: [Int]) {
        var lanes = Self.lanes()
        for (writeClass, count) in zip(SQLiteWriteClass.allCases, waiting) {
            for number in 0..<count { lanes.put(Self.write(number, writeClass)) }
        }
        let taken = lanes.takeBatch()
        #expect(SQLiteWriteClass.allCases.map { of in taken.count { $0.writeClass == of } } == expected)
        #expect(lanes.count == waiting.reduce(0, +) - expected.reduce(0, +))
    }

    @Test("a class that commits full of large writes pass over goes first after eight of them")
    func passedOver() {
        var lanes = Self.lanes(bytesMax: 1_000)
        for number in 0..<100 { lanes.put(Self.write(number, .urgent, bytes: 500)) }
        for number in 100..<120 { lanes.put(Self.write(number, .normal, bytes: 10)) }
        for batch in 0..<8 { #expect(lanes.takeNumbers() == [2 * batch, 2 * batch + 1]) }
        #expect(lanes.takeNumbers() == [16] + Array(100..<120))
        #expect(lanes.takeNumbers() == [17, 18])
    }

    @Test("a write larger than a commit goes alone, and is not put off for ever by more urgent ones")
    func oversized() {
        var lanes = Self.lanes(bytesMax: 1_000)
        lanes.put(Self.write(-1, .background, bytes: 5_000))
        for number in 0..<100 { lanes.put(Self.write(number, .urgent, bytes: 200)) }
        let batches = (0..<9).map { _ in lanes.takeNumbers() }
        #expect(batches[..<8].allSatisfy { $0.count == 5 })
        #expect(batches[8] == [-1])
    }

    @Test("commits of one write each serve every class")
    func singleWrites() {
        var lanes = Self.lanes(entriesMax: 1)
        for writeClass in SQLiteWriteClass.allCases {
            for number in 0..<100 { lanes.put(Self.write(number, writeClass, key: 1)) }
        }
        let taken = (0..<30).flatMap { _ in lanes.takeBatch() }
        #expect(taken.count == 30)
        for writeClass in SQLiteWriteClass.allCases { #expect(taken.contains { $0.writeClass == writeClass }) }
    }

    // MARK: Keys

    @Test("a flood of one key gets half of a commit, and what is behind it goes past")
    func flood() {
        var lanes = Self.lanes()
        for number in 0..<10_000 { lanes.put(Self.write(number, key: 1)) }
        for number in 10_000..<10_005 { lanes.put(Self.write(number, key: UInt64(number))) }
        #expect(lanes.takeNumbers().sorted() == Array(0..<32) + Array(10_000..<10_005))
        // Alone again, it still gets half.
        #expect(lanes.takeNumbers() == Array(32..<64))
        lanes.put(Self.write(20_000))
        #expect(lanes.takeNumbers().contains(20_000))
    }

    @Test("however many floods there are, what is behind them waits for one round of them only")
    func manyFloods() {
        var lanes = Self.lanes()
        for number in 0..<4_000 { lanes.put(Self.write(number, key: UInt64(number % 10))) }
        for round in 0..<5 {
            let others = (0..<54).map { 10_000 + round * 100 + $0 }
            for number in others { lanes.put(Self.write(number, key: UInt64(number))) }
            let taken = lanes.takeNumbers()
            #expect(taken.count == 64)
            #expect(taken.filter { $0 >= 10_000 } == others)
        }
    }

    @Test("floods take turns: none gets more than another")
    func turns() {
        var lanes = Self.lanes()
        for key: UInt64 in [1, 2, 3, 4] {
            for number in 0..<100 { lanes.put(Self.write(number, key: key)) }
        }
        for _ in 0..<3 {
            let shares = Dictionary(grouping: lanes.takeBatch(), by: \.key).mapValues(\.count)
            #expect(shares == [1: 16, 2: 16, 3: 16, 4: 16])
        }
    }

    @Test("a flood's bytes count as its number does", arguments: [(100, 5), (300, 1), (600, 1)])
    func floodOfBytes(byteCount: Int, expected: Int) {
        var lanes = Self.lanes(bytesMax: 1_000)
        for number in 0..<20 { lanes.put(Self.write(number, key: 1, bytes: byteCount)) }
        lanes.put(Self.write(100, key: 2, bytes: 10))
        let taken = lanes.takeBatch()
        #expect(taken.count { $0.key == 1 } == expected)
        #expect(taken.contains { $0.key == 2 })
    }

    @Test("a key has one share of a commit in all classes together")
    func shareOfAllClasses() {
        var lanes = Self.lanes()
        for number in 0..<100 {
            lanes.put(Self.write(number, .urgent, key: 1))
            lanes.put(Self.write(number, .normal, key: 1))
            lanes.put(Self.write(number, .background, key: 1))
        }
        let taken = lanes.takeBatch()
        #expect(taken.count == 32)
        #expect(taken.allSatisfy { $0.writeClass == .urgent })
        // Nobody else is there: after eight commits the lower classes have their turn none the less.
        let later = (0..<20).flatMap { _ in lanes.takeBatch() }
        for writeClass in SQLiteWriteClass.allCases { #expect(later.contains { $0.writeClass == writeClass }) }
    }

    @Test("a large write of a quiet key is not put off by floods of small ones", arguments: [600, 900, 1_500])
    func largeWriteAmongFloods(byteCount: Int) {
        var lanes = Self.lanes(bytesMax: 1_000)
        for number in 0..<1_000 { lanes.put(Self.write(number, key: UInt64(number % 5))) }
        _ = lanes.takeBatch()
        lanes.put(Self.write(10_000, key: 99, bytes: byteCount))
        let taken = (0..<3).flatMap { _ in lanes.takeNumbers() }
        #expect(taken.contains(10_000))
    }

    // MARK: Whatever comes

    @Test("nothing is lost, doubled, too much or overtaken within its class and key", arguments: 0..<40)
    func anything(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (entriesMax, bytesMax) = (Int.random(in: 1...70, using: &random), 1_000)
        var lanes = Self.lanes(entriesMax: entriesMax, bytesMax: bytesMax)
        var (put, taken): ([Write], [Write]) = ([], [])
        while taken.count < 2_000 {
            for _ in 0..<Int.random(in: 0...80, using: &random) where put.count < 2_000 {
                let writeClass = SQLiteWriteClass.allCases.randomElement(using: &random) ?? .normal
                // Key 0 stands for none; the low keys are floods.
                let key = UInt64.random(in: 0...UInt64.random(in: 0..<12, using: &random), using: &random)
                let bytes =
                    Int.random(in: 0..<10, using: &random) == 0 ? 1_200 : Int.random(in: 1...300, using: &random)
                put.append(Self.write(put.count, writeClass, key: key == 0 ? nil : key, bytes: bytes))
                lanes.put(put[put.count - 1])
            }
            let batch = lanes.takeBatch()
            if lanes.count > 0 { #expect(!batch.isEmpty) }
            checkLimits(batch, entriesMax: entriesMax, bytesMax: bytesMax)
            taken += batch
            #expect(lanes.count == put.count - taken.count)
        }
        #expect(taken.map(\.number).sorted() == Array(0..<2_000))
        let groups = Dictionary(grouping: taken) { "\($0.writeClass) \($0.key ?? 0)" }
        for group in groups.values { #expect(group.map(\.number) == group.map(\.number).sorted()) }
    }

    private func checkLimits(_ batch: [Write], entriesMax: Int, bytesMax: Int) {
        #expect(batch.count <= entriesMax)
        #expect(batch.count == 1 || batch.reduce(0) { $0 + $1.byteCount } <= bytesMax)
        #expect(batch.map(\.writeClass.rawValue) == batch.map(\.writeClass.rawValue).sorted())
        for share in Dictionary(grouping: batch.filter { $0.key != nil }, by: \.key).values where share.count > 1 {
            #expect(share.count <= entriesMax / 2)
            #expect(share.reduce(0) { $0 + $1.byteCount } <= bytesMax / 2)
        }
    }

    /// With a cost in proportion to what waits, this takes many minutes.
    @Test("a long flood costs no more for each write than a short one", .timeLimit(.minutes(2)))
    func longFlood() {
        var lanes = Self.lanes()
        for number in 0..<200_000 { lanes.put(Self.write(number, key: 1)) }
        var count = 0
        while !lanes.isEmpty {
            lanes.put(Self.write(0, key: nil))
            count += lanes.takeBatch().count
        }
        #expect(count == 200_000 + 200_000 / 32)
    }
}

/// One write, told from the others by its number.
private struct Write: Equatable {
    let number: Int
    let writeClass: SQLiteWriteClass
    let key: UInt64?
    var byteCount = 100
}

extension SQLiteWriteLanes<Write> {
    fileprivate mutating func put(_ write: Write) {
        append(write, write.writeClass, key: write.key, byteCount: write.byteCount)
    }

    fileprivate mutating func takeNumbers() -> [Int] {
        takeBatch().map(\.number)
    }
}
