internal import Basics
internal import Contracts
internal import Identity
internal import SQLiteDriver
internal import WireProtocol

/// Backups in Identity's file.
struct SQLiteBackupStore: BackupStore {
    let store: SQLiteStore<IdentityTables>

    func backup(of user: UserID) async throws(StoreError) -> BackupResponse? {
        try await store.reading { (tables) throws(SQLiteError) in
            guard let backup = try tables.backups.backup(of: user), let data = backup.data else { return nil }
            return BackupResponse(version: backup.version, data: data, updatedAt: backup.time)
        }
    }

    func put(
        _ data: [UInt8], of user: UserID, expectedVersion: UInt64, now: Int64
    ) async throws(StoreError) -> BackupChange {
        try await store.writing(byteCount: 256 + data.count) { (tables) throws(SQLiteError) in
            let known = try tables.backups.backup(of: user)
            // Sent again because the answer got lost: it is as the caller wants it.
            if let known, known.data == data { return .done(Self.answer(known)) }
            let version = known?.publicVersion ?? 0
            guard expectedVersion == version else { return .conflict(version: version) }
            let next = BackupTable.Backup(version: (known?.version ?? 0) + 1, data: data, updatedAt: now)
            try tables.backups.save(next, of: user)
            return .done(Self.answer(next))
        }
    }

    func erase(of user: UserID, expectedVersion: UInt64?, now: Int64) async throws(StoreError) -> BackupChange {
        try await store.writing(erases: true) { (tables) throws(SQLiteError) in
            guard let known = try tables.backups.backup(of: user), known.data != nil else {
                return .conflict(version: 0)
            }
            guard expectedVersion == nil || expectedVersion == known.version else {
                return .conflict(version: known.version)
            }
            let erased = BackupTable.Backup(version: known.version + 1, data: nil, updatedAt: now)
            try tables.backups.save(erased, of: user)
            return .done(Self.answer(erased))
        }
    }

    private static func answer(_ backup: BackupTable.Backup) -> BackupVersionResponse {
        BackupVersionResponse(version: backup.version, updatedAt: backup.time)
    }
}
