import Basics
import Communication
import Protobuf
import Testing
import WireProtocol

@Suite("Receipts: who has received and read one entry")
struct ReceiptTests {
    @Test("each member but the sender, with the time of the covering receipt", arguments: BackendUnderTest.allCases)
    func small(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben, .cem, .dua])
        try await scene.send("1", by: .ada, in: room)
        try await scene.send("2", by: .ada, in: room)
        scene.clock.advance(by: 1_000)
        try await scene.move(.cem, in: room, delivered: 2)
        let delivered = Timestamp(millisecondsSince1970: scene.clock.now)
        scene.clock.advance(by: 1_000)
        try await scene.move(.ben, in: room, read: 3)
        let read = Timestamp(millisecondsSince1970: scene.clock.now)
        for reader in [UserID.ada, .dua] {
            let status = try #require(
                try await scene.ports.positions.receipts(of: room.id, seq: 2, reader: reader).found)
            #expect(Set(status.members.map(\.userID)) == Set([UserID.ben, .cem, .dua].map(\.rawValue)))
            let ben = try #require(status.members.first { $0.userID == UserID.ben.rawValue })
            #expect([ben.delivered, ben.read] == [true, true])
            #expect([ben.deliveredAt, ben.readAt] == [read, read])
            let cem = try #require(status.members.first { $0.userID == UserID.cem.rawValue })
            #expect([cem.delivered, cem.read] == [true, false])
            #expect([cem.deliveredAt, cem.readAt] == [delivered, nil])
            let dua = try #require(status.members.first { $0.userID == UserID.dua.rawValue })
            #expect(dua == MessageReceipt(userID: UserID.dua.rawValue))
            #expect([status.deliveredCount, status.readCount] == [2, 1])
        }
        let second = try #require(try await scene.ports.positions.receipts(of: room.id, seq: 3, reader: .ada).found)
        #expect([second.deliveredCount, second.readCount] == [1, 1])
    }

    @Test("in large chats they are only counted", arguments: BackendUnderTest.allCases)
    func large(backend: BackendUnderTest) async throws {
        var limits = Limits()
        limits.receiptMembersMax = 3
        let scene = try Scene(backend, limits: limits)
        let room = try await scene.group([.ada, .ben, .cem])
        try await scene.send("1", by: .ada, in: room)
        try await scene.move(.ben, in: room, read: 2)
        try await scene.move(.cem, in: room, delivered: 2)
        let small = try #require(try await scene.ports.positions.receipts(of: room.id, seq: 2, reader: .ben).found)
        #expect(small.members.count == 2)
        let other = try await scene.group([.ada, .ben, .cem, .dua])
        try await scene.send("1", by: .ada, in: other)
        try await scene.move(.ben, in: other, read: 2)
        try await scene.move(.cem, in: other, delivered: 2)
        let status = try #require(try await scene.ports.positions.receipts(of: other.id, seq: 2, reader: .ben).found)
        #expect(status.members.isEmpty)
        #expect([status.deliveredCount, status.readCount] == [2, 1])
    }

    @Test("only who may see the entry is told", arguments: BackendUnderTest.allCases)
    func visibility(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben, .cem)
        let room = try await scene.group([.ada, .ben], .e2ee)
        try await scene.send("1", by: .ada, in: room)
        try await scene.add([.cem], by: .ada, to: room)
        try await scene.send("2", by: .ada, in: room)
        try await scene.leave(room, by: .ben)
        try await scene.send("3", by: .ada, in: room)
        func isTold(_ reader: UserID, _ seq: UInt64) async throws -> Bool {
            try await scene.ports.positions.receipts(of: room.id, seq: seq, reader: reader).found != nil
        }
        for (reader, told) in [
            (UserID.ada, [true, true, true, false]), (.cem, [false, true, true, false]),
            (.ben, [true, true, false, false]), (.eli, [false, false, false, false]),
        ] {
            for (seq, expected) in zip([2, 4, 6, 7] as [UInt64], told) {
                #expect(try await isTold(reader, seq) == expected, "\(reader) \(seq)")
            }
        }
    }
}
