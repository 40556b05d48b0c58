internal import COpenSSL

/// A public key on P-256 that verifies `ES256` signatures (RFC 7518 §3.4). May be used from any thread.
///
/// Proof that sharing is sound: both members are read-only after `init`, and OpenSSL allows concurrent operations on
/// one key as long as each has its own context (openssl-threads(7)); every verification makes its own.
public final class ES256PublicKey: @unchecked Sendable {
    /// The uncompressed form of SEC 1 §2.3.3: 4, then x and y.
    static let pointByteCount = 65

    private let key: OpaquePointer
    private let point: [UInt8]

    /// - Parameter point: uncompressed, on the curve.
    public init(point: [UInt8]) throws(CryptographyError) {
        guard point.count == Self.pointByteCount, point[0] == 4, let key = Self.makeKey(point) else {
            throw CryptographyError(.invalidKey)
        }
        self.key = key
        self.point = point
    }

    /// - Parameters: the coordinates, 32 bytes each.
    public convenience init(x: [UInt8], y: [UInt8]) throws(CryptographyError) {
        try self.init(point: [4] + x + y)
    }

    deinit {
        EVP_PKEY_free(key)
    }

    public var x: [UInt8] { Array(point[1..<33]) }
    public var y: [UInt8] { Array(point[33..<65]) }

    /// - Parameter signature: r and s, 32 bytes each.
    public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let der = ES256Signature.der(fromFixedWidth: signature), let context = EVP_MD_CTX_new() else {
            return false
        }
        defer {
            EVP_MD_CTX_free(context)
            // A refused signature leaves its reason in this thread's queue, which nobody reads.
            ERR_clear_error()
        }
        guard EVP_DigestVerifyInit_ex(context, nil, "SHA256", nil, nil, key, nil) == 1 else { return false }
        return EVP_DigestVerify(context, der, der.count, message, message.count) == 1
    }

    private static func makeKey(_ point: [UInt8]) -> OpaquePointer? {
        guard let builder = OSSL_PARAM_BLD_new() else { return nil }
        defer { OSSL_PARAM_BLD_free(builder) }
        // The builder keeps the addresses that it is given until it has made the parameters: neither the group's name
        // nor the point may be a temporary. Static strings live for ever.
        let group: StaticString = "P-256"
        let groupParameter: StaticString = "group"
        let pointParameter: StaticString = "pub"
        return point.withUnsafeBytes { bytes -> OpaquePointer? in
            guard Self.push(group, as: groupParameter, to: builder),
                pointParameter.withUTF8Buffer({ name in
                    name.withMemoryRebound(to: CChar.self) {
                        OSSL_PARAM_BLD_push_octet_string(builder, $0.baseAddress, bytes.baseAddress, bytes.count)
                    }
                }) == 1,
                let parameters = OSSL_PARAM_BLD_to_param(builder)
            else { return nil }
            defer { OSSL_PARAM_free(parameters) }
            guard let context = EVP_PKEY_CTX_new_from_name(nil, "EC", nil) else { return nil }
            defer {
                EVP_PKEY_CTX_free(context)
                ERR_clear_error()
            }
            var key: OpaquePointer?

            let selection = publicKeySelection
            guard EVP_PKEY_fromdata_init(context) == 1,
                EVP_PKEY_fromdata(context, &key, selection, parameters) == 1
            else { return nil }
            return key
        }
    }

    private static func push(_ text: StaticString, as name: StaticString, to builder: OpaquePointer) -> Bool {
        name.withUTF8Buffer { name in
            name.withMemoryRebound(to: CChar.self) { name in
                text.withUTF8Buffer { text in
                    text.withMemoryRebound(to: CChar.self) { text in
                        OSSL_PARAM_BLD_push_utf8_string(builder, name.baseAddress, text.baseAddress, text.count) == 1
                    }
                }
            }
        }
    }

    /// EVP_PKEY_PUBLIC_KEY of openssl/evp.h: domain and other parameters (0x04, 0x80) and the public key (0x02).
    private static let publicKeySelection: Int32 = 0x86
}
