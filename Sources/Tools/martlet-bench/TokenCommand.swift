internal import Basics
internal import Contracts
internal import Cryptography
internal import Gateway
internal import WireProtocol

/// `martlet-bench token`: the check that every request and every new socket goes through.
enum TokenCommand {
    /// Checks in one round, unless it is said: each of the first kind takes some 100 µs.
    static let iterations = 1_000
    /// Tokens that are in use at the same time.
    private static let tokenCount = 1_000
    private static let issuedAt: UInt32 = 1_800_000_000

    static func run(_ options: CodecOptions) throws(BenchFailure) {
        let (tokens, verifier) = try make()
        var remembered = VerifiedTokens(countMax: 4 * tokenCount)
        let first = options.median { (try? verifier.verify(tokens[$0 % tokenCount])) != nil }
        for token in tokens { _ = try? remembered.caller(of: token, by: verifier) }
        let again = options.median { (try? remembered.caller(of: tokens[$0 % tokenCount], by: verifier)) != nil }
        print(options.isJSON ? json(first, again) : text(first, again))
    }

    private static func make() throws(BenchFailure) -> ([String], AccessTokenVerifier) {
        do {
            let key = try ES256PrivateKey.generate()
            let publicKey = try key.publicKey()
            let webKey = JsonWebKey(
                kty: "EC", crv: "P-256", x: Base64URL.encode(publicKey.x), y: Base64URL.encode(publicKey.y),
                kid: "0123456789abcdef", alg: "ES256", use: "sig")
            let tokens = try (0..<tokenCount).map { index in
                let id = UInt64(index) << 22 | 1 << 60
                let caller = Caller(userID: UserID(id), deviceID: DeviceID(id + 1), sessionID: SessionID(id + 2))
                return try AccessToken.issue(to: caller, key: key, keyID: webKey.kid, now: issuedAt)
            }
            let clock = WallClock { Int64(issuedAt) * 1_000 }
            return (tokens, AccessTokenVerifier(keySet: JsonWebKeySet(keys: [webKey]), clock: clock))
        } catch {
            throw BenchFailure("No tokens can be made: \(error)")
        }
    }

    private static func text(_ first: Double, _ again: Double) -> String {
        """
        first check  \(Decimal.text(first / 1_000, places: 1)) µs
        again        \(Decimal.text(again / 1_000, places: 2)) µs
        """
    }

    private static func json(_ first: Double, _ again: Double) -> String {
        """
        {"firstMicroseconds":\(Decimal.text(first / 1_000, places: 1)),\
        "againMicroseconds":\(Decimal.text(again / 1_000, places: 2))}
        """
    }
}
