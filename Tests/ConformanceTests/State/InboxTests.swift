import Basics
import Communication
import Testing
import WireProtocol

@Suite("Inboxes: what happened to a user's chat list")
struct InboxTests {
    @Test("creation tells each first member, in their order", arguments: BackendUnderTest.allCases)
    func creation(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        _ = try await scene.group([.ada, .cem])
        let creation = try await scene.create(.group, .server, [.cem, .ada, .ben], name: "Eaves")
        let (chat, _, inbox) = try #require(creation.created)
        let room = Room(id: ChatID(chat.id), encryption: .server)
        #expect(inbox.map(\.userID) == [UserID.cem, .ada, .ben].map(\.rawValue))
        #expect(inbox.map(\.inboxSeq) == [2, 2, 1])
        for item in inbox {
            #expect(item.chat == (try await scene.view(of: room, for: UserID(item.userID))))
        }
    }

    @Test("an entry of kind member tells the person it is about", arguments: BackendUnderTest.allCases)
    func items(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben], name: "Eaves")
        let joined = try await scene.add([.dua, .cem], by: .ada, to: room)
        let items = try joined.map { try #require($0.inbox) }
        #expect(items.map(\.userID) == [UserID.dua.rawValue, UserID.cem.rawValue])
        #expect(items.map(\.inboxSeq) == [1, 1])
        // Right after the own entry: the other newcomer's is not there yet.
        #expect(items.map(\.chat?.lastSeq) == [2, 3])
        #expect(items.map(\.chat?.memberCount) == [3, 4])
        #expect(items.map(\.chat?.memberVersion) == [2, 3])
        #expect(items.map(\.chat?.readSeq) == [2, 3])
        #expect(items[1].chat == (try await scene.view(of: room, for: .cem)))
        let promoted = try await scene.changeRole(of: .ben, to: .admin, by: .ada, in: room)
        let item = try #require(promoted[0].inbox)
        #expect(item.userID == UserID.ben.rawValue)
        #expect(item.inboxSeq == 2)
        #expect(item.chat?.role == .admin)
        #expect(item.chat == (try await scene.view(of: room, for: .ben)))
        let message = try await scene.perform(
            .send(content: Content(text: "x"), replyToSeq: nil, fileIDs: []), by: .ada, in: room)
        #expect(message[0].inbox == nil)
        #expect(try await scene.ports.chats.inbox(of: .ben, after: 0).inboxSeq == 2)
    }

    @Test("who is gone is told no more than that", arguments: BackendUnderTest.allCases)
    func left(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben], name: "Eaves")
        try await scene.send("x", by: .ada, in: room)
        let created = try await scene.view(of: room, for: .ada).createdAt
        scene.clock.advance(by: 1_000)
        let removed = try await scene.remove(.ben, by: .ada, from: room)
        let expected = Chat(
            id: room.id.rawValue, type: .group, encryption: .server, lastSeq: 3,
            lastEntryAt: removed[0].entry.createdAt, visibleFromSeq: 1, createdAt: created, leftSeq: 3)
        #expect(removed[0].inbox == InboxItem(userID: UserID.ben.rawValue, inboxSeq: 2, chat: expected))
        scene.clock.advance(by: 1_000)
        try await scene.send("y", by: .ada, in: room)
        try scene.restart()
        let inbox = try await scene.ports.chats.inbox(of: .ben, after: 1)
        #expect(inbox == GetInboxResponse(inboxSeq: 2, updated: [expected]))
    }

    @Test("an owner who leaves and the heir are both told", arguments: BackendUnderTest.allCases)
    func heir(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let items = try await scene.leave(room, by: .ada).map(\.inbox)
        #expect(items.map(\.?.userID) == [UserID.ben.rawValue, UserID.ada.rawValue])
        #expect(items[0]?.chat?.role == .owner)
        #expect(items[0]?.chat?.lastSeq == 2)
        #expect(items[0]?.chat?.memberCount == 2)
        #expect(items[1]?.chat?.role == .unspecified)
        #expect(items[1]?.chat?.leftSeq == 3)
    }

    @Test("numbers rise by one, and each chat is there once with its latest", arguments: BackendUnderTest.allCases)
    func compaction(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let one = try await scene.group([.ada, .ben])
        let two = try await scene.group([.ada, .ben])
        try await scene.leave(one, by: .ben)
        try await scene.add([.ben], by: .ada, to: one)
        try await scene.changeRole(of: .ben, to: .admin, by: .ada, in: two)
        let inbox = try await scene.ports.chats.inbox(of: .ben, after: 0)
        #expect(inbox.inboxSeq == 5)
        #expect(inbox.updated.map(\.id).sorted() == [one, two].map(\.id.rawValue).sorted())
        #expect(inbox.updated.first { $0.id == two.id.rawValue } == (try await scene.view(of: two, for: .ben)))
        #expect(try await scene.ports.chats.inbox(of: .ben, after: 3).updated.count == 2)
        #expect(try await scene.ports.chats.inbox(of: .ben, after: 4).updated.map(\.id) == [two.id.rawValue])
        #expect(try await scene.ports.chats.inbox(of: .ben, after: 5).updated.isEmpty)
        #expect(try await scene.ports.chats.inbox(of: .eli, after: 0) == GetInboxResponse())
    }

    @Test("what is named is shown as it is now", arguments: BackendUnderTest.allCases)
    func now(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben], name: "Eaves")
        try await scene.perform(.rename("Gables"), by: .ada, in: room)
        try await scene.send("x", by: .ada, in: room)
        let inbox = try await scene.ports.chats.inbox(of: .ben, after: 0)
        #expect(inbox.inboxSeq == 1)
        #expect(inbox.updated == [try await scene.view(of: room, for: .ben)])
        #expect(inbox.updated.first?.name == "Gables")
    }

    @Test("many who are added at once to many chats leave no gap", arguments: BackendUnderTest.allCases)
    func concurrent(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        var rooms: [Room] = []
        for _ in 0..<8 { rooms.append(try await scene.group([.ada, .cem])) }
        let numbers = try await withThrowingTaskGroup(of: UInt64?.self) { [rooms] group in
            for room in rooms {
                group.addTask { try await scene.add([.ben], by: .ada, to: room)[0].inbox?.inboxSeq }
            }
            return try await group.reduce(into: [UInt64?]()) { $0.append($1) }
        }
        #expect(numbers.compactMap { $0 }.sorted() == Array(1...8))
    }
}
