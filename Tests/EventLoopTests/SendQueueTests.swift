import TestSupport
import Testing

@testable import EventLoop

struct SendQueueTests {
    private let limits = SendLimits(lowBytes: 10, softBytes: 100, hardBytes: 200)

    @Test func verdicts() {
        var queue = SendQueue()
        expect(queue.append([UInt8](repeating: 1, count: 100), limits: limits), .ok)
        expect(queue.append([1], limits: limits), .lagging)
        expect(queue.append([UInt8](repeating: 1, count: 99), limits: limits), .lagging)
        expect(queue.append([1], limits: limits), .overflow)
        #expect(queue.count == 200)
        queue.consumed(150)
        expect(queue.append([1], limits: limits), .ok)
        expect(queue.append([], limits: limits), .ok)
    }

    @Test func anEmptyQueueTakesOneAppendOfAnySize() {
        var queue = SendQueue()
        expect(queue.append([UInt8](repeating: 1, count: 1000), limits: limits), .lagging)
        expect(queue.append([1], limits: limits), .overflow)
    }

    @Test func smallAppendsLeaveTogether() {
        var queue = SendQueue()
        for byte in 0..<50 { _ = queue.append([UInt8(byte)], limits: limits) }
        #expect(queue.withNextBytes { Array($0) } == (0..<50).map { UInt8($0) })
    }

    @Test func consumingTooMuchIsHarmless() {
        var queue = SendQueue()
        _ = queue.append([1, 2], limits: limits)
        queue.consumed(5)
        queue.consumed(-1)
        #expect(queue.isEmpty)
        #expect(queue.withNextBytes { $0.count } == 0)
    }

    @Test func keepsTheOrderOfBytes() {
        let wide = SendLimits(lowBytes: 1, softBytes: 1 << 20, hardBytes: 1 << 24)
        for seed in 0..<20 {
            var queue = SendQueue()
            var model: [UInt8] = []
            var sent: [UInt8] = []
            var next = UInt8(seed)
            for _ in 0..<300 {
                if Bool.random() {
                    let size = Bool.random() ? Int.random(in: 0...50) : Int.random(in: 0...40_000)
                    let bytes = (0..<size).map { _ in
                        next = next &* 5 &+ 1
                        return next
                    }
                    model += bytes
                    if Bool.random() {
                        _ = queue.append(bytes, limits: wide)
                    } else {
                        _ = bytes.withUnsafeBytes { queue.append($0, limits: wide) }
                    }
                } else {
                    let taken = queue.withNextBytes { Array($0.prefix(Int.random(in: 0...30_000))) }
                    sent += taken
                    queue.consumed(taken.count)
                }
            }
            while !queue.isEmpty {
                let taken = queue.withNextBytes { Array($0) }
                sent += taken
                queue.consumed(taken.count)
            }
            #expect(sent == model)
        }
    }
}
