internal import CSodium

/// A public key that verifies Ed25519 signatures (RFC 8032 §5.1.7).
public struct Ed25519PublicKey: Equatable, Sendable {
    public static let byteCount = 32
    public static let signatureByteCount = 64

    public let bytes: [UInt8]

    /// - Parameter bytes: the canonical encoding of a point in the group of prime order. Others, among them those of
    ///   small order, under which one signature fits many messages, are refused.
    public init(_ bytes: [UInt8]) throws(CryptographyError) {
        guard bytes.count == Self.byteCount, crypto_core_ed25519_is_valid_point(bytes) == 1 else {
            throw CryptographyError(.invalidKey)
        }
        self.bytes = bytes
    }

    public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard signature.count == Self.signatureByteCount else { return false }
        return crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
    }
}
