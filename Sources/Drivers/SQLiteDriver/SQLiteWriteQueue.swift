internal import Basics
internal import Synchronization

/// The writes that wait, between any threads that put them and the one writer that takes them.
///
/// Putting never blocks. What may wait is what the writer drains in `SQLiteSettings.writeQueueMilliseconds` at the rate
/// measured, within the settings' bounds: a longer queue would only turn a refusal into a time-out.
final class SQLiteWriteQueue: Sendable {
    private struct State {
        var lanes: SQLiteWriteLanes<SQLiteWriteJob>
        var capacity: Int
        var drainRate = SQLiteDrainRate()
        var pressure = SQLitePressure()
        var isWriterWaiting = false
        var isPoked = false
        var isClosed = false
    }

    private enum Turn: Sendable {
        case work([SQLiteWriteJob], tell: Bool)
        case wait, end
    }

    private let state: Mutex<State>
    /// Where the writer waits; it holds at most the one token that wakes it.
    private let parking = BlockingQueue<Bool>(capacity: 1)
    private let capacityBounds: ClosedRange<Int>
    private let drainMilliseconds: Int
    private let pressureChanged: @Sendable (Bool) -> Void

    /// - Parameter pressureChanged: called by whoever puts or takes, outside of any lock; see `SQLitePressure`.
    init(settings: SQLiteSettings, pressureChanged: @escaping @Sendable (Bool) -> Void = { _ in }) {
        let lowest = min(settings.writeQueueMin, settings.writeQueueMax)
        capacityBounds = lowest...settings.writeQueueMax
        drainMilliseconds = settings.writeQueueMilliseconds
        self.pressureChanged = pressureChanged
        let lanes = SQLiteWriteLanes<SQLiteWriteJob>(
            entriesMax: settings.commitEntriesMax, bytesMax: settings.commitBytesMax)
        state = Mutex(State(lanes: lanes, capacity: lowest))
    }

    var count: Int { state.withLock { $0.lanes.count } }

    var isUnderPressure: Bool { state.withLock { $0.pressure.isHigh } }

    /// - Returns: false when the queue is full or closed; the job was not taken.
    func put(_ job: SQLiteWriteJob) -> Bool {
        let (taken, wake, tell) = state.withLock { state -> (Bool, Bool, Bool) in
            guard !state.isClosed, state.lanes.count < state.capacity else { return (false, false, false) }
            state.lanes.append(job, job.writeClass, key: job.key, byteCount: job.byteCount)
            return (true, Self.wakeWriter(&state), Self.updatePressure(&state))
        }
        if wake { _ = parking.put(true) }
        if tell { tellPressure() }
        return taken
    }

    /// Waits until something waits, and takes what goes into one commit. Called by the writer alone.
    ///
    /// - Returns: nothing after a `poke`; nil once the queue is closed and empty.
    func take() -> [SQLiteWriteJob]? {
        while true {
            switch state.withLock({ Self.nextTurn(&$0) }) {
            case .work(let jobs, let tell):
                if tell { tellPressure() }
                return jobs
            case .wait: _ = parking.takeOne()
            case .end: return nil
            }
        }
    }

    /// Tells how long the writer was busy with what it took.
    func drained(_ entries: Int, nanoseconds: UInt64) {
        let tell = state.withLock { state in
            state.drainRate.add(entries: entries, nanoseconds: nanoseconds)
            let drained = state.drainRate.entries(inMilliseconds: drainMilliseconds)
            state.capacity = min(max(drained, capacityBounds.lowerBound), capacityBounds.upperBound)
            return Self.updatePressure(&state)
        }
        if tell { tellPressure() }
    }

    /// Makes the writer look around even when nothing waits.
    func poke() {
        let wake = state.withLock { state in
            state.isPoked = true
            return Self.wakeWriter(&state)
        }
        if wake { _ = parking.put(true) }
    }

    /// Refuses what comes from now on; what is queued is still given out.
    func close() {
        let wake = state.withLock { state in
            state.isClosed = true
            return Self.wakeWriter(&state)
        }
        if wake { _ = parking.put(true) }
    }

    private static func nextTurn(_ state: inout State) -> Turn {
        if state.isPoked || !state.lanes.isEmpty {
            state.isPoked = false
            let jobs = state.lanes.takeBatch()
            return .work(jobs, tell: updatePressure(&state))
        }
        if state.isClosed { return .end }
        state.isWriterWaiting = true
        return .wait
    }

    /// - Returns: whether the writer waits for a token, which is then due to it.
    private static func wakeWriter(_ state: inout State) -> Bool {
        defer { state.isWriterWaiting = false }
        return state.isWriterWaiting
    }

    private static func updatePressure(_ state: inout State) -> Bool {
        state.pressure.update(waiting: state.lanes.count, capacity: state.capacity)
    }

    private func tellPressure() {
        while let isHigh = state.withLock({ $0.pressure.nextReport() }) {
            pressureChanged(isHigh)
            state.withLock { $0.pressure.reported() }
        }
    }
}
