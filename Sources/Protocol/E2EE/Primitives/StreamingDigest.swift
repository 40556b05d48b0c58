/// SHA-256 (FIPS 180-4) of what comes in pieces. A copy must not be used beside its original.
public protocol StreamingDigest {
    init()

    mutating func update(_ bytes: [UInt8])

    /// 32 bytes; nothing may be added afterwards.
    mutating func finish() -> [UInt8]
}
