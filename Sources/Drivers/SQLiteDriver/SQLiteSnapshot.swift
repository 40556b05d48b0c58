internal import CSQLite

/// One state of a database file, held while others go on writing. Confined to the thread that uses it.
///
/// As long as it is held the file's log cannot start anew, and grows by what is written.
public final class SQLiteSnapshot {
    /// Of the file's schema.
    public let schema: Int64
    private let connection: SQLiteConnection

    /// Pages that are copied at a time.
    private static let pagesPerStep: Int32 = 1_024

    private init(path: String, settings: SQLiteSettings) throws(SQLiteError) {
        connection = try SQLiteConnection(path: path, role: .reader, settings: settings)
        // A transaction begins with what it reads first.
        try connection.execute("BEGIN")
        schema = try SQLiteMigration.version(of: connection)
    }

    /// States of several files at one moment: between them nothing is written to any of them, in no process. Writers
    /// wait for some milliseconds.
    public static func take(of paths: [String], settings: SQLiteSettings) throws(SQLiteError) -> [SQLiteSnapshot] {
        var locks: [SQLiteConnection] = []
        for path in paths {
            let lock = try SQLiteConnection(path: path, role: .checkpointer, settings: settings)
            // Rolled back as the connection closes; nothing is written with it.
            try lock.execute("BEGIN IMMEDIATE")
            locks.append(lock)
        }
        var snapshots: [SQLiteSnapshot] = []
        for path in paths { snapshots.append(try SQLiteSnapshot(path: path, settings: settings)) }
        for lock in locks { try lock.execute("ROLLBACK") }
        return snapshots
    }

    /// Copies it into a new file, which stands alone, without a log, and is on the disk when this returns.
    ///
    /// - Parameter progress: the bytes that are copied, and those of the whole.
    public func copy(
        to path: String, settings: SQLiteSettings, progress: (Int, Int) -> Void
    ) throws(SQLiteError) {
        let target = try SQLiteConnection(path: path, role: .copy, settings: settings)
        let pageBytes = Int(try connection.prepare("PRAGMA page_size").first({ _ in }, read: { $0.int64(0) }) ?? 0)
        try target.copy(from: connection, pagesPerStep: Self.pagesPerStep) { done, all in
            progress(done * pageBytes, all * pageBytes)
        }
        try target.execute("PRAGMA journal_mode = DELETE")
    }
}

extension SQLiteConnection {
    /// Makes this database the same as `source`'s, as its open transaction sees it.
    fileprivate func copy(
        from source: SQLiteConnection, pagesPerStep: Int32, progress: (Int, Int) -> Void
    ) throws(SQLiteError) {
        guard let backup = sqlite3_backup_init(handle, "main", source.handle, "main") else {
            throw error(sqlite3_extended_errcode(handle))
        }
        var result = SQLITE_OK
        while result == SQLITE_OK {
            result = sqlite3_backup_step(backup, pagesPerStep)
            let all = Int(sqlite3_backup_pagecount(backup))
            progress(all - Int(sqlite3_backup_remaining(backup)), all)
        }
        let finished = sqlite3_backup_finish(backup)
        guard result == SQLITE_DONE, finished == SQLITE_OK else {
            throw error(result == SQLITE_DONE ? finished : result)
        }
    }
}
