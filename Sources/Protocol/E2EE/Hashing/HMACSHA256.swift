/// HMAC (RFC 2104) with SHA-256, for where `SHA256` is used.
public enum HMACSHA256 {
    public static let byteCount = SHA256.byteCount

    public static func authenticate(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        var block = key.count > SHA256.blockByteCount ? SHA256.hash(key) : key
        block += [UInt8](repeating: 0, count: SHA256.blockByteCount - block.count)
        var inner = SHA256()
        inner.update(block.map { $0 ^ 0x36 })
        inner.update(message)
        var outer = SHA256()
        outer.update(block.map { $0 ^ 0x5c })
        outer.update(inner.finish())
        return outer.finish()
    }
}
