internal import COpenSSL
public import E2EE

extension OpenSSL {
    /// Ed25519.
    public struct SigningKey: Sendable {
        let key: OpenSSLKey
    }

    static let signatureByteCount = 64

    public static func generateSigningKey() throws(PrimitiveFailure) -> GeneratedKey<SigningKey> {
        let key = SigningKey(key: try OpenSSLKey.generate("ED25519"))
        return GeneratedKey(privateKey: key, publicKey: try publicKey(of: key))
    }

    /// 32 bytes: what belongs to a key that was at rest.
    public static func publicKey(of key: SigningKey) throws(PrimitiveFailure) -> [UInt8] {
        var publicKey = [UInt8](repeating: 0, count: Ed25519Encoding.byteCount)
        var count = publicKey.count
        guard EVP_PKEY_get_raw_public_key(key.key.pointer, &publicKey, &count) == 1, count == publicKey.count else {
            throw failure()
        }
        return publicKey
    }

    public static func sign(_ message: [UInt8], with key: SigningKey) throws(PrimitiveFailure) -> [UInt8] {
        guard let context = EVP_MD_CTX_new() else { throw failure() }
        defer { EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: signatureByteCount)
        var count = signature.count
        guard EVP_DigestSignInit_ex(context, nil, nil, nil, nil, key.key.pointer, nil) == 1,
            EVP_DigestSign(context, &signature, &count, message, message.count) == 1, count == signature.count
        else { throw failure() }
        return signature
    }

    /// OpenSSL itself takes S only below the order of the group, but any 32 bytes as a key: keys are looked at first.
    public static func verifies(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard signature.count == signatureByteCount, Ed25519Encoding.isAcceptable(publicKey),
            let key = EVP_PKEY_new_raw_public_key_ex(nil, "ED25519", nil, publicKey, publicKey.count)
        else { return false }
        let owner = OpenSSLKey(owning: key)
        guard let context = EVP_MD_CTX_new() else { return false }
        defer {
            EVP_MD_CTX_free(context)
            ERR_clear_error()
        }
        guard EVP_DigestVerifyInit_ex(context, nil, nil, nil, nil, owner.pointer, nil) == 1 else { return false }
        return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}
