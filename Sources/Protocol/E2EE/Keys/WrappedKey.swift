internal import SecureFormat

/// A private key at rest: sealed, with its place in the clear. Layout: docs/encryption.md, "Private keys at rest".
public struct WrappedKey: Equatable, Sendable {
    public static let version: UInt8 = 1
    static let sealedKeyByteCounts = 17...4_096
    /// With the longest key.
    public static let byteCountMax = 32 + sealedKeyByteCounts.upperBound

    public let place: KeyPlace
    let nonce: [UInt8]
    let sealedKey: [UInt8]

    init(_ place: KeyPlace, nonce: [UInt8], sealedKey: [UInt8]) {
        self.place = place
        self.nonce = nonce
        self.sealedKey = sealedKey
    }

    /// Reads what `encoded` wrote. Says nothing of what is inside.
    public init(decoding bytes: [UInt8]) throws(WrappedKeyRefusal) {
        let (purpose, userID, deviceID): (UInt8, UInt64, UInt64)
        do throws(FormatError) {
            var reader = FormatReader(bytes)
            guard try reader.uint8() == Self.version else { throw .version }
            purpose = try reader.uint8()
            userID = try reader.uint64()
            deviceID = try reader.uint64()
            nonce = try reader.fixed(AES256GCM.nonceByteCount)
            sealedKey = try reader.opaque(Self.sealedKeyByteCounts)
            try reader.finish()
        } catch {
            throw .malformed(error)
        }
        guard let purpose = KeyPurpose(rawValue: purpose) else { throw .purpose }
        place = KeyPlace(purpose, userID: userID, deviceID: deviceID)
    }

    func encoded() throws(FormatError) -> [UInt8] {
        var writer = FormatWriter()
        writer.uint8(Self.version)
        writer.uint8(place.purpose.rawValue)
        writer.uint64(place.userID)
        writer.uint64(place.deviceID)
        try writer.fixed(nonce, AES256GCM.nonceByteCount)
        try writer.opaque(sealedKey, Self.sealedKeyByteCounts)
        return writer.bytes
    }
}
