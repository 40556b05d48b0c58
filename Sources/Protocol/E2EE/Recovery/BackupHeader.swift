internal import SecureFormat

/// What of a backup is in the clear; sealed with its contents all the same.
public struct BackupHeader: Equatable, Sendable {
    public static let version: UInt8 = 1
    static let identityKeyByteCounts = 1...WrappedKey.byteCountMax

    public let userID: UInt64
    /// Rises by one with each backup.
    public let counter: UInt64
    /// Milliseconds since 1970, by the clock of the device that made it.
    public let madeAt: UInt64
    /// An encoded `WrappedKey`.
    let identityKey: [UInt8]
    let nonce: [UInt8]

    /// `BackupPlace`: what the contents are sealed with.
    func authenticatedBytes() throws(FormatError) -> [UInt8] {
        var writer = FormatWriter()
        try writer.label("martlet backup v1")
        try encode(to: &writer)
        return writer.bytes
    }

    func encode(to writer: inout FormatWriter) throws(FormatError) {
        writer.uint8(Self.version)
        writer.uint64(userID)
        writer.uint64(counter)
        writer.uint64(madeAt)
        try writer.opaque(identityKey, Self.identityKeyByteCounts)
        try writer.fixed(nonce, AES256GCM.nonceByteCount)
    }

    static func decode(_ reader: inout FormatReader) throws(FormatError) -> BackupHeader {
        guard try reader.uint8() == version else { throw .version }
        return BackupHeader(
            userID: try reader.uint64(), counter: try reader.uint64(), madeAt: try reader.uint64(),
            identityKey: try reader.opaque(identityKeyByteCounts),
            nonce: try reader.fixed(AES256GCM.nonceByteCount))
    }
}
