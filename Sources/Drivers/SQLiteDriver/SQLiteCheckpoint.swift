internal import CSQLite

/// How the write-ahead log is copied into the file, from the gentlest on.
enum SQLiteCheckpoint: Sendable {
    /// Copies what no reader needs any more from the log, and waits for nobody.
    case passive
    /// Copies everything, waits for readers, and lets the next commit begin at the log's start.
    case restart
    /// The same, and cuts the log's file to nothing: what it held is gone.
    case truncate

    var mode: Int32 {
        switch self {
        case .passive: SQLITE_CHECKPOINT_PASSIVE
        case .restart: SQLITE_CHECKPOINT_RESTART
        case .truncate: SQLITE_CHECKPOINT_TRUNCATE
        }
    }
}
