package import Contracts
package import WireProtocol

/// The access tokens that one loop has verified, so that each is verified once and not with every request.
///
/// What is forgotten is merely verified again: of two halves, the older one goes when the younger one is full.
package struct VerifiedTokens {
    private var young: [String: AccessToken.Verified] = [:]
    private var old: [String: AccessToken.Verified] = [:]
    private let halfMax: Int
    /// How often a token had to be verified.
    private(set) var missCount: UInt64 = 0

    /// - Parameter countMax: tokens that are remembered at most.
    package init(countMax: Int) { halfMax = max(1, countMax / 2) }

    var count: Int { young.count + old.count }

    /// Who the token is of. Throws `auth.expired` and `auth.invalid`.
    package mutating func caller(of token: String, by verifier: AccessTokenVerifier) throws(APIError) -> Caller {
        if let known = young[token] ?? old[token] {
            guard verifier.now < known.expiresAt else { throw APIError(.authExpired) }
            return known.caller
        }
        missCount += 1
        let verified = try verifier.verify(token)
        if young.count >= halfMax { (old, young) = (young, [:]) }
        young[token] = verified
        return verified.caller
    }
}
