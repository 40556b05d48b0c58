import Basics
import Communication
import Testing
import WireProtocol

@Suite("Edits: the message points at its latest one")
struct EditTests {
    @Test("the latest edit is shown with the message", arguments: BackendUnderTest.allCases)
    func latest(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let message = try await scene.send("one", by: .ada, in: room)
        #expect(try await scene.entry(message.seq, of: room, for: .ben)?.latestEdit == nil)
        for text in ["two", "three"] {
            scene.clock.advance(by: 1_000)
            let edit = try await scene.edit(message.seq, to: text, by: .ada, in: room)
            #expect(edit.kind == .edit)
            #expect(edit.refersTo == message.seq)
            let shown = try #require(try await scene.entry(message.seq, of: room, for: .ben))
            #expect(shown.words == "one")
            #expect(shown.latestEdit?.seq == edit.seq)
            #expect(shown.latestEdit?.createdAt == edit.createdAt)
            #expect(shown.latestEdit?.content?.text == text)
        }
        let entries = try await scene.entries(of: room, for: .ben)
        #expect(entries.map(\.words) == [nil, "one", "two", "three"])
        #expect(entries.map(\.latestEdit?.seq) == [nil, 4, nil, nil])
    }

    @Test("a sealed edit is shown with its keys", arguments: BackendUnderTest.allCases)
    func sealed(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let room = try await scene.direct(.ada, .ben)
        let message = try await scene.send("one", by: .ben, in: room)
        try await scene.edit(message.seq, to: "two", by: .ben, in: room)
        let shown = try #require(try await scene.entry(message.seq, of: room, for: .ada))
        #expect(shown.latestEdit?.content?.words == "two")
        #expect(shown.latestEdit?.content?.keys.map(\.deviceID) == [UserID.ada.device(1), UserID.ben.device(1)])
    }

    @Test("a message is edited within its window and not after", arguments: BackendUnderTest.allCases)
    func window(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let message = try await scene.send("one", by: .ada, in: room)
        scene.clock.advance(by: scene.limits.editWindowMilliseconds)
        try await scene.edit(message.seq, to: "two", by: .ada, in: room)
        scene.clock.advance(by: 1)
        try await scene.expectRefusal(
            .editExpired, of: .edit(target: message.seq, content: Content(text: "three")), by: .ada, in: room)
    }

    @Test(
        "only its author may, only a message, and only where it takes the content", arguments: BackendUnderTest.allCases
    )
    func refusals(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let message = try await scene.send("one", by: .ben, in: room)
        let text = Content(text: "two")
        try await scene.expectRefusal(.notOwn, of: .edit(target: message.seq, content: text), by: .ada, in: room)
        try await scene.expectRefusal(
            .noSuchMessage(field: nil), of: .edit(target: 1, content: text), by: .ada, in: room)
        try await scene.expectRefusal(
            .noSuchMessage(field: nil), of: .edit(target: 99, content: text), by: .ada, in: room)
        try await scene.expectRefusal(
            .plaintextRequired, of: .edit(target: message.seq, content: Content(ciphertext: [1])), by: .ben, in: room)
    }
}
