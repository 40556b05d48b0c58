/// Where everything of a sealed file is: follows from its size alone (docs/encryption.md, "Files").
public struct FileShape: Equatable, Sendable {
    /// 16 GiB, of the file itself and of what it is padded to.
    public static let byteCountMax: UInt64 = 1 << 34
    /// Of a chunk before it is sealed; the last may be shorter.
    public static let chunkByteCount: UInt64 = 65_536
    private static let tagByteCount = UInt64(AES256GCM.tagByteCount)

    /// Of the file itself, in bytes.
    public let size: UInt64
    /// With the zeros behind it.
    public let paddedByteCount: UInt64
    /// 1 at least, 2^18 at most.
    public let chunkCount: UInt64

    public init(size: UInt64) throws(FileRefusal) {
        guard size <= Self.byteCountMax else { throw .tooLarge }
        self.size = size
        paddedByteCount = Padme.padded(size)
        chunkCount = (paddedByteCount - 1) / Self.chunkByteCount + 1
    }

    /// Of all that is uploaded.
    public var uploadByteCount: UInt64 { paddedByteCount + chunkCount * Self.tagByteCount }

    /// The chunk in which a byte of the file is.
    public func chunk(ofByteAt position: UInt64) -> UInt64 { position / Self.chunkByteCount }

    /// Where a piece, a chunk that is sealed, stands in what is uploaded.
    public func pieceRange(ofChunk index: UInt64) throws(FileRefusal) -> Range<UInt64> {
        let start = try position(ofChunk: index) + index * Self.tagByteCount
        return start..<start + UInt64(try byteCount(ofChunk: index)) + Self.tagByteCount
    }

    /// How much of the file is in a chunk: nothing in one that is all padding.
    public func contentByteCount(ofChunk index: UInt64) throws(FileRefusal) -> Int {
        let start = try position(ofChunk: index)
        guard start < size else { return 0 }
        return Int(min(size - start, Self.chunkByteCount))
    }

    func byteCount(ofChunk index: UInt64) throws(FileRefusal) -> Int {
        Int(min(paddedByteCount - (try position(ofChunk: index)), Self.chunkByteCount))
    }

    func isLast(_ index: UInt64) -> Bool { index == chunkCount - 1 }

    /// The first byte of a chunk, in the padded file.
    private func position(ofChunk index: UInt64) throws(FileRefusal) -> UInt64 {
        guard index < chunkCount else { throw .length }
        return index * Self.chunkByteCount
    }
}
