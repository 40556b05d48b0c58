import Basics
import Communication
import Contracts
import Testing
import WireProtocol

@Suite("Chats and where they stand")
struct ChatDirectoryTests {
    private func heads(
        _ fixture: CommunicationFixture, of user: UInt64, since cursor: String = ""
    ) async throws -> GetHeadsResponse {
        try await fixture.service.getHeads(
            GetHeadsRequest(inboxCursor: cursor), context: CommunicationFixture.context(user))
    }

    @Test("a pair has one direct chat, whoever asks")
    func directChat() async throws {
        let fixture = try CommunicationFixture()
        let request = CreateChatRequest(type: .direct, memberIDs: [2])
        let first = try await fixture.service.createChat(request, context: CommunicationFixture.context(1))
        let again = try await fixture.service.createChat(
            CreateChatRequest(type: .direct, memberIDs: [1]), context: CommunicationFixture.context(2))
        #expect(!first.replayed)
        #expect(again.replayed)
        #expect(again.chat?.id == first.chat?.id)
        #expect(first.chat?.encryption == .e2ee)
        #expect(first.chat?.role == .member)
    }

    @Test("a group that is made twice under one client id is made once")
    func groupRepetition() async throws {
        let fixture = try CommunicationFixture()
        let request = CreateChatRequest(
            type: .group, memberIDs: [2, 3, 2, 1], name: "Eaves", encryption: .server,
            clientID: CommunicationFixture.clientID(1))
        let first = try await fixture.service.createChat(request, context: CommunicationFixture.context(1))
        let again = try await fixture.service.createChat(request, context: CommunicationFixture.context(1))
        #expect(again.replayed)
        #expect(again.chat == first.chat)
        #expect(first.chat?.memberCount == 3)
        #expect(first.chat?.role == .owner)
        #expect(first.chat?.name == "Eaves")
    }

    @Test("what a chat may not be is refused with the field")
    func invalidChats() async throws {
        let fixture = try CommunicationFixture()
        let cases: [(CreateChatRequest, APIError)] = [
            (CreateChatRequest(type: .unspecified, memberIDs: [2]), .invalid(field: "type")),
            (CreateChatRequest(type: .direct, memberIDs: []), .invalid(field: "memberIds", limit: 1)),
            (CreateChatRequest(type: .direct, memberIDs: [1]), .invalid(field: "memberIds", limit: 1)),
            (CreateChatRequest(type: .direct, memberIDs: [2, 3]), .invalid(field: "memberIds", limit: 1)),
            (CreateChatRequest(type: .direct, memberIDs: [2], encryption: .server), .invalid(field: "encryption")),
            (CreateChatRequest(type: .group, memberIDs: [2], name: "x"), APIError(.chatNameMustBeEncrypted)),
            (CreateChatRequest(type: .group, memberIDs: [2], clientID: "x"), .invalid(field: "clientId")),
        ]
        for (request, expected) in cases {
            await #expect(throws: expected) {
                try await fixture.service.createChat(request, context: CommunicationFixture.context(1))
            }
        }
    }

    @Test("a group of the largest size is made, one member more is not")
    func memberLimit() async throws {
        let fixture = try CommunicationFixture()
        let limit = UInt64(Limits().groupMembersMax)
        let largest = CreateChatRequest(type: .group, memberIDs: Array(1...limit), encryption: .server)
        let made = try await fixture.service.createChat(largest, context: CommunicationFixture.context(1))
        #expect(made.chat?.memberCount == UInt32(limit))
        let larger = CreateChatRequest(type: .group, memberIDs: Array(1...limit + 1), encryption: .server)
        do {
            _ = try await fixture.service.createChat(larger, context: CommunicationFixture.context(1))
            Issue.record("one member too many was taken")
        } catch {
            #expect(error.code == .chatTooManyMembers)
        }
    }

    @Test("a name of the largest size is taken, one character more is not")
    func nameLimit() async throws {
        let fixture = try CommunicationFixture()
        func make(_ count: Int) async throws(APIError) -> Chat? {
            let request = CreateChatRequest(
                type: .group, memberIDs: [2], name: String(repeating: "é", count: count), encryption: .server)
            return try await fixture.service.createChat(request, context: CommunicationFixture.context(1)).chat
        }
        #expect(try await make(128)?.name.count == 128)
        await #expect(throws: APIError.invalid(field: "name", limit: 128)) { try await make(129) }
    }

    @Test("heads tell exactly the chats with entries since the cursor, newest first")
    func heads() async throws {
        let fixture = try CommunicationFixture()
        let chats = [
            try await fixture.group([1, 2]), try await fixture.group([1, 2]), try await fixture.group([1, 2]),
        ]
        let start = try await heads(fixture, of: 2)
        #expect(start.chats.map(\.chatID) == chats.map(\.id).reversed())
        #expect(try await heads(fixture, of: 2, since: start.inboxCursor).chats.isEmpty)

        _ = try await fixture.send("a", to: chats[2], by: 1, clientID: 1)
        _ = try await fixture.send("b", to: chats[0], by: 1, clientID: 2)
        let missed = try await heads(fixture, of: 2, since: start.inboxCursor)
        #expect(missed.chats.map(\.chatID) == [chats[0].id, chats[2].id])
        #expect(missed.chats.map(\.lastSeq) == [2, 2])
        #expect(missed.chats.map(\.unreadCount) == [1, 1])

        try fixture.restart()
        _ = try await fixture.send("c", to: chats[1], by: 1, clientID: 3)
        let after = try await heads(fixture, of: 2, since: missed.inboxCursor)
        #expect(after.chats.map(\.chatID) == [chats[1].id])
    }

    @Test("a cursor that is none is refused", arguments: ["!", "AAAA", "//", "CAE="])
    func invalidCursor(text: String) async throws {
        let fixture = try CommunicationFixture()
        await #expect(throws: APIError.invalid(field: "inboxCursor")) {
            _ = try await fixture.service.getHeads(
                GetHeadsRequest(inboxCursor: text), context: CommunicationFixture.context(1))
        }
    }

    @Test("sending moves the sender's own position, and nobody else's")
    func ownPosition() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group([1, 2])
        _ = try await fixture.send("a", to: chat, by: 1, clientID: 1)
        _ = try await fixture.send("b", to: chat, by: 1, clientID: 2)
        func chatSeen(by user: UInt64) async throws -> Chat? {
            try await fixture.service.getChat(
                GetChatRequest(id: chat.id), context: CommunicationFixture.context(user)
            ).chat
        }
        #expect(try await chatSeen(by: 1)?.readSeq == 3)
        #expect(try await chatSeen(by: 1)?.unreadCount == 0)
        #expect(try await chatSeen(by: 2)?.readSeq == 0)
        #expect(try await chatSeen(by: 2)?.unreadCount == 2)
    }

    @Test("the list pages through every chat once, most recently active first")
    func list() async throws {
        let fixture = try CommunicationFixture()
        var made: [UInt64] = []
        for _ in 0..<7 { made.append(try await fixture.group([1, 2]).id) }
        var seen: [UInt64] = []
        var cursor = ""
        repeat {
            let page = try await fixture.service.getChats(
                GetChatsRequest(limit: 3, cursor: cursor), context: CommunicationFixture.context(1))
            seen += page.chats.map(\.id)
            cursor = page.nextCursor ?? ""
        } while !cursor.isEmpty
        #expect(seen == made.reversed())
    }
}
