/// What a batch of writes has done to the database.
struct SQLiteWriteOutcome {
    /// Whether anything was committed.
    var wrote = false
    /// Whether that overwrote what has to leave the log too.
    var erased = false

    mutating func add(_ other: SQLiteWriteOutcome) {
        wrote = wrote || other.wrote
        erased = erased || other.erased
    }
}
