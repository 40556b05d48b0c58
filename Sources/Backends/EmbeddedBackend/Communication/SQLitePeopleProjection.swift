internal import Communication
internal import Contracts
internal import SQLiteDriver
internal import WireProtocol

/// What is known of everybody's blocks and privacy in one SQLite file.
struct SQLitePeopleProjection: PeopleProjection {
    let store: SQLiteStore<CommunicationTables>

    func apply(_ change: BlockChanged) async throws(StoreError) {
        try await store.writing { (tables) throws(SQLiteError) in try tables.blocks.save(change) }
    }

    func apply(_ change: PrivacyChanged) async throws(StoreError) {
        try await store.writing { (tables) throws(SQLiteError) in try tables.blocks.save(change) }
    }
}
