/// Decides who copies the write-ahead log into the file, when and how. A value: it knows no thread and no clock.
///
/// A background thread copies at a steady pace while something is written. What was committed meanwhile the writer
/// copies itself, right after: little, but only so is the log ever copied whole under load, and only then is it used
/// again from its start. Two conditions the writer alone can meet: a log that has grown too long starts anew, and after
/// an erasure it is emptied. Both wait for readers, a short while; when that fails, they are tried again.
///
/// SQLite lets one connection copy at a time and refuses the other; so each asks here first, and the writer goes first.
struct SQLiteLogPolicy: Sendable {
    private let pagesMax: Int
    private let eraseNanoseconds: UInt64
    private let retryNanoseconds: UInt64

    private var isCopying = false
    private var isWriterNext = false
    /// Commits there were, and how many there were when the last pass of the background thread began.
    private var commitCount: UInt64 = 0
    private var passedCount: UInt64 = 0
    /// Whether something was committed during the last pass.
    private var isRestLeft = false
    private var eraseDueAt: UInt64?
    private var restartNotBefore: UInt64 = 0

    init(settings: SQLiteSettings) {
        pagesMax = settings.walPagesMax
        eraseNanoseconds = UInt64(settings.eraseMilliseconds) * 1_000_000
        retryNanoseconds = UInt64(settings.checkpointRetryMilliseconds) * 1_000_000
    }

    // MARK: The writer, between commits

    mutating func committed(erased: Bool, at now: UInt64) {
        commitCount += 1
        // The first of several erasures decides: the others leave the log with it.
        if erased, eraseDueAt == nil { eraseDueAt = now + eraseNanoseconds }
    }

    /// What the writer does now; then it tells `writerEnded`.
    mutating func beginWriter(logPageCount: Int, at now: UInt64) -> SQLiteCheckpoint? {
        let checkpoint = wantedOfWriter(logPageCount: logPageCount, at: now)
        isWriterNext = isCopying && checkpoint != nil && checkpoint != .passive
        guard !isCopying, let checkpoint else { return nil }
        isCopying = true
        return checkpoint
    }

    /// - Parameter isDone: false when others were in the way, or the disk.
    mutating func writerEnded(_ checkpoint: SQLiteCheckpoint, isDone: Bool, at now: UInt64) {
        isCopying = false
        isRestLeft = false
        if isDone, checkpoint != .passive { passedCount = commitCount }
        switch checkpoint {
        case .passive: break
        case .restart: if !isDone { restartNotBefore = now + retryNanoseconds }
        case .truncate: eraseDueAt = isDone ? nil : now + retryNanoseconds
        }
    }

    private func wantedOfWriter(logPageCount: Int, at now: UInt64) -> SQLiteCheckpoint? {
        if isErasureDue(at: now) { return .truncate }
        if logPageCount > pagesMax, now >= restartNotBefore { return .restart }
        return isRestLeft ? .passive : nil
    }

    // MARK: The background thread, at each of its ticks

    /// Whether the writer has to be called even if it has nothing to write.
    func isErasureDue(at now: UInt64) -> Bool {
        eraseDueAt.map { $0 <= now } ?? false
    }

    /// Whether it copies now; then it tells `passEnded`.
    mutating func beginPass(at now: UInt64) -> Bool {
        guard commitCount != passedCount, !isCopying, !isWriterNext, !isErasureDue(at: now) else { return false }
        isCopying = true
        isRestLeft = false
        passedCount = commitCount
        return true
    }

    /// - Parameter isDone: false when it could not: then whoever comes first does it, the writer after its next commit
    ///   or this thread at its next tick. There may be no next commit.
    mutating func passEnded(isDone: Bool) {
        isCopying = false
        isRestLeft = !isDone || commitCount != passedCount
        if !isDone { passedCount = commitCount &- 1 }
    }
}
