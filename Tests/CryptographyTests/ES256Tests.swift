import Testing

@testable import Cryptography

@Suite("ES256 keys")
struct ES256Tests {
    @Test("a generated key has a public key")
    func publicKey() throws {
        let key = try ES256PrivateKey.generate()
        let publicKey = try key.publicKey()
        #expect(publicKey.x.count == 32)
        #expect(publicKey.y.count == 32)
    }

    @Test("a signature is verified by the public key, and by no other")
    func signature() throws {
        let key = try ES256PrivateKey.generate()
        let message = Array("the log is the truth".utf8)
        let signature = try key.sign(message)
        #expect(signature.count == 64)
        #expect(try key.publicKey().verifies(signature, of: message))
        #expect(try !ES256PrivateKey.generate().publicKey().verifies(signature, of: message))
        #expect(try !key.publicKey().verifies(signature, of: message + [0]))
    }

    @Test("one changed bit anywhere makes a signature wrong", arguments: [0, 31, 32, 63])
    func changedSignature(index: Int) throws {
        let key = try ES256PrivateKey.generate()
        var signature = try key.sign([1, 2, 3])
        signature[index] ^= 1
        #expect(try !key.publicKey().verifies(signature, of: [1, 2, 3]))
    }

    @Test("signatures of another length are wrong", arguments: [0, 1, 63, 65, 72])
    func signatureLength(count: Int) throws {
        let key = try ES256PrivateKey.generate()
        #expect(try !key.publicKey().verifies(Array(repeating: 1, count: count), of: [1]))
    }

    @Test("a private key survives being stored")
    func storedKey() throws {
        let key = try ES256PrivateKey.generate()
        let read = try ES256PrivateKey(der: key.der())
        let signature = try read.sign([7])
        #expect(try key.publicKey().verifies(signature, of: [7]))
    }

    @Test("bytes that are no key are refused")
    func invalidKeys() {
        #expect(throws: CryptographyError(.invalidKey)) { try ES256PrivateKey(der: [1, 2, 3]) }
        #expect(throws: CryptographyError(.invalidKey)) { try ES256PrivateKey(der: []) }
        #expect(throws: CryptographyError(.invalidKey)) { try ES256PublicKey(point: []) }
        // Of the right length and form, but not on the curve.
        #expect(throws: CryptographyError(.invalidKey)) {
            try ES256PublicKey(x: Array(repeating: 1, count: 32), y: Array(repeating: 1, count: 32))
        }
    }
}
