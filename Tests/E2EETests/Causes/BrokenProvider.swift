import E2EE
import E2EEOpenSSL
import SecureFormat

/// Every primitive that may fail does. What has no way to fail is OpenSSL's.
enum BrokenProvider: CryptoProvider {
    typealias SigningKey = OpenSSL.SigningKey
    typealias WrappingKey = OpenSSL.WrappingKey
    typealias UnwrappingKey = OpenSSL.UnwrappingKey
    typealias SymmetricKey = OpenSSL.SymmetricKey
    typealias Digest = OpenSSL.Digest

    static func sha256(_ bytes: [UInt8]) -> [UInt8] { OpenSSL.sha256(bytes) }

    static func hmacSHA256(key: [UInt8], _ message: [UInt8]) -> [UInt8] { OpenSSL.hmacSHA256(key: key, message) }

    static func verifies(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
        OpenSSL.verifies(signature, of: message, by: publicKey)
    }

    static func random(_ count: Int) throws(PrimitiveFailure) -> [UInt8] { throw PrimitiveFailure() }

    static func pbkdf2SHA256(
        password: [UInt8], salt: [UInt8], iterations: UInt32
    ) throws(PrimitiveFailure) -> [UInt8] {
        throw PrimitiveFailure()
    }

    static func generateSigningKey() throws(PrimitiveFailure) -> GeneratedKey<SigningKey> { throw PrimitiveFailure() }

    static func sign(_ message: [UInt8], with key: SigningKey) throws(PrimitiveFailure) -> [UInt8] {
        throw PrimitiveFailure()
    }

    static func generateUnwrappingKey(_ suite: KeySuite) throws(PrimitiveFailure) -> GeneratedKey<UnwrappingKey> {
        throw PrimitiveFailure()
    }

    static func wrappingKey(_ key: RSAPublicKey) throws(PrimitiveFailure) -> WrappingKey { throw PrimitiveFailure() }

    static func wrap(
        _ secret: [UInt8], for recipients: [WrapRecipient<WrappingKey>]
    ) throws(PrimitiveFailure) -> [[UInt8]] {
        throw PrimitiveFailure()
    }

    static func unwrap(
        _ wrapped: [UInt8], label: [UInt8], with key: UnwrappingKey
    ) throws(PrimitiveFailure) -> [UInt8] {
        throw PrimitiveFailure()
    }

    static func passingKey(_ bytes: [UInt8]) throws(PrimitiveFailure) -> SymmetricKey { throw PrimitiveFailure() }

    static func lastingKey(_ bytes: [UInt8]) throws(PrimitiveFailure) -> SymmetricKey { throw PrimitiveFailure() }

    static func seal(
        _ plaintext: [UInt8], nonce: [UInt8], authenticating: [UInt8], with key: SymmetricKey
    ) throws(PrimitiveFailure) -> [UInt8] {
        throw PrimitiveFailure()
    }

    static func open(
        _ sealed: [UInt8], nonce: [UInt8], authenticating: [UInt8], with key: SymmetricKey
    ) throws(PrimitiveFailure) -> [UInt8] {
        throw PrimitiveFailure()
    }

    static func sealKey(
        _ key: SigningKey, nonce: [UInt8], authenticating: [UInt8], under wrapper: SymmetricKey
    ) throws(PrimitiveFailure) -> [UInt8] {
        throw PrimitiveFailure()
    }

    static func sealKey(
        _ key: UnwrappingKey, nonce: [UInt8], authenticating: [UInt8], under wrapper: SymmetricKey
    ) throws(PrimitiveFailure) -> [UInt8] {
        throw PrimitiveFailure()
    }

    static func openSigningKey(
        _ sealed: [UInt8], nonce: [UInt8], authenticating: [UInt8], under wrapper: SymmetricKey, resealable: Bool
    ) throws(PrimitiveFailure) -> SigningKey {
        throw PrimitiveFailure()
    }

    static func openUnwrappingKey(
        _ sealed: [UInt8], nonce: [UInt8], authenticating: [UInt8], under wrapper: SymmetricKey, resealable: Bool
    ) throws(PrimitiveFailure) -> UnwrappingKey {
        throw PrimitiveFailure()
    }
}
