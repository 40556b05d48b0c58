package import Basics
package import Contracts
internal import Cryptography
internal import Synchronization
package import WireProtocol

/// Checks access tokens with the public keys of Identity. May be used from any thread.
package final class AccessTokenVerifier: Sendable {
    private let keys: Mutex<[String: ES256PublicKey]>
    private let clock: WallClock
    /// A key that nobody here knows was named since the keys were asked for last.
    private let hasMissedKey = Atomic(false)

    package init(keySet: JsonWebKeySet, clock: WallClock) {
        keys = Mutex(Self.keys(of: keySet))
        self.clock = clock
    }

    /// Takes other keys from now on.
    func replaceKeys(by keySet: JsonWebKeySet) {
        let keys = Self.keys(of: keySet)
        // A server without any key signs nothing: that is no answer to believe.
        guard !keys.isEmpty else { return }
        self.keys.withLock { $0 = keys }
    }

    /// Whether it is worth asking for the keys before their time: a token named one that is not known. True once.
    func takeMissedKey() -> Bool { hasMissedKey.exchange(false, ordering: .relaxed) }

    /// Seconds since 1970.
    var now: UInt32 { UInt32(clamping: clock.millisecondsSince1970() / 1_000) }

    /// Throws `auth.expired` and `auth.invalid`.
    package func verify(_ token: String) throws(APIError) -> AccessToken.Verified {
        let keys = keys.withLock { $0 }
        do throws(AccessToken.Refusal) {
            return try AccessToken.verify(token, keys: keys, now: now)
        } catch {
            switch error {
            case .expired: throw APIError(.authExpired)
            case .invalid:
                if let id = AccessToken.keyID(of: token), keys[id] == nil {
                    hasMissedKey.store(true, ordering: .relaxed)
                }
                throw APIError(.authInvalid)
            }
        }
    }

    /// Keys of other kinds in the set are passed over.
    private static func keys(of keySet: JsonWebKeySet) -> [String: ES256PublicKey] {
        var keys: [String: ES256PublicKey] = [:]
        for key in keySet.keys where key.kty == "EC" && key.crv == "P-256" {
            guard let x = Base64URL.decode(key.x), let y = Base64URL.decode(key.y) else { continue }
            keys[key.kid] = try? ES256PublicKey(x: x, y: y)
        }
        return keys
    }
}
