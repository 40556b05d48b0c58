internal import Basics
internal import Identity
internal import SQLiteDriver

extension EmbeddedBackend {
    /// What Identity needs, on one SQLite file.
    static func ports(
        _ store: SQLiteStore<IdentityTables>, identifiers: SnowflakeGenerator, clock: WallClock
    ) -> IdentityPorts {
        IdentityPorts(
            accounts: SQLiteAccountStore(store: store, identifiers: identifiers, clock: clock),
            signingKeys: SQLiteSigningKeyStore(store: store),
            sessions: SQLiteSessionStore(store: store),
            keys: SQLiteKeyStore(store: store), devices: SQLiteDeviceStore(store: store, identifiers: identifiers),
            backups: SQLiteBackupStore(store: store),
            profiles: SQLiteProfileStore(store: store, clock: clock),
            settings: SQLiteSettingsStore(store: store),
            contacts: SQLiteContactStore(store: store, clock: clock))
    }
}
