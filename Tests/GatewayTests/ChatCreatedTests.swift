import Testing
import WireProtocol

@testable import Gateway

@Suite("A new chat in the eyes of its members")
struct ChatCreatedTests {
    private static let owner = ChatMember(userID: 1, role: .owner)
    private static let member = ChatMember(userID: 2, role: .member)

    private static func created() -> ChatCreated {
        var chat = Chat()
        chat.id = 9
        chat.name = "Lobby"
        chat.role = .owner
        chat.lastSeq = 1
        chat.readSeq = 1
        chat.deliveredSeq = 1
        return ChatCreated(chat: chat, members: [owner, member])
    }

    @Test("who made it has read its first entry")
    func maker() throws {
        let created = Self.created()
        #expect(created.view(of: Self.owner) == (try #require(created.chat)))
    }

    @Test("everybody else has their own role and has read nothing")
    func others() throws {
        let created = Self.created()
        var expected = try #require(created.chat)
        expected.role = .member
        expected.readSeq = 0
        expected.deliveredSeq = 0
        #expect(created.view(of: Self.member) == expected)
    }

    @Test("a role that the maker has in common with others makes nobody the maker")
    func sameRole() {
        let created = Self.created()
        let view = created.view(of: ChatMember(userID: 3, role: .owner))
        #expect(view.role == .owner)
        #expect(view.readSeq == 0)
    }
}
