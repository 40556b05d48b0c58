import Basics
import Communication
import Testing
import WireProtocol

@Suite("Names: entries of kind chat")
struct NameTests {
    @Test("a new name is an entry, and the chat's from then on", arguments: BackendUnderTest.allCases)
    func rename(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben], name: "Eaves")
        let renamed = try await scene.perform(.rename("Gables"), by: .ada, in: room)
        #expect(renamed.map(\.entry.kind) == [.chat])
        #expect(renamed[0].entry.name == "Gables")
        #expect(renamed[0].memberVersion == 1)
        #expect(renamed[0].inbox == nil)
        #expect(try await scene.view(of: room, for: .ben).name == "Gables")
        #expect(try await scene.entry(2, of: room, for: .ben)?.name == "Gables")
        #expect(try await scene.attempt(.rename("Gables"), by: .ada, in: room).isUnchanged)
        try await scene.perform(.rename(""), by: .ada, in: room)
        try scene.restart()
        #expect(try await scene.view(of: room, for: .ben).name == "")
        #expect(try await scene.entry(3, of: room, for: .ben)?.name == "")
        #expect(try await scene.entry(3, of: room, for: .ben)?.kind == .chat)
    }

    @Test("the name of a sealed chat is sealed", arguments: BackendUnderTest.allCases)
    func profile(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let room = try await scene.group([.ada, .ben], .e2ee)
        try await scene.expectRefusal(.nameMustBeEncrypted, of: .rename("Eaves"), by: .ada, in: room)
        let content = try await scene.content("Eaves", by: .ada, in: room)
        try await scene.expectRefusal(.forbidden, of: .setProfile(content), by: .ben, in: room)
        let action = LogAction.setProfile(content)
        let entry = try await scene.perform(action, by: .ada, in: room, id: 1)[0].entry
        #expect(entry.kind == .chat)
        #expect(entry.content == content)
        #expect(try await scene.entry(2, of: room, for: .ben) == entry)
        #expect(try await scene.view(of: room, for: .ben).name == "")
        #expect(try await scene.attempt(action, by: .ada, in: room, id: 1).duplicate == entry)
        try await scene.activate(2, of: .ben)
        let version = try await scene.rosterVersion(of: room, for: .ada)
        try await scene.expectRefusal(
            .rosterChanged(version: version, missing: [UserID.ben.device(2)], extra: []), of: action, by: .ada,
            in: room)
        let plain = try await scene.group([.ada, .ben])
        try await scene.expectRefusal(.invalid(field: "content"), of: action, by: .ada, in: plain)
    }
}
