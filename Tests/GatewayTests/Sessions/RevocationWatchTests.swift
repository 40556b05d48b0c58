import Basics
import Contracts
import Protobuf
import Synchronization
import Testing
import WireProtocol

@testable import Gateway

@Suite("What a gateway knows of ended sessions")
struct RevocationWatchTests {
    /// Both clocks, which stand still until a test moves them.
    private final class Clocks: Sendable {
        private let nanoseconds = Mutex<UInt64>(1_000_000_000_000)

        var now: UInt64 { nanoseconds.withLock { $0 } }
        var monotonic: MonotonicClock { MonotonicClock { [self] in now } }
        var wall: WallClock { WallClock { [self] in Int64(now / 1_000_000) } }

        func advance(milliseconds: UInt64) { nanoseconds.withLock { $0 += milliseconds * 1_000_000 } }
    }

    private let clocks = Clocks()
    private let log = RevocationLog()
    private let watch: RevocationWatch

    init() {
        var limits = Limits()
        limits.revocationsPageMax = 2
        watch = RevocationWatch(limits: limits, clock: clocks.wall, monotonic: clocks.monotonic) {
            [log] request throws(APIError) in try log.page(of: request)
        }
    }

    @Test("what is in the log has ended; each is told once, over all pages")
    func reading() async throws {
        log.add([1, 2, 3, 4, 5], at: clocks.wall.millisecondsSince1970())
        #expect(!watch.isRevoked(SessionID(1)))
        #expect(try await watch.read().map(\.rawValue) == [1, 2, 3, 4, 5])
        for id in 1...5 { #expect(watch.isRevoked(SessionID(UInt64(id)))) }
        #expect(!watch.isRevoked(SessionID(6)))
        #expect(try await watch.read().isEmpty)
        log.add([6], at: clocks.wall.millisecondsSince1970())
        #expect(try await watch.read().map(\.rawValue) == [6])
        #expect(log.askedAfter == [0, 2, 4, 5, 5])
    }

    @Test("what the bus says counts at once, and is not told again when the log says it")
    func hints() async throws {
        #expect(watch.note([SessionID(7)]).map(\.rawValue) == [7])
        #expect(watch.isRevoked(SessionID(7)))
        log.add([7], at: clocks.wall.millisecondsSince1970())
        #expect(try await watch.read().isEmpty)
    }

    @Test("only what ended while a token may still live is read")
    func since() async throws {
        log.add([1], at: clocks.wall.millisecondsSince1970())
        clocks.advance(milliseconds: 961_000)
        log.add([2], at: clocks.wall.millisecondsSince1970())
        #expect(try await watch.read().map(\.rawValue) == [2])
    }

    @Test("a session is remembered for as long as a token lives, and forgotten after twice that")
    func forgetting() async throws {
        _ = watch.note([SessionID(7)])
        for _ in 0..<15 {
            clocks.advance(milliseconds: 60_000)
            _ = try await watch.read()
            #expect(watch.isRevoked(SessionID(7)))
        }
        for _ in 0..<20 {
            clocks.advance(milliseconds: 60_000)
            _ = try await watch.read()
        }
        #expect(!watch.isRevoked(SessionID(7)))
    }

    @Test("30 s without a read nothing is known any more, until one succeeds")
    func stale() async throws {
        _ = try await watch.read()
        log.fails = true
        clocks.advance(milliseconds: 30_000)
        await #expect(throws: APIError.overloaded) { try await watch.read() }
        #expect(watch.isCurrent(now: clocks.now))
        clocks.advance(milliseconds: 1)
        #expect(!watch.isCurrent(now: clocks.now))
        log.fails = false
        _ = try await watch.read()
        #expect(watch.isCurrent(now: clocks.now))
    }

    @Test("an answer counts from when it was asked for")
    func slowAnswer() async throws {
        log.onRead = { [clocks] in clocks.advance(milliseconds: 31_000) }
        _ = try await watch.read()
        #expect(!watch.isCurrent(now: clocks.now))
    }
}

/// The log of ended sessions, read two lines at a time.
private final class RevocationLog: Sendable {
    private struct State {
        var lines: [Revocation] = []
        var askedAfter: [UInt64] = []
        var fails = false
        var onRead: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    var askedAfter: [UInt64] { state.withLock { $0.askedAfter } }

    var fails: Bool {
        get { state.withLock { $0.fails } }
        set { state.withLock { $0.fails = newValue } }
    }

    var onRead: (@Sendable () -> Void)? {
        get { state.withLock { $0.onRead } }
        set { state.withLock { $0.onRead = newValue } }
    }

    func add(_ sessions: [UInt64], at milliseconds: Int64) {
        state.withLock { state in
            for session in sessions {
                state.lines.append(
                    Revocation(
                        number: UInt64(state.lines.count + 1), sessionID: session,
                        revokedAt: Timestamp(millisecondsSince1970: milliseconds)))
            }
        }
    }

    func page(of request: GetRevocationsRequest) throws(APIError) -> GetRevocationsResponse {
        onRead?()
        guard !fails else { throw .overloaded }
        return state.withLock { state in
            state.askedAfter.append(request.after)
            let since = request.since?.millisecondsSince1970 ?? 0
            let new = state.lines.filter {
                $0.number > request.after && ($0.revokedAt?.millisecondsSince1970 ?? 0) >= since
            }
            return GetRevocationsResponse(
                revocations: Array(new.prefix(2)), lastNumber: UInt64(state.lines.count))
        }
    }
}
