import Basics
import Communication
import Contracts
import EmbeddedBackend
import EventLoop
import Synchronization
import Testing
import WireProtocol

/// What a connection relies on: sends of one loop are committed in the order of the calls, and answers and events reach
/// a loop in commit order.
@Suite("Order between sends, answers and events")
struct OrderTests {
    private enum Seen: Equatable, Sendable {
        case answer(UInt64)
        case event(UInt64)
    }

    /// What a loop has seen, in its order, until there is as much as expected.
    private final class Recorder: Sendable {
        private let seen = Mutex<[Seen]>([])
        private let expected: Int
        private let finish: AsyncStream<Void>.Continuation
        let finished: AsyncStream<Void>

        init(expecting expected: Int) {
            self.expected = expected
            (finished, finish) = AsyncStream<Void>.makeStream()
        }

        func record(_ item: Seen) {
            let count = seen.withLock { seen in
                seen.append(item)
                return seen.count
            }
            if count == expected { finish.finish() }
        }

        var items: [Seen] { seen.withLock { $0 } }
    }

    /// Runs `count` sends from one loop without waiting in between, and returns what the loop saw in its order.
    private func run(_ fixture: CommunicationFixture, _ chat: Chat, count: Int) async throws -> [Seen] {
        let loop = try EventLoop.start(name: "order") { _ in }
        let recorder = Recorder(expecting: 2 * count)
        fixture.backend.bus.subscribe { event in
            guard case .entryAppended(let appended)? = event.body, let entry = appended.entry else { return }
            loop.post { _ in recorder.record(.event(entry.seq)) }
        }
        let service = fixture.service
        loop.post { _ in
            for number in 1...UInt64(count) {
                let request = SendMessageRequest(
                    chatID: chat.id, clientID: CommunicationFixture.clientID(number),
                    content: Content(text: "\(number)"))
                Task.immediate(executorPreference: loop) {
                    let answer = try? await service.sendMessage(request, context: CommunicationFixture.context(1))
                    recorder.record(.answer(answer?.entry?.seq ?? 0))
                }
            }
        }
        for await _ in recorder.finished {}
        loop.post { $0.stop() }
        return recorder.items
    }

    @Test("32 sends in flight are committed in the order sent")
    func admission() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group([1, 2])
        _ = try await run(fixture, chat, count: 32)
        let texts = try await fixture.entries(of: chat, for: 1).compactMap { $0.content?.text }
        #expect(texts == (1...32).map { "\($0)" })
    }

    @Test("on one loop the answer of each send comes just before its event, and both before all later ones")
    func answersAndEvents() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group([1, 2])
        let seen = try await run(fixture, chat, count: 500)
        #expect(seen == (2...501).flatMap { [.answer($0), .event($0)] })
    }
}
