import Basics
import Communication
import Testing
import WireProtocol

@Suite("Reactions: each person each emoji once")
struct ReactionTests {
    @Test("the same emoji again is the reaction that is there", arguments: BackendUnderTest.allCases)
    func again(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let message = try await scene.send("text", by: .ada, in: room)
        let reaction = try await scene.react("+", to: message.seq, by: .ben, in: room)
        #expect(reaction.kind == .reaction)
        #expect(reaction.refersTo == message.seq)
        let again = LogAction.react(target: message.seq, content: Content(text: "+"))
        #expect(try await scene.attempt(again, by: .ben, in: room).earlier?.seq == reaction.seq)
        try await scene.react("-", to: message.seq, by: .ben, in: room)
        try await scene.react("+", to: message.seq, by: .ada, in: room)
        #expect(try await scene.lastSeq(of: room) == 5)
    }

    @Test("a reaction is removed by its emoji, and may come back", arguments: BackendUnderTest.allCases)
    func removal(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let message = try await scene.send("text", by: .ada, in: room)
        let bens = try await scene.react("+", to: message.seq, by: .ben, in: room)
        let adas = try await scene.react("+", to: message.seq, by: .ada, in: room)
        let removal = LogAction.removeReaction(target: message.seq, emoji: "+")
        let removed = try await scene.perform(removal, by: .ben, in: room)[0].entry
        #expect(removed.kind == .delete)
        #expect(removed.refersTo == bens.seq)
        #expect(try await scene.entry(bens.seq, of: room, for: .ada)?.deletedBySeq == removed.seq)
        #expect(try await scene.entry(adas.seq, of: room, for: .ada)?.deletedBySeq == nil)
        let nothing = try await scene.attempt(removal, by: .ben, in: room)
        #expect(nothing.isUnchanged)
        #expect(nothing.earlier == nil)
        #expect(try await scene.react("+", to: message.seq, by: .ben, in: room).seq == removed.seq + 1)
    }

    @Test("sealed reactions cannot be told apart, so each is one", arguments: BackendUnderTest.allCases)
    func sealed(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let room = try await scene.group([.ada, .ben], .e2ee)
        let message = try await scene.send("text", by: .ada, in: room)
        let one = try await scene.react("+", to: message.seq, by: .ben, in: room)
        let other = try await scene.react("+", to: message.seq, by: .ben, in: room)
        #expect(other.seq == one.seq + 1)
        try await scene.expectRefusal(
            .encryptionRequired, of: .removeReaction(target: message.seq, emoji: "+"), by: .ben, in: room)
        try await scene.delete(one.seq, by: .ben, in: room)
    }

    @Test("only a message can be reacted to", arguments: BackendUnderTest.allCases)
    func refusals(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let message = try await scene.send("text", by: .ada, in: room)
        let reaction = try await scene.react("+", to: message.seq, by: .ben, in: room)
        for target in [1, reaction.seq, 99] {
            try await scene.expectRefusal(
                .noSuchMessage(field: nil), of: .react(target: target, content: Content(text: "+")), by: .ada,
                in: room)
            try await scene.expectRefusal(
                .noSuchMessage(field: nil), of: .removeReaction(target: target, emoji: "+"), by: .ada, in: room)
        }
    }
}
