import E2EEOpenSSL
import TestSupport
import Testing

@testable import E2EE

@Suite struct HMACSHA256Tests {
    /// RFC 4231 §4.2 to 4.8: key, message, and the beginning of the code (16 bytes in the fifth case).
    private static let cases: [(key: [UInt8], message: [UInt8], code: String)] = [
        (
            [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            Array(1...25), [UInt8](repeating: 0xcd, count: 50),
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
        ),
        (
            [UInt8](repeating: 0x0c, count: 20), Array("Test With Truncation".utf8),
            "a3b6167473100ee06e0c796c2955552b"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131),
            Array(
                """
                This is a test using a larger than block-size key and a larger than block-size data. \
                The key needs to be hashed before being used by the HMAC algorithm.
                """.utf8),
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
        ),
    ]

    @Test(arguments: cases.indices) func authenticatesAsTheStandardDoes(index: Int) throws {
        let (key, message, code) = Self.cases[index]
        let found = HMACSHA256.authenticate(key: key, message)
        #expect(found.count == HMACSHA256.byteCount)
        #expect(try found.starts(with: Hex(code).bytes))
        #expect(code.count >= 32)
    }

    @Test func authenticatesWhatOpenSSLDoes() {
        var random = SplitMix64(seed: 4)
        for count in 0...300 {
            // Keys around the size of a block, from which on they are hashed.
            let key = random.bytes(count % 140)
            let message = random.bytes(count)
            let found = HMACSHA256.authenticate(key: key, message)
            #expect(found == OpenSSL.hmacSHA256(key: key, message), "\(count) bytes")
        }
    }
}
