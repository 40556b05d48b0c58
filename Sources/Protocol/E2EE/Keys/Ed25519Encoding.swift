/// Which 32 bytes are taken for a public key of Ed25519 before a signature is checked by it (RFC 8032 §5.1.3).
///
/// Libraries differ in what they take. Of a point of small order anybody can make signatures, and a point with two
/// encodings would be two keys; so both are refused whatever the library says. Whether the bytes are a point at all,
/// the library finds out when it checks a signature.
public enum Ed25519Encoding {
    public static let byteCount = 32

    public static func isAcceptable(_ publicKey: [UInt8]) -> Bool {
        guard publicKey.count == byteCount else { return false }
        var y = publicKey
        // The highest bit is the sign of x. No small y and no y of small order becomes another one by it, and where x
        // is 0, so that there must be no sign, y is one of small order.
        y[byteCount - 1] &= 0x7f
        guard isBelowPrime(y) else { return false }
        for smallOrder in smallOrderY where smallOrder == y { return false }
        return true
    }

    /// p = 2^255 - 19, little-endian: ed, ff … ff, 7f.
    private static func isBelowPrime(_ y: [UInt8]) -> Bool {
        guard y[byteCount - 1] == 0x7f, y[0] >= 0xed else { return true }
        for index in 1..<byteCount - 1 where y[index] != 0xff { return true }
        return false
    }

    /// The y of the eight points whose order divides the cofactor 8; each pair of x and -x shares one.
    static let smallOrderY: [[UInt8]] = [
        // Order 1: (0, 1).
        [1] + [UInt8](repeating: 0, count: 31),
        // Order 2: (0, -1).
        [0xec] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
        // Order 4: y = 0.
        [UInt8](repeating: 0, count: 32),
        // Order 8: d·y⁴ + 2·y² = 1, a y and its negative.
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
