internal import SQLiteDriver

/// The prepared statements of `identity.db` on one connection.
final class IdentityTables {
    let accounts: AccountTable
    let sessions: SessionTable
    let revocations: RevocationTable
    let signingKeys: SigningKeyTable
    let news: NewsTable

    init(_ connection: SQLiteConnection, newsHint: NewsHint) throws(SQLiteError) {
        accounts = try AccountTable(connection)
        sessions = try SessionTable(connection)
        revocations = try RevocationTable(connection)
        signingKeys = try SigningKeyTable(connection)
        news = try NewsTable(connection, hint: newsHint)
    }
}
