import Basics
import Communication
import Testing
import WireProtocol

@Suite("Member lists")
struct MemberListTests {
    @Test("pages in rising order of user ids, of those who are there", arguments: BackendUnderTest.allCases)
    func pages(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.cem, .ada])
        let others = (201...207).map { UserID($0) }
        try await scene.add(others.reversed(), by: .cem, to: room)
        try await scene.remove(UserID(204), by: .cem, from: room)
        var seen: [UInt64] = []
        var above = UserID(0)
        while true {
            let page = try #require(
                try await scene.ports.chats.members(of: room.id, reader: .ada, above: above, limit: 3))
            guard let last = page.last else { break }
            try #require(last.userID > above.rawValue)
            #expect(page.count <= 3)
            seen += page.map(\.userID)
            above = UserID(last.userID)
        }
        #expect(seen == [101, 103, 201, 202, 203, 205, 206, 207])
    }

    @Test("each with role and where they begin to see", arguments: BackendUnderTest.allCases)
    func members(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben, .cem)
        let room = try await scene.group([.ada, .ben], .e2ee)
        try await scene.add([.cem], .admin, by: .ada, to: room)
        let members = try await scene.ports.chats.members(of: room.id, reader: .ben, above: UserID(0), limit: 9)
        #expect(
            members == [
                Member(userID: UserID.ada.rawValue, role: .owner, visibleFromSeq: 1),
                Member(userID: UserID.ben.rawValue, role: .member, visibleFromSeq: 1),
                Member(userID: UserID.cem.rawValue, role: .admin, visibleFromSeq: 2),
            ])
    }

    @Test("views are of members, each as they see the chat", arguments: BackendUnderTest.allCases)
    func views(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben, .cem])
        try await scene.send("x", by: .ada, in: room)
        try await scene.leave(room, by: .cem)
        let views = try await scene.ports.chats.views(of: room.id, users: [.ben, .cem, .eli, .ada])
        #expect(Set(views.map(\.userID)) == [UserID.ada.rawValue, UserID.ben.rawValue])
        for view in views {
            #expect(view.chat == (try await scene.view(of: room, for: UserID(view.userID))))
        }
        #expect(Set(views.map(\.chat?.unreadCount)) == [0, 1])
        #expect(try await scene.ports.chats.views(of: Room.none.id, users: [.ada]).isEmpty)
    }
}
