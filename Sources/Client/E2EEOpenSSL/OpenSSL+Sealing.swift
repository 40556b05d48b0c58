internal import COpenSSL
public import E2EE

/// AES-256-GCM (NIST SP 800-38D).
extension OpenSSL {
    /// Its bytes are overwritten with the last reference.
    public struct SymmetricKey: Sendable {
        let secret: OpenSSLSecret

        /// - Parameter bytes: 32.
        init(_ bytes: [UInt8]) throws(PrimitiveFailure) {
            guard bytes.count == 32 else { throw PrimitiveFailure() }
            secret = try OpenSSLSecret(bytes)
        }
    }

    static let nonceByteCount = 12
    static let tagByteCount = 16

    /// What one call takes, of plaintext and of associated data: OpenSSL counts in `int`.
    static let sealedByteCountMax = Int(Int32.max) - tagByteCount

    public static func passingKey(_ bytes: [UInt8]) throws(PrimitiveFailure) -> SymmetricKey { try SymmetricKey(bytes) }

    public static func lastingKey(_ bytes: [UInt8]) throws(PrimitiveFailure) -> SymmetricKey { try SymmetricKey(bytes) }

    public static func seal(
        _ plaintext: [UInt8], nonce: [UInt8], authenticating: [UInt8], with key: SymmetricKey
    ) throws(PrimitiveFailure) -> [UInt8] {
        guard nonce.count == nonceByteCount, plaintext.count <= sealedByteCountMax,
            authenticating.count <= sealedByteCountMax, let context = EVP_CIPHER_CTX_new()
        else { throw failure() }
        defer { EVP_CIPHER_CTX_free(context) }
        var sealed = [UInt8](repeating: 0, count: plaintext.count + tagByteCount)
        let isSealed = sealed.withUnsafeMutableBufferPointer { sealed in
            var count: Int32 = 0
            let tag = sealed.baseAddress?.advanced(by: plaintext.count)
            return key.secret.withBytes {
                EVP_EncryptInit_ex2(context, OpenSSLAlgorithms.shared.aes256GCM, $0, nonce, nil)
            } == 1
                && EVP_EncryptUpdate(context, nil, &count, authenticating, Int32(authenticating.count)) == 1
                && EVP_EncryptUpdate(context, sealed.baseAddress, &count, plaintext, Int32(plaintext.count)) == 1
                && EVP_EncryptFinal_ex(context, tag, &count) == 1
                && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tagByteCount), tag) == 1
        }
        guard isSealed else { throw failure() }
        return sealed
    }

    public static func open(
        _ sealed: [UInt8], nonce: [UInt8], authenticating: [UInt8], with key: SymmetricKey
    ) throws(PrimitiveFailure) -> [UInt8] {
        guard nonce.count == nonceByteCount, sealed.count >= tagByteCount,
            sealed.count <= sealedByteCountMax + tagByteCount, authenticating.count <= sealedByteCountMax,
            let context = EVP_CIPHER_CTX_new()
        else { throw failure() }
        defer { EVP_CIPHER_CTX_free(context) }
        let plaintextCount = sealed.count - tagByteCount
        var plaintext = [UInt8](repeating: 0, count: plaintextCount)
        var tag = Array(sealed[plaintextCount...])
        let isOpen = plaintext.withUnsafeMutableBufferPointer { plaintext in
            var count: Int32 = 0
            return key.secret.withBytes {
                EVP_DecryptInit_ex2(context, OpenSSLAlgorithms.shared.aes256GCM, $0, nonce, nil)
            } == 1
                && EVP_DecryptUpdate(context, nil, &count, authenticating, Int32(authenticating.count)) == 1
                && EVP_DecryptUpdate(context, plaintext.baseAddress, &count, sealed, Int32(plaintextCount)) == 1
                && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tagByteCount), &tag) == 1
                // Writes nothing: GCM has no padding.
                && EVP_DecryptFinal_ex(context, plaintext.baseAddress, &count) == 1
        }
        guard isOpen else {
            // OpenSSL decrypts before it compares the tag: what somebody else wrote must not be seen.
            plaintext.wipe()
            throw failure()
        }
        return plaintext
    }
}
