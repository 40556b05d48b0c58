import E2EE
import E2EEOpenSSL
import SecureFormat

/// What a provider of tests does not do.
protocol FailingPrimitive: Sendable {
    static var primitive: Primitive { get }
}

enum Primitive {
    case randomness, passingKey, sealing, signing, wrapping, oneWrappedKey, wrappingKey
}

enum NoRandomness: FailingPrimitive { static let primitive = Primitive.randomness }
enum NoPassingKeys: FailingPrimitive { static let primitive = Primitive.passingKey }
enum NoSealing: FailingPrimitive { static let primitive = Primitive.sealing }
enum NoSigning: FailingPrimitive { static let primitive = Primitive.signing }
enum NoWrapping: FailingPrimitive { static let primitive = Primitive.wrapping }
enum OneKeyTooFew: FailingPrimitive { static let primitive = Primitive.oneWrappedKey }
enum NoWrappingKeys: FailingPrimitive { static let primitive = Primitive.wrappingKey }

/// OpenSSL with one primitive that fails.
enum FailingProvider<Failure: FailingPrimitive>: CryptoProvider {
    typealias SigningKey = OpenSSL.SigningKey
    typealias WrappingKey = OpenSSL.WrappingKey
    typealias UnwrappingKey = OpenSSL.UnwrappingKey
    typealias SymmetricKey = OpenSSL.SymmetricKey
    typealias Digest = OpenSSL.Digest

    private static func attempt(_ primitive: Primitive) throws(PrimitiveFailure) {
        if Failure.primitive == primitive { throw PrimitiveFailure() }
    }

    static func random(_ count: Int) throws(PrimitiveFailure) -> [UInt8] {
        try attempt(.randomness)
        return try OpenSSL.random(count)
    }

    static func sha256(_ bytes: [UInt8]) -> [UInt8] { OpenSSL.sha256(bytes) }

    static func hmacSHA256(key: [UInt8], _ message: [UInt8]) -> [UInt8] { OpenSSL.hmacSHA256(key: key, message) }

    static func pbkdf2SHA256(
        password: [UInt8], salt: [UInt8], iterations: UInt32
    ) throws(PrimitiveFailure) -> [UInt8] {
        try OpenSSL.pbkdf2SHA256(password: password, salt: salt, iterations: iterations)
    }

    static func generateSigningKey() throws(PrimitiveFailure) -> GeneratedKey<SigningKey> {
        try OpenSSL.generateSigningKey()
    }

    static func sign(_ message: [UInt8], with key: SigningKey) throws(PrimitiveFailure) -> [UInt8] {
        try attempt(.signing)
        return try OpenSSL.sign(message, with: key)
    }

    static func verifies(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
        OpenSSL.verifies(signature, of: message, by: publicKey)
    }

    static func generateUnwrappingKey(_ suite: KeySuite) throws(PrimitiveFailure) -> GeneratedKey<UnwrappingKey> {
        try OpenSSL.generateUnwrappingKey(suite)
    }

    static func wrappingKey(_ key: RSAPublicKey) throws(PrimitiveFailure) -> WrappingKey {
        try attempt(.wrappingKey)
        return try OpenSSL.wrappingKey(key)
    }

    static func wrap(
        _ secret: [UInt8], for recipients: [WrapRecipient<WrappingKey>]
    ) throws(PrimitiveFailure) -> [[UInt8]] {
        try attempt(.wrapping)
        let wrapped = try OpenSSL.wrap(secret, for: recipients)
        return Failure.primitive == .oneWrappedKey ? wrapped.dropLast() : wrapped
    }

    static func unwrap(
        _ wrapped: [UInt8], label: [UInt8], with key: UnwrappingKey
    ) throws(PrimitiveFailure) -> [UInt8] {
        try OpenSSL.unwrap(wrapped, label: label, with: key)
    }

    static func passingKey(_ bytes: [UInt8]) throws(PrimitiveFailure) -> SymmetricKey {
        try attempt(.passingKey)
        return try OpenSSL.passingKey(bytes)
    }

    static func lastingKey(_ bytes: [UInt8]) throws(PrimitiveFailure) -> SymmetricKey { try OpenSSL.lastingKey(bytes) }

    static func seal(
        _ plaintext: [UInt8], nonce: [UInt8], authenticating: [UInt8], with key: SymmetricKey
    ) throws(PrimitiveFailure) -> [UInt8] {
        try attempt(.sealing)
        return try OpenSSL.seal(plaintext, nonce: nonce, authenticating: authenticating, with: key)
    }

    static func open(
        _ sealed: [UInt8], nonce: [UInt8], authenticating: [UInt8], with key: SymmetricKey
    ) throws(PrimitiveFailure) -> [UInt8] {
        try OpenSSL.open(sealed, nonce: nonce, authenticating: authenticating, with: key)
    }

    static func sealKey(
        _ key: SigningKey, nonce: [UInt8], authenticating: [UInt8], under wrapper: SymmetricKey
    ) throws(PrimitiveFailure) -> [UInt8] {
        try OpenSSL.sealKey(key, nonce: nonce, authenticating: authenticating, under: wrapper)
    }

    static func sealKey(
        _ key: UnwrappingKey, nonce: [UInt8], authenticating: [UInt8], under wrapper: SymmetricKey
    ) throws(PrimitiveFailure) -> [UInt8] {
        try OpenSSL.sealKey(key, nonce: nonce, authenticating: authenticating, under: wrapper)
    }

    static func openSigningKey(
        _ sealed: [UInt8], nonce: [UInt8], authenticating: [UInt8], under wrapper: SymmetricKey, resealable: Bool
    ) throws(PrimitiveFailure) -> SigningKey {
        try OpenSSL.openSigningKey(
            sealed, nonce: nonce, authenticating: authenticating, under: wrapper, resealable: resealable)
    }

    static func openUnwrappingKey(
        _ sealed: [UInt8], nonce: [UInt8], authenticating: [UInt8], under wrapper: SymmetricKey, resealable: Bool
    ) throws(PrimitiveFailure) -> UnwrappingKey {
        try OpenSSL.openUnwrappingKey(
            sealed, nonce: nonce, authenticating: authenticating, under: wrapper, resealable: resealable)
    }
}
