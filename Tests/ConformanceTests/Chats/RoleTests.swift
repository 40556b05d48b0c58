import Basics
import Communication
import Testing
import WireProtocol

@Suite("Roles: who may do what")
struct RoleTests {
    private func roles(_ scene: Scene, _ room: Room, reader: UserID = .ada) async throws -> [UInt64: MemberRole] {
        let members = try await scene.ports.chats.members(of: room.id, reader: reader, above: UserID(0), limit: 50)
        return try Dictionary(uniqueKeysWithValues: #require(members).map { ($0.userID, $0.role) })
    }

    @Test("a role is an entry, and its version", arguments: BackendUnderTest.allCases)
    func change(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let promoted = try await scene.changeRole(of: .ben, to: .admin, by: .ada, in: room)
        #expect(promoted.map(\.memberVersion) == [2])
        #expect(
            promoted[0].entry.member == MemberChange(userID: UserID.ben.rawValue, change: .role, role: .admin))
        #expect(try await scene.view(of: room, for: .ben).role == .admin)
        let again = try await scene.attempt(.changeRole(.ben, role: .admin), by: .ada, in: room)
        #expect(again.isUnchanged)
        try await scene.changeRole(of: .ben, to: .member, by: .ada, in: room)
        #expect(try await scene.view(of: room, for: .ben).role == .member)
        #expect(try await scene.view(of: room, for: .ben).memberVersion == 3)
    }

