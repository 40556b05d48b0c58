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
    /// Taking takes microseconds, a commit milliseconds.
    private static let attemptsMax = 1_000

    private init(path: String, settings: SQLiteSettings) throws(SQLiteError) {
        connection = try SQLiteConnection(path: path, role: .reader, settings: settings)
        // A transaction begins with what it reads first.
        try connection.execute("BEGIN")
        schema = try SQLiteMigration.version(of: connection)
    }

    /// States of several files at one moment, without keeping anybody from writing: when a file was written while the
    /// states were taken, they are taken again. Throws `.busy` when that happens each time.
    ///
    /// - Parameter paths: the one that is written most stands last: what is written to it never is in the way.
    public static func take(of paths: [String], settings: SQLiteSettings) throws(SQLiteError) -> [SQLiteSnapshot] {
        try take(of: paths, settings: settings) {}
    }

    /// - Parameter taken: called after each.
    static func take(
        of paths: [String], settings: SQLiteSettings, taken: () throws(SQLiteError) -> Void
    ) throws(SQLiteError) -> [SQLiteSnapshot] {
        var watches: [SQLiteChangeWatch] = []
        for path in paths.dropLast() { watches.append(try SQLiteChangeWatch(path: path, settings: settings)) }
        for _ in 0..<attemptsMax {
            var snapshots: [SQLiteSnapshot] = []
            for path in paths {
                snapshots.append(try SQLiteSnapshot(path: path, settings: settings))
                try taken()
            }
            // All others were as they were taken, from then on until the last one was.
            var isOneMoment = true
            for watch in watches where try watch.sawChange() { isOneMoment = false }
            if isOneMoment { return snapshots }
        }
        throw SQLiteError(.busy, message: "\(paths[0]) is written all the time: no moment to copy was found")
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

/// Tells whether anybody has committed to a file since it was asked last.
private final class SQLiteChangeWatch {
    private let version: SQLiteStatement
    private var seen: Int64

    init(path: String, settings: SQLiteSettings) throws(SQLiteError) {
        let connection = try SQLiteConnection(path: path, role: .reader, settings: settings)
        version = try connection.prepare("PRAGMA data_version")
        seen = try version.first({ _ in }, read: { $0.int64(0) }) ?? 0
    }

    func sawChange() throws(SQLiteError) -> Bool {
        let now = try version.first({ _ in }, read: { $0.int64(0) }) ?? 0
        defer { seen = now }
        return now != seen
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
