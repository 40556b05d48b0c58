/// The identity key of an account as this client knows it: the one that it saw first, or that people have compared.
public struct IdentityKey: Equatable, Sendable {
    public let userID: UInt64
    /// Ed25519.
    public let key: [UInt8]

    public init(userID: UInt64, key: [UInt8]) {
        self.userID = userID
        self.key = key
    }
}
