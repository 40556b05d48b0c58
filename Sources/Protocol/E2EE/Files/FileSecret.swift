internal import SecureFormat

/// What a message says of a file that was uploaded: enough to open it, and to know it.
public struct FileSecret: Equatable, Sendable {
    public static let version: UInt8 = 1
    static let keyByteCount = 32
    static let hashByteCount = 32

    let key: [UInt8]
    /// Of the file itself, in bytes.
    public let size: UInt64
    /// SHA-256 of all that is uploaded.
    public let hash: [UInt8]

    init(key: [UInt8], size: UInt64, hash: [UInt8]) {
        self.key = key
        self.size = size
        self.hash = hash
    }

    /// Reads what `encoded` wrote.
    public init(decoding bytes: [UInt8]) throws(FileRefusal) {
        do throws(FormatError) {
            var reader = FormatReader(bytes)
            guard try reader.uint8() == Self.version else { throw .version }
            key = try reader.fixed(Self.keyByteCount)
            size = try reader.uint64()
            hash = try reader.fixed(Self.hashByteCount)
            try reader.finish()
        } catch {
            throw .malformed(error)
        }
        guard size <= FileShape.byteCountMax else { throw .tooLarge }
    }

    /// 73 bytes. Secret.
    public var encoded: [UInt8] {
        var writer = FormatWriter()
        writer.uint64(size)
        return [Self.version] + key + writer.bytes + hash
    }
}
