import Basics
import Communication
import Protobuf
import Testing
import WireProtocol

@Suite("Positions: forward, within the log, and unread counts follow")
struct PositionTests {
    private func positions(_ scene: Scene, _ room: Room, _ user: UserID) async throws -> [UInt64] {
        let view = try await scene.view(of: room, for: user)
        return [view.readSeq, view.deliveredSeq, view.unreadCount]
    }

    @Test("they move forward, and what is read has been delivered", arguments: BackendUnderTest.allCases)
    func forward(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        for number in 1...4 { try await scene.send("\(number)", by: .ada, in: room) }
        scene.clock.advance(by: 5_000)
        let delivered = try #require(try await scene.move(.ben, in: room, delivered: 4).moved)
        #expect(delivered.deliveredSeq == 4)
        #expect(delivered.readSeq == nil)
        #expect(delivered.chatID == room.id.rawValue)
        #expect(delivered.userID == UserID.ben.rawValue)
        #expect(delivered.at?.millisecondsSince1970 == scene.clock.now)
        #expect(delivered.isShared)
        #expect(try await positions(scene, room, .ben) == [0, 4, 4])
        let read = try #require(try await scene.move(.ben, in: room, read: 3).moved)
        #expect(read.readSeq == 3)
        #expect(read.deliveredSeq == nil)
        #expect(try await positions(scene, room, .ben) == [3, 4, 2])
        let both = try #require(try await scene.move(.ben, in: room, read: 5).moved)
        #expect(both.readSeq == 5)
        #expect(both.deliveredSeq == 5)
        try scene.restart()
        #expect(try await positions(scene, room, .ben) == [5, 5, 0])
    }

    @Test("they never go back", arguments: BackendUnderTest.allCases)
    func back(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        for number in 1...4 { try await scene.send("\(number)", by: .ada, in: room) }
        try await scene.move(.ben, in: room, read: 4)
        for (read, delivered): (UInt64, UInt64) in [(3, 0), (4, 4), (0, 2), (0, 0), (4, 1)] {
            #expect(try await scene.move(.ben, in: room, read: read, delivered: delivered) == .unchanged)
        }
        #expect(try await positions(scene, room, .ben) == [4, 4, 1])
        // One forward, the other back.
        let moved = try await scene.move(.ben, in: room, read: 2, delivered: 5).moved
        #expect(moved?.deliveredSeq == 5)
        #expect(moved?.readSeq == nil)
        #expect(try await positions(scene, room, .ben) == [4, 5, 1])
    }

    @Test("they never go beyond the log", arguments: BackendUnderTest.allCases)
    func beyond(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        try await scene.send("x", by: .ada, in: room)
        #expect(try await scene.move(.ben, in: room, read: 3) == .beyond(lastSeq: 2))
        #expect(try await scene.move(.ben, in: room, delivered: .max) == .beyond(lastSeq: 2))
        #expect(try await positions(scene, room, .ben) == [0, 0, 1])
        try await scene.leave(room, by: .ben)
        try await scene.send("y", by: .ada, in: room)
        #expect(try await scene.move(.ben, in: room, read: 2) == .notMember)
        #expect(try await scene.move(.eli, in: room, read: 1) == .noSuchChat)
        #expect(try await scene.move(.ada, in: .none, read: 1) == .noSuchChat)
    }

    @Test("several reports have their outcomes in order", arguments: BackendUnderTest.allCases)
    func several(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let rooms = [try await scene.group([.ada, .ben]), try await scene.group([.ada, .ben])]
        let reports = [
            PositionReportOfMember(chatID: rooms[1].id, userID: .ben, readSeq: 1, deliveredSeq: 0),
            PositionReportOfMember(chatID: rooms[0].id, userID: .eli, readSeq: 1, deliveredSeq: 0),
            PositionReportOfMember(chatID: rooms[0].id, userID: .ben, readSeq: 2, deliveredSeq: 0),
            PositionReportOfMember(chatID: rooms[0].id, userID: .ada, readSeq: 1, deliveredSeq: 1),
            PositionReportOfMember(chatID: rooms[0].id, userID: .ben, readSeq: 0, deliveredSeq: 1),
        ]
        let preview = try await scene.ports.positions.preview(reports)
        #expect(try await positions(scene, rooms[1], .ben) == [0, 0, 0])
        let outcomes = try await scene.move(reports)
        #expect(outcomes == preview)
        #expect(outcomes[0].moved?.chatID == rooms[1].id.rawValue)
        #expect(outcomes[1...3] == [.noSuchChat, .beyond(lastSeq: 1), .unchanged])
        #expect(outcomes[4].moved?.deliveredSeq == 1)
        #expect(try await positions(scene, rooms[0], .ben) == [0, 1, 0])
    }

