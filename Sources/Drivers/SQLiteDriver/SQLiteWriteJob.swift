/// One caller's part of a commit.
struct SQLiteWriteJob: Sendable {
    /// Called once the commit is durable.
    typealias Completion = @Sendable () -> Void

    let writeClass: SQLiteWriteClass
    /// Whose flood it would be part of.
    let key: UInt64?
    /// What it adds to the size of the commit.
    let byteCount: Int
    /// Whether what it overwrites has to leave the log too.
    let erases: Bool
    /// May run twice: in the batch, and alone after the batch failed.
    let run: @Sendable (SQLiteTables) throws(SQLiteError) -> Completion
    let failed: @Sendable (SQLiteError) -> Void
}
