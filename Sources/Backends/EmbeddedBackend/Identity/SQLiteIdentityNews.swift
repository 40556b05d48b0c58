internal import Communication
internal import Contracts
internal import SQLiteDriver

/// Identity's facts for Communication, read from Identity's file.
struct SQLiteIdentityNews: IdentityNews {
    let store: SQLiteStore<IdentityTables>

    func oldest(limit: Int) async throws(StoreError) -> [IdentityFact] {
        try await store.reading { (tables) throws(SQLiteError) in try tables.news.oldest(limit: limit) }
    }

    func done(_ facts: [IdentityFact]) async throws(StoreError) {
        try await store.writing(.background, byteCount: 16 * facts.count) { (tables) throws(SQLiteError) in
            for fact in facts { try tables.news.delete(fact.number) }
        }
    }
}
