internal import CSQLite
internal import Synchronization

/// How often a writer found a page in its cache. May be read from any thread.
final class SQLiteCacheUse: Sendable {
    private let hits = Atomic<Int>(0)
    private let misses = Atomic<Int>(0)

    /// Pages that were in the cache, and pages that had to be read, since the connection was opened.
    var counts: (hits: Int, misses: Int) {
        (hits.load(ordering: .relaxed), misses.load(ordering: .relaxed))
    }

    /// On the connection's thread. What SQLite has counted begins anew, since it counts in 32 bits.
    func note(_ connection: SQLiteConnection) {
        hits.wrappingAdd(Self.take(SQLITE_DBSTATUS_CACHE_HIT, from: connection), ordering: .relaxed)
        misses.wrappingAdd(Self.take(SQLITE_DBSTATUS_CACHE_MISS, from: connection), ordering: .relaxed)
    }

    private static func take(_ what: Int32, from connection: SQLiteConnection) -> Int {
        var current: Int32 = 0
        var highest: Int32 = 0
        sqlite3_db_status(connection.handle, what, &current, &highest, 1)
        return Int(current)
    }
}
