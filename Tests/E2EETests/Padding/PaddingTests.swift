import TestSupport
import Testing

@testable import E2EE

@Suite struct PaddingTests {
    /// The table of docs/encryption.md.
    @Test(arguments: [
        (0, 64), (63, 64), (64, 72), (100, 104), (1_000, 1_024), (10_000, 10_240), (63_487, 63_488),
    ])
    func lengthsAreTheDocumentedOnes(byteCount: Int, padded: Int) throws {
        #expect(Padding.paddedByteCount(byteCount) == padded)
        #expect(try Padding.pad([UInt8](repeating: 1, count: byteCount), maximum: 63_487).count == padded)
    }

    @Test func everyLengthComesBack() throws {
        var random = SplitMix64(seed: 6)
        let bytes = random.bytes(3_000)
        for count in 0...3_000 {
            let content = Array(bytes[..<count])
            let padded = try Padding.pad(content, maximum: 3_000)
            #expect(padded.count == Padding.paddedByteCount(count))
            #expect(try Padding.unpad(padded, maximum: 3_000) == content)
        }
    }

    /// Where padding has most to find its way through: the shortest and the longest of every bucket.
    @Test func theEndsOfEveryBucketComeBack() throws {
        let maximum = Backup.contentByteCountMax
        var count = 0
        while count <= maximum {
            let longest = Padding.paddedByteCount(count) - 1
            for each in [count, min(longest, maximum)] {
                let content = [UInt8](repeating: 0, count: each)
                let padded = try Padding.pad(content, maximum: maximum)
                #expect(try Padding.unpad(padded, maximum: maximum) == content, "\(each)")
            }
            count = longest + 1
        }
    }

    @Test func contentMayLookLikePadding() throws {
        for content in [[0x80], [0x80, 0, 0], [0, 0], [1, 0x80], [UInt8](repeating: 0x80, count: 70)] as [[UInt8]] {
            let padded = try Padding.pad(content, maximum: 100)
            #expect(try Padding.unpad(padded, maximum: 100) == content)
        }
    }

    @Test func moreThanTheMaximumIsNeitherPaddedNorUnpadded() throws {
        let content = [UInt8](repeating: 1, count: 101)
        #expect(throws: PaddingFailure()) { try Padding.pad(content, maximum: 100) }
        let padded = try Padding.pad(content, maximum: 101)
        #expect(try Padding.unpad(padded, maximum: 101) == content)
        // 100 and 101 bytes are padded to the same length: what is inside is compared too.
        #expect(Padding.paddedByteCount(100) == padded.count)
        #expect(throws: PaddingFailure()) { try Padding.unpad(padded, maximum: 100) }
        #expect(throws: PaddingFailure()) { try Padding.unpad(padded, maximum: 60) }
    }

    @Test func anotherFormIsRefused() throws {
        let right = try Padding.pad(Array("message".utf8), maximum: 1_000)
        func refuses(_ bytes: [UInt8], _ what: String, sourceLocation: SourceLocation = #_sourceLocation) {
            #expect(throws: PaddingFailure(), Comment(rawValue: what), sourceLocation: sourceLocation) {
                try Padding.unpad(bytes, maximum: 1_000)
            }
        }
        refuses([], "nothing")
        refuses([0x80], "the mark alone")
        refuses([UInt8](repeating: 0, count: 64), "zeros")
        refuses([UInt8](repeating: 0xff, count: 64), "no mark")
        for count in right.indices { refuses(Array(right[..<count]), "cut to \(count)") }
        for count in 1...80 { refuses(right + [UInt8](repeating: 0, count: count), "grown by \(count)") }
        // Behind the mark every byte that is not zero counts as the mark, or is none.
        for index in 8..<64 {
            for byte in [1, 0x7f, 0x81, 0xff] as [UInt8] {
                var bytes = right
                bytes[index] = byte
                refuses(bytes, "\(byte) at \(index)")
            }
        }
        for byte in UInt8.min...UInt8.max where byte != 0x80 {
            var bytes = right
            bytes[7] = byte
            refuses(bytes, "\(byte) instead of the mark")
        }
    }

    /// A short message in a long bucket would be a second form of it.
    @Test func anotherLengthIsRefused() throws {
        for count in [0, 10, 62, 64, 70, 500] {
            let content = [UInt8](repeating: 1, count: count)
            let right = Padding.paddedByteCount(count)
            for padded in stride(from: count + 1, through: 700, by: 1) where padded != right {
                let bytes = content + [0x80] + [UInt8](repeating: 0, count: padded - count - 1)
                #expect(throws: PaddingFailure(), "\(count) in \(padded)") { try Padding.unpad(bytes, maximum: 1_000) }
            }
        }
    }

    /// What is taken is what `pad` makes, whatever the bytes are.
    @Test func thereIsOneFormForEachContent() throws {
        var random = SplitMix64(seed: 7)
        var taken = 0
        for _ in 0..<20_000 {
            var bytes = [UInt8](repeating: 0, count: Int.random(in: 0...130, using: &random))
            for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
                bytes[Int.random(in: bytes.indices, using: &random)] = random.bytes(1)[0] | 0x80
            }
            for _ in 0..<1 where !bytes.isEmpty { bytes[Int.random(in: bytes.indices, using: &random)] = 0x80 }
            guard let content = try? Padding.unpad(bytes, maximum: 1_000) else { continue }
            taken += 1
            #expect(try Padding.pad(content, maximum: 1_000) == bytes)
        }
        #expect(taken > 100)
    }
}
