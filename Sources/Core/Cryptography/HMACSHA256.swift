internal import CSodium

/// HMAC with SHA-256 (RFC 2104, FIPS 198-1).
public enum HMACSHA256 {
    public static let byteCount = 32

    /// - Parameter key: 32 bytes.
    public static func authenticate(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        precondition(key.count == byteCount, "a key of another length")
        var tag = [UInt8](repeating: 0, count: byteCount)
        // Cannot fail: the function reports no error for any input.
        _ = crypto_auth_hmacsha256(&tag, message, UInt64(message.count), key)
        return tag
    }

    /// Whether two tags, or two other byte strings of one length, are the same. Takes as long wherever they differ.
    public static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }
}
