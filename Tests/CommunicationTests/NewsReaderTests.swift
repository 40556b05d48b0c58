import Basics
import Contracts
import SimulatedBackend
import Synchronization
import Testing
import WireProtocol

@testable import Communication

@Suite("What Communication takes note of")
struct NewsReaderTests {
    /// Refuses as often as it is told to, and remembers what it was given.
    private final class Projection: DeviceProjection {
        struct State {
            var failuresLeft: Int
            var refused: [UInt64] = []
            var taken: [UInt64] = []
        }

        private let state: Mutex<State>

        init(failures: Int = 0) {
            state = Mutex(State(failuresLeft: failures))
        }

        var taken: [UInt64] { state.withLock { $0.taken } }
        var refused: [UInt64] { state.withLock { $0.refused } }

        func apply(_ change: DeviceChanged) async throws(StoreError) {
            let isRefused = state.withLock { state -> Bool in
                guard state.failuresLeft > 0 else {
                    state.taken.append(change.version)
                    return false
                }
                state.failuresLeft -= 1
                state.refused.append(change.version)
                return true
            }
            if isRefused { throw StoreError(.failed) }
        }
    }

    /// News whose first look has seen nothing, but is not answered before it is told to.
    private final class SlowNews: IdentityNews {
        private let news: SimulatedNews
        private let isFirst = Atomic(true)
        private let (looked, look) = AsyncStream<Void>.makeStream()
        private let (released, release) = AsyncStream<Void>.makeStream()

        init(_ news: SimulatedNews) {
            self.news = news
        }

        func untilLooked() async {
            for await _ in looked { return }
        }

        func answer() {
            release.finish()
        }

        func oldest(limit: Int) async throws(StoreError) -> [IdentityFact] {
            let facts = try await news.oldest(limit: limit)
            guard isFirst.exchange(false, ordering: .relaxed) else { return facts }
            look.finish()
            for await _ in released {}
            return facts
        }

        func done(_ facts: [IdentityFact]) async throws(StoreError) {
            try await news.done(facts)
        }
    }

    private let news = SimulatedNews()

    private func reader(of news: any IdentityNews, into devices: Projection) -> NewsReader {
        let ports = SimulatedBackend(clock: .system).communication
        return NewsReader(
            ports: CommunicationPorts(
                chats: ports.chats, log: ports.log, positions: ports.positions, devices: devices, people: ports.people,
                outbox: ports.outbox, news: news))
    }

    private func add(_ versions: ClosedRange<UInt64>) {
        for version in versions {
            news.add(Event(body: .deviceChanged(DeviceChanged(userID: 1, deviceID: 2, version: version))))
        }
    }

    private func until(_ holds: () -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(30)
        while !holds() {
            try #require(ContinuousClock.now < deadline)
            await Task.yield()
        }
    }

    @Test("facts are taken note of in the order written, however many there are, and then they are gone")
    func order() async throws {
        let projection = Projection()
        add(1...250)
        let reader = reader(of: news, into: projection)
        reader.heard(Event(body: .newsAdded(NewsAdded())))
        try await until { news.waitingCount == 0 }
        #expect(projection.taken == Array(1...250))
    }

    @Test("what is no fact, and no hint of one, passes by")
    func others() async throws {
        let projection = Projection()
        news.add(Event())
        add(1...1)
        let reader = reader(of: news, into: projection)
        reader.heard(Event(body: .typingChanged(TypingChanged())))
        #expect(news.waitingCount == 2)
        reader.wake()
        try await until { news.waitingCount == 0 }
        #expect(projection.taken == [1])
    }

    @Test("whoever catches up has taken note of all there was, and hears of it when that failed")
    func catchUp() async throws {
        let projection = Projection(failures: 1)
        add(1...250)
        let reader = reader(of: news, into: projection)
        await #expect(throws: StoreError(.failed)) { try await reader.catchUp() }
        try await reader.catchUp()
        #expect(projection.taken == Array(1...250))
        #expect(news.waitingCount == 0)
    }

    @Test("what the store refuses stays, and is told again before what came after it")
    func failure() async throws {
        let projection = Projection(failures: 1)
        add(1...1)
        let reader = reader(of: news, into: projection)
        reader.wake()
        try await until { projection.refused == [1] }
        #expect(news.waitingCount == 1)
        add(2...2)
        // The failed round may be just about to end: it is woken until it hears, as in service.
        try await until {
            reader.wake()
            return news.waitingCount == 0
        }
        #expect(projection.taken == [1, 2])
    }

    @Test("what is added while the last look is under way is not left lying")
    func wokenWhileReading() async throws {
        let slow = SlowNews(news)
        let projection = Projection()
        let reader = reader(of: slow, into: projection)
        reader.wake()
        await slow.untilLooked()
        add(1...1)
        reader.wake()
        slow.answer()
        try await until { projection.taken == [1] }
    }
}
