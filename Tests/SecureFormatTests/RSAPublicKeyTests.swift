import SecureFormat
import TestSupport
import Testing

@Suite("RSA public keys")
struct RSAPublicKeyTests {
    private static let encodings = Vectors.all.certificates.prefix(2).map(\.encryptionKey.bytes)

    @Test("both sizes are read as another implementation wrote them", arguments: zip(encodings, KeySuite.allCases))
    func read(_ bytes: [UInt8], _ suite: KeySuite) throws {
        let key = try #require(RSAPublicKey(subjectPublicKeyInfo: bytes))
        #expect(key.suite == suite)
        #expect(key.modulus.count == suite.modulusByteCount)
        #expect(key.subjectPublicKeyInfo == bytes)
        #expect(bytes.count <= RSAPublicKey.byteCountMax)
    }

    @Test("outside of the modulus no byte may change, and no length may be another", arguments: encodings)
    func mutations(_ right: [UInt8]) throws {
        let key = try #require(RSAPublicKey(subjectPublicKeyInfo: right))
        for index in right.indices {
            for bit in 0..<8 as Range<UInt8> {
                var bytes = right
                bytes[index] ^= 1 << bit
                let found = RSAPublicKey(subjectPublicKeyInfo: bytes)
                // What is taken is another modulus of the same size, and nothing else.
                if let found { #expect(found.modulus != key.modulus && found.subjectPublicKeyInfo == bytes) }
                if found == nil { #expect(key.subjectPublicKeyInfo == right) }
            }
            #expect(RSAPublicKey(subjectPublicKeyInfo: Array(right[..<index])) == nil)
        }
        #expect(RSAPublicKey(subjectPublicKeyInfo: right + [0]) == nil)
        #expect(RSAPublicKey(subjectPublicKeyInfo: []) == nil)
    }

    @Test("a modulus has all its bits and is odd")
    func modulus() {
        var modulus = [UInt8](repeating: 0xff, count: 256)
        #expect(RSAPublicKey(modulus: modulus, suite: .ed25519RSA2048) != nil)
        #expect(RSAPublicKey(modulus: modulus, suite: .ed25519RSA3072) == nil)
        modulus[0] = 0x7f
        #expect(RSAPublicKey(modulus: modulus, suite: .ed25519RSA2048) == nil)
        modulus[0] = 0x80
        modulus[255] = 0xfe
        #expect(RSAPublicKey(modulus: modulus, suite: .ed25519RSA2048) == nil)
    }
}
