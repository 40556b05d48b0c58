internal import COpenSSL
internal import E2EE

/// Owns an `EVP_PKEY`. Freed, and wiped if it is private, with its last reference.
///
/// Proof that sharing is sound: the pointer is set once and leaves only for the length of a call. No call changes the
/// key, and OpenSSL allows any number of operations with one key at once as long as each has its own context
/// (openssl-threads(7)), which `withContext` and `OpenSSL+Signatures` make for each; what a key caches inside (its
/// Montgomery forms, its blinding) it guards with locks of its own.
final class OpenSSLKey: @unchecked Sendable {
    let pointer: OpaquePointer

    /// - Parameter pointer: whose reference is taken over.
    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        EVP_PKEY_free(pointer)
    }

    /// A new key.
    ///
    /// - Parameter setUp: what of the kind is left open.
    static func generate(
        _ kind: String, setUp: (OpaquePointer) -> Bool = { _ in true }
    ) throws(PrimitiveFailure) -> OpenSSLKey {
        guard let context = EVP_PKEY_CTX_new_from_name(nil, kind, nil) else { throw OpenSSL.failure() }
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1, setUp(context), EVP_PKEY_generate(context, &key) == 1, let key else {
            throw OpenSSL.failure()
        }
        return OpenSSLKey(owning: key)
    }

    /// A context of its own for one operation.
    func withContext(
        _ body: (OpaquePointer) throws(PrimitiveFailure) -> [UInt8]
    ) throws(PrimitiveFailure) -> [UInt8] {
        guard let context = EVP_PKEY_CTX_new_from_pkey(nil, pointer, nil) else { throw OpenSSL.failure() }
        defer { EVP_PKEY_CTX_free(context) }
        return try body(context)
    }

    /// `SubjectPublicKeyInfo` in DER, of the public part.
    func subjectPublicKeyInfo() throws(PrimitiveFailure) -> [UInt8] {
        try DER.encoding { i2d_PUBKEY(pointer, $0) }
    }
}
