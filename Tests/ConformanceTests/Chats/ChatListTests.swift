import Basics
import Communication
import Testing
import WireProtocol

@Suite("Chat lists: most recently active first")
struct ChatListTests {
    private func list(_ scene: Scene, of user: UserID, pageSize: Int) async throws -> [ActiveChat] {
        var all: [ActiveChat] = []
        var below = UInt64(Int64.max)
        while true {
            let page = try await scene.ports.chats.chats(of: user, below: below, limit: pageSize)
            guard let last = page.last else { return all }
            try #require(last.activity < below)
            #expect(page.count <= pageSize)
            all += page
            below = last.activity
        }
    }

    @Test("pages give every chat once", arguments: BackendUnderTest.allCases)
    func pages(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        var rooms: [Room] = []
        for _ in 0..<7 { rooms.append(try await scene.group([.ada, .ben])) }
        _ = try await scene.group([.ben, .cem])
        try await scene.send("x", by: .ben, in: rooms[2])
        try await scene.perform(.rename("y"), by: .ada, in: rooms[4])
        let listed = try await list(scene, of: .ada, pageSize: 3)
        #expect(listed.map(\.chat.id) == [4, 2, 6, 5, 3, 1, 0].map { rooms[$0].id.rawValue })
        #expect(Set(listed.map(\.activity)).count == 7)
        for (index, room) in [4, 2, 6, 5, 3, 1, 0].map({ rooms[$0] }).enumerated() {
            #expect(listed[index].chat == (try await scene.view(of: room, for: .ada)))
        }
    }

    @Test("a position is no activity, and a chat that was left is not listed", arguments: BackendUnderTest.allCases)
    func others(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let first = try await scene.group([.ada, .ben])
        let second = try await scene.group([.ada, .ben])
        try await scene.move(.ben, in: first, read: 1)
        #expect(try await list(scene, of: .ben, pageSize: 9).map(\.chat.id) == [second, first].map(\.id.rawValue))
        try await scene.leave(second, by: .ben)
        #expect(try await list(scene, of: .ben, pageSize: 9).map(\.chat.id) == [first.id.rawValue])
        try scene.restart()
        try await scene.add([.ben], by: .ada, to: second)
        #expect(try await list(scene, of: .ben, pageSize: 9).map(\.chat.id) == [second, first].map(\.id.rawValue))
    }
}
