internal import COpenSSL

/// The two forms of an ECDSA signature on P-256: OpenSSL's DER and the fixed width of JOSE.
enum ES256Signature {
    static let byteCount = 64

    static func fixedWidth(fromDER der: [UInt8]) throws(CryptographyError) -> [UInt8] {
        let signature = der.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            return d2i_ECDSA_SIG(nil, &start, buffer.count)
        }
        guard let signature else { throw CryptographyError(.libraryFailed) }
        defer { ECDSA_SIG_free(signature) }
        var out = [UInt8](repeating: 0, count: byteCount)
        let written = out.withUnsafeMutableBufferPointer { buffer in
            BN_bn2binpad(ECDSA_SIG_get0_r(signature), buffer.baseAddress, 32)
                + BN_bn2binpad(ECDSA_SIG_get0_s(signature), buffer.baseAddress?.advanced(by: 32), 32)
        }
        guard written == byteCount else { throw CryptographyError(.libraryFailed) }
        return out
    }

    /// - Returns: nil unless `signature` has the fixed width.
    static func der(fromFixedWidth signature: [UInt8]) -> [UInt8]? {
        guard signature.count == byteCount, let object = ECDSA_SIG_new() else { return nil }
        defer { ECDSA_SIG_free(object) }
        let (r, s) = signature.withUnsafeBufferPointer { buffer in
            (BN_bin2bn(buffer.baseAddress, 32, nil), BN_bin2bn(buffer.baseAddress?.advanced(by: 32), 32, nil))
        }
        guard let r, let s, ECDSA_SIG_set0(object, r, s) == 1 else {
            BN_free(r)
            BN_free(s)
            return nil
        }
        var out = [UInt8](repeating: 0, count: Int(max(0, i2d_ECDSA_SIG(object, nil))))
        let written = out.withUnsafeMutableBufferPointer { buffer in
            var start = buffer.baseAddress
            return i2d_ECDSA_SIG(object, &start)
        }
        return written == Int32(out.count) ? out : nil
    }
}
