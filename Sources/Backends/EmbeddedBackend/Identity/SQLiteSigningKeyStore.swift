internal import Basics
public import Contracts
public import Identity
internal import SQLiteDriver

/// Signing keys beside the accounts. The file's permissions protect them.
public struct SQLiteSigningKeyStore: SigningKeyStore {
    let store: SQLiteStore<IdentityTables>
    let clock: WallClock

    public func key(orFirst candidate: StoredSigningKey) async throws(StoreError) -> StoredSigningKey {
        let clock = clock
        return try await store.writing { (tables) throws(SQLiteError) in
            let newest = try tables.signingKeys.newest.first(
                { _ in }, read: { StoredSigningKey(id: $0.string(0), der: $0.bytes(1)) })
            if let newest { return newest }
            try tables.signingKeys.insert.run { statement in
                statement.bind(1, candidate.id)
                statement.bind(2, candidate.der)
                statement.bind(3, clock.millisecondsSince1970())
            }
            return candidate
        }
    }
}
