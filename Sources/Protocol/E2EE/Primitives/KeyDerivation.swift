internal import SecureFormat

/// The only way in which secrets are derived: HKDF-SHA-256 (RFC 5869) without salt, labelled (docs/encryption.md).
extension CryptoProvider {
    static func derive(
        _ secret: [UInt8], _ label: StaticString, context: [UInt8] = [], count: Int
    ) throws(FormatError) -> [UInt8] {
        var info = FormatWriter()
        try info.label(label)
        try info.opaque(context, 0...255)
        let key = hmacSHA256(key: [UInt8](repeating: 0, count: 32), secret)
        var derived: [UInt8] = []
        var block: [UInt8] = []
        var index: UInt8 = 1
        while derived.count < count {
            block = hmacSHA256(key: key, block + info.bytes + [index])
            derived += block
            index += 1
        }
        return Array(derived.prefix(count))
    }
}
