internal import Basics
internal import Contracts
internal import Cryptography
internal import WireProtocol

/// Checks access tokens with the public keys of Identity.
struct AccessTokenVerifier: Sendable {
    private let keys: [String: ES256PublicKey]
    private let clock: WallClock

    /// Keys of other kinds in the set are passed over.
    init(keySet: JsonWebKeySet, clock: WallClock) {
        var keys: [String: ES256PublicKey] = [:]
        for key in keySet.keys where key.kty == "EC" && key.crv == "P-256" {
            guard let x = Base64URL.decode(key.x), let y = Base64URL.decode(key.y) else { continue }
            keys[key.kid] = try? ES256PublicKey(x: x, y: y)
        }
        self.keys = keys
        self.clock = clock
    }

    func verify(_ token: String) throws(APIError) -> Caller {
        do throws(AccessToken.Refusal) {
            let now = UInt32(clamping: clock.millisecondsSince1970() / 1_000)
            return try AccessToken.verify(token, keys: keys, now: now)
        } catch {
            switch error {
            case .expired: throw APIError(.authExpired)
            case .invalid: throw APIError(.authInvalid)
            }
        }
    }
}
