import COpenSSL
import E2EE
import E2EEOpenSSL
import SecureFormat
import TestSupport
import Testing

/// PKCS#8: one encoding for each key, and of these kinds and sizes alone.
@Suite struct KeyEncodingTests {
    @Test func aSigningKeyHasOneEncoding() throws {
        let bytes = try OpenSSL.generateSigningKey().privateKey.pkcs8()
        #expect(bytes.count == 48)
        #expect(try OpenSSL.SigningKey(pkcs8: bytes).pkcs8() == bytes)
        for count in 0..<bytes.count { refuseAsSigning(Array(bytes.prefix(count))) }
        refuseAsSigning(bytes + [0])
        for index in 0..<16 {
            var changed = bytes
            changed[index] ^= 1
            refuseAsSigning(changed)
        }
    }

    @Test func anUnwrappingKeyHasOneEncoding() throws {
        let bytes = try OpenSSL.generateUnwrappingKey(.ed25519RSA2048).privateKey.pkcs8()
        #expect(try OpenSSL.UnwrappingKey(pkcs8: bytes).pkcs8() == bytes)
        for count in stride(from: 0, to: bytes.count, by: 13) { refuseAsUnwrapping(Array(bytes.prefix(count))) }
        refuseAsUnwrapping(Array(bytes.dropLast()))
        refuseAsUnwrapping(bytes + [0])
        // In front of the modulus stand lengths, versions and the algorithm: nothing of it may be otherwise.
        for index in 0..<38 {
            var changed = bytes
            changed[index] ^= 1
            refuseAsUnwrapping(changed)
        }
    }

    @Test func oneKindIsNotTheOther() throws {
        refuseAsUnwrapping(try OpenSSL.generateSigningKey().privateKey.pkcs8())
        refuseAsSigning(try OpenSSL.generateUnwrappingKey(.ed25519RSA2048).privateKey.pkcs8())
    }

    @Test(arguments: ["X25519", "X448", "ED448"]) func noOtherCurveIsTaken(kind: String) throws {
        let bytes = try pkcs8(kind) { _ in true }
        refuseAsSigning(bytes)
        refuseAsUnwrapping(bytes)
    }

    @Test func ellipticKeysAreNotTaken() throws {
        let bytes = try pkcs8("EC") { EVP_PKEY_CTX_set_group_name($0, "P-256") == 1 }
        refuseAsSigning(bytes)
        refuseAsUnwrapping(bytes)
    }

    @Test(arguments: [1_024, 2_047, 2_056, 4_096]) func noOtherSizeIsTaken(bits: Int32) throws {
        refuseAsUnwrapping(try pkcs8("RSA") { EVP_PKEY_CTX_set_rsa_keygen_bits($0, bits) == 1 })
    }

    @Test func noOtherExponentIsTaken() throws {
        let three = try #require(BN_new())
        defer { BN_free(three) }
        #expect(BN_set_word(three, 3) == 1)
        refuseAsUnwrapping(
            try pkcs8("RSA") {
                EVP_PKEY_CTX_set_rsa_keygen_bits($0, 2_048) == 1
                    && EVP_PKEY_CTX_set1_rsa_keygen_pubexp($0, three) == 1
            })
    }

    /// RSA-PSS keys sign; their PKCS#8 has another algorithm.
    @Test func keysForSignaturesAloneAreNotTaken() throws {
        refuseAsUnwrapping(try pkcs8("RSA-PSS") { EVP_PKEY_CTX_set_rsa_keygen_bits($0, 2_048) == 1 })
    }

    private func refuseAsSigning(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(throws: PrimitiveFailure.self, sourceLocation: sourceLocation) {
            try OpenSSL.SigningKey(pkcs8: bytes)
        }
        #expect(ERR_peek_error() == 0, sourceLocation: sourceLocation)
    }

    private func refuseAsUnwrapping(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(throws: PrimitiveFailure.self, sourceLocation: sourceLocation) {
            try OpenSSL.UnwrappingKey(pkcs8: bytes)
        }
        #expect(ERR_peek_error() == 0, sourceLocation: sourceLocation)
    }

    /// A key of another kind, in the form in which ours are.
    private func pkcs8(_ kind: String, setUp: (OpaquePointer) -> Bool) throws -> [UInt8] {
        let context = try #require(EVP_PKEY_CTX_new_from_name(nil, kind, nil))
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        #expect(EVP_PKEY_keygen_init(context) == 1)
        #expect(setUp(context))
        #expect(EVP_PKEY_generate(context, &key) == 1)
        defer { EVP_PKEY_free(key) }
        let info = try #require(EVP_PKEY2PKCS8(key))
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        var start: UnsafeMutablePointer<UInt8>?
        let count = i2d_PKCS8_PRIV_KEY_INFO(info, &start)
        defer { CRYPTO_free(start, nil, 0) }
        return Array(UnsafeBufferPointer(start: start, count: Int(count)))
    }
}
