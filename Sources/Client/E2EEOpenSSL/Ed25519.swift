/// What OpenSSL leaves to others about keys of Ed25519 (RFC 8032 §5.1.3).
enum Ed25519 {
    static let keyByteCount = 32

    /// Whether the encoding is canonical (y below 2^255 - 19, and no sign where x is 0) and its point not of small
    /// order, under which one signature fits many messages. Whether it is on the curve OpenSSL sees itself.
    static func isAcceptable(_ key: [UInt8]) -> Bool {
        guard key.count == keyByteCount, let last = key.last else { return false }
        var y = key
        y[keyByteCount - 1] = last & 0x7f
        return isBelowPrime(y) && !smallOrders.contains(y)
    }

    /// Little-endian.
    private static func isBelowPrime(_ y: [UInt8]) -> Bool {
        for (mine, its) in zip(y, prime).reversed() where mine != its { return mine < its }
        return false
    }

    private static let prime: [UInt8] = [0xed] + [UInt8](repeating: 0xff, count: 30) + [0x7f]

    /// The y of all points whose order divides 8: 0, 1, -1 and the two of order 8. Of ±1 the x is 0, of which only
    /// one sign is canonical: that falls away with the point.
    private static let smallOrders: [[UInt8]] = [
        [UInt8](repeating: 0, count: 32),
        [1] + [UInt8](repeating: 0, count: 31),
        [0xec] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
        [
            0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0,
            0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05,
        ],
        [
            0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f,
            0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a,
        ],
    ]
}
