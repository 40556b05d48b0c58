import TestSupport
import Testing

@testable import E2EE

@Suite struct FileShapeTests {
    @Test(
        arguments: [
            (0, 64, 1, 80), (1, 64, 1, 80), (64, 64, 1, 80), (65, 72, 1, 88), (65_535, 65_536, 1, 65_552),
            (65_536, 65_536, 1, 65_552), (65_537, 67_584, 2, 67_616), (131_072, 131_072, 2, 131_104),
            (1 << 34, 1 << 34, 1 << 18, (1 << 34) + (1 << 22)),
        ] as [(UInt64, UInt64, UInt64, UInt64)])
    func isWhatIsDocumented(size: UInt64, padded: UInt64, chunks: UInt64, upload: UInt64) throws {
        let shape = try FileShape(size: size)
        #expect(shape.paddedByteCount == padded)
        #expect(shape.chunkCount == chunks)
        #expect(shape.uploadByteCount == upload)
    }

    /// The pieces cover the upload without a gap, and the contents the file.
    @Test func everythingHasItsPlace() throws {
        var random = SplitMix64(seed: 21)
        let sizes =
            (0..<200).map { _ in UInt64.random(in: 0...3_000_000, using: &random) } + [0, 65_535, 65_536, 65_537]
        for size in sizes {
            let shape = try FileShape(size: size)
            var (end, content): (UInt64, UInt64) = (0, 0)
            for index in 0..<shape.chunkCount {
                let range = try shape.pieceRange(ofChunk: index)
                #expect(range.lowerBound == end)
                #expect(range.count == Int(try shape.byteCount(ofChunk: index)) + 16)
                #expect(shape.isLast(index) == (index == shape.chunkCount - 1))
                #expect(shape.isLast(index) || range.count == 65_552)
                if try shape.contentByteCount(ofChunk: index) > 0 {
                    #expect(shape.chunk(ofByteAt: content) == index)
                }
                end = range.upperBound
                content += UInt64(try shape.contentByteCount(ofChunk: index))
            }
            #expect(end == shape.uploadByteCount)
            #expect(content == size)
        }
    }

    @Test func theLargestFileHasItsPlacesToo() throws {
        let shape = try FileShape(size: FileShape.byteCountMax)
        let last = shape.chunkCount - 1
        #expect(try shape.pieceRange(ofChunk: last).upperBound == shape.uploadByteCount)
        #expect(try shape.contentByteCount(ofChunk: last) == 65_536)
        #expect(throws: FileRefusal.length) { try shape.pieceRange(ofChunk: shape.chunkCount) }
        #expect(throws: FileRefusal.length) { try shape.contentByteCount(ofChunk: .max) }
        // Of a file that is a little smaller, the last chunks are padding alone.
        let smaller = try FileShape(size: FileShape.byteCountMax - (1 << 27) + 1)
        #expect(smaller.paddedByteCount == FileShape.byteCountMax)
        #expect(try smaller.contentByteCount(ofChunk: smaller.chunkCount - 1) == 0)
    }
}
