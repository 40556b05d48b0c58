/// Everything that somebody must implement for Identity.
public struct IdentityPorts: Sendable {
    public let accounts: any AccountStore
    public let signingKeys: any SigningKeyStore
    public let sessions: any SessionStore

    public init(accounts: any AccountStore, signingKeys: any SigningKeyStore, sessions: any SessionStore) {
        self.accounts = accounts
        self.signingKeys = signingKeys
        self.sessions = sessions
    }
}
