/// Opens a file chunk by chunk: from the beginning to the end with its hash, or a chunk here and there, as a player
/// asks for them.
///
/// What a chunk gives was sealed in this place of a file of this size by somebody who has the key. That it is the file
/// which the message names, `finish` says.
public struct FileOpener<Provider: CryptoProvider>: ~Copyable {
    public let shape: FileShape
    /// The chunk that `openNext` opens; `shape.chunkCount` when all are open.
    public private(set) var next: UInt64
    private let hash: [UInt8]
    private let cipher: FileCipher<Provider>
    private var digest: Provider.Digest

    public init(_ secret: FileSecret) throws(FileRefusal) {
        let shape = try FileShape(size: secret.size)
        let cipher: FileCipher<Provider>
        do throws(PrimitiveFailure) {
            cipher = try FileCipher(fileKey: secret.key)
        } catch {
            throw .primitive(error)
        }
        self.shape = shape
        self.cipher = cipher
        hash = secret.hash
        digest = Provider.Digest()
        next = 0
    }

    /// Opens any chunk, in any order. Nothing is said of the hash.
    ///
    /// - Parameters:
    ///   - piece: the bytes of `shape.pieceRange(ofChunk:)`.
    ///   - index: of the chunk.
    /// - Returns: what of the file is in this chunk; nothing if it is all padding.
    public func open(_ piece: [UInt8], ofChunk index: UInt64) throws(FileRefusal) -> [UInt8] {
        guard piece.count == (try shape.byteCount(ofChunk: index)) + AES256GCM.tagByteCount else { throw .length }
        let chunk: [UInt8]
        do throws(PrimitiveFailure) {
            chunk = try cipher.open(piece, index: index, isLast: shape.isLast(index))
        } catch {
            throw .chunk
        }
        let count = try shape.contentByteCount(ofChunk: index)
        guard chunk.dropFirst(count).allSatisfy({ $0 == 0 }) else { throw .padding }
        return Array(chunk.prefix(count))
    }

    /// Opens the next chunk. After a failure the same chunk is still the next.
    public mutating func openNext(_ piece: [UInt8]) throws(FileRefusal) -> [UInt8] {
        let content = try open(piece, ofChunk: next)
        digest.update(piece)
        next += 1
        return content
    }

    /// After the last chunk and the end of what was downloaded.
    ///
    /// - Throws: `.length` if chunks are missing, `.hash` if it is another file than the message names.
    public consuming func finish() throws(FileRefusal) {
        guard next == shape.chunkCount else { throw .length }
        guard digest.finish() == hash else { throw .hash }
    }
}
