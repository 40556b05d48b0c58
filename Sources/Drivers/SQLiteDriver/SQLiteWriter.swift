/// Commits what a batch of jobs writes, in one transaction. Confined to the writer's thread.
///
/// `Tables` holds the prepared statements of one database.
struct SQLiteWriter<Tables> {
    private let connection: SQLiteConnection
    private let tables: Tables
    private let begin: SQLiteStatement
    private let commit: SQLiteStatement
    private let rollback: SQLiteStatement

    init(connection: SQLiteConnection, tables: Tables) throws(SQLiteError) {
        self.connection = connection
        self.tables = tables
        begin = try connection.prepare("BEGIN IMMEDIATE")
        commit = try connection.prepare("COMMIT")
        rollback = try connection.prepare("ROLLBACK")
    }

    /// Runs the jobs in order and tells each how it ended, in the same order and only after the commit. When the batch
    /// fails, every job is tried alone, so that one that cannot be written harms no other.
    func commit(_ jobs: [SQLiteWriteJob<Tables>]) {
        do throws(SQLiteError) {
            for completion in try transaction(jobs[...]) { completion() }
        } catch {
            guard jobs.count > 1 else { return jobs.forEach { $0.failed(error) } }
            for index in jobs.indices { commit(jobs[index]) }
        }
    }

    private func commit(_ job: SQLiteWriteJob<Tables>) {
        do throws(SQLiteError) {
            for completion in try transaction([job]) { completion() }
        } catch {
            job.failed(error)
        }
    }

    private func transaction(
        _ jobs: ArraySlice<SQLiteWriteJob<Tables>>
    ) throws(SQLiteError) -> [SQLiteWriteJob<Tables>.Completion] {
        try begin.run { _ in }
        do throws(SQLiteError) {
            var completions: [SQLiteWriteJob<Tables>.Completion] = []
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

/// One caller's part of a commit.
struct SQLiteWriteJob<Tables>: Sendable {
    /// Called once the commit is durable.
    typealias Completion = @Sendable () -> Void

    /// What it adds to the size of the commit.
    let byteCount: Int
    /// May run twice: in the batch, and alone after the batch failed.
    let run: @Sendable (Tables) throws(SQLiteError) -> Completion
    let failed: @Sendable (SQLiteError) -> Void
}
