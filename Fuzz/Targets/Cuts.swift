/// Ways in which an input may arrive. No decoder may care which, so every target that reads a stream runs each of them.
enum Cuts {
    /// Longer inputs are not cut into single bytes: it would take most of the time and show nothing more.
    private static let bytewiseMax = 512

    /// The sizes of the pieces: byte by byte, and one way that follows from the input itself, so that a run can be
    /// repeated from the input alone.
    static func all(of input: [UInt8]) -> [[Int]] {
        var ways = [chosen(by: input)]
        if input.count <= bytewiseMax { ways.append(Array(repeating: 1, count: input.count)) }
        return ways
    }

    private static func chosen(by input: [UInt8]) -> [Int] {
        // FNV-1a, then xorshift: anything that spreads will do.
        var state = input.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } | 1
        var sizes: [Int] = []
        var left = input.count
        while left > 0 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            let most = state & 1 == 0 ? 4 : 200
            let size = min(left, 1 + Int((state >> 8) % UInt64(most)))
            sizes.append(size)
            left -= size
        }
        return sizes
    }

    /// Feeds the pieces as the transport does: each call gets what the last one left, and what has come since. Each is
    /// a block of memory of its own, so that reading past its end is seen.
    ///
    /// - Parameter decode: takes one outcome out of the bytes; returns how many it consumed, or nil to stop.
    static func feed(_ input: [UInt8], in sizes: [Int], _ decode: (UnsafeMutableRawBufferPointer) -> Int?) {
        var waiting: [UInt8] = []
        var rest = input[...]
        for size in sizes {
            waiting += rest.prefix(size)
            rest = rest.dropFirst(size)
            while true {
                let block = UnsafeMutableRawBufferPointer.allocate(byteCount: waiting.count, alignment: 1)
                defer { block.deallocate() }
                block.copyBytes(from: waiting)
                guard let consumed = decode(block) else { return }
                expect((0...block.count).contains(consumed), "consumed \(consumed) of \(block.count) bytes")
                // What is left may have been changed by nobody; what was consumed may.
                expect(block[consumed...].elementsEqual(waiting[consumed...]), "changed what it did not consume")
                waiting.removeFirst(consumed)
                if consumed == 0 || waiting.isEmpty { break }
            }
        }
    }
}
