internal import Basics
internal import Synchronization

/// One database file: one writer thread with natural group commit, readers with a thread and connection each, and a
/// thread that copies the write-ahead log into the file. May be used from any thread.
///
/// Group commit has no timer: while a commit runs, writes queue up; when it ends, the next takes what is there, within
/// `SQLiteSettings.commitEntriesMax` and `commitBytesMax`. An idle store commits each write alone, at once. What is
/// taken first, and how floods are kept from starving others: `SQLiteWriteLanes`.
public final class SQLiteStore<Tables>: Sendable {
    public typealias MakeTables = @Sendable (SQLiteConnection) throws(SQLiteError) -> Tables

    private typealias ReadJob = @Sendable (Result<(SQLiteConnection, Tables), SQLiteError>) -> Void

    private let writes: SQLiteWriteQueue
    private let reads: BlockingQueue<ReadJob>
    private let log: SQLiteLog
    private let cacheUse = SQLiteCacheUse()
    private let checkpoints: Ticker
    private let ended: BlockingQueue<Bool>
    private let failed: @Sendable (SQLiteError) -> Void
    /// How many threads have not been waited for yet.
    private let running: Mutex<Int>

    /// Opens the file, brings its schema up to date and starts the threads.
    ///
    /// - Parameters:
    ///   - name: of the threads.
    ///   - makeTables: prepares the statements of one connection; called once for each.
    ///   - observe: told after each commit how many entries it had and how long it took, in nanoseconds.
    ///   - pressureChanged: told true when more than half of the writes that may wait do, and false once less than a
    ///     quarter does; in order, and nothing twice. It runs on the thread of whoever calls `write` or on the
    ///     writer's, never on two at once; it must not wait for a write.
    ///   - failed: told of every write and read that fails, whatever the caller makes of it.
    public init(
        path: String, name: String, migrations: [SQLiteMigration], settings: SQLiteSettings,
        makeTables: @escaping MakeTables,
        observe: @escaping @Sendable (_ entries: Int, _ nanoseconds: UInt64) -> Void = { _, _ in },
        pressureChanged: @escaping @Sendable (_ isUnderPressure: Bool) -> Void = { _ in },
        failed: @escaping @Sendable (SQLiteError) -> Void = { _ in }
    ) throws(SQLiteError) {
        try Self.prepare(path: path, migrations: migrations, settings: settings, makeTables: makeTables)

        let writes = SQLiteWriteQueue(settings: settings, pressureChanged: pressureChanged)
        let log = SQLiteLog(path: path, settings: settings)
        (self.writes, self.log, self.failed) = (writes, log, failed)
        reads = BlockingQueue(capacity: settings.readQueueMax)
        ended = BlockingQueue(capacity: settings.readerCount + 1)
        running = Mutex(settings.readerCount + 1)
        checkpoints = Ticker(name: "\(name)-log", intervalMilliseconds: settings.checkpointMilliseconds) {
            if log.tick() { writes.poke() }
        }
        startWriter(path: path, name: name, settings: settings, makeTables: makeTables, observe: observe)
        for index in 0..<settings.readerCount {
            startReader(path: path, name: "\(name)-read-\(index)", settings: settings, makeTables: makeTables)
        }
    }

    /// Writes that wait for the writer.
    public var waitingWriteCount: Int { writes.count }

    /// Reads that wait for a reader.
    public var waitingReadCount: Int { reads.count }

    /// Pages in the write-ahead log after the last commit.
    public var logPageCount: Int { log.pageCount }

    /// Pages that the writer found in its cache, and pages that it had to read, since it was opened.
    public var writerCache: (hits: Int, misses: Int) { cacheUse.counts }

    /// Whether whoever makes writes should pause: what `pressureChanged` is told.
    public var isUnderPressure: Bool { writes.isUnderPressure }

    /// Writes in one of the next commits and returns once that is durable. Throws `.overloaded` at once when more
    /// writes wait than may wait, and when the store is closed.
    ///
    /// The write is queued before the first suspension: of calls made one after another on one thread, those of one
    /// class and key commit in that order. So do those of one class without key. All others may overtake each other.
    ///
    /// - Parameters:
    ///   - writeClass: how soon it is due.
    ///   - key: whom a flood of such writes is ascribed to, such as the chat. One key gets at most half of a commit.
    ///   - byteCount: roughly what it writes.
    ///   - erases: what it overwrites or deletes is to leave the disk: the write-ahead log, which still has it, is
    ///     emptied within about `SQLiteSettings.eraseMilliseconds`, unless a reader holds on to it.
    ///   - body: runs on the writer's thread inside the transaction; may run twice, the last result counts.
    ///   - committed: runs on the writer's thread after the commit, in the order of the writes, just after the caller
    ///     was resumed.
    public func write<Value: Sendable>(
        _ writeClass: SQLiteWriteClass = .normal, key: UInt64? = nil, byteCount: Int = 256, erases: Bool = false,
        _ body: @escaping @Sendable (Tables) throws(SQLiteError) -> Value,
        committed: @escaping @Sendable (Value) -> Void = { _ in }
    ) async throws(SQLiteError) -> Value {
        let result: Result<Value, SQLiteError> = await withCheckedContinuation { continuation in
            let job = SQLiteWriteJob(
                writeClass: writeClass, key: key, byteCount: byteCount, erases: erases,
                run: { (tables) throws(SQLiteError) in
                    let value = try SQLiteTablesOf<Tables>.run(tables, body)
                    return {
                        continuation.resume(returning: .success(value))
                        committed(value)
                    }
                },
                failed: { continuation.resume(returning: .failure($0)) })
            if !writes.put(job) { continuation.resume(returning: .failure(Self.overloaded)) }
        }
        return try unwrap(result)
    }

