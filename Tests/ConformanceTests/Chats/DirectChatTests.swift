import Basics
import Communication
import Protobuf
import Testing
import WireProtocol

@Suite("Direct chats: one for each pair, always of these two")
struct DirectChatTests {
    @Test("both are plain members and see each other", arguments: BackendUnderTest.allCases)
    func pair(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.direct(.ben, .ada)
        let ada = try await scene.view(of: room, for: .ada)
        let ben = try await scene.view(of: room, for: .ben)
        #expect([ada.type, ben.type] == [.direct, .direct])
        #expect([ada.role, ben.role] == [.member, .member])
        #expect([ada.peerID, ben.peerID] == [UserID.ben.rawValue, UserID.ada.rawValue])
        #expect(ada.encryption == .e2ee)
        let subscribed = try await scene.ports.chats.subscriptions(of: .ada).chats
        #expect(subscribed.map(\.peerID) == [UserID.ben.rawValue])
    }

    @Test("whoever makes it again gets the one that is there", arguments: BackendUnderTest.allCases)
    func unique(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.direct(.ada, .ben)
        try scene.restart()
        for people in [[UserID.ada, .ben], [.ben, .ada]] {
            let again = try #require(try await scene.create(.direct, .e2ee, people, id: 1).existing)
            #expect(again == (try await scene.view(of: room, for: people[0])))
        }
        let other = try await scene.direct(.ada, .cem)
        #expect(other.id != room.id)
    }

    @Test("made from both sides at once it is one", arguments: BackendUnderTest.allCases)
    func concurrent(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        for peer in 200..<210 as Range<UInt64> {
            let creations = try await withThrowingTaskGroup(of: ChatCreation.self) { group in
                for people in [[UserID.ada, UserID(peer)], [UserID(peer), .ada]] {
                    for _ in 0..<3 { group.addTask { try await scene.create(.direct, .e2ee, people) } }
                }
                return try await group.reduce(into: [ChatCreation]()) { $0.append($1) }
            }
            #expect(creations.count { $0.created != nil } == 1)
            #expect(Set(creations.compactMap { $0.created?.chat.id ?? $0.existing?.id }).count == 1)
        }
        #expect(try await scene.ports.chats.subscriptions(of: .ada).chats.count == 10)
    }

    @Test("nobody comes, goes or rules, and there is no name", arguments: BackendUnderTest.allCases)
    func fixed(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let room = try await scene.direct(.ada, .ben)
        let profile = try await scene.content("x", by: .ada, in: room)
        let actions: [LogAction] = [
            .addMembers([.cem], role: .member), .removeMember(.ben), .removeMember(.ada),
            .changeRole(.ben, role: .admin), .rename("x"), .setProfile(profile),
        ]
        for action in actions { try await scene.expectRefusal(.directFixed, of: action, by: .ada, in: room) }
    }

    @Test("the member list tells when the other was last there", arguments: BackendUnderTest.allCases)
    func lastSeen(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.direct(.ada, .ben)
        let group = try await scene.group([.ada, .ben])
        func seen(_ room: Room) async throws -> [Int64?]? {
            try await scene.ports.chats.members(of: room.id, reader: .ada, above: UserID(0), limit: 10)?
                .map { $0.lastSeenAt?.millisecondsSince1970 }
        }
        #expect(try await seen(room) == [nil, nil])
        try await scene.ports.positions.setLastSeen(.ben)
        let first = scene.clock.now
        #expect(try await seen(room) == [nil, first])
        scene.clock.advance(by: 60_000)
        try await scene.ports.positions.setLastSeen(.ben)
        try scene.restart()
        #expect(try await seen(room) == [nil, first + 60_000])
        #expect(try await seen(group) == [nil, nil])
    }
}
