import COpenSSL
import E2EE
import E2EEOpenSSL
import SecureFormat
import TestSupport
import Testing

/// One key in many tasks at once, and what a failure leaves behind.
@Suite struct SharingTests {
    @Test func keysMayBeUsedFromEveryThread() async throws {
        let signing = try OpenSSL.generateSigningKey()
        let unwrapping = try OpenSSL.generateUnwrappingKey(.ed25519RSA2048)
        let wrapping = try OpenSSL.wrappingKey(
            #require(RSAPublicKey(subjectPublicKeyInfo: unwrapping.publicKey)))
        let sealing = try OpenSSL.lastingKey([UInt8](repeating: 1, count: 32))
        let nonce = [UInt8](repeating: 2, count: 12)
        try await withThrowingTaskGroup { group in
            for index in 0..<64 {
                group.addTask {
                    let message = [UInt8(index)]
                    let signature = try OpenSSL.sign(message, with: signing.privateKey)
                    #expect(OpenSSL.verifies(signature, of: message, by: signing.publicKey))
                    let wrapped = try OpenSSL.wrap(message, for: [WrapRecipient(key: wrapping, label: message)])
                    #expect(try OpenSSL.unwrap(wrapped[0], label: message, with: unwrapping.privateKey) == message)
                    let sealed = try OpenSSL.seal(message, nonce: nonce, authenticating: message, with: sealing)
                    #expect(
                        try OpenSSL.open(sealed, nonce: nonce, authenticating: message, with: sealing) == message)
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func failuresLeaveNoErrorsInTheQueue() throws {
        let key = try OpenSSL.passingKey([UInt8](repeating: 1, count: 32))
        let unwrapping = try OpenSSL.generateUnwrappingKey(.ed25519RSA2048)
        let wrapping = try OpenSSL.wrappingKey(#require(RSAPublicKey(subjectPublicKeyInfo: unwrapping.publicKey)))
        ERR_clear_error()
        let long = [UInt8](repeating: 0, count: 200)
        #expect(throws: PrimitiveFailure.self) {
            try OpenSSL.wrap(long, for: [WrapRecipient(key: wrapping, label: [])])
        }
        #expect(ERR_peek_error() == 0)
        let zeros = [UInt8](repeating: 0, count: 256)
        #expect(throws: PrimitiveFailure.self) {
            try OpenSSL.unwrap(zeros, label: [], with: unwrapping.privateKey)
        }
        #expect(ERR_peek_error() == 0)
        #expect(throws: PrimitiveFailure.self) {
            try OpenSSL.open(zeros, nonce: Array(zeros.prefix(12)), authenticating: [], with: key)
        }
        #expect(ERR_peek_error() == 0)
        // 2 is the y of no point.
        let noPoint = [2] + [UInt8](repeating: 0, count: 31)
        #expect(!OpenSSL.verifies(Array(zeros.prefix(64)), of: [], by: noPoint))
        #expect(ERR_peek_error() == 0)
    }
}
