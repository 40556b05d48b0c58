import Basics
import Communication
import Contracts
import SimulatedBackend
import Testing
import WireProtocol

@Suite("Commits: durable first, told after, in one order", .timeLimit(.minutes(2)))
struct CommitTests {
    @Test("each outcome is told once, in commit order across chats", arguments: BackendUnderTest.allCases)
    func order(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        var rooms: [Room] = []
        for _ in 0..<4 { rooms.append(try await scene.group([.ada, .ben])) }
        let witness = Witness<AppendOutcome>()
        try await withThrowingTaskGroup(of: Void.self) { [rooms] group in
            for writer in 0..<8 {
                group.addTask {
                    for number in 0..<20 {
                        let send = LogAction.send(content: Content(text: "x"), replyToSeq: nil, fileIDs: [])
                        let command = scene.command(send, by: .ada, in: rooms[(writer + number) % 4])
                        _ = try await scene.ports.log.append(command) { witness.hear($0) }
                    }
                }
            }
            try await group.waitForAll()
        }
        let told = await witness.values(count: 160).compactMap { $0.appended?.first?.entry }
        #expect(told.count == 160)
        for room in rooms {
            #expect(told.filter { $0.chatID == room.id.rawValue }.map(\.seq) == Array(2...41))
        }
    }

    @Test("what is told can be read, also what changes nothing", arguments: BackendUnderTest.allCases)
    func durable(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let witness = Witness<AppendOutcome>()
        let send = LogAction.send(content: Content(text: "x"), replyToSeq: nil, fileIDs: [])
        for id: UInt64 in [1, 1, 2] {
            _ = try await scene.ports.log.append(scene.command(send, by: .ada, in: room, id: id)) { witness.hear($0) }
        }
        let told = await witness.values(count: 3)
        #expect(told.map { $0.appended?.first?.entry.seq } == [2, nil, 3])
        #expect(told[1].duplicate?.seq == 2)
        #expect(try await scene.entries(of: room, for: .ben).last == told[2].appended?.first?.entry)
    }

    @Test("chats and positions are told like entries", arguments: BackendUnderTest.allCases)
    func others(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let creations = Witness<ChatCreation>()
        let chat = NewChat(
            type: .group, encryption: .server, name: "", creator: UserID.ada.caller, others: [.ben], clientID: nil)
        let creation = try await scene.ports.chats.create(chat) { creations.hear($0) }
        let told = await creations.values(count: 1)
        #expect(told.first?.created?.chat == creation.created?.chat)
        let positions = Witness<[PositionOutcome]>()
        let report = PositionReportOfMember(
            chatID: ChatID(creation.created?.chat.id ?? 0), userID: .ben, readSeq: 1, deliveredSeq: 0)
        let outcomes = try await scene.ports.positions.move([report]) { positions.hear($0) }
        #expect(await positions.values(count: 1) == [outcomes])
        #expect(outcomes.first?.moved?.readSeq == 1)
    }

    @Test("a commit that fails leaves nothing and is told to nobody", arguments: [BackendUnderTest.simulated])
    func failure(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend, durableConsumers: ["index"])
        let room = try await scene.group([.ada, .ben])
        let before = try await scene.ports.log.state(of: room.id, after: 0, limit: 50, users: [.ada, .ben, .cem])
        let inbox = try await scene.ports.chats.inbox(of: .cem, after: 0)
        let witness = Witness<AppendOutcome>()
        try scene.simulated.failNextCommit()
        let command = scene.command(.addMembers([.cem, .dua], role: .member), by: .ada, in: room)
        await #expect(throws: StoreError(.failed)) {
            _ = try await scene.ports.log.append(command) { witness.hear($0) }
        }
        #expect(
            try await scene.ports.log.state(of: room.id, after: 0, limit: 50, users: [.ada, .ben, .cem]) == before)
        #expect(try await scene.ports.chats.inbox(of: .cem, after: 0) == inbox)
        #expect(try await scene.ports.outbox.claim("index", limit: 10)?.items.map(\.seq) == [1])
        _ = try await scene.ports.log.append(command) { witness.hear($0) }
        #expect(await witness.values(count: 1).map { $0.appended?.map(\.entry.seq) } == [[2, 3]])
    }
}
