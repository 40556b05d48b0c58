/// Two people who compare their identity keys. Both see the same pair, whoever is "I".
public struct Parties: Equatable, Sendable {
    /// Of the lower user id.
    public let first: Party
    public let second: Party

    /// - Throws: `.parties` if both are the same account, `.key` if one has no key that `Ed25519Encoding` takes.
    public init(_ one: Party, _ other: Party) throws(SafetyCodeRefusal) {
        guard one.userID != other.userID else { throw .parties }
        guard Ed25519Encoding.isAcceptable(one.identityKey), Ed25519Encoding.isAcceptable(other.identityKey) else {
            throw .key
        }
        (first, second) = one.userID < other.userID ? (one, other) : (other, one)
    }
}
