public import SecureFormat

/// What an account has its server keep for the day on which its last device is lost. Layout: docs/encryption.md,
/// "Backup".
public struct Backup: Equatable, Sendable {
    /// What the server takes.
    public static let byteCountMax = 512 * 1_024
    /// Of the contents before they are padded.
    public static let contentByteCountMax = 507_903
    /// The least and the most that is padded, with a tag.
    static let sealedByteCounts = 80...507_920

    public let header: BackupHeader
    let sealedContents: [UInt8]

    init(_ header: BackupHeader, sealedContents: [UInt8]) {
        self.header = header
        self.sealedContents = sealedContents
    }

    /// Reads what `encoded` wrote. Says nothing of who made it.
    public init(decoding bytes: [UInt8]) throws(FormatError) {
        guard bytes.count <= Self.byteCountMax else { throw .length }
        var reader = FormatReader(bytes)
        header = try BackupHeader.decode(&reader)
        sealedContents = try reader.opaque(Self.sealedByteCounts)
        try reader.finish()
    }

    func encoded() throws(FormatError) -> [UInt8] {
        var writer = FormatWriter()
        try header.encode(to: &writer)
        try writer.opaque(sealedContents, Self.sealedByteCounts)
        return writer.bytes
    }
}
