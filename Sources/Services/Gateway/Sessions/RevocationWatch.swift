internal import Basics
internal import Contracts
internal import Protobuf
internal import Synchronization
internal import WireProtocol

/// What a gateway knows of ended sessions: read from Identity's log every second, and heard from the bus meanwhile. May
/// be used from any thread.
///
/// Without a look at the log for some time it says so (`isCurrent`), and the gateway answers nobody rather than
/// somebody whose session has ended.
final class RevocationWatch: Sendable {
    /// One page of the log.
    typealias ReadLog =
        @Sendable (GetRevocationsRequest) async throws(APIError) -> GetRevocationsResponse

    private struct State {
        var revoked: RevokedSessions
        /// Up to where the log has been read.
        var number: UInt64 = 0
    }

    private let state: Mutex<State>
    /// When the log was last read to its end, in nanoseconds of the monotonic clock.
    private let readAt: Atomic<UInt64>
    private let readLog: ReadLog
    private let staleNanoseconds: UInt64
    private let pageMax: Int
    private let clock: WallClock
    private let monotonic: MonotonicClock

    /// - Parameter limits: after how long without a read nothing is known, and how many lines one read gives.
    init(limits: Limits, clock: WallClock, monotonic: MonotonicClock, readLog: @escaping ReadLog) {
        let now = monotonic.nanoseconds()
        state = Mutex(State(revoked: RevokedSessions(now: now)))
        readAt = Atomic(now)
        self.readLog = readLog
        staleNanoseconds = limits.revocationsStaleMilliseconds * 1_000_000
        pageMax = limits.revocationsPageMax
        self.clock = clock
        self.monotonic = monotonic
    }

    /// Whether the log was read lately.
    ///
    /// - Parameter now: nanoseconds of the monotonic clock.
    func isCurrent(now: UInt64) -> Bool {
        let readAt = readAt.load(ordering: .relaxed)
        return now < readAt || now - readAt <= staleNanoseconds
    }

    func isRevoked(_ session: SessionID) -> Bool {
        state.withLock { $0.revoked.contains(session) }
    }

    /// Sessions of which the bus says that they have ended.
    ///
    /// - Returns: those that were not known to have.
    func note(_ sessions: [SessionID]) -> [SessionID] {
        let now = monotonic.nanoseconds()
        return state.withLock { $0.revoked.add(sessions, now: now) }
    }

    /// Reads what is new in the log; at first, what ended while a token may still live. One call at a time.
    ///
    /// - Returns: the sessions that were not known to have ended.
    func read() async throws(APIError) -> [SessionID] {
        // Before the question: what ends while it is answered is not in the answer.
        let askedAt = monotonic.nanoseconds()
        let since = clock.millisecondsSince1970() - Int64(RevokedSessions.keptNanoseconds / 1_000_000)
        var new: [SessionID] = []
        while true {
            let page = try await readLog(
                GetRevocationsRequest(
                    after: state.withLock { $0.number }, since: Timestamp(millisecondsSince1970: since)))
            new += note(page.revocations.map { SessionID($0.sessionID) })
            let isWhole = page.revocations.count < pageMax
            let last = page.revocations.last?.number ?? 0
            state.withLock { $0.number = max($0.number, isWhole ? max(last, page.lastNumber) : last) }
            if isWhole { break }
        }
        state.withLock { $0.revoked.turn(now: askedAt) }
        readAt.store(askedAt, ordering: .relaxed)
        return new
    }
}
