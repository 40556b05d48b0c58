/// Somebody whose identity key is compared.
public struct Party: Equatable, Sendable {
    public let userID: UInt64
    /// Ed25519, of the account.
    public let identityKey: [UInt8]

    public init(userID: UInt64, identityKey: [UInt8]) {
        self.userID = userID
        self.identityKey = identityKey
    }
}
