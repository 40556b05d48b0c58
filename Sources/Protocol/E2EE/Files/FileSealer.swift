/// Seals a file chunk by chunk, so that it need not fit into memory; then `finish` gives what the message says of it.
///
/// It cannot be copied: two that went on from the same chunk would seal different bytes with the same nonce.
public struct FileSealer<Provider: CryptoProvider>: ~Copyable {
    public let shape: FileShape
    /// The chunk that is sealed next; `shape.chunkCount` when all are.
    public private(set) var next: UInt64
    private let key: [UInt8]
    private let cipher: FileCipher<Provider>
    private var digest: Provider.Digest

    /// With a new key.
    ///
    /// - Parameter size: of the file, in bytes. A file that turns out longer or shorter is refused.
    public init(size: UInt64) throws(FileRefusal) {
        let shape = try FileShape(size: size)
        let (key, cipher): ([UInt8], FileCipher<Provider>)
        do throws(PrimitiveFailure) {
            key = try Provider.random(FileSecret.keyByteCount)
            cipher = try FileCipher(fileKey: key)
        } catch {
            throw .primitive(error)
        }
        self.shape = shape
        self.key = key
        self.cipher = cipher
        digest = Provider.Digest()
        next = 0
    }

    /// - Parameter content: of the file, exactly the `shape.contentByteCount(ofChunk: next)` bytes that come next. The
    ///   zeros behind the file are not the caller's.
    /// - Returns: the piece that is uploaded next.
    public mutating func seal(_ content: [UInt8]) throws(FileRefusal) -> [UInt8] {
        guard content.count == (try shape.contentByteCount(ofChunk: next)) else { throw .length }
        let zeros = try shape.byteCount(ofChunk: next) - content.count
        let piece: [UInt8]
        do throws(PrimitiveFailure) {
            piece = try cipher.seal(
                content + [UInt8](repeating: 0, count: zeros), index: next, isLast: shape.isLast(next))
        } catch {
            throw .primitive(error)
        }
        digest.update(piece)
        next += 1
        return piece
    }

    /// - Throws: `.length` before the last chunk is sealed.
    public consuming func finish() throws(FileRefusal) -> FileSecret {
        guard next == shape.chunkCount else { throw .length }
        return FileSecret(key: key, size: shape.size, hash: digest.finish())
    }
}
