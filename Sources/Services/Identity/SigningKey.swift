internal import Basics
internal import Contracts
internal import Cryptography
internal import WireProtocol

/// A key that signs access tokens, with its id.
struct SigningKey: Sendable {
    let id: String
    let privateKey: ES256PrivateKey
    let publicKey: ES256PublicKey
    /// Milliseconds since 1970.
    let createdAt: Int64

    init(_ stored: StoredSigningKey) throws(CryptographyError) {
        id = stored.id
        privateKey = try ES256PrivateKey(der: stored.der)
        publicKey = try privateKey.publicKey()
        createdAt = stored.createdAt
    }

    /// A new one. The id is a hash of the public key, so that no two keys share one.
    static func make(now: Int64) throws(CryptographyError) -> StoredSigningKey {
        let key = try ES256PrivateKey.generate()
        let publicKey = try key.publicKey()
        let id = Base64URL.encode(SHA256.hash(publicKey.x + publicKey.y).prefix(12))
        return StoredSigningKey(id: id, der: try key.der(), createdAt: now)
    }

    var jsonWebKey: JsonWebKey {
        JsonWebKey(
            kty: "EC", crv: "P-256", x: Base64URL.encode(publicKey.x), y: Base64URL.encode(publicKey.y), kid: id,
            alg: "ES256", use: "sig")
    }
}
