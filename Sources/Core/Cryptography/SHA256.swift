internal import CSodium

/// SHA-256 (FIPS 180-4).
public enum SHA256 {
    public static let byteCount = 32

    public static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: byteCount)
        // Cannot fail: the function reports no error for any input.
        _ = crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest
    }
}

/// SHA-256 of what comes in pieces. A value: a copy goes on by itself.
public struct SHA256Digest: Sendable {
    private var state = crypto_hash_sha256_state()

    public init() {
        _ = crypto_hash_sha256_init(&state)
    }

    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let piece = bytes.bindMemory(to: UInt8.self)
        _ = crypto_hash_sha256_update(&state, piece.baseAddress, UInt64(piece.count))
    }

    /// The 32 bytes, of everything so far.
    public consuming func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: SHA256.byteCount)
        _ = crypto_hash_sha256_final(&state, &digest)
        return digest
    }
}
