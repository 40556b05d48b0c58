/// Everything that somebody must implement for Identity.
public struct IdentityPorts: Sendable {
    public let accounts: any AccountStore
    public let signingKeys: any SigningKeyStore
    public let sessions: any SessionStore
    public let keys: any KeyStore
    public let devices: any DeviceStore
    public let backups: any BackupStore
    public let profiles: any ProfileStore
    public let settings: any SettingsStore
    public let contacts: any ContactStore

    public init(
        accounts: any AccountStore,
        signingKeys: any SigningKeyStore,
        sessions: any SessionStore,
        keys: any KeyStore,
        devices: any DeviceStore,
        backups: any BackupStore,
        profiles: any ProfileStore,
        settings: any SettingsStore,
        contacts: any ContactStore
    ) {
        self.accounts = accounts
        self.signingKeys = signingKeys
        self.sessions = sessions
        self.keys = keys
        self.devices = devices
        self.backups = backups
        self.profiles = profiles
        self.settings = settings
        self.contacts = contacts
    }
}
