import Basics
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import SQLiteDriver

@Suite("The queue of writes")
struct WriteQueueTests {
    private static func job(_ writeClass: SQLiteWriteClass = .normal, key: UInt64? = nil) -> SQLiteWriteJob {
        SQLiteWriteJob(
            writeClass: writeClass, key: key, byteCount: 1, erases: false, run: { _ in {} }, failed: { _ in })
    }

    private static func settings(min: Int, max: Int, commit: Int = 64) -> SQLiteSettings {
        var settings = SQLiteSettings()
        settings.writeQueueMin = min
        settings.writeQueueMax = max
        settings.commitEntriesMax = commit
        return settings
    }

    /// How many more it takes.
    private func fill(_ queue: SQLiteWriteQueue) -> Int {
        var count = 0
        while queue.put(Self.job()) { count += 1 }
        return count
    }

    // MARK: Its bound

    @Test("what may wait follows what the writer drains in 200 ms, within its bounds")
    func capacity() {
        let queue = SQLiteWriteQueue(settings: Self.settings(min: 10, max: 100))
        #expect(fill(queue) == 10)
        // 50 in 200 ms.
        for _ in 0..<100 { queue.drained(10, nanoseconds: 40_000_000) }
        #expect(fill(queue) + 10 == 50)
        for _ in 0..<100 { queue.drained(64, nanoseconds: 1_000_000) }
        #expect(fill(queue) + 50 == 100)
        // A slow disk: more than may wait waits already.
        for _ in 0..<100 { queue.drained(1, nanoseconds: 1_000_000_000) }
        #expect(queue.count == 100)
        #expect(fill(queue) == 0)
        #expect(queue.take()?.count == 64)
        #expect(queue.take()?.count == 36)
        #expect(fill(queue) == 10)
    }

    @Test("the highest bound holds also when it is below the lowest")
    func highestBound() {
        #expect(fill(SQLiteWriteQueue(settings: Self.settings(min: 10, max: 3))) == 3)
        #expect(fill(SQLiteWriteQueue(settings: Self.settings(min: 10, max: 0))) == 0)
    }

    // MARK: The writer's turns

