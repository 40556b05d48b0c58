import E2EE
import E2EEOpenSSL
import SecureFormat
import TestSupport
import Testing

/// Generated keys, and keys that were at rest: the same key comes back, and nothing that is not exactly one.
@Suite struct KeyTests {
    private let nonce = [UInt8](repeating: 7, count: 12)
    private let place: [UInt8] = [1, 2, 3]

    private func wrapper(_ byte: UInt8 = 9) throws -> OpenSSL.SymmetricKey {
        try OpenSSL.passingKey([UInt8](repeating: byte, count: 32))
    }

    @Test func aSigningKeyAtRestSignsTheSame() throws {
        let made = try OpenSSL.generateSigningKey()
        let sealed = try OpenSSL.sealKey(made.privateKey, nonce: nonce, authenticating: place, under: wrapper())
        #expect(sealed.count == 48 + 16)
        let opened = try OpenSSL.openSigningKey(
            sealed, nonce: nonce, authenticating: place, under: wrapper(), resealable: false)
        #expect(try OpenSSL.publicKey(of: opened) == made.publicKey)
        let signature = try OpenSSL.sign([1], with: opened)
        #expect(try signature == OpenSSL.sign([1], with: made.privateKey))
        #expect(OpenSSL.verifies(signature, of: [1], by: made.publicKey))
        #expect(throws: PrimitiveFailure.self) {
            try OpenSSL.openSigningKey(
                sealed, nonce: nonce, authenticating: place, under: wrapper(8), resealable: false)
        }
        #expect(throws: PrimitiveFailure.self) {
            try OpenSSL.openSigningKey(
                sealed, nonce: nonce, authenticating: [1], under: wrapper(), resealable: false)
        }
    }

    @Test(arguments: KeySuite.allCases) func anUnwrappingKeyAtRestUnwraps(suite: KeySuite) throws {
        let made = try OpenSSL.generateUnwrappingKey(suite)
        let publicKey = try #require(RSAPublicKey(subjectPublicKeyInfo: made.publicKey))
        #expect(publicKey.suite == suite)
        let sealed = try OpenSSL.sealKey(made.privateKey, nonce: nonce, authenticating: place, under: wrapper())
        let opened = try OpenSSL.openUnwrappingKey(
            sealed, nonce: nonce, authenticating: place, under: wrapper(), resealable: false)
        #expect(try OpenSSL.publicKey(of: opened) == made.publicKey)
        let recipient = WrapRecipient(key: try OpenSSL.wrappingKey(publicKey), label: [1, 2])
        let wrapped = try OpenSSL.wrap([3, 4, 5], for: [recipient])
        #expect(wrapped.map(\.count) == [suite.modulusByteCount])
        #expect(try OpenSSL.unwrap(wrapped[0], label: [1, 2], with: opened) == [3, 4, 5])
        #expect(throws: PrimitiveFailure.self) { try OpenSSL.unwrap(wrapped[0], label: [1], with: opened) }
    }
}
