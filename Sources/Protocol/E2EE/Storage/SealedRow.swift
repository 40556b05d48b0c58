internal import SecureFormat

/// A row of the local history as it stands on the disk. Layout: docs/encryption.md, "Local history".
struct SealedRow: Equatable, Sendable {
    static let version: UInt8 = 1
    static let sealedByteCounts = 16...0xff_ffff

    let nonce: [UInt8]
    let sealed: [UInt8]

    init(nonce: [UInt8], sealed: [UInt8]) {
        self.nonce = nonce
        self.sealed = sealed
    }

    init(decoding bytes: [UInt8]) throws(FormatError) {
        var reader = FormatReader(bytes)
        guard try reader.uint8() == Self.version else { throw .version }
        nonce = try reader.fixed(AES256GCM.nonceByteCount)
        sealed = try reader.opaque(Self.sealedByteCounts)
        try reader.finish()
    }

    func encoded() throws(FormatError) -> [UInt8] {
        var writer = FormatWriter()
        writer.uint8(Self.version)
        try writer.fixed(nonce, AES256GCM.nonceByteCount)
        try writer.opaque(sealed, Self.sealedByteCounts)
        return writer.bytes
    }
}
