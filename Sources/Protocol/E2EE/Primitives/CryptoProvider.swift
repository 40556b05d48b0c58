public import SecureFormat

/// Where the primitives come from: OpenSSL natively, WebCrypto in browsers, `node:crypto` in tests.
///
/// Private keys are opaque to the core: what a handle is, only its provider knows, and a browser's cannot be exported.
/// Calls may take long (a browser's suspend the whole module), so that what can be asked for at once is asked for at
/// once. All are free of side effects on the core; none keeps what it is given.
public protocol CryptoProvider {
    /// Ed25519 (RFC 8032), private.
    associatedtype SigningKey: Sendable
    /// RSA for OAEP with SHA-256 (RFC 8017 §7.1), public.
    associatedtype WrappingKey: Sendable
    /// RSA for OAEP with SHA-256, private.
    associatedtype UnwrappingKey: Sendable
    /// AES-256-GCM.
    associatedtype SymmetricKey: Sendable
    /// SHA-256 of what comes in pieces.
    associatedtype Digest: StreamingDigest

    /// From the system's generator.
    static func random(_ count: Int) throws(PrimitiveFailure) -> [UInt8]

    // MARK: Hashing

    static func sha256(_ bytes: [UInt8]) -> [UInt8]

    /// RFC 2104.
    static func hmacSHA256(key: [UInt8], _ message: [UInt8]) -> [UInt8]

    /// RFC 8018 §5.2 with HMAC-SHA-256; 32 bytes.
    static func pbkdf2SHA256(password: [UInt8], salt: [UInt8], iterations: UInt32) throws(PrimitiveFailure) -> [UInt8]

    // MARK: Signatures

    static func generateSigningKey() throws(PrimitiveFailure) -> GeneratedKey<SigningKey>

    /// 64 bytes.
    static func sign(_ message: [UInt8], with key: SigningKey) throws(PrimitiveFailure) -> [UInt8]

    /// RFC 8032 §5.1.7. False also for what is no key.
    static func verifies(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool

    // MARK: Wrapping for devices

    static func generateUnwrappingKey(_ suite: KeySuite) throws(PrimitiveFailure) -> GeneratedKey<UnwrappingKey>

    /// - Parameter key: one that `RSAPublicKey` has taken.
    static func wrappingKey(_ key: RSAPublicKey) throws(PrimitiveFailure) -> WrappingKey

    /// One wrapped key for each recipient, in their order.
    static func wrap(
        _ secret: [UInt8], for recipients: [WrapRecipient<WrappingKey>]
    ) throws(PrimitiveFailure) -> [[UInt8]]

    static func unwrap(
        _ wrapped: [UInt8], label: [UInt8], with key: UnwrappingKey
    ) throws(PrimitiveFailure) -> [UInt8]

    // MARK: AES-256-GCM (NIST SP 800-38D), nonces of 12 bytes, tags of 16 at the end

    /// A key for now: nothing of it outlives the last use.
    static func passingKey(_ bytes: [UInt8]) throws(PrimitiveFailure) -> SymmetricKey

    /// A key that is kept: in a browser one that cannot be exported, of which the provider holds a handle.
    static func lastingKey(_ bytes: [UInt8]) throws(PrimitiveFailure) -> SymmetricKey

    static func seal(
        _ plaintext: [UInt8], nonce: [UInt8], authenticating: [UInt8], with key: SymmetricKey
    ) throws(PrimitiveFailure) -> [UInt8]

    /// Throws unless key, nonce, associated data and every byte are those that were sealed.
    static func open(
        _ sealed: [UInt8], nonce: [UInt8], authenticating: [UInt8], with key: SymmetricKey
    ) throws(PrimitiveFailure) -> [UInt8]

    // MARK: Private keys at rest
    //
    // Sealed as by `seal` around PKCS#8 in DER (RFC 5958), without the key passing through the core. A key that a
    // browser has generated can be sealed until it is first used; one that it has unsealed cannot be sealed again,
    // unless it was asked to be `resealable`.

    static func sealKey(
        _ key: SigningKey, nonce: [UInt8], authenticating: [UInt8], under wrapper: SymmetricKey
    ) throws(PrimitiveFailure) -> [UInt8]

    static func sealKey(
        _ key: UnwrappingKey, nonce: [UInt8], authenticating: [UInt8], under wrapper: SymmetricKey
    ) throws(PrimitiveFailure) -> [UInt8]

    static func openSigningKey(
        _ sealed: [UInt8], nonce: [UInt8], authenticating: [UInt8], under wrapper: SymmetricKey, resealable: Bool
    ) throws(PrimitiveFailure) -> SigningKey

    static func openUnwrappingKey(
        _ sealed: [UInt8], nonce: [UInt8], authenticating: [UInt8], under wrapper: SymmetricKey, resealable: Bool
    ) throws(PrimitiveFailure) -> UnwrappingKey
}
