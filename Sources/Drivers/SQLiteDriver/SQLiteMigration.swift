/// One numbered step of a schema. Once released it is never changed; the next step corrects it.
public struct SQLiteMigration: Sendable {
    public let number: Int64
    public let sql: StaticString

    public init(_ number: Int64, _ sql: StaticString) {
        self.number = number
        self.sql = sql
    }

    /// Brings a database to the newest step, each step in a transaction of its own. A database that is newer than this
    /// program is refused before anything is written.
    static func apply(_ migrations: [SQLiteMigration], to connection: SQLiteConnection) throws(SQLiteError) {
        let version = try checkedVersion(of: connection, knowing: migrations)
        for migration in migrations.dropFirst(Int(version)) { try apply(migration, to: connection) }
    }

    /// Throws `.newerSchema` when a file has steps that are not known. Nothing is written.
    public static func refuseNewer(
        path: String, knowing migrations: [SQLiteMigration], settings: SQLiteSettings
    ) throws(SQLiteError) {
        _ = try checkedVersion(of: SQLiteConnection(path: path, role: .reader, settings: settings), knowing: migrations)
    }

    /// The number of the last step that a database has; 0 for a new one.
    static func version(of connection: SQLiteConnection) throws(SQLiteError) -> Int64 {
        try connection.prepare("PRAGMA user_version").first({ _ in }, read: { $0.int64(0) }) ?? 0
    }

    /// The same. Throws `.newerSchema` when it is not among those that are known.
    static func checkedVersion(
        of connection: SQLiteConnection, knowing migrations: [SQLiteMigration]
    ) throws(SQLiteError) -> Int64 {
        precondition(
            migrations.enumerated().allSatisfy { $0.element.number == $0.offset + 1 },
            "migrations are numbered from 1 without gaps")
        let version = try version(of: connection)
        let newest = Int64(migrations.count)
        guard version <= newest else {
            throw SQLiteError(
                .newerSchema,
                message: "the database has schema \(version), this program knows \(newest): start a newer version")
        }
        return version
    }

    private static func apply(_ migration: SQLiteMigration, to connection: SQLiteConnection) throws(SQLiteError) {
        try connection.execute("BEGIN IMMEDIATE")
        do throws(SQLiteError) {
            try connection.execute(migration.sql)
            try connection.execute(text: "PRAGMA user_version = \(migration.number)")
            try connection.execute("COMMIT")
        } catch {
            if connection.isInTransaction { try connection.execute("ROLLBACK") }
            throw error
        }
    }
}
