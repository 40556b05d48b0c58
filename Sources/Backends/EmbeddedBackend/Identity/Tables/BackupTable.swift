internal import Basics
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// The backups of accounts. A row stays when its backup is erased, for the version.
final class BackupTable {
    private let select: SQLiteStatement
    private let upsert: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        select = try connection.prepare("SELECT version, data, updated_at FROM backups WHERE user_id = ?1")
        upsert = try connection.prepare(
            """
            INSERT INTO backups(user_id, version, data, updated_at) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (user_id) DO UPDATE SET version = excluded.version, data = excluded.data,
                updated_at = excluded.updated_at
            """)
    }

    struct Backup {
        let version: UInt64
        /// nil once it is erased.
        let data: [UInt8]?
        /// Milliseconds since 1970.
        let updatedAt: Int64

        /// What clients know it by: 0 when there is none.
        var publicVersion: UInt64 { data == nil ? 0 : version }
        var time: Timestamp { Timestamp(millisecondsSince1970: updatedAt) }
    }

    func backup(of user: UserID) throws(SQLiteError) -> Backup? {
        try select.first(
            { $0.bind(1, user.rawValue) },
            read: { row in
                Backup(version: row.uint64(0), data: row.isNull(1) ? nil : row.bytes(1), updatedAt: row.int64(2))
            })
    }

    func save(_ backup: Backup, of user: UserID) throws(SQLiteError) {
        try upsert.run { statement in
            statement.bind(1, user.rawValue)
            statement.bind(2, backup.version)
            statement.bind(3, backup.data)
            statement.bind(4, backup.updatedAt)
        }
    }
}
