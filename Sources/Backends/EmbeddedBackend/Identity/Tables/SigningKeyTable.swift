internal import Identity
internal import SQLiteDriver

/// The keys that sign access tokens.
final class SigningKeyTable {
    private let select: SQLiteStatement
    private let insert: SQLiteStatement
    private let delete: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        select = try connection.prepare("SELECT key_id, der, created_at FROM signing_keys ORDER BY number")
        insert = try connection.prepare("INSERT INTO signing_keys(key_id, der, created_at) VALUES (?1, ?2, ?3)")
        delete = try connection.prepare("DELETE FROM signing_keys WHERE key_id = ?1")
    }

    /// The oldest first.
    func all() throws(SQLiteError) -> [StoredSigningKey] {
        try select.all(
            { _ in }, read: { StoredSigningKey(id: $0.string(0), der: $0.bytes(1), createdAt: $0.int64(2)) })
    }

    func add(_ key: StoredSigningKey) throws(SQLiteError) {
        try insert.run { statement in
            statement.bind(1, key.id)
            statement.bind(2, key.der)
            statement.bind(3, key.createdAt)
        }
    }

    func remove(_ id: String) throws(SQLiteError) {
        try delete.run { $0.bind(1, id) }
    }
}
