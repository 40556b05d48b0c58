import Basics
import Communication
import Protobuf
import Testing
import WireProtocol

@Suite("Creation: a chat and its first entry")
struct CreationTests {
    @Test("a group begins with its own entry, its owner and its members", arguments: BackendUnderTest.allCases)
    func group(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let creation = try await scene.create(.group, .server, [.ben, .ada, .cem], name: "Eaves")
        let (chat, first, inbox) = try #require(creation.created)
        let now = Timestamp(millisecondsSince1970: scene.clock.now)
        #expect(chat.type == .group)
        #expect(chat.encryption == .server)
        #expect(chat.name == "Eaves")
        #expect(chat.role == .owner)
        #expect(chat.memberCount == 3)
        #expect(chat.memberVersion == 1)
        #expect([chat.lastSeq, chat.readSeq, chat.deliveredSeq, chat.visibleFromSeq] == [1, 1, 1, 1])
        #expect(chat.unreadCount == 0)
        #expect(chat.createdAt == now)
        #expect(chat.lastEntryAt == now)
        #expect(chat.peerID == nil)
        #expect(chat.leftSeq == nil)
        #expect(first.entry.kind == .chat)
        #expect(first.entry.seq == 1)
        #expect(first.entry.ordinal == 0)
        #expect(first.entry.senderID == UserID.ben.rawValue)
        #expect(first.memberVersion == 1)
        #expect(first.inbox == nil)
        #expect(inbox.map(\.userID) == [UserID.ben, .ada, .cem].map(\.rawValue))
        let room = Room(id: ChatID(chat.id), encryption: .server)
        #expect(try await scene.view(of: room, for: .ben) == chat)
        #expect(try await scene.entries(of: room, for: .cem) == [first.entry])
    }

    @Test("who did not make it starts before the first entry", arguments: BackendUnderTest.allCases)
    func others(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let view = try await scene.view(of: room, for: .ben)
        #expect(view.role == .member)
        #expect([view.lastSeq, view.readSeq, view.deliveredSeq, view.visibleFromSeq] == [1, 0, 0, 1])
        #expect(view.unreadCount == 0)
    }

    @Test("a channel has an owner and members", arguments: BackendUnderTest.allCases)
    func channel(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.channel([.ada, .ben])
        #expect(try await scene.view(of: room, for: .ada).role == .owner)
        #expect(try await scene.view(of: room, for: .ben).role == .member)
        #expect(try await scene.view(of: room, for: .ben).type == .channel)
    }

    @Test("the same client id again is the chat that it made", arguments: BackendUnderTest.allCases)
    func repeated(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let first = try #require(try await scene.create(.group, .server, [.ada, .ben], id: 1).created).chat
        let room = Room(id: ChatID(first.id), encryption: .server)
        try await scene.send("x", by: .ben, in: room)
        try scene.restart()
        let again = try await scene.create(.group, .server, [.ada, .ben], id: 1).existing
        #expect(again == (try await scene.view(of: room, for: .ada)))
        #expect(again?.lastSeq == 2)
        let bens = try #require(try await scene.create(.group, .server, [.ben, .ada], id: 1).created).chat
        #expect(bens.id != first.id)
        let other = try #require(try await scene.create(.group, .server, [.ada, .ben], id: 2).created).chat
        #expect(Set([first.id, bens.id, other.id]).count == 3)
    }

    @Test("who has left the chat that it made is told so", arguments: BackendUnderTest.allCases)
    func left(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let made = try #require(try await scene.create(.group, .server, [.ada, .ben], id: 1).created).chat
        try await scene.leave(Room(id: ChatID(made.id), encryption: .server), by: .ada)
        let again = try await scene.create(.group, .server, [.ada, .ben], id: 1)
        guard case .left = again else {
            Issue.record("\(again)")
            return
        }
    }

    @Test("of many repetitions at once exactly one makes the chat", arguments: BackendUnderTest.allCases)
    func concurrent(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let creations = try await withThrowingTaskGroup(of: ChatCreation.self) { group in
            for _ in 0..<10 {
                group.addTask { try await scene.create(.group, .server, [.ada, .ben], id: 1) }
            }
            return try await group.reduce(into: [ChatCreation]()) { $0.append($1) }
        }
        #expect(creations.count { $0.created != nil } == 1)
        #expect(Set(creations.compactMap { $0.created?.chat.id ?? $0.existing?.id }).count == 1)
        #expect(try await scene.ports.chats.subscriptions(of: .ben).chats.count == 1)
    }

    @Test("a sealed group has no more devices than a roster has places", arguments: BackendUnderTest.allCases)
    func devices(backend: BackendUnderTest) async throws {
        var limits = Limits()
        limits.rosterDevicesMax = 2
        let scene = try Scene(backend, limits: limits)
        try await scene.activate(of: .ada, .ben, .cem)
        let refused = try await scene.create(.group, .e2ee, [.ada, .ben, .cem])
        #expect(refused.refusal == .tooManyDevices(limit: 2))
        #expect(try await scene.ports.chats.subscriptions(of: .ada).chats.isEmpty)
        #expect(try await scene.create(.group, .e2ee, [.ada, .ben]).created != nil)
        #expect(try await scene.create(.group, .server, [.ada, .ben, .cem]).created != nil)
    }
}
