internal import COpenSSL

/// A private key on P-256 that signs with ECDSA and SHA-256: `ES256` of RFC 7518 §3.4. May be used from any thread.
///
/// Proof that sharing is sound: the key is read-only after `init`, and OpenSSL allows concurrent operations on one key
/// as long as each has its own context (openssl-threads(7)); every operation below makes its own.
public final class ES256PrivateKey: @unchecked Sendable {
    private let key: OpaquePointer

    private init(owning key: OpaquePointer) {
        self.key = key
    }

    deinit {
        EVP_PKEY_free(key)
    }

    /// Makes a new key.
    public static func generate() throws(CryptographyError) -> ES256PrivateKey {
        guard let context = EVP_PKEY_CTX_new_from_name(nil, "EC", nil) else { throw CryptographyError(.libraryFailed) }
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1,
            EVP_PKEY_CTX_set_group_name(context, "P-256") == 1,
            EVP_PKEY_generate(context, &key) == 1,
            let key
        else { throw CryptographyError(.libraryFailed) }
        return ES256PrivateKey(owning: key)
    }

    /// Reads what `der` wrote.
    public init(der: [UInt8]) throws(CryptographyError) {
        let key = der.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            return d2i_AutoPrivateKey(nil, &start, buffer.count)
        }
        guard let key else { throw CryptographyError(.invalidKey) }
        guard EVP_PKEY_is_a(key, "EC") == 1, EVP_PKEY_get_bits(key) == 256 else {
            EVP_PKEY_free(key)
            throw CryptographyError(.invalidKey)
        }
        self.key = key
    }

    /// The key in DER (SEC 1 or PKCS #8). Secret.
    public func der() throws(CryptographyError) -> [UInt8] {
        let count = i2d_PrivateKey(key, nil)
        guard count > 0 else { throw CryptographyError(.libraryFailed) }
        var out = [UInt8](repeating: 0, count: Int(count))
        let written = out.withUnsafeMutableBufferPointer { buffer in
            var start = buffer.baseAddress
            return i2d_PrivateKey(key, &start)
        }
        guard written == count else { throw CryptographyError(.libraryFailed) }
        return out
    }

    public func publicKey() throws(CryptographyError) -> ES256PublicKey {
        var point = [UInt8](repeating: 0, count: ES256PublicKey.pointByteCount)
        var count = 0
        guard EVP_PKEY_get_octet_string_param(key, "pub", &point, point.count, &count) == 1, count == point.count else {
            throw CryptographyError(.libraryFailed)
        }
        return try ES256PublicKey(point: point)
    }

    /// - Returns: r and s, 32 bytes each (RFC 7518 §3.4), not the DER form.
    public func sign(_ message: [UInt8]) throws(CryptographyError) -> [UInt8] {
        guard let context = EVP_MD_CTX_new() else { throw CryptographyError(.libraryFailed) }
        defer { EVP_MD_CTX_free(context) }
        var count = 0
        guard EVP_DigestSignInit_ex(context, nil, "SHA256", nil, nil, key, nil) == 1,
            EVP_DigestSign(context, nil, &count, message, message.count) == 1
        else { throw CryptographyError(.libraryFailed) }
        var der = [UInt8](repeating: 0, count: count)
        guard EVP_DigestSign(context, &der, &count, message, message.count) == 1 else {
            throw CryptographyError(.libraryFailed)
        }
        return try ES256Signature.fixedWidth(fromDER: Array(der.prefix(count)))
    }
}
