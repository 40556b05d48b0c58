internal import SQLiteDriver

/// The prepared statements of `identity.db` on one connection.
final class IdentityTables {
    let accounts: AccountTable
    let sessions: SessionTable
    let revocations: RevocationTable
    let signingKeys: SigningKeyTable
    let news: NewsTable
    let keys: KeyTable
    let devices: OwnDeviceTable
    let links: DeviceLinkTable
    let backups: BackupTable
    let names: NameTable
    let settings: SettingsTable
    let contacts: ContactTable

    init(_ connection: SQLiteConnection, newsHint: NewsHint) throws(SQLiteError) {
        accounts = try AccountTable(connection)
        sessions = try SessionTable(connection)
        revocations = try RevocationTable(connection)
        signingKeys = try SigningKeyTable(connection)
        news = try NewsTable(connection, hint: newsHint)
        keys = try KeyTable(connection)
        devices = try OwnDeviceTable(connection)
        links = try DeviceLinkTable(connection)
        backups = try BackupTable(connection)
        names = try NameTable(connection)
        settings = try SettingsTable(connection)
        contacts = try ContactTable(connection)
    }
}
