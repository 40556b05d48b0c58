/// A public key for RSA, as `SubjectPublicKeyInfo` in DER (RFC 5280 §4.1.2.7, RFC 8017 §A.1.1): what WebCrypto calls
/// `spki`.
///
/// Taken are moduli of exactly the sizes of `KeySuite` and the exponent 65,537, which is what every generator makes.
/// DER has one encoding for a value, so that everything but the modulus is known byte for byte: what differs is no such
/// key.
public struct RSAPublicKey: Equatable, Sendable {
    /// Big-endian, without leading zero.
    public let modulus: [UInt8]
    public let suite: KeySuite

    /// The largest encoding that is taken.
    public static let byteCountMax = 422

    /// - Returns: nil for anything else than such a key.
    public init?(subjectPublicKeyInfo bytes: [UInt8]) {
        for suite in KeySuite.allCases {
            let (before, after) = (Self.before(suite), Self.exponent)
            guard bytes.count == before.count + suite.modulusByteCount + after.count, bytes.starts(with: before),
                bytes.suffix(after.count).elementsEqual(after)
            else { continue }
            self.init(modulus: Array(bytes[before.count..<before.count + suite.modulusByteCount]), suite: suite)
            return
        }
        return nil
    }

    /// - Returns: nil unless the modulus has all its bits and is odd, as a product of two large primes is.
    public init?(modulus: [UInt8], suite: KeySuite) {
        guard modulus.count == suite.modulusByteCount, let first = modulus.first, let last = modulus.last,
            first & 0x80 != 0, last & 1 == 1
        else { return nil }
        self.modulus = modulus
        self.suite = suite
    }

    public var subjectPublicKeyInfo: [UInt8] { Self.before(suite) + modulus + Self.exponent }

    /// rsaEncryption (1.2.840.113549.1.1.1) with its NULL parameters.
    private static let algorithm: [UInt8] = [
        0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
    ]

    /// INTEGER 65,537.
    private static let exponent: [UInt8] = [0x02, 0x03, 0x01, 0x00, 0x01]

    /// Everything in front of the modulus: all lengths are of two bytes in these sizes.
    private static func before(_ suite: KeySuite) -> [UInt8] {
        // The modulus has its highest bit set; a zero in front keeps it positive.
        let integer = suite.modulusByteCount + 1
        let key = 4 + integer + exponent.count
        let bitString = 1 + 4 + key
        let whole = algorithm.count + 4 + bitString
        return header(0x30, whole) + algorithm + header(0x03, bitString) + [0] + header(0x30, key)
            + header(0x02, integer) + [0]
    }

    private static func header(_ tag: UInt8, _ length: Int) -> [UInt8] {
        [tag, 0x82, UInt8(truncatingIfNeeded: length >> 8), UInt8(truncatingIfNeeded: length)]
    }
}
