import Basics
import Communication
import EmbeddedBackend
import Observability
import SQLiteDriver
import TestSupport
import Testing
import WireProtocol

@Suite("What the message store tells of too many writes")
struct PressureTests {
    @Test(
        "it is told once when more than half of what may wait does, and once when that is over",
        .timeLimit(.minutes(1)))
    func pressure() async throws {
        let (changes, told) = AsyncStream<Bool>.makeStream()
        let directory = try TemporaryDirectory()
        let backend = try EmbeddedBackend(
            directory: directory.path, limits: Limits(), metrics: MetricRegistry(), logger: Logger(minimum: .error),
            pressureChanged: { told.yield($0) })
        defer { backend.close() }
        let ports = backend.communication
        let chat = NewChat(
            type: .group, encryption: .server, name: "", creator: CommunicationFixture.caller(1), others: [],
            clientID: nil)
        guard case .created(let made, _, _) = try await ports.chats.create(chat, committed: { _ in }) else {
            Issue.record("no chat")
            return
        }
        // What is told of a commit is told by the writer: while it waits here, nothing else is written.
        let gate = Gate()
        let waiting = SQLiteSettings().writeQueueMin / 2 + 1
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0...UInt64(waiting) {
                let command = LogCommand(
                    chatID: ChatID(made.id), author: CommunicationFixture.caller(1),
                    action: .send(content: Content(text: "text"), replyToSeq: nil, fileIDs: []),
                    clientID: ClientID(high: 1, low: number), bodyHash: [])
                if number == 0 { _ = try await ports.log.append(command, committed: { _ in gate.wait() }) }
                if number > 0 { group.addTask { _ = try await ports.log.append(command, committed: { _ in }) } }
            }
            var next = changes.makeAsyncIterator()
            #expect(await next.next() == true)
            gate.open()
            #expect(await next.next() == false)
            try await group.waitForAll()
        }
        told.finish()
        #expect(await changes.reduce(into: [Bool]()) { $0.append($1) }.isEmpty)
    }
}
