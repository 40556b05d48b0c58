import Basics
import Communication
import Testing
import WireProtocol

@Suite("Deletion: what was said is gone, its place stays")
struct DeletionTests {
    @Test("a message's content and files are erased, and those of its edits", arguments: BackendUnderTest.allCases)
    func erased(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let message = try await scene.send("secret", by: .ada, in: room, files: [8, 9])
        try await scene.edit(message.seq, to: "other secret", by: .ada, in: room)
        let stays = try await scene.send("stays", by: .ada, in: room, files: [10])
        try await scene.edit(stays.seq, to: "Stays", by: .ada, in: room)
        try await scene.edit(message.seq, to: "last secret", by: .ada, in: room)
        let deletion = try await scene.delete(message.seq, by: .ada, in: room)
        #expect(deletion.kind == .delete)
        #expect(deletion.refersTo == message.seq)

        let state = try #require(try await scene.ports.log.state(of: room.id, after: 0, limit: 50, users: []))
        for entries in [try await scene.entries(of: room, for: .ben), state.entries] {
            #expect(entries.map(\.seq) == Array(1...7))
            #expect(entries.map(\.words) == [nil, nil, nil, "stays", "Stays", nil, nil])
            #expect(entries.map(\.deletedBySeq) == [nil, 7, 7, nil, nil, 7, nil])
            #expect(entries.map(\.fileIDs) == [[], [], [], [10], [], [], []])
            #expect(entries.map(\.latestEdit?.seq) == [nil, nil, nil, 5, nil, nil, nil])
            #expect(entries[1].senderID == UserID.ada.rawValue)
            #expect(entries[1].ordinal == message.ordinal)
            #expect(entries[1].createdAt == message.createdAt)
        }
    }

    @Test("keys go with the sealed content", arguments: BackendUnderTest.allCases)
    func sealed(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let room = try await scene.direct(.ada, .ben)
        let message = try await scene.send("secret", by: .ada, in: room)
        try await scene.delete(message.seq, by: .ada, in: room)
        let shown = try #require(try await scene.entry(message.seq, of: room, for: .ben))
        #expect(shown.content == nil)
        #expect(shown.deletedBySeq == 3)
    }

    @Test("a reaction is deleted by its own number", arguments: BackendUnderTest.allCases)
    func reaction(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let message = try await scene.send("text", by: .ada, in: room)
        let reaction = try await scene.react("+", to: message.seq, by: .ben, in: room)
        // Not even the owner takes back what somebody else feels.
        try await scene.expectRefusal(.notOwn, of: .delete(target: reaction.seq), by: .ada, in: room)
        let deletion = try await scene.delete(reaction.seq, by: .ben, in: room)
        let shown = try #require(try await scene.entry(reaction.seq, of: room, for: .ada))
        #expect(shown.content == nil)
        #expect(shown.deletedBySeq == deletion.seq)
        #expect(shown.refersTo == message.seq)
        #expect(try await scene.entry(message.seq, of: room, for: .ada)?.words == "text")
    }

    @Test("what is deleted already stays so", arguments: BackendUnderTest.allCases)
    func again(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let message = try await scene.send("text", by: .ben, in: room)
        let deletion = try await scene.delete(message.seq, by: .ben, in: room)
        for user in [UserID.ben, .ada] {
            let again = try await scene.attempt(.delete(target: message.seq), by: user, in: room)
            #expect(again.earlier?.seq == deletion.seq)
            #expect(again.earlier?.kind == .delete)
        }
        #expect(try await scene.lastSeq(of: room) == 3)
    }

    @Test("who rules deletes the messages of others", arguments: BackendUnderTest.allCases)
    func ofOthers(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben, .cem])
        let message = try await scene.send("text", by: .ben, in: room)
        try await scene.expectRefusal(.notOwn, of: .delete(target: message.seq), by: .cem, in: room)
        try await scene.changeRole(of: .cem, to: .admin, by: .ada, in: room)
        try await scene.delete(message.seq, by: .cem, in: room)
        #expect(try await scene.entry(message.seq, of: room, for: .ben)?.words == nil)
    }

    @Test("in a direct chat nobody deletes what the other wrote", arguments: BackendUnderTest.allCases)
    func direct(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let room = try await scene.direct(.ada, .ben)
        let message = try await scene.send("text", by: .ben, in: room)
        try await scene.expectRefusal(.notOwn, of: .delete(target: message.seq), by: .ada, in: room)
    }

    @Test("nothing can be done to a deleted message", arguments: BackendUnderTest.allCases)
    func afterwards(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let message = try await scene.send("text", by: .ada, in: room)
        try await scene.delete(message.seq, by: .ada, in: room)
        let text = Content(text: "x")
        try await scene.expectRefusal(
            .messageDeleted, of: .edit(target: message.seq, content: text), by: .ada, in: room)
        try await scene.expectRefusal(
            .messageDeleted, of: .react(target: message.seq, content: text), by: .ben, in: room)
        for target: UInt64 in [1, 3, 99] {
            try await scene.expectRefusal(.noSuchMessage(field: nil), of: .delete(target: target), by: .ada, in: room)
        }
    }

    @Test("the deletion survives a restart", arguments: BackendUnderTest.allCases)
    func restart(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let message = try await scene.send("text", by: .ada, in: room)
        try await scene.delete(message.seq, by: .ada, in: room)
        try scene.restart()
        let shown = try #require(try await scene.entry(message.seq, of: room, for: .ben))
        #expect(shown.content == nil)
        #expect(shown.deletedBySeq == 3)
    }
}
