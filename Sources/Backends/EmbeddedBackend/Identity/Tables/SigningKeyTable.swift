internal import SQLiteDriver

/// The keys that sign access tokens.
final class SigningKeyTable {
    let newest: SQLiteStatement
    let insert: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        newest = try connection.prepare("SELECT key_id, der FROM signing_keys ORDER BY number DESC LIMIT 1")
        insert = try connection.prepare("INSERT INTO signing_keys(key_id, der, created_at) VALUES (?1, ?2, ?3)")
    }
}