    @Test("a closed queue gives out what is queued, takes nothing more, and then ends")
    func closing() {
        let queue = SQLiteWriteQueue(settings: Self.settings(min: 10, max: 10, commit: 2))
        for _ in 0..<3 { #expect(queue.put(Self.job())) }
        queue.close()
        #expect(!queue.put(Self.job()))
        #expect(queue.take()?.count == 2)
        #expect(queue.take()?.count == 1)
        #expect(queue.take() == nil)
        #expect(queue.take() == nil)
    }

    @Test("a writer that waits is woken by a write, by a call and by closing")
    func waking() {
        let queue = SQLiteWriteQueue(settings: SQLiteSettings())
        let turns = BlockingQueue<Int?>(capacity: 10)
        WorkerThread.start(name: "taking") {
            while let jobs = queue.take() { _ = turns.put(jobs.count) }
            _ = turns.put(nil)
        }
        for _ in 0..<200 {
            #expect(queue.put(Self.job()))
            #expect(turns.takeOne() == 1)
            queue.poke()
            #expect(turns.takeOne() == 0)
        }
        queue.close()
        #expect(turns.takeOne() == .some(nil))
    }

    @Test("calls that the writer has not heard yet are one")
    func calls() {
        let queue = SQLiteWriteQueue(settings: SQLiteSettings())
        queue.poke()
        queue.poke()
        #expect(queue.take()?.count == 0)
        #expect(queue.put(Self.job()))
        queue.poke()
        #expect(queue.take()?.count == 1)
        queue.close()
        #expect(queue.take() == nil)
    }

    // MARK: Pressure

    @Test("pressure is told on the thread that changes it, before it returns")
    func pressure() {
        let reports = Reports<Bool>()
        let queue = SQLiteWriteQueue(settings: Self.settings(min: 8, max: 8, commit: 3)) { reports.add($0) }
        for _ in 0..<4 { #expect(queue.put(Self.job())) }
        #expect(reports.all == [] && !queue.isUnderPressure)
        #expect(queue.put(Self.job()))
        #expect(reports.all == [true] && queue.isUnderPressure)
        // Two are left, a quarter.
        #expect(queue.take()?.count == 3)
        #expect(reports.all == [true] && queue.isUnderPressure)
        #expect(queue.take()?.count == 2)
        #expect(reports.all == [true, false] && !queue.isUnderPressure)
    }

    @Test("a change of what may wait is a change of pressure")
    func pressureOfBound() {
        let reports = Reports<Bool>()
        let queue = SQLiteWriteQueue(settings: Self.settings(min: 8, max: 1_000)) { reports.add($0) }
        for _ in 0..<5 { #expect(queue.put(Self.job())) }
        queue.drained(64, nanoseconds: 10_000_000)
        #expect(reports.all == [true, false])
        for _ in 0..<100 { queue.drained(1, nanoseconds: 1_000_000_000) }
        #expect(reports.all == [true, false, true])
    }

    @Test("who is told may write")
    func writingWhenTold() {
        let reports = Reports<Bool>()
        let holder = Mutex<SQLiteWriteQueue?>(nil)
        let queue = SQLiteWriteQueue(settings: Self.settings(min: 8, max: 8)) { isHigh in
            reports.add(isHigh)
            _ = holder.withLock { $0 }?.put(Self.job())
        }
        holder.withLock { $0 = queue }
        for _ in 0..<5 { #expect(queue.put(Self.job())) }
        #expect(queue.count == 6)
        holder.withLock { $0 = nil }
        #expect(queue.take()?.count == 6)
        #expect(reports.all == [true, false])
    }

    @Test("with many that put, nothing is lost or overtaken, and pressure goes up and down in turn")
    func manyThreads() {
        let (threads, perThread) = (4, 5_000)
        let (reports, order) = (Reports<Bool>(), Reports<Int>())
        let overlaps = Atomic(0)
        let telling = Atomic(0)
        let queue = SQLiteWriteQueue(settings: Self.settings(min: 100, max: 100)) { isHigh in
            if telling.add(1, ordering: .sequentiallyConsistent).oldValue != 0 {
                overlaps.add(1, ordering: .sequentiallyConsistent)
            }
            reports.add(isHigh)
            telling.subtract(1, ordering: .sequentiallyConsistent)
        }
        let produced = BlockingQueue<Bool>(capacity: threads)
        for thread in 0..<threads {
            WorkerThread.start(name: "put-\(thread)") {
                for index in 0..<perThread {
                    let job = SQLiteWriteJob(
                        writeClass: .allCases[index % 3], key: UInt64(thread), byteCount: 1, erases: false,
                        run: { _ in { order.add(thread * perThread + index) } }, failed: { _ in })
                    while !queue.put(job) { sched_yield() }
                }
                _ = produced.put(true)
            }
        }
        let consumed = BlockingQueue<Bool>(capacity: 1)
        WorkerThread.start(name: "take") {
            let tables = SQLiteTablesOf(())
            while let jobs = queue.take() {
                for job in jobs { (try? job.run(tables))?() }
            }
            _ = consumed.put(true)
        }
        for _ in 0..<threads { _ = produced.takeOne() }
        queue.close()
        _ = consumed.takeOne()
        let all = order.all
        #expect(all.sorted() == Array(0..<threads * perThread))
        for group in Dictionary(grouping: all, by: { [$0 / perThread, $0 % perThread % 3] }).values {
            #expect(group == group.sorted())
        }
        #expect(overlaps.load(ordering: .sequentiallyConsistent) == 0)
        let told = reports.all
        #expect(told.indices.allSatisfy { told[$0] == ($0 % 2 == 0) })
        #expect(told.last == false)
    }
}
