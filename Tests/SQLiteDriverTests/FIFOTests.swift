import TestSupport
import Testing

@testable import SQLiteDriver

@Suite("First in, first out")
struct FIFOTests {
    @Test("elements leave in the order in which they came, while the array goes round and grows")
    func order() {
        var queue = FIFO<Int>()
        var (put, taken) = (0, 0)
        // Three in, two out: the head goes round the array while it grows again and again.
        for _ in 0..<3_000 {
            for _ in 0..<3 {
                queue.append(put)
                put += 1
            }
            for _ in 0..<2 {
                #expect(queue.first == taken)
                expect(queue.popFirst(), taken)
                taken += 1
            }
            #expect(queue.count == put - taken)
        }
        while let element = queue.popFirst() {
            #expect(element == taken)
            taken += 1
        }
        #expect(taken == put)
        #expect(queue.isEmpty && queue.first == nil)
        // Also after the array was given back.
        queue.append(7)
        expect(queue.popFirst(), 7)
    }

    @Test("what was taken is not held any longer")
    func lettingGo() {
        final class Element {}
        var queue = FIFO<Element>()
        queue.append(Element())
        queue.append(Element())
        weak let first = queue.first
        #expect(first != nil)
        queue.popFirst()
        #expect(first == nil)
        #expect(queue.count == 1)
    }
}