    @Test("more reports than one commit takes are all stored", arguments: BackendUnderTest.allCases)
    func many(backend: BackendUnderTest) async throws {
        var limits = Limits()
        limits.commitEntriesMax = 8
        let scene = try Scene(backend, limits: limits)
        let others = (300..<330).map { UserID($0) }
        let room = try await scene.group([.ada] + others)
        let reports = others.map {
            PositionReportOfMember(chatID: room.id, userID: $0, readSeq: $0.rawValue % 3 == 0 ? 9 : 1, deliveredSeq: 0)
        }
        let outcomes = try await scene.move(reports)
        #expect(outcomes.count == 30)
        for (user, outcome) in zip(others, outcomes) {
            let isBeyond = user.rawValue % 3 == 0
            #expect(isBeyond ? outcome == .beyond(lastSeq: 1) : outcome.moved?.userID == user.rawValue)
            #expect(try await positions(scene, room, user) == (isBeyond ? [0, 0, 0] : [1, 1, 0]))
        }
    }

    @Test("only messages are unread", arguments: BackendUnderTest.allCases)
    func unread(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let first = try await scene.send("1", by: .ada, in: room)
        try await scene.edit(first.seq, to: "one", by: .ada, in: room)
        try await scene.react("+", to: first.seq, by: .ada, in: room)
        try await scene.add([.cem], by: .ada, to: room)
        let second = try await scene.send("2", by: .ada, in: room)
        #expect(try await positions(scene, room, .ben) == [0, 0, 2])
        try await scene.move(.ben, in: room, read: 4)
        #expect(try await positions(scene, room, .ben) == [4, 4, 1])
        // A deleted message keeps its number, so it still counts.
        try await scene.delete(second.seq, by: .ada, in: room)
        #expect(try await positions(scene, room, .ben) == [4, 4, 1])
        #expect(try await scene.heads(of: .ben).heads.map(\.unreadCount) == [1])
        try await scene.move(.ben, in: room, read: 7)
        #expect(try await positions(scene, room, .ben) == [7, 7, 0])
    }

    @Test("who writes has read what is above; no other entry moves anybody", arguments: BackendUnderTest.allCases)
    func ownSend(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let first = try await scene.send("1", by: .ada, in: room)
        #expect(try await positions(scene, room, .ada) == [2, 2, 0])
        try await scene.send("2", by: .ben, in: room)
        try await scene.react("+", to: first.seq, by: .ada, in: room)
        try await scene.edit(first.seq, to: "one", by: .ada, in: room)
        #expect(try await positions(scene, room, .ada) == [2, 2, 1])
        #expect(try await positions(scene, room, .ben) == [3, 3, 0])
        try await scene.send("3", by: .ada, in: room)
        #expect(try await positions(scene, room, .ada) == [6, 6, 0])
        #expect(try await positions(scene, room, .ben) == [3, 3, 1])
    }

    @Test("in large chats positions are nobody else's business", arguments: BackendUnderTest.allCases)
    func shared(backend: BackendUnderTest) async throws {
        var limits = Limits()
        limits.receiptMembersMax = 3
        let scene = try Scene(backend, limits: limits)
        let room = try await scene.group([.ada, .ben, .cem])
        #expect(try await scene.move(.ben, in: room, read: 1).moved?.isShared == true)
        try await scene.add([.dua], by: .ada, to: room)
        #expect(try await scene.move(.ben, in: room, read: 2).moved?.isShared == false)
    }

    @Test("many reports at once end at the furthest", arguments: BackendUnderTest.allCases)
    func concurrent(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        for number in 1...20 { try await scene.send("\(number)", by: .ada, in: room) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for seq in (1...20 as ClosedRange<UInt64>).reversed() {
                group.addTask { try await scene.move(.ben, in: room, read: seq, delivered: seq + 1) }
            }
            try await group.waitForAll()
        }
        #expect(try await positions(scene, room, .ben) == [20, 21, 1])
    }
}
