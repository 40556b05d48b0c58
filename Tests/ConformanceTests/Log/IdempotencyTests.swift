import Basics
import Communication
import Testing
import WireProtocol

@Suite("Idempotency: one client id, one entry")
struct IdempotencyTests {
    @Test("a repeated send gives the first entry and writes nothing", arguments: BackendUnderTest.allCases)
    func repeated(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let first = try await scene.send("once", by: .ada, in: room, id: 1)
        try await scene.send("between", by: .ben, in: room)
        let again = try await scene.attemptToSend("once", by: .ada, in: room, id: 1)
        #expect(again.duplicate == first)
        #expect(try await scene.lastSeq(of: room) == 3)
    }

    @Test("also after a restart", arguments: BackendUnderTest.allCases)
    func restart(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let first = try await scene.send("once", by: .ada, in: room, files: [5, 6], id: 1)
        try scene.restart()
        let send = LogAction.send(content: Content(text: "once"), replyToSeq: nil, fileIDs: [5, 6])
        #expect(try await scene.attempt(send, by: .ada, in: room, id: 1).duplicate == first)
    }

    @Test(
        "another body under the same client id is refused in a chat of plain text", arguments: BackendUnderTest.allCases
    )
    func anotherBody(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        try await scene.send("once", by: .ada, in: room, id: 1)
        let other = try await scene.attemptToSend("twice", by: .ada, in: room, id: 1)
        #expect(other.refusal == .clientIDReused)
        #expect(try await scene.lastSeq(of: room) == 2)
    }

    @Test("where it is sealed, every repetition is the first message", arguments: BackendUnderTest.allCases)
    func resealed(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let room = try await scene.group([.ada, .ben], .e2ee)
        let first = try await scene.send("once", by: .ada, in: room, id: 1)
        // The answer was lost, meanwhile the roster changed, and it was sealed again.
        try await scene.activate(2, of: .ben)
        let resealed = try await scene.content("once, sealed anew", by: .ada, in: room)
        let again = try await scene.attempt(
            .send(content: resealed, replyToSeq: nil, fileIDs: []), by: .ada, in: room, id: 1)
        #expect(again.duplicate?.seq == first.seq)
        #expect(again.duplicate?.words == "once")
        #expect(again.duplicate?.content?.keys.count == 2)
    }

    @Test("somebody who has left still learns what became of a message", arguments: BackendUnderTest.allCases)
    func afterLeaving(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let first = try await scene.send("once", by: .ben, in: room, id: 1)
        try await scene.leave(room, by: .ben)
        #expect(try await scene.attemptToSend("once", by: .ben, in: room, id: 1).duplicate?.seq == first.seq)
        #expect(try await scene.attemptToSend("once", by: .ben, in: room, id: 2).refusal == .notMember)
    }

    @Test("so does somebody whose message was deleted, whatever the body", arguments: BackendUnderTest.allCases)
    func afterDeletion(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let first = try await scene.send("once", by: .ben, in: room, id: 1)
        let deletion = try await scene.delete(first.seq, by: .ada, in: room)
        for text in ["once", "twice"] {
            let again = try #require(try await scene.attemptToSend(text, by: .ben, in: room, id: 1).duplicate)
            #expect(again.seq == first.seq)
            #expect(again.deletedBySeq == deletion.seq)
            #expect(again.content == nil)
        }
        #expect(try await scene.lastSeq(of: room) == 3)
    }

    @Test("two people, and one person in two chats, may use the same client id", arguments: BackendUnderTest.allCases)
    func scope(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let other = try await scene.group([.ada, .ben])
        #expect(try await scene.send("one", by: .ada, in: room, id: 1).seq == 2)
        #expect(try await scene.send("two", by: .ben, in: room, id: 1).seq == 3)
        #expect(try await scene.send("three", by: .ada, in: other, id: 1).seq == 2)
    }

    @Test("edits and reactions repeat like messages", arguments: BackendUnderTest.allCases)
    func otherKinds(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let message = try await scene.send("text", by: .ada, in: room, id: 1)
        let edit = LogAction.edit(target: message.seq, content: Content(text: "Text"))
        let edited = try await scene.perform(edit, by: .ada, in: room, id: 2)[0].entry
        #expect(try await scene.attempt(edit, by: .ada, in: room, id: 2).duplicate == edited)
        let reaction = LogAction.react(target: message.seq, content: Content(text: "+"))
        let reacted = try await scene.perform(reaction, by: .ada, in: room, id: 3)[0].entry
        #expect(try await scene.attempt(reaction, by: .ada, in: room, id: 3).duplicate == reacted)
        let reused = try await scene.attempt(reaction, by: .ada, in: room, id: 2)
        #expect(reused.refusal == .clientIDReused)
    }

    @Test("of many repetitions at once exactly one is written", arguments: BackendUnderTest.allCases)
    func concurrent(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        for round in 1...8 as ClosedRange<UInt64> {
            let outcomes = try await withThrowingTaskGroup(of: AppendOutcome.self) { group in
                for _ in 0..<12 {
                    group.addTask { try await scene.attemptToSend("\(round)", by: .ada, in: room, id: round) }
                }
                return try await group.reduce(into: [AppendOutcome]()) { $0.append($1) }
            }
            #expect(outcomes.count { $0.appended != nil } == 1)
            let seqs = outcomes.compactMap { $0.appended?.first?.entry.seq ?? $0.duplicate?.seq }
            #expect(seqs == Array(repeating: round + 1, count: 12))
        }
        #expect(try await scene.lastSeq(of: room) == 9)
    }
}
