public import E2EE

/// Keys that were sealed can be sealed again, whether they were asked to be `resealable` or not: OpenSSL has no keys
/// that cannot be exported.
extension OpenSSL {
    public static func sealKey(
        _ key: SigningKey, nonce: [UInt8], authenticating: [UInt8], under wrapper: SymmetricKey
    ) throws(PrimitiveFailure) -> [UInt8] {
        var bytes = try key.pkcs8()
        defer { bytes.wipe() }
        return try seal(bytes, nonce: nonce, authenticating: authenticating, with: wrapper)
    }

    public static func sealKey(
        _ key: UnwrappingKey, nonce: [UInt8], authenticating: [UInt8], under wrapper: SymmetricKey
    ) throws(PrimitiveFailure) -> [UInt8] {
        var bytes = try key.pkcs8()
        defer { bytes.wipe() }
        return try seal(bytes, nonce: nonce, authenticating: authenticating, with: wrapper)
    }

    public static func openSigningKey(
        _ sealed: [UInt8], nonce: [UInt8], authenticating: [UInt8], under wrapper: SymmetricKey, resealable: Bool
    ) throws(PrimitiveFailure) -> SigningKey {
        var bytes = try open(sealed, nonce: nonce, authenticating: authenticating, with: wrapper)
        defer { bytes.wipe() }
        return try SigningKey(pkcs8: bytes)
    }

    public static func openUnwrappingKey(
        _ sealed: [UInt8], nonce: [UInt8], authenticating: [UInt8], under wrapper: SymmetricKey, resealable: Bool
    ) throws(PrimitiveFailure) -> UnwrappingKey {
        var bytes = try open(sealed, nonce: nonce, authenticating: authenticating, with: wrapper)
        defer { bytes.wipe() }
        return try UnwrappingKey(pkcs8: bytes)
    }
}
