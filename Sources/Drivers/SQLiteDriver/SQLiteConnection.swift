internal import CSQLite

/// One connection to one database file. Confined to the thread that uses it.
public final class SQLiteConnection {
    public enum Role: Sendable {
        case writer, reader
        /// Copies the log into the file and does nothing else.
        case checkpointer
        /// Fills a new file with a copy, without a log.
        case copy
    }

    let handle: OpaquePointer
    private let busyMilliseconds: Int32
    /// The pages in the write-ahead log after this connection's last commit, those included that are already in the
    /// file. Known to a writer only.
    private(set) var logPageCount = 0

    /// Opens the file in WAL mode with `synchronous=FULL`: what is committed survives a power cut, if the disk honours
    /// its flush. A writer makes the file when it is not there.
    public init(path: String, role: Role, settings: SQLiteSettings) throws(SQLiteError) {
        var handle: OpaquePointer?
        // No mutex: no two threads use one connection.
        let flags = Self.access(role) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        let result = sqlite3_open_v2(path, &handle, flags, nil)
        guard result == SQLITE_OK, let handle else {
            let error = handle.map { SQLiteError(resultCode: result, of: $0) }
            sqlite3_close_v2(handle)
            let told = error ?? SQLiteError(.other, resultCode: result, message: "out of memory")
            throw SQLiteError(told.code, resultCode: result, message: "\(path): \(told.message)")
        }
        self.handle = handle
        busyMilliseconds = settings.busyMilliseconds
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
        SQLiteError(resultCode: resultCode, of: handle)
    }

    /// Whether a transaction is open: after some errors SQLite has rolled back by itself.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Copies the log into the file as far as `checkpoint` may.
    ///
    /// - Parameter busyMilliseconds: how long it may wait for readers and for another writer; nil means as long as
    ///   statements do. For another checkpoint it never waits.
    /// - Returns: whether all was done that it stands for; false when others were in the way.
    func run(_ checkpoint: SQLiteCheckpoint, busyMilliseconds: Int32? = nil) throws(SQLiteError) -> Bool {
        if let busyMilliseconds { sqlite3_busy_timeout(handle, busyMilliseconds) }
        defer { sqlite3_busy_timeout(handle, self.busyMilliseconds) }
        let result = sqlite3_wal_checkpoint_v2(handle, nil, checkpoint.mode, nil, nil)
        if result & 0xFF == SQLITE_BUSY { return false }
        guard result == SQLITE_OK else { throw error(result) }
        // The next commit begins at the log's start.
        if checkpoint != .passive { logPageCount = 0 }
        return true
    }

    private static func access(_ role: Role) -> Int32 {
        switch role {
        case .writer, .copy: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        case .reader: SQLITE_OPEN_READONLY
        case .checkpointer: SQLITE_OPEN_READWRITE
        }
    }

    private func configure(_ role: Role, _ settings: SQLiteSettings) throws(SQLiteError) {
        try execute(text: "PRAGMA cache_size = -\(cacheBytes(role, settings) >> 10)")
        try execute("PRAGMA temp_store = MEMORY")
        guard role == .writer || role == .checkpointer else { return }
        // Also what makes a connection look for a log: without, it would find nothing to check point.
        try execute("PRAGMA journal_mode = WAL")
        try execute("PRAGMA synchronous = FULL")
        guard role == .writer else { return }
        try execute("PRAGMA foreign_keys = ON")
        // What is deleted is overwritten: a deletion erases.
        try execute("PRAGMA secure_delete = ON")
        try execute(text: "PRAGMA journal_size_limit = \(settings.journalBytesMax)")
        try execute("PRAGMA wal_autocheckpoint = 0")
        watchLog()
    }

    private func cacheBytes(_ role: Role, _ settings: SQLiteSettings) -> Int {
        switch role {
        case .writer: settings.writerCacheBytes
        case .reader: settings.readerCacheBytes
        // It copies from one file to the other, past its cache.
        case .checkpointer, .copy: 0
        }
    }

    /// After `wal_autocheckpoint`, which works by the same hook.
    private func watchLog() {
        let hook: @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?, UnsafePointer<CChar>?, Int32) -> Int32 = {
            context, _, _, pageCount in
            guard let context else { return SQLITE_OK }
            Unmanaged<SQLiteConnection>.fromOpaque(context).takeUnretainedValue().logPageCount = Int(pageCount)
            return SQLITE_OK
        }
        // Called inside of commits only, while the connection is held.
        sqlite3_wal_hook(handle, hook, Unmanaged.passUnretained(self).toOpaque())
    }
}
