import Basics
import Communication
import Protobuf
import Testing
import WireProtocol

@Suite("Order: every entry has its place, without gaps")
struct OrderTests {
    @Test("sequences begin at 1 with the chat's own entry", arguments: BackendUnderTest.allCases)
    func sequence(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        for text in ["a", "b", "c"] { try await scene.send(text, by: .ben, in: room) }
        let entries = try await scene.entries(of: room, for: .ada)
        #expect(entries.map(\.seq) == [1, 2, 3, 4])
        #expect(entries.map(\.kind) == [.chat, .message, .message, .message])
        #expect(entries.map(\.words) == [nil, "a", "b", "c"])
        #expect(entries.map(\.id) == (1...4).map { "\(room.id.rawValue).\($0)" })
        #expect(entries.dropFirst().allSatisfy { $0.senderID == UserID.ben.rawValue })
        #expect(entries[1].senderDeviceID == UserID.ben.device(1))
        #expect(entries.allSatisfy { $0.chatID == room.id.rawValue })
    }

    @Test("many who write to one chat at once make no gap", arguments: BackendUnderTest.allCases)
    func oneChat(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let people: [UserID] = [.ada, .ben, .cem, .dua]
        let room = try await scene.group(people)
        let told = try await withThrowingTaskGroup(of: [UInt64].self) { group in
            for writer in 0..<8 {
                group.addTask {
                    var seqs: [UInt64] = []
                    for number in 0..<25 {
                        seqs.append(try await scene.send("\(writer).\(number)", by: people[writer % 4], in: room).seq)
                    }
                    return seqs
                }
            }
            return try await group.reduce(into: [[UInt64]]()) { $0.append($1) }
        }
        #expect(told.allSatisfy { $0 == $0.sorted() })
        #expect(told.flatMap { $0 }.sorted() == Array(2...201))
        let entries = try await scene.entries(of: room, for: .ada)
        #expect(entries.map(\.seq) == Array(1...201))
        #expect(entries.map(\.ordinal) == (0...200).map { UInt64($0) })
        #expect(Set(entries.compactMap(\.words)).count == 200)
    }

    @Test("each of many chats counts for itself", arguments: BackendUnderTest.allCases)
    func manyChats(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        var rooms: [Room] = []
        for _ in 0..<6 { rooms.append(try await scene.group([.ada, .ben])) }
        try await withThrowingTaskGroup(of: Void.self) { [rooms] group in
            for writer in 0..<4 {
                group.addTask {
                    for number in 0..<30 {
                        let room = rooms[(writer + number) % rooms.count]
                        try await scene.send("\(writer).\(number)", by: .ben, in: room)
                    }
                }
            }
            try await group.waitForAll()
        }
        for room in rooms {
            let entries = try await scene.entries(of: room, for: .ada)
            #expect(entries.map(\.seq) == Array(1...21))
        }
    }

    @Test("the calls of one thread to one chat are carried out in their order", arguments: BackendUnderTest.allCases)
    func admission(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<100 {
                // Runs here until it has been queued.
                group.addImmediateTask { _ = try await scene.attemptToSend("\(number)", by: .ada, in: room) }
            }
            try await group.waitForAll()
        }
        let words = try await scene.entries(of: room, for: .ben).compactMap(\.words)
        #expect(words == (0..<100).map { "\($0)" })
    }

    @Test("ordinals count messages and nothing else", arguments: BackendUnderTest.allCases)
    func ordinals(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let first = try await scene.send("first", by: .ada, in: room)
        try await scene.edit(first.seq, to: "First", by: .ada, in: room)
        let reaction = try await scene.react("+", to: first.seq, by: .ben, in: room)
        try await scene.add([.cem], by: .ada, to: room)
        let second = try await scene.send("second", by: .cem, in: room)
        try await scene.delete(reaction.seq, by: .ben, in: room)
        try await scene.perform(.rename("Eaves"), by: .ada, in: room)
        try await scene.delete(second.seq, by: .cem, in: room)
        let third = try await scene.send("third", by: .ben, in: room)
        #expect([first, second, third].map(\.ordinal) == [1, 2, 3])
        let entries = try await scene.entries(of: room, for: .ada)
        #expect(
            entries.map(\.kind) == [
                .chat, .message, .edit, .reaction, .member, .message, .delete, .chat, .delete, .message,
            ])
        #expect(entries.map(\.ordinal) == [0, 1, 1, 1, 1, 2, 2, 2, 2, 3])
    }

    @Test("time never goes back inside a chat", arguments: BackendUnderTest.allCases)
    func time(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let start = scene.clock.now
        var dates: [Int64] = []
        for step: Int64 in [500, -3_600_000, 10, 3_600_000] {
            scene.clock.advance(by: step)
            let entry = try await scene.send("tick", by: .ada, in: room)
            dates.append(try #require(entry.createdAt).millisecondsSince1970 - start)
        }
        #expect(dates == [500, 500, 500, 510])
        let stored = try await scene.entries(of: room, for: .ben).compactMap(\.createdAt?.millisecondsSince1970)
        #expect(stored.dropFirst() == dates.map { $0 + start }[...])
        #expect(try await scene.view(of: room, for: .ben).lastEntryAt?.millisecondsSince1970 == start + 510)
    }

    @Test("pages in both directions give every entry once", arguments: BackendUnderTest.allCases)
    func pages(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        for number in 1...9 { try await scene.send("\(number)", by: .ada, in: room) }
        let newest = try #require(try await scene.page(of: room, for: .ben, limit: 4))
        #expect(newest.entries.map(\.seq) == [7, 8, 9, 10])
        #expect(newest.lastSeq == 10)
        let before = try #require(try await scene.page(of: room, for: .ben, before: 7, limit: 4))
        #expect(before.entries.map(\.seq) == [3, 4, 5, 6])
        let first = try #require(try await scene.page(of: room, for: .ben, before: 3, limit: 4))
        #expect(first.entries.map(\.seq) == [1, 2])
        let after = try #require(try await scene.page(of: room, for: .ben, after: 8, limit: 4))
        #expect(after.entries.map(\.seq) == [9, 10])
        let beyond = try #require(try await scene.page(of: room, for: .ben, after: 10, limit: 4))
        #expect(beyond.entries.isEmpty)
        #expect(beyond.lastSeq == 10)
        let between = try #require(try await scene.page(of: room, for: .ben, after: 2, before: 6, limit: 2))
        #expect(between.entries.map(\.seq) == [3, 4])
        let farAway = try #require(try await scene.page(of: room, for: .ben, after: .max, limit: 4))
        #expect(farAway.entries.isEmpty)
        let all = try #require(try await scene.page(of: room, for: .ben, before: .max, limit: 200))
        #expect(all.entries.map(\.seq) == Array(1...10))
    }
}
