internal import COpenSSL
public import E2EE
public import SecureFormat

/// RSA-OAEP with SHA-256, also in MGF1 (RFC 8017 §7.1).
extension OpenSSL {
    public struct WrappingKey: Sendable {
        let key: OpenSSLKey
    }

    /// Blinded, as OpenSSL does unless told not to: how long it takes says nothing about the key.
    public struct UnwrappingKey: Sendable {
        let key: OpenSSLKey
    }

    public static func generateUnwrappingKey(_ suite: KeySuite) throws(PrimitiveFailure) -> GeneratedKey<UnwrappingKey>
    {
        let bits = Int32(8 * suite.modulusByteCount)
        let key = try OpenSSLKey.generate("RSA") { EVP_PKEY_CTX_set_rsa_keygen_bits($0, bits) == 1 }
        return GeneratedKey(privateKey: UnwrappingKey(key: key), publicKey: try key.subjectPublicKeyInfo())
    }

    /// `SubjectPublicKeyInfo` in DER: what belongs to a key that was at rest.
    public static func publicKey(of key: UnwrappingKey) throws(PrimitiveFailure) -> [UInt8] {
        try key.key.subjectPublicKeyInfo()
    }

    public static func wrappingKey(_ key: RSAPublicKey) throws(PrimitiveFailure) -> WrappingKey {
        WrappingKey(key: try OpenSSLKey(modulus: key.modulus))
    }

    public static func wrap(
        _ secret: [UInt8], for recipients: [WrapRecipient<WrappingKey>]
    ) throws(PrimitiveFailure) -> [[UInt8]] {
        var wrapped: [[UInt8]] = []
        wrapped.reserveCapacity(recipients.count)
        for recipient in recipients { wrapped.append(try wrap(secret, for: recipient)) }
        return wrapped
    }

    private static func wrap(
        _ secret: [UInt8], for recipient: WrapRecipient<WrappingKey>
    ) throws(PrimitiveFailure) -> [UInt8] {
        let modulusByteCount = Int(EVP_PKEY_get_size(recipient.key.key.pointer))
        return try recipient.key.key.withContext { context throws(PrimitiveFailure) in
            guard EVP_PKEY_encrypt_init(context) == 1, setOAEP(context, label: recipient.label) else { throw failure() }
            var wrapped = [UInt8](repeating: 0, count: modulusByteCount)
            var count = wrapped.count
            guard EVP_PKEY_encrypt(context, &wrapped, &count, secret, secret.count) == 1, count == wrapped.count else {
                throw failure()
            }
            return wrapped
        }
    }

    public static func unwrap(
        _ wrapped: [UInt8], label: [UInt8], with key: UnwrappingKey
    ) throws(PrimitiveFailure) -> [UInt8] {
        let modulusByteCount = Int(EVP_PKEY_get_size(key.key.pointer))
        guard wrapped.count == modulusByteCount else { throw PrimitiveFailure() }
        return try key.key.withContext { context throws(PrimitiveFailure) in
            guard EVP_PKEY_decrypt_init(context) == 1, setOAEP(context, label: label) else { throw failure() }
            // The longest secret that fits is shorter than the modulus; what is not used of it is wiped.
            var secret = [UInt8](repeating: 0, count: modulusByteCount)
            defer { secret.wipe() }
            var count = secret.count
            guard EVP_PKEY_decrypt(context, &secret, &count, wrapped, wrapped.count) == 1, count <= secret.count else {
                throw failure()
            }
            return Array(secret[..<count])
        }
    }

    private static func setOAEP(_ context: OpaquePointer, label: [UInt8]) -> Bool {
        let sha256 = OpenSSLAlgorithms.shared.sha256
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) == 1
            && EVP_PKEY_CTX_set_rsa_oaep_md(context, sha256) == 1
            && EVP_PKEY_CTX_set_rsa_mgf1_md(context, sha256) == 1
            && setLabel(context, label)
    }

    private static func setLabel(_ context: OpaquePointer, _ label: [UInt8]) -> Bool {
        // No label is the empty one (RFC 8017 §7.1.1).
        guard !label.isEmpty else { return true }
        guard let count = Int32(exactly: label.count), let copy = CRYPTO_malloc(label.count, nil, 0) else {
            return false
        }
        label.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count) }
        // The context takes the copy over only if it takes it at all.
        guard EVP_PKEY_CTX_set0_rsa_oaep_label(context, copy, count) == 1 else {
            CRYPTO_free(copy, nil, 0)
            return false
        }
        return true
    }
}
