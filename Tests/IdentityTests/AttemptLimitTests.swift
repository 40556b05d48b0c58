import Basics
import Contracts
import Synchronization
import Testing
import WireProtocol

@testable import Identity

@Suite("How often somebody may try")
struct AttemptLimitTests {
    private final class Time: Sendable {
        private let nanoseconds = Mutex<UInt64>(1)
        var clock: MonotonicClock { MonotonicClock { [self] in nanoseconds.withLock { $0 } } }
        func advance(seconds: UInt64) { nanoseconds.withLock { $0 += seconds * 1_000_000_000 } }
    }

    private let time = Time()
    private let attempts: AttemptLimits

    init() { attempts = AttemptLimits(limits: Limits(), monotonic: time.clock) }

    private static func from(_ address: String) -> CallContext {
        CallContext(caller: nil, requestID: "test", clientAddress: IPAddress(address))
    }

    /// How often it is allowed, one after the other, of `count` times.
    private func allowed(_ count: Int, _ attempt: (Int) throws(APIError) -> Void) -> Int {
        (0..<count).count { (try? attempt($0)) != nil }
    }

    @Test("five a minute from one address to one account; who waits as told may try again")
    func addressAndAccount() {
        #expect(allowed(9) { _ throws(APIError) in try attempts.login(to: "a", Self.from("10.0.0.1")) } == 5)
        do {
            try attempts.login(to: "a", Self.from("10.0.0.1"))
            Issue.record("it was allowed")
        } catch {
            #expect(error.code == .rateLimited)
            #expect((12_000...12_001).contains(error.retryAfterMilliseconds ?? 0))
        }
        time.advance(seconds: 12)
        #expect(allowed(9) { _ throws(APIError) in try attempts.login(to: "a", Self.from("10.0.0.1")) } == 1)
    }

    @Test("20 a minute to one account from everywhere")
    func account() {
        #expect(
            allowed(99) { index throws(APIError) in try attempts.login(to: "a", Self.from("10.0.0.\(index)"))
            } == 20)
        #expect(allowed(1) { _ throws(APIError) in try attempts.login(to: "b", Self.from("10.0.0.1")) } == 1)
    }

    @Test("300 a minute from one address, and what is refused counts for nobody")
    func address() {
        #expect(
            allowed(999) { index throws(APIError) in try attempts.login(to: "\(index)", Self.from("10.0.0.1")) } == 300)
        // The account of a refused attempt has lost nothing.
        #expect(
            allowed(99) { index throws(APIError) in try attempts.login(to: "998", Self.from("10.0.1.\(index)")) } == 20)
    }

    @Test("of IPv6 the first 64 bits count, of an IPv4 address written as IPv6 all of it")
    func networks() {
        #expect(
            allowed(99) { index throws(APIError) in
                try attempts.registration(Self.from("2001:db8:0:1::\(index + 1)"))
            } == 20)
        #expect(allowed(1) { _ throws(APIError) in try attempts.registration(Self.from("2001:db8:0:2::1")) } == 1)
        #expect(
            allowed(99) { index throws(APIError) in
                try attempts.registration(Self.from(index.isMultiple(of: 2) ? "::ffff:10.9.9.9" : "10.9.9.9"))
            } == 20)
        #expect(allowed(1) { _ throws(APIError) in try attempts.registration(Self.from("10.9.9.8")) } == 1)
    }

    @Test("30 refreshes a minute of one session")
    func refreshes() {
        #expect(allowed(99) { _ throws(APIError) in try attempts.refresh(SessionID(1)) } == 30)
        #expect(allowed(1) { _ throws(APIError) in try attempts.refresh(SessionID(2)) } == 1)
        time.advance(seconds: 2)
        #expect(allowed(9) { _ throws(APIError) in try attempts.refresh(SessionID(1)) } == 1)
    }

    @Test("60 searches a minute of one user")
    func searches() {
        #expect(allowed(99) { _ throws(APIError) in try attempts.search(by: UserID(1)) } == 60)
        #expect(allowed(1) { _ throws(APIError) in try attempts.search(by: UserID(2)) } == 1)
        time.advance(seconds: 1)
        #expect(allowed(9) { _ throws(APIError) in try attempts.search(by: UserID(1)) } == 1)
    }

    @Test("registrations, questions and log-ins have buckets of their own")
    func kinds() {
        let context = Self.from("10.0.0.1")
        #expect(allowed(99) { _ throws(APIError) in try attempts.registration(context) } == 20)
        #expect(allowed(999) { _ throws(APIError) in try attempts.prelogin(context) } == 300)
        #expect(allowed(99) { _ throws(APIError) in try attempts.login(to: "a", context) } == 5)
    }
}
