internal import Basics
public import Contracts
public import Cryptography
internal import WireProtocol

/// The key that signs access tokens, with its id.
public struct SigningKey: Sendable {
    public let id: String
    let privateKey: ES256PrivateKey
    let publicKey: ES256PublicKey

    /// Why the server has no signing key.
    public enum LoadError: Error, Sendable {
        case store(StoreError)
        case key(CryptographyError)
    }

    /// Loads the key from the store; makes one at the first start.
    public static func load(from store: any SigningKeyStore) async throws(LoadError) -> SigningKey {
        let stored: StoredSigningKey
        let candidate: StoredSigningKey
        do throws(CryptographyError) {
            candidate = try newKey()
        } catch {
            throw .key(error)
        }
        do throws(StoreError) {
            stored = try await store.key(orFirst: candidate)
        } catch {
            throw .store(error)
        }
        do throws(CryptographyError) {
            let privateKey = try ES256PrivateKey(der: stored.der)
            return SigningKey(id: stored.id, privateKey: privateKey, publicKey: try privateKey.publicKey())
        } catch {
            throw .key(error)
        }
    }

    /// The id is a hash of the public key, so that no two keys share one.
    private static func newKey() throws(CryptographyError) -> StoredSigningKey {
        let key = try ES256PrivateKey.generate()
        let publicKey = try key.publicKey()
        let id = Base64URL.encode(SHA256.hash(publicKey.x + publicKey.y).prefix(12))
        return StoredSigningKey(id: id, der: try key.der())
    }

    var jsonWebKey: JsonWebKey {
        JsonWebKey(
            kty: "EC", crv: "P-256", x: Base64URL.encode(publicKey.x), y: Base64URL.encode(publicKey.y), kid: id,
            alg: "ES256", use: "sig")
    }
}
