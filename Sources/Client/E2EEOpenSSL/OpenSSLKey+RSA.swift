internal import COpenSSL
internal import E2EE

extension OpenSSLKey {
    /// A public key for RSA with the exponent 65,537, out of its numbers: OpenSSL 3 takes 7 µs for that, and 200 to
    /// decode the same key from DER. A roster has up to 64 of them.
    ///
    /// - Parameter modulus: big-endian.
    convenience init(modulus: [UInt8]) throws(PrimitiveFailure) {
        guard let context = EVP_PKEY_CTX_new_from_name(nil, "RSA", nil) else { throw OpenSSL.failure() }
        defer { EVP_PKEY_CTX_free(context) }
        // Parameters hold numbers as the machine does.
        var number = Array(Int(littleEndian: 1) == 1 ? modulus.reversed() : modulus)
        var exponent: UInt64 = 65_537
        var key: OpaquePointer?
        let isMade = number.withUnsafeMutableBufferPointer { number in
            withUnsafeMutablePointer(to: &exponent) { exponent in
                var parameters = [
                    OSSL_PARAM_construct_BN(Self.name(of: "n"), number.baseAddress, number.count),
                    OSSL_PARAM_construct_uint64(Self.name(of: "e"), exponent),
                    OSSL_PARAM_construct_end(),
                ]
                return EVP_PKEY_fromdata_init(context) == 1
                    && EVP_PKEY_fromdata(context, &key, Self.publicKeySelection, &parameters) == 1
            }
        }
        guard isMade, let key else { throw OpenSSL.failure() }
        self.init(owning: key)
    }

    /// Parameters keep the address of their name: it must outlive the call that makes them, as those of static strings
    /// do.
    private static func name(of parameter: StaticString) -> UnsafePointer<CChar> {
        UnsafeRawPointer(parameter.utf8Start).assumingMemoryBound(to: CChar.self)
    }

    /// EVP_PKEY_PUBLIC_KEY of openssl/evp.h: domain and other parameters (0x04, 0x80) and the public key (0x02).
    private static let publicKeySelection: Int32 = 0x86
}
