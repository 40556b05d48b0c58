internal import Basics
internal import Contracts
internal import Synchronization

/// The store behind its lock, and the faults that tests ask for.
final class SimulatedCommits: Sendable {
    private struct State {
        var store: SimulatedStore
        /// Numbers are taken at the begin of a transaction and never given back.
        var lastOutboxID: UInt64 = 0
        var isHeld = false
        var failureCount = 0
        var waiting: [Job] = []
        /// What is to be called after commits, in commit order.
        var announcements: [@Sendable () -> Void] = []
        var isAnnouncing = false
        var watchers: [Watcher] = []
    }

    /// Somebody who waits until so many commits are held.
    private struct Watcher {
        let count: Int
        let continuation: CheckedContinuation<Void, Never>
    }

    /// Commits, and gives back what resumes the caller.
    private typealias Job = @Sendable (inout State, Int64) -> @Sendable () -> Void

    private let state: Mutex<State>
    private let clock: WallClock

    init(store: SimulatedStore, clock: WallClock) {
        state = Mutex(State(store: store))
        self.clock = clock
    }

    /// Milliseconds since 1970.
    var now: Int64 { clock.millisecondsSince1970() }

    func read<Value: Sendable>(_ body: (SimulatedStore) -> Value) -> Value {
        state.withLock { body($0.store) }
    }

    /// Queued before the first suspension; carried out at once unless commits are held.
    func commit<Value: Sendable>(
        lastOutboxID: UInt64? = nil, _ body: @escaping @Sendable (inout SimulatedStore, inout Transaction) -> Value,
        committed: @escaping @Sendable (Value) -> Void = { _ in }
    ) async throws(StoreError) -> Value {
        let result = await withCheckedContinuation { (continuation: CheckedContinuation<_, Never>) in
            enqueue { state, now in
                let result = Self.carryOut(body, in: &state, now: now, lastOutboxID: lastOutboxID)
                if case .success(let value) = result { state.announcements.append { committed(value) } }
                return { continuation.resume(returning: result) }
            }
        }
        return try result.get()
    }

    private static func carryOut<Value: Sendable>(
        _ body: (inout SimulatedStore, inout Transaction) -> Value, in state: inout State, now: Int64,
        lastOutboxID: UInt64?
    ) -> Result<Value, StoreError> {
        guard state.failureCount == 0 else {
            state.failureCount -= 1
            return .failure(StoreError(.failed))
        }
        var copy = state.store
        var transaction = Transaction(now: now, lastOutboxID: lastOutboxID ?? state.lastOutboxID)
        let value = body(&copy, &transaction)
        state.lastOutboxID = max(state.lastOutboxID, transaction.lastOutboxID)
        state.store = copy
        return .success(value)
    }

    private func enqueue(_ job: @escaping Job) {
        let now = clock.millisecondsSince1970()
        let (resume, watchers) = state.withLock { state -> (@Sendable () -> Void, [Watcher]) in
            guard state.isHeld else { return (job(&state, now), []) }
            state.waiting.append(job)
            let reached = state.watchers.filter { $0.count <= state.waiting.count }
            state.watchers.removeAll { $0.count <= state.waiting.count }
            return ({}, reached)
        }
        resume()
        for watcher in watchers { watcher.continuation.resume() }
        announce()
    }

    /// One thread at a time calls what follows commits, so that it is called in their order.
    private func announce() {
        while true {
            let batch = state.withLock { state -> [@Sendable () -> Void] in
                guard !state.isAnnouncing else { return [] }
                defer { state.announcements = [] }
                state.isAnnouncing = !state.announcements.isEmpty
                return state.announcements
            }
            guard !batch.isEmpty else { return }
            for announcement in batch { announcement() }
            state.withLock { $0.isAnnouncing = false }
        }
    }

    // MARK: Faults

    func failNext() {
        state.withLock { $0.failureCount += 1 }
    }

    func hold() {
        state.withLock { $0.isHeld = true }
    }

    /// Returns once so many commits wait.
    func waitUntilHeld(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isReached = state.withLock { state in
                if state.waiting.count < count {
                    state.watchers.append(Watcher(count: count, continuation: continuation))
                }
                return state.waiting.count >= count
            }
            if isReached { continuation.resume() }
        }
    }

    func release() {
        let now = clock.millisecondsSince1970()
        let resumptions = state.withLock { state in
            let jobs = state.waiting
            state.waiting = []
            state.isHeld = false
            return jobs.map { $0(&state, now) }
        }
        for resume in resumptions { resume() }
        announce()
    }

    /// Takes outbox numbers as the begin of a transaction does.
    func reserveOutboxIDs(_ count: UInt64) -> UInt64 {
        state.withLock { state in
            defer { state.lastOutboxID += count }
            return state.lastOutboxID
        }
    }

    func restart() {
        state.withLock { $0.store.outbox.freeClaims() }
    }
}
