internal import Basics
internal import Observability
internal import SQLiteDriver
internal import Synchronization

/// Tells the operator what a store refused: the callers learn only that they may try again.
///
/// At most one line a second and store, so that a full disk under load does not fill another one with its log; the
/// metric counts all.
final class StoreFailureLog: Sendable {
    private static let intervalNanoseconds: UInt64 = 1_000_000_000

    private struct State {
        var nextLineAt: UInt64 = 0
        var unreported = 0
    }

    private let store: StaticString
    private let logger: Logger
    private let failures: Counter
    private let clock: MonotonicClock
    private let state = Mutex(State())

    init(store: StaticString, logger: Logger, metrics: StoreMetrics, clock: MonotonicClock = .system) {
        self.store = store
        self.logger = logger
        failures = metrics.failureCounter(of: store.description)
        self.clock = clock
    }

    func record(_ error: SQLiteError) {
        failures.add()
        let now = clock.nanoseconds()
        let unreported = state.withLock { state -> Int? in
            guard now >= state.nextLineAt else {
                state.unreported += 1
                return nil
            }
            state.nextLineAt = now + Self.intervalNanoseconds
            defer { state.unreported = 0 }
            return state.unreported
        }
        guard let unreported else { return }
        logger.error(
            "A store refused work: nothing of it was written, and its callers may try again.",
            [
                "store": .literal(store), "reason": .system(error.message),
                "remedy": .system(StoreAdvice.remedy(error.code)), "result_code": .integer(Int(error.resultCode)),
                "also_since_last_line": .integer(unreported),
            ])
    }
}
