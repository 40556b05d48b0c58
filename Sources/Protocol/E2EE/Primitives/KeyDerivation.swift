internal import SecureFormat

/// The only way in which secrets are derived: HKDF-SHA-256 (RFC 5869) without salt, labelled (docs/encryption.md).
extension CryptoProvider {
    /// - Parameters:
    ///   - secret: not to be guessed: random, or stretched.
    ///   - context: at most 255 bytes.
    ///   - count: how many bytes are derived, at most 8,160 (RFC 5869 §2.3).
    static func derive(
        _ secret: [UInt8], _ label: StaticString, context: [UInt8] = [], count: Int
    ) throws(PrimitiveFailure) -> [UInt8] {
        var info = FormatWriter()
        do throws(FormatError) {
            try info.label(label)
            try info.opaque(context, 0...255)
        } catch {
            throw PrimitiveFailure()
        }
        return try hkdfSHA256(secret, info: info.bytes, count: count)
    }

    /// RFC 5869 with the empty salt, which is 32 zero bytes.
    static func hkdfSHA256(_ secret: [UInt8], info: [UInt8], count: Int) throws(PrimitiveFailure) -> [UInt8] {
        guard count <= 255 * 32 else { throw PrimitiveFailure() }
        let key = hmacSHA256(key: [UInt8](repeating: 0, count: 32), secret)
        var derived: [UInt8] = []
        var block: [UInt8] = []
        var index: UInt8 = 1
        while derived.count < count {
            block = hmacSHA256(key: key, block + info + [index])
            derived += block
            // After the last block it is not used.
            index &+= 1
        }
        return Array(derived.prefix(count))
    }
}
