public import Contracts
public import Identity
internal import SQLiteDriver

/// Signing keys beside the accounts. The file's permissions protect them.
public struct SQLiteSigningKeyStore: SigningKeyStore {
    let store: SQLiteStore<IdentityTables>

    public func keys() async throws(StoreError) -> [StoredSigningKey] {
        try await store.reading { (tables) throws(SQLiteError) in try tables.signingKeys.all() }
    }

    public func add(_ key: StoredSigningKey, after newest: String?) async throws(StoreError) -> [StoredSigningKey] {
        try await store.writing { (tables) throws(SQLiteError) in
            if try tables.signingKeys.all().last?.id == newest { try tables.signingKeys.add(key) }
            return try tables.signingKeys.all()
        }
    }

    public func remove(_ ids: [String]) async throws(StoreError) {
        try await store.writing { (tables) throws(SQLiteError) in
            for id in ids { try tables.signingKeys.remove(id) }
        }
    }
}