    @Test("an owner hands the chat over and is an admin then", arguments: BackendUnderTest.allCases)
    func handOver(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let entries = try await scene.changeRole(of: .ben, to: .owner, by: .ada, in: room)
        #expect(entries.map(\.entry.member?.userID) == [UserID.ben.rawValue, UserID.ada.rawValue])
        #expect(entries.map(\.memberVersion) == [2, 3])
        #expect(
            try await roles(scene, room) == [UserID.ada.rawValue: .admin, UserID.ben.rawValue: .owner])
        try await scene.expectRefusal(.forbidden, of: .changeRole(.ben, role: .member), by: .ada, in: room)
    }

    @Test("when the owner leaves, the first of the highest role inherits", arguments: BackendUnderTest.allCases)
    func heir(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        try await scene.add([.dua], .admin, by: .ada, to: room)
        try await scene.add([.cem], .admin, by: .ada, to: room)
        let left = try await scene.leave(room, by: .ada)
        #expect(left.map(\.entry.member?.change) == [.role, .left])
        #expect(left.map(\.entry.member?.userID) == [UserID.dua.rawValue, UserID.ada.rawValue])
        #expect(left.map(\.entry.senderID) == [UserID.ada.rawValue, UserID.ada.rawValue])
        #expect(left.map(\.memberVersion) == [4, 5])
        #expect(
            try await roles(scene, room, reader: .ben) == [
                UserID.ben.rawValue: .member, UserID.cem.rawValue: .admin, UserID.dua.rawValue: .owner,
            ])
        // The own removal is the last entry that is seen, also of two that came together.
        #expect(try await scene.entries(of: room, for: .ada).map(\.seq) == [1, 2, 3, 4, 5])
    }

    @Test("of those who joined together, the one with the lowest id inherits", arguments: BackendUnderTest.allCases)
    func heirAmongTheFirst(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.dua, .cem, .ben, .eli])
        #expect(try await scene.leave(room, by: .dua)[0].entry.member?.userID == UserID.ben.rawValue)
    }

    @Test("who came back has joined last, and inherits last", arguments: BackendUnderTest.allCases)
    func heirAfterReturn(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben, .cem])
        try await scene.leave(room, by: .ben)
        try await scene.add([.ben], by: .ada, to: room)
        try await scene.leave(room, by: .ada)
        #expect(
            try await roles(scene, room, reader: .ben) == [
                UserID.ben.rawValue: .member, UserID.cem.rawValue: .owner,
            ])
    }

    @Test("the last one to leave needs no heir", arguments: BackendUnderTest.allCases)
    func last(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        try await scene.leave(room, by: .ben)
        #expect(try await scene.leave(room, by: .ada).map(\.entry.member?.change) == [.left])
        #expect(try await scene.attemptToSend("x", by: .ada, in: room).refusal == .notMember)
    }

    @Test("plain members do not rule", arguments: BackendUnderTest.allCases)
    func members(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben, .cem])
        let actions: [LogAction] = [
            .addMembers([.dua], role: .member), .removeMember(.cem), .changeRole(.cem, role: .admin), .rename("x"),
        ]
        for action in actions { try await scene.expectRefusal(.forbidden, of: action, by: .ben, in: room) }
    }

    @Test("admins rule members, not each other nor the owner", arguments: BackendUnderTest.allCases)
    func admins(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben, .cem])
        try await scene.add([.dua, .eli], .admin, by: .ada, to: room)
        let refused: [LogAction] = [
            .removeMember(.ada), .removeMember(.eli), .changeRole(.ben, role: .admin),
            .addMembers([UserID(900)], role: .admin),
        ]
        for action in refused { try await scene.expectRefusal(.forbidden, of: action, by: .dua, in: room) }
        try await scene.remove(.ben, by: .dua, from: room)
        try await scene.add([UserID(900)], by: .dua, to: room)
        try await scene.perform(.rename("Eaves"), by: .dua, in: room)
        #expect(try await scene.view(of: room, for: .cem).name == "Eaves")
        #expect(try await scene.attempt(.removeMember(.ben), by: .dua, in: room).isUnchanged)
    }

    @Test("roles that there are not, and people who are not there", arguments: BackendUnderTest.allCases)
    func impossible(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let cases: [(LogAction, AppendRefusal)] = [
            (.changeRole(.cem, role: .admin), .noSuchMember),
            (.changeRole(.ada, role: .member), .invalid(field: "userId")),
            (.changeRole(.ben, role: .unspecified), .invalid(field: "role")),
            (.addMembers([.cem], role: .owner), .invalid(field: "role")),
        ]
        for (action, refusal) in cases { try await scene.expectRefusal(refusal, of: action, by: .ada, in: room) }
    }

    @Test("a channel is a broadcast", arguments: BackendUnderTest.allCases)
    func channel(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.channel([.ada, .ben])
        let message = try await scene.send("news", by: .ada, in: room)
        try await scene.expectRefusal(
            .forbidden, of: .send(content: Content(text: "x"), replyToSeq: nil, fileIDs: []), by: .ben, in: room)
        try await scene.react("+", to: message.seq, by: .ben, in: room)
        try await scene.changeRole(of: .ben, to: .admin, by: .ada, in: room)
        try await scene.send("more", by: .ben, in: room)
    }

    @Test("each kind of chat has its largest size", arguments: BackendUnderTest.allCases)
    func sizes(backend: BackendUnderTest) async throws {
        var limits = Limits()
        limits.groupMembersMax = 3
        limits.channelMembersMax = 4
        let scene = try Scene(backend, limits: limits)
        let group = try await scene.group([.ada, .ben])
        try await scene.expectRefusal(
            .tooManyMembers(limit: 3), of: .addMembers([.cem, .dua], role: .member), by: .ada, in: group)
        try await scene.add([.cem, .ben], by: .ada, to: group)
        try await scene.expectRefusal(
            .tooManyMembers(limit: 3), of: .addMembers([.dua], role: .member), by: .ada, in: group)
        try await scene.remove(.ben, by: .ada, from: group)
        try await scene.add([.dua], by: .ada, to: group)
        let channel = try await scene.channel([.ada, .ben])
        try await scene.expectRefusal(
            .tooManyMembers(limit: 4), of: .addMembers([.cem, .dua, .eli], role: .member), by: .ada, in: channel)
        try await scene.add([.cem, .dua], by: .ada, to: channel)
    }
}
