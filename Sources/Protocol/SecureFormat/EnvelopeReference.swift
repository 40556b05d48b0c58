/// The message that an edit or a reaction is about, named so that no other can stand in its place.
public struct EnvelopeReference: Equatable, Sendable {
    static let byteCount = 8 + EnvelopeHeader.clientIDByteCount + EnvelopeHeader.hashByteCount
    /// None or one.
    static let listByteCounts = 0...byteCount

    public let authorID: UInt64
    /// 16 bytes.
    public let clientID: [UInt8]
    /// SHA-256 of the message's header.
    public let headerHash: [UInt8]

    public init(authorID: UInt64, clientID: [UInt8], headerHash: [UInt8]) {
        self.authorID = authorID
        self.clientID = clientID
        self.headerHash = headerHash
    }

    static func encodeList(_ reference: EnvelopeReference?, to writer: inout FormatWriter) throws(FormatError) {
        try writer.vector(listByteCounts) { (inside) throws(FormatError) in
            guard let reference else { return }
            inside.uint64(reference.authorID)
            try inside.fixed(reference.clientID, EnvelopeHeader.clientIDByteCount)
            try inside.fixed(reference.headerHash, EnvelopeHeader.hashByteCount)
        }
    }

    static func decodeList(_ reader: inout FormatReader) throws(FormatError) -> EnvelopeReference? {
        var inside = try reader.vector(listByteCounts)
        guard inside.remaining > 0 else { return nil }
        let reference = EnvelopeReference(
            authorID: try inside.uint64(), clientID: try inside.fixed(EnvelopeHeader.clientIDByteCount),
            headerHash: try inside.fixed(EnvelopeHeader.hashByteCount))
        try inside.finish()
        return reference
    }
}
