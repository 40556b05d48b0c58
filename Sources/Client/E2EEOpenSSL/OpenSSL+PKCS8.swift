internal import COpenSSL
public import E2EE
internal import SecureFormat

extension OpenSSL.SigningKey {
    /// RFC 8410 §7, version 0 (no public key inside): everything in front of the 32 bytes of the seed.
    private static let beforeSeed: [UInt8] = [
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]

    /// - Parameter bytes: PKCS#8 in DER (RFC 5958) as `pkcs8` writes it: there is one encoding for each key.
    public init(pkcs8 bytes: [UInt8]) throws(PrimitiveFailure) {
        let before = Self.beforeSeed
        guard bytes.count == before.count + Ed25519Encoding.byteCount, bytes.starts(with: before) else {
            throw PrimitiveFailure()
        }
        let pointer = bytes.withUnsafeBufferPointer { buffer in
            EVP_PKEY_new_raw_private_key_ex(
                nil, "ED25519", nil, buffer.baseAddress?.advanced(by: before.count), Ed25519Encoding.byteCount)
        }
        guard let pointer else { throw OpenSSL.failure() }
        key = OpenSSLKey(owning: pointer)
    }

    /// 48 bytes. Secret.
    public func pkcs8() throws(PrimitiveFailure) -> [UInt8] {
        var bytes = Self.beforeSeed + [UInt8](repeating: 0, count: Ed25519Encoding.byteCount)
        var count = Ed25519Encoding.byteCount
        let isWritten = bytes.withUnsafeMutableBufferPointer { buffer in
            let seed = buffer.baseAddress?.advanced(by: Self.beforeSeed.count)
            return EVP_PKEY_get_raw_private_key(key.pointer, seed, &count) == 1
        }
        guard isWritten, count == Ed25519Encoding.byteCount else { throw OpenSSL.failure() }
        return bytes
    }
}

extension OpenSSL.UnwrappingKey {
    /// - Parameter bytes: PKCS#8 in DER (RFC 5958), byte for byte as `pkcs8` writes it, of a key whose public part
    ///   `RSAPublicKey` takes.
    public init(pkcs8 bytes: [UInt8]) throws(PrimitiveFailure) {
        let info = bytes.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            return d2i_PKCS8_PRIV_KEY_INFO(nil, &start, buffer.count)
        }
        guard let info else { throw OpenSSL.failure() }
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        guard let pointer = EVP_PKCS82PKEY(info) else { throw OpenSSL.failure() }
        key = OpenSSLKey(owning: pointer)
        guard EVP_PKEY_is_a(pointer, "RSA") == 1,
            RSAPublicKey(subjectPublicKeyInfo: try key.subjectPublicKeyInfo()) != nil
        else { throw OpenSSL.failure() }
        // DER that is no DER, attributes, or something behind it: what is not written is not read.
        var written = try pkcs8()
        defer { written.wipe() }
        guard written == bytes else { throw PrimitiveFailure() }
    }

    /// Secret.
    public func pkcs8() throws(PrimitiveFailure) -> [UInt8] {
        guard let info = EVP_PKEY2PKCS8(key.pointer) else { throw OpenSSL.failure() }
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        return try DER.encoding { i2d_PKCS8_PRIV_KEY_INFO(info, $0) }
    }
}
