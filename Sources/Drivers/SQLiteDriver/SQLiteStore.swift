internal import Basics
internal import Synchronization

/// One database file: one writer thread with natural group commit, and readers with a thread and connection each. May
/// be used from any thread.
///
/// Group commit has no timer: while a commit runs, writes queue up; when it ends, the next takes what is there, within
/// `SQLiteSettings.commitEntriesMax` and `commitBytesMax`. An idle store commits each write alone, at once.
public final class SQLiteStore<Tables>: Sendable {
    public typealias MakeTables = @Sendable (SQLiteConnection) throws(SQLiteError) -> Tables

    private typealias ReadJob = @Sendable (Result<(SQLiteConnection, Tables), SQLiteError>) -> Void

    private let writes: BlockingQueue<SQLiteWriteJob<Tables>>
    private let reads: BlockingQueue<ReadJob>
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
    ///   - failed: told of every write and read that fails, whatever the caller makes of it.
    public init(
        path: String, name: String, migrations: [SQLiteMigration], settings: SQLiteSettings,
        makeTables: @escaping MakeTables,
        observe: @escaping @Sendable (_ entries: Int, _ nanoseconds: UInt64) -> Void = { _, _ in },
        failed: @escaping @Sendable (SQLiteError) -> Void = { _ in }
    ) throws(SQLiteError) {
        // Opened here once, so that whoever starts the server learns what is wrong with the file.
        let connection = try SQLiteConnection(path: path, role: .writer, settings: settings)
        try SQLiteMigration.apply(migrations, to: connection)
        _ = try makeTables(connection)

        writes = BlockingQueue(capacity: settings.writeQueueMax)
        reads = BlockingQueue(capacity: settings.readQueueMax)
        ended = BlockingQueue(capacity: settings.readerCount + 1)
        running = Mutex(settings.readerCount + 1)
        self.failed = failed
        startWriter(path: path, name: name, settings: settings, makeTables: makeTables, observe: observe)
        for index in 0..<settings.readerCount {
            startReader(path: path, name: "\(name)-read-\(index)", settings: settings, makeTables: makeTables)
        }
    }

    /// Writes that wait for the writer.
    public var waitingWriteCount: Int { writes.count }

    /// Writes in the next commit and returns once that is durable.
    ///
    /// The write is queued before the first suspension: calls made one after another on one thread commit in that
    /// order.
    ///
    /// - Parameters:
    ///   - byteCount: roughly what it writes.
    ///   - body: runs on the writer's thread inside the transaction; may run twice, the last result counts.
    ///   - committed: runs on the writer's thread after the commit, in the order of the writes, just after the caller
    ///     was resumed.
    public func write<Value: Sendable>(
        byteCount: Int = 256,
        _ body: @escaping @Sendable (Tables) throws(SQLiteError) -> Value,
        committed: @escaping @Sendable (Value) -> Void = { _ in }
    ) async throws(SQLiteError) -> Value {
        let result: Result<Value, SQLiteError> = await withCheckedContinuation { continuation in
            let job = SQLiteWriteJob<Tables>(
                byteCount: byteCount,
                run: { (tables) throws(SQLiteError) in
                    let value = try body(tables)
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
        writes.close()
        reads.close()
        let count = running.withLock { running in
            defer { running = 0 }
            return running
        }
        for _ in 0..<count { _ = ended.takeOne() }
    }

    private static var overloaded: SQLiteError {
        SQLiteError(.overloaded, message: "the store has more waiting than it may have")
    }

    private func startWriter(
        path: String, name: String, settings: SQLiteSettings, makeTables: @escaping MakeTables,
        observe: @escaping @Sendable (Int, UInt64) -> Void
    ) {
        let (writes, ended) = (writes, ended)
        WorkerThread.start(name: "\(name)-write") {
            defer { _ = ended.put(true) }
            let connection: SQLiteConnection
            let writer: SQLiteWriter<Tables>
            do throws(SQLiteError) {
                connection = try SQLiteConnection(path: path, role: .writer, settings: settings)
                writer = try SQLiteWriter(connection: connection, tables: try makeTables(connection))
            } catch {
                while let job = writes.takeOne() { job.failed(error) }
                return
            }
            Self.drain(writes, into: writer, settings: settings, observe: observe)
            // Only tidiness: the next start reads the log just as well.
            try? connection.checkpointAndTruncate()
        }
    }

    private static func drain(
        _ writes: BlockingQueue<SQLiteWriteJob<Tables>>, into writer: SQLiteWriter<Tables>, settings: SQLiteSettings,
        observe: (Int, UInt64) -> Void
    ) {
        let clock = MonotonicClock.system
        while true {
            var byteCount = 0
            let jobs = writes.take { job, taken in
                byteCount += job.byteCount
                return taken < settings.commitEntriesMax && byteCount <= settings.commitBytesMax
            }
            guard !jobs.isEmpty else { return }
            let start = clock.nanoseconds()
            writer.commit(jobs)
            observe(jobs.count, clock.nanoseconds() - start)
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
