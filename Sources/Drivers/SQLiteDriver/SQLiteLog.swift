internal import Basics
internal import Synchronization

/// The write-ahead log of one file, kept short by the writer and a background thread together (`SQLiteLogPolicy`).
final class SQLiteLog: Sendable {
    private let path: String
    private let settings: SQLiteSettings
    private let clock = MonotonicClock.system
    private let policy: Mutex<SQLiteLogPolicy>
    private let pages = Atomic<Int>(0)
    /// Held by the background thread for as long as it copies, by nobody else meanwhile.
    private let connection = Mutex<SQLiteConnection?>(nil)

    init(path: String, settings: SQLiteSettings) {
        self.path = path
        self.settings = settings
        policy = Mutex(SQLiteLogPolicy(settings: settings))
    }

    /// Pages in the log after the last commit.
    var pageCount: Int { pages.load(ordering: .relaxed) }

    /// What the writer does after each commit and each time that it was called, on its own connection.
    func afterCommit(_ outcome: SQLiteWriteOutcome, on connection: SQLiteConnection) {
        let begun = clock.nanoseconds()
        pages.store(connection.logPageCount, ordering: .relaxed)
        let checkpoint = policy.withLock { policy in
            if outcome.wrote { policy.committed(erased: outcome.erased, at: begun) }
            return policy.beginWriter(logPageCount: connection.logPageCount, at: begun)
        }
        guard let checkpoint else { return }
        let isDone = try? connection.run(checkpoint, busyMilliseconds: settings.checkpointBusyMilliseconds)
        let ended = clock.nanoseconds()
        policy.withLock { $0.writerEnded(checkpoint, isDone: isDone ?? false, at: ended) }
    }

    /// What the background thread does at each of its ticks.
    ///
    /// - Returns: whether the writer has to be called.
    func tick() -> Bool {
        let now = clock.nanoseconds()
        if policy.withLock({ $0.beginPass(at: now) }) {
            let isDone = pass()
            policy.withLock { $0.passEnded(isDone: isDone) }
        }
        return policy.withLock { $0.isErasureDue(at: now) }
    }

    /// Closes the background thread's connection, once that has ended.
    func close() {
        connection.withLock { $0 = nil }
    }

    private func pass() -> Bool {
        connection.withLock { connection in
            do throws(SQLiteError) {
                if let connection { return try connection.run(.passive) }
                let opened = try SQLiteConnection(path: path, role: .checkpointer, settings: settings)
                defer { connection = opened }
                return try opened.run(.passive)
            } catch {
                return false
            }
        }
    }
}
