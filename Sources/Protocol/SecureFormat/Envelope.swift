/// A sealed message as it travels: `martlet.envelope.v1`. Layout: docs/encryption.md.
public struct Envelope: Equatable, Sendable {
    /// The padded content and its tag.
    public static let ciphertextByteCounts = 80...63_504
    /// Ed25519 (RFC 8032 §5.1.6).
    public static let signatureByteCount = 64
    /// Stands in front of what is signed.
    static let label: StaticString = "martlet envelope v1"

    public let header: EnvelopeHeader
    public let ciphertext: [UInt8]
    public let signature: [UInt8]

    public init(header: EnvelopeHeader, ciphertext: [UInt8], signature: [UInt8]) {
        self.header = header
        self.ciphertext = ciphertext
        self.signature = signature
    }

    /// Reads what `encoded` wrote, and checks what can be checked without knowing anything else. Says nothing of the
    /// signature.
    public init(decoding bytes: [UInt8]) throws(EnvelopeRefusal) {
        let unchecked: UncheckedHeader
        do throws(FormatError) {
            var reader = FormatReader(bytes)
            unchecked = try UncheckedHeader(&reader)
            ciphertext = try reader.opaque(Self.ciphertextByteCounts)
            signature = try reader.fixed(Self.signatureByteCount)
            try reader.finish()
        } catch {
            throw .malformed(error)
        }
        header = try unchecked.checked()
    }

    public func encoded() throws(FormatError) -> [UInt8] {
        var writer = FormatWriter()
        try header.encode(to: &writer)
        try writer.opaque(ciphertext, Self.ciphertextByteCounts)
        try writer.fixed(signature, Self.signatureByteCount)
        return writer.bytes
    }

    /// What the sender's device signs.
    ///
    /// - Parameter ciphertextHash: SHA-256 of the ciphertext.
    public static func signedBytes(
        _ header: EnvelopeHeader, ciphertextHash: [UInt8]
    ) throws(FormatError) -> [UInt8] {
        var writer = FormatWriter()
        try writer.label(label)
        try header.encode(to: &writer)
        try writer.fixed(ciphertextHash, EnvelopeHeader.hashByteCount)
        return writer.bytes
    }
}
