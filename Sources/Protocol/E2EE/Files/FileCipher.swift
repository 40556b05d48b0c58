internal import SecureFormat

/// The STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár, "Online Authenticated-Encryption and its
/// Nonce-Reuse Misuse-Resistance", 2015, §7): each chunk is sealed to its index, and the last to being the last. There
/// is no associated data: the key is of this file alone.
struct FileCipher<Provider: CryptoProvider>: Sendable {
    private static var prefixByteCount: Int { 7 }

    private let key: Provider.SymmetricKey
    private let prefix: [UInt8]

    init(fileKey: [UInt8]) throws(PrimitiveFailure) {
        let secret = try Provider.derive(
            fileKey, "martlet file v1", count: AES256GCM.keyByteCount + Self.prefixByteCount)
        key = try Provider.passingKey(Array(secret.prefix(AES256GCM.keyByteCount)))
        prefix = Array(secret.suffix(Self.prefixByteCount))
    }

    func seal(_ chunk: [UInt8], index: UInt64, isLast: Bool) throws(PrimitiveFailure) -> [UInt8] {
        try Provider.seal(chunk, nonce: nonce(index, isLast), authenticating: [], with: key)
    }

    func open(_ piece: [UInt8], index: UInt64, isLast: Bool) throws(PrimitiveFailure) -> [UInt8] {
        try Provider.open(piece, nonce: nonce(index, isLast), authenticating: [], with: key)
    }

    /// - Parameter index: below 2^18, as in a `FileShape`.
    private func nonce(_ index: UInt64, _ isLast: Bool) -> [UInt8] {
        var writer = FormatWriter()
        writer.uint32(UInt32(truncatingIfNeeded: index))
        writer.uint8(isLast ? 1 : 0)
        return prefix + writer.bytes
    }
}
