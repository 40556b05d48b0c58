/// Commits what a batch of jobs writes, in one transaction. Confined to the writer's thread.
struct SQLiteWriter {
    private let connection: SQLiteConnection
    private let tables: SQLiteTables
    private let begin: SQLiteStatement
    private let commit: SQLiteStatement
    private let rollback: SQLiteStatement

    init(connection: SQLiteConnection, tables: SQLiteTables) throws(SQLiteError) {
        self.connection = connection
        self.tables = tables
        begin = try connection.prepare("BEGIN IMMEDIATE")
        commit = try connection.prepare("COMMIT")
        rollback = try connection.prepare("ROLLBACK")
    }

    /// Runs the jobs in order and tells each how it ended, in the same order and only after the commit. When the batch
    /// fails, every job is tried alone, so that one that cannot be written harms no other.
    func commit(_ jobs: [SQLiteWriteJob]) -> SQLiteWriteOutcome {
        do throws(SQLiteError) {
            for completion in try transaction(jobs[...]) { completion() }
            return SQLiteWriteOutcome(wrote: !jobs.isEmpty, erased: jobs.contains { $0.erases })
        } catch {
            guard jobs.count > 1 else {
                for job in jobs { job.failed(error) }
                return SQLiteWriteOutcome()
            }
            return jobs.indices.reduce(into: SQLiteWriteOutcome()) { $0.add(commit([jobs[$1]])) }
        }
    }

    private func transaction(
        _ jobs: ArraySlice<SQLiteWriteJob>
    ) throws(SQLiteError) -> [SQLiteWriteJob.Completion] {
        try begin.run { _ in }
        do throws(SQLiteError) {
            var completions: [SQLiteWriteJob.Completion] = []
            completions.reserveCapacity(jobs.count)
            for job in jobs { completions.append(try job.run(tables)) }
            try commit.run { _ in }
            return completions
        } catch {
            // After a full disk, among others, SQLite has rolled back by itself.
            if connection.isInTransaction { try rollback.run { _ in } }
            throw error
        }
    }
}
