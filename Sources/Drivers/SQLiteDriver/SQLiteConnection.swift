internal import CSQLite

/// One connection to one database file. Confined to the thread that uses it.
public final class SQLiteConnection {
    public enum Role: Sendable {
        case writer, reader
    }

    private let handle: OpaquePointer

    /// Opens the file in WAL mode with `synchronous=FULL`: what is committed survives a power cut, if the disk honours
    /// its flush. A writer makes the file when it is not there.
    public init(path: String, role: Role, settings: SQLiteSettings) throws(SQLiteError) {
        var handle: OpaquePointer?
        let access = role == .writer ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY
        // No mutex: a connection never leaves its thread.
        let result = sqlite3_open_v2(path, &handle, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard result == SQLITE_OK, let handle else {
            let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(handle)
            throw SQLiteError(resultCode: result, message: "\(path): \(message)")
        }
        self.handle = handle
        sqlite3_busy_timeout(handle, settings.busyMilliseconds)
        do throws(SQLiteError) {
            try configure(role, settings)
        } catch {
            throw SQLiteError(error.code, resultCode: error.resultCode, message: "\(path): \(error.message)")
        }
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    /// Runs statements without values, such as migrations.
    public func execute(_ sql: StaticString) throws(SQLiteError) {
        try execute(text: sql.description)
    }

    /// Prepares a statement to be used many times. Values are bound, never written into the text: it is a literal.
    public func prepare(_ sql: StaticString) throws(SQLiteError) -> SQLiteStatement {
        var statement: OpaquePointer?
        let result = sqlite3_prepare_v3(
            handle, sql.description, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard result == SQLITE_OK, let statement else { throw error(result) }
        return SQLiteStatement(owning: statement, of: self)
    }

    /// The rows that the last statement changed.
    public var changedRowCount: Int { Int(sqlite3_changes64(handle)) }

    func execute(text: String) throws(SQLiteError) {
        let result = sqlite3_exec(handle, text, nil, nil, nil)
        guard result == SQLITE_OK else { throw error(result) }
    }

    func error(_ resultCode: Int32) -> SQLiteError {
        SQLiteError(resultCode: resultCode, message: String(cString: sqlite3_errmsg(handle)))
    }

    /// Whether a transaction is open: after some errors SQLite has rolled back by itself.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    func checkpointAndTruncate() throws(SQLiteError) {
        let result = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        guard result == SQLITE_OK else { throw error(result) }
    }

    private func configure(_ role: Role, _ settings: SQLiteSettings) throws(SQLiteError) {
        let cacheBytes = role == .writer ? settings.writerCacheBytes : settings.readerCacheBytes
        try execute(text: "PRAGMA cache_size = -\(cacheBytes >> 10)")
        try execute("PRAGMA temp_store = MEMORY")
        guard role == .writer else { return }
        try execute("PRAGMA journal_mode = WAL")
        try execute("PRAGMA synchronous = FULL")
        try execute("PRAGMA foreign_keys = ON")
        // What is deleted is overwritten: a deletion erases.
        try execute("PRAGMA secure_delete = ON")
        try execute(text: "PRAGMA wal_autocheckpoint = \(settings.checkpointPages)")
        try execute(text: "PRAGMA journal_size_limit = \(settings.journalBytesMax)")
    }
}
