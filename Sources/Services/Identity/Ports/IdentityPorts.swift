/// Everything that somebody must implement for Identity.
public struct IdentityPorts: Sendable {
    public let accounts: any AccountStore
    public let signingKeys: any SigningKeyStore
    public let sessions: any SessionStore
    public let keys: any KeyStore
    public let devices: any DeviceStore
    public let backups: any BackupStore

    public init(
        accounts: any AccountStore, signingKeys: any SigningKeyStore, sessions: any SessionStore, keys: any KeyStore,
        devices: any DeviceStore, backups: any BackupStore
    ) {
        self.accounts = accounts
        self.signingKeys = signingKeys
        self.sessions = sessions
        self.keys = keys
        self.devices = devices
        self.backups = backups
    }
}
