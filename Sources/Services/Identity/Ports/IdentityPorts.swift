/// Everything that somebody must implement for Identity.
public struct IdentityPorts: Sendable {
    public let accounts: any AccountStore
    public let signingKeys: any SigningKeyStore

    public init(accounts: any AccountStore, signingKeys: any SigningKeyStore) {
        self.accounts = accounts
        self.signingKeys = signingKeys
    }
}
