import Glibc
import Testing

@testable import Basics

@Suite("The queue between threads")
struct BlockingQueueTests {
    @Test("a full queue says so, and takes again after one has left", arguments: [1, 2, 7])
    func bounded(capacity: Int) {
        let queue = BlockingQueue<Int>(capacity: capacity)
        for element in 0..<capacity { #expect(queue.put(element)) }
        #expect(!queue.put(capacity))
        #expect(queue.count == capacity)
        #expect(queue.takeOne() == 0)
        #expect(queue.put(capacity))
        #expect(!queue.put(capacity + 1))
    }

    @Test("a queue without room takes nothing")
    func noRoom() {
        #expect(!BlockingQueue<Int>(capacity: 0).put(1))
    }

    @Test("elements leave in the order in which they came, also past the point where the dead front is given back")
    func order() {
        let queue = BlockingQueue<Int>(capacity: 10_000)
        for element in 0..<10_000 { #expect(queue.put(element)) }
        for element in 0..<6_000 { #expect(queue.takeOne() == element) }
        for element in 10_000..<16_000 { #expect(queue.put(element)) }
        #expect(!queue.put(16_000))
        for element in 6_000..<16_000 { #expect(queue.takeOne() == element) }
        #expect(queue.count == 0)
    }

    @Test("taking stops where it is told to, and leaves the rest")
    func takingWhile() {
        let queue = BlockingQueue<Int>(capacity: 10)
        for element in 0..<10 { #expect(queue.put(element)) }
        #expect(queue.take { _, taken in taken < 4 } == [0, 1, 2, 3])
        #expect(queue.take { element, _ in element < 6 } == [4, 5])
        #expect(queue.take { _, _ in true } == [6, 7, 8, 9])
    }

    @Test("taking takes at least one, even when none is wanted")
    func takingAtLeastOne() {
        let queue = BlockingQueue<Int>(capacity: 2)
        #expect(queue.put(1) && queue.put(2))
        #expect(queue.take { _, _ in false } == [1])
        #expect(queue.count == 1)
    }

    @Test("taking asks about each element once, with the number taken before it")
    func askingAboutEach() {
        let queue = BlockingQueue<Int>(capacity: 3)
        for element in [7, 8, 9] { #expect(queue.put(element)) }
        var asked: [[Int]] = []
        _ = queue.take { element, taken in
            asked.append([element, taken])
            return true
        }
        #expect(asked == [[7, 0], [8, 1], [9, 2]])
    }

    @Test("a closed queue gives out what is queued, takes nothing more, and then ends")
    func closing() {
        let queue = BlockingQueue<Int>(capacity: 4)
        #expect(queue.put(1) && queue.put(2))
        queue.close()
        #expect(!queue.put(3))
        #expect(queue.takeOne() == 1)
        #expect(queue.takeOne() == 2)
        #expect(queue.takeOne() == nil)
        #expect(queue.take { _, _ in true } == [])
    }

    @Test("closing lets every waiting thread go")
    func closingWithWaiters() {
        let queue = BlockingQueue<Int>(capacity: 1)
        let ended = BlockingQueue<Bool>(capacity: 3)
        for index in 0..<3 {
            WorkerThread.start(name: "taker-\(index)") {
                let gotNothing = queue.takeOne() == nil
                precondition(ended.put(gotNothing))
            }
        }
        queue.close()
        for _ in 0..<3 { #expect(ended.takeOne() == true) }
    }

    @Test("a thread that waits gets what is put")
    func wakingWaiter() {
        let questions = BlockingQueue<Int>(capacity: 1)
        let answers = BlockingQueue<Int>(capacity: 1)
        WorkerThread.start(name: "answering") {
            while let question = questions.takeOne() { precondition(answers.put(question * 2)) }
        }
        for question in 0..<200 {
            #expect(questions.put(question))
            #expect(answers.takeOne() == question * 2)
        }
        questions.close()
    }

    @Test("with many that put and many that take, nothing is lost, doubled or overtaken")
    func manyThreads() {
        let (threads, perProducer) = (4, 3_000)
        let queue = BlockingQueue<Int>(capacity: 64)
        let produced = BlockingQueue<Bool>(capacity: threads)
        let consumed = BlockingQueue<[Int]>(capacity: threads)
        for producer in 0..<threads {
            WorkerThread.start(name: "put-\(producer)") {
                for index in 0..<perProducer {
                    while !queue.put(producer * perProducer + index) { sched_yield() }
                }
                precondition(produced.put(true))
            }
            WorkerThread.start(name: "take-\(producer)") {
                var taken: [Int] = []
                while true {
                    let some = queue.take { _, taken in taken < 5 }
                    if some.isEmpty { break }
                    taken += some
                }
                precondition(consumed.put(taken))
            }
        }
        for _ in 0..<threads { #expect(produced.takeOne() == true) }
        queue.close()
        var all: [Int] = []
        for _ in 0..<threads {
            let taken = consumed.takeOne() ?? []
            all += taken
            for producer in 0..<threads {
                let ofOne = taken.filter { $0 / perProducer == producer }
                #expect(ofOne == ofOne.sorted())
            }
        }
        #expect(all.sorted() == Array(0..<threads * perProducer))
    }
}
