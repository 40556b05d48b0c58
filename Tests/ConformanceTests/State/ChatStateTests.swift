import Basics
import Communication
import Testing
import WireProtocol

@Suite("Chat states: one consistent look")
struct ChatStateTests {
    @Test("where the chat is, who is asked for, and the entries after", arguments: BackendUnderTest.allCases)
    func look(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben, .cem)
        let room = try await scene.group([.ada, .ben], .e2ee)
        try await scene.send("x", by: .ada, in: room)
        try await scene.add([.cem], by: .ada, to: room)
        try await scene.leave(room, by: .ben)
        try await scene.send("y", by: .cem, in: room)
        let state = try #require(
            try await scene.ports.log.state(of: room.id, after: 2, limit: 2, users: [.cem, .ben, .eli]))
        #expect(state.lastSeq == 5)
        #expect(state.memberVersion == 3)
        #expect(
            state.members.sorted { $0.userID < $1.userID } == [
                MemberInterval(userID: UserID.ben.rawValue, visibleFromSeq: 1, leftSeq: 4),
                MemberInterval(userID: UserID.cem.rawValue, visibleFromSeq: 3),
            ])
        #expect(state.entries.map(\.seq) == [3, 4])
        let last = try #require(try await scene.ports.log.state(of: room.id, after: 4, limit: 9, users: []))
        #expect(last.entries.map(\.words) == ["y"])
        #expect(last.entries.first?.content?.keys.count == 2)
        #expect(last.members.isEmpty)
        #expect(try await scene.ports.log.state(of: room.id, after: 5, limit: 9, users: [])?.entries.isEmpty == true)
        #expect(try await scene.ports.log.state(of: Room.none.id, after: 0, limit: 9, users: [.ada]) == nil)
    }

    @Test("while others write and join, its parts agree", arguments: BackendUnderTest.allCases)
    func consistent(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 0..<30 {
                    try await scene.send("x", by: .ada, in: room)
                    try await scene.add([UserID(UInt64(300 + number))], by: .ada, to: room)
                }
            }
            group.addTask {
                var seen: UInt64 = 0
                while seen < 61 {
                    try Task.checkCancellation()
                    let state = try #require(
                        try await scene.ports.log.state(
                            of: room.id, after: 0, limit: 100, users: (300..<330).map { UserID($0) }))
                    let joins = state.entries.count { $0.kind == .member }
                    #expect(state.lastSeq == UInt64(state.entries.count))
                    #expect(state.memberVersion == UInt64(1 + joins))
                    #expect(state.members.count == joins)
                    seen = state.lastSeq
                    await Task.yield()
                }
            }
            try await group.waitForAll()
        }
    }
}