    /// Reads one consistent state of the database: everything that was committed before the call is in it.
    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (Tables) throws(SQLiteError) -> Value
    ) async throws(SQLiteError) -> Value {
        let result: Result<Value, SQLiteError> = await withCheckedContinuation { continuation in
            let job: ReadJob = { opened in
                continuation.resume(returning: Self.transaction(opened, body))
            }
            if !reads.put(job) { continuation.resume(returning: .failure(Self.overloaded)) }
        }
        return try unwrap(result)
    }

    private func unwrap<Value>(_ result: Result<Value, SQLiteError>) throws(SQLiteError) -> Value {
        if case .failure(let error) = result { failed(error) }
        return try result.get()
    }

    /// Refuses new work, finishes what is queued, and copies the log into the file. Blocks until that is done. Again it
    /// does nothing.
    public func close() {
        reads.close()
        // Before the writer ends, which then has the log for itself.
        checkpoints.stop()
        log.close()
        writes.close()
        let count = running.withLock { running in
            defer { running = 0 }
            return running
        }
        for _ in 0..<count { _ = ended.takeOne() }
    }

    private static var overloaded: SQLiteError {
        SQLiteError(.overloaded, message: "the store has more waiting than it may have")
    }

    /// Brings a file up to date, as opening a store does.
    public static func migrate(
        path: String, migrations: [SQLiteMigration], settings: SQLiteSettings
    ) throws(SQLiteError) where Tables == Void {
        try prepare(path: path, migrations: migrations, settings: settings, makeTables: { _ in })
    }

    /// Opens the file once, so that whoever starts the server learns what is wrong with it, and brings it up to date.
    private static func prepare(
        path: String, migrations: [SQLiteMigration], settings: SQLiteSettings, makeTables: MakeTables
    ) throws(SQLiteError) {
        let connection = try SQLiteConnection(path: path, role: .writer, settings: settings)
        try SQLiteMigration.apply(migrations, to: connection)
        _ = try makeTables(connection)
        // After a crash the log may hold what was erased just before. When that does not go now, for a reader of
        // another process or a full disk, the server works none the less, and closing does it.
        _ = try? connection.run(.truncate, busyMilliseconds: settings.checkpointBusyMilliseconds)
    }

    private func startWriter(
        path: String, name: String, settings: SQLiteSettings, makeTables: @escaping MakeTables,
        observe: @escaping @Sendable (Int, UInt64) -> Void
    ) {
        let (writes, log, ended, cacheUse) = (writes, log, ended, cacheUse)
        WorkerThread.start(name: "\(name)-write") {
            defer { _ = ended.put(true) }
            let connection: SQLiteConnection
            let writer: SQLiteWriter
            do throws(SQLiteError) {
                connection = try SQLiteConnection(path: path, role: .writer, settings: settings)
                let tables = SQLiteTablesOf(try makeTables(connection))
                writer = try SQLiteWriter(connection: connection, tables: tables)
            } catch {
                while let jobs = writes.take() {
                    for job in jobs { job.failed(error) }
                }
                return
            }
            Self.drain(writes, into: writer, observe: observe) { outcome in
                cacheUse.note(connection)
                log.afterCommit(outcome, on: connection)
            }
            // Only tidiness, unless something was erased: the next start reads the log just as well, and empties it.
            _ = try? connection.run(.truncate)
        }
    }

    private static func drain(
        _ writes: SQLiteWriteQueue, into writer: SQLiteWriter, observe: (Int, UInt64) -> Void,
        afterCommit: (SQLiteWriteOutcome) -> Void
    ) {
        let clock = MonotonicClock.system
        while let jobs = writes.take() {
            // Nothing to write: the writer was called for the log's sake.
            if jobs.isEmpty {
                afterCommit(SQLiteWriteOutcome())
                continue
            }
            let start = clock.nanoseconds()
            let outcome = writer.commit(jobs)
            observe(jobs.count, clock.nanoseconds() - start)
            afterCommit(outcome)
            writes.drained(jobs.count, nanoseconds: clock.nanoseconds() - start)
        }
    }

    private func startReader(path: String, name: String, settings: SQLiteSettings, makeTables: @escaping MakeTables) {
        let (reads, ended) = (reads, ended)
        WorkerThread.start(name: name) {
            defer { _ = ended.put(true) }
            var opened: Result<(SQLiteConnection, Tables), SQLiteError>
            do throws(SQLiteError) {
                let connection = try SQLiteConnection(path: path, role: .reader, settings: settings)
                opened = .success((connection, try makeTables(connection)))
            } catch {
                opened = .failure(error)
            }
            while let job = reads.takeOne() { job(opened) }
        }
    }

    /// Several statements see one state only inside a transaction.
    private static func transaction<Value>(
        _ opened: Result<(SQLiteConnection, Tables), SQLiteError>, _ body: (Tables) throws(SQLiteError) -> Value
    ) -> Result<Value, SQLiteError> {
        do throws(SQLiteError) {
            let (connection, tables) = try opened.get()
            try connection.execute("BEGIN")
            let result: Result<Value, SQLiteError>
            do throws(SQLiteError) {
                result = .success(try body(tables))
            } catch {
                result = .failure(error)
            }
            try connection.execute("COMMIT")
            return result
        } catch {
            return .failure(error)
        }
    }
}
