import Basics
import Communication
import Testing
import WireProtocol

@Suite("Blocks: between the two nothing new is said, what was said stays")
struct BlockTests {
    private static func change(
        _ one: UserID, _ other: UserID, version: UInt64, isBlocked: Bool = true
    ) -> BlockChanged {
        BlockChanged(
            lowUserID: min(one, other).rawValue, highUserID: max(one, other).rawValue, version: version,
            isBlocked: isBlocked)
    }

    private func block(_ scene: Scene, _ one: UserID, _ other: UserID, version: UInt64 = 1) async throws {
        try await scene.ports.people.apply(Self.change(one, other, version: version))
    }

    @Test("neither writes, edits or reacts in their direct chat", arguments: BackendUnderTest.allCases)
    func direct(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let room = try await scene.direct(.ada, .ben)
        let mine = try await scene.send("mine", by: .ada, in: room)
        let theirs = try await scene.send("theirs", by: .ben, in: room)
        try await block(scene, .ada, .ben)
        try scene.restart()
        for (user, own) in [(UserID.ada, mine), (.ben, theirs)] {
            let content = try await scene.content("more", by: user, in: room)
            let actions: [LogAction] = [
                .send(content: content, replyToSeq: nil, fileIDs: []), .edit(target: own.seq, content: content),
                .react(target: mine.seq, content: content),
            ]
            for action in actions { try await scene.expectRefusal(.blocked, of: action, by: user, in: room) }
            #expect(try await scene.entries(of: room, for: user).map(\.words) == [nil, "mine", "theirs"])
        }
        // What was said may be taken back.
        try await scene.delete(theirs.seq, by: .ben, in: room)
    }

    @Test("a command that was carried out before gives its first result", arguments: BackendUnderTest.allCases)
    func repetition(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let room = try await scene.direct(.ada, .ben)
        let first = try await scene.send("once", by: .ada, in: room, id: 5)
        try await block(scene, .ben, .ada)
        let content = try await scene.content("once", by: .ada, in: room)
        let again = try await scene.attempt(
            .send(content: content, replyToSeq: nil, fileIDs: []), by: .ada, in: room, id: 5)
        #expect(again.duplicate?.seq == first.seq)
    }

    @Test(
        "a message without keys is refused for the block: it tells nothing else", arguments: BackendUnderTest.allCases)
    func precedence(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.direct(.ada, .ben)
        try await block(scene, .ada, .ben)
        #expect(try await scene.attemptToSend("plain", by: .ben, in: room).refusal == .blocked)
    }

    @Test("there is no new direct chat, the old one is found", arguments: BackendUnderTest.allCases)
    func creation(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.direct(.ada, .ben)
        try await block(scene, .ben, .ada)
        try await block(scene, .cem, .ada)
        #expect(try await scene.create(.direct, .e2ee, [.ada, .ben]).existing?.id == room.id.rawValue)
        for people in [[UserID.ada, .cem], [.cem, .ada]] {
            #expect(try await scene.create(.direct, .e2ee, people).refusal == .blocked)
        }
    }

    @Test("neither adds the other to a chat", arguments: BackendUnderTest.allCases)
    func additions(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await block(scene, .ada, .ben)
        for (owner, other) in [(UserID.ada, UserID.ben), (.ben, .ada)] {
            #expect(try await scene.create(.group, .server, [owner, .cem, other]).refusal == .mayNotAdd([other]))
            let room = try await scene.group([owner, .cem])
            try await scene.expectRefusal(
                .mayNotAdd([other]), of: .addMembers([.dua, other], role: .member), by: owner, in: room)
            try await scene.changeRole(of: .cem, to: .admin, by: owner, in: room)
            try await scene.add([other], by: .cem, to: room)
            // Who is there already is no addition.
            #expect(try await scene.attempt(.addMembers([other], role: .member), by: owner, in: room).isUnchanged)
        }
    }

    @Test("in a group that both are in, everything goes on", arguments: BackendUnderTest.allCases)
    func group(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben, .cem])
        try await block(scene, .ada, .ben)
        let entry = try await scene.send("to all", by: .ben, in: room)
        try await scene.react("👍", to: entry.seq, by: .ada, in: room)
        let moved = try await scene.move(.ada, in: room, read: entry.seq).moved
        #expect(moved?.isShared == true)
        #expect(try await scene.ports.positions.receipts(of: room.id, seq: entry.seq, reader: .ben).found != nil)
    }

    @Test("one's own position moves, the other is not told", arguments: BackendUnderTest.allCases)
    func receipts(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let room = try await scene.direct(.ada, .ben)
        let entry = try await scene.send("hello", by: .ben, in: room)
        try await block(scene, .ada, .ben)
        let moved = try #require(try await scene.move(.ada, in: room, read: entry.seq).moved)
        #expect(moved.isShared == false)
        #expect(try await scene.view(of: room, for: .ada).unreadCount == 0)
        for reader in [UserID.ada, .ben] {
            #expect(
                try await scene.ports.positions.receipts(of: room.id, seq: entry.seq, reader: reader) == .blocked)
        }
        try await scene.ports.people.apply(Self.change(.ada, .ben, version: 2, isBlocked: false))
        #expect(try await scene.ports.positions.receipts(of: room.id, seq: entry.seq, reader: .ben).found != nil)
    }

    @Test("told again or out of order, the newest holds", arguments: BackendUnderTest.allCases)
    func order(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.direct(.ada, .ben)
        func isBlocked() async throws -> Bool {
            try await scene.attemptToSend("plain", by: .ben, in: room).refusal == .blocked
        }
        let changes = [
            Self.change(.ada, .ben, version: 3), Self.change(.ada, .ben, version: 4, isBlocked: false),
            Self.change(.ada, .ben, version: 2), Self.change(.ada, .ben, version: 3),
        ]
        for change in changes { try await scene.ports.people.apply(change) }
        #expect(try await !isBlocked())
        try scene.restart()
        try await scene.ports.people.apply(changes[0])
        #expect(try await !isBlocked())
        try await block(scene, .ada, .ben, version: 5)
        #expect(try await isBlocked())
    }

    /// Of many sends and one block under way together, all that got their place before the block are in the log, and
    /// none after it.
    @Test("in flight: what is not in the log when the block is stored is refused", arguments: BackendUnderTest.allCases)
    func inFlight(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let room = try await scene.direct(.ada, .ben)
        let content = try await scene.content("x", by: .ben, in: room)
        let outcomes = try await withThrowingTaskGroup(of: AppendOutcome.self) { group in
            for number in 0..<40 {
                if number == 20 {
                    group.addTask {
                        try await block(scene, .ada, .ben); return .unchanged(nil)
                    }
                }
                group.addTask {
                    try await scene.attempt(
                        .send(content: content, replyToSeq: nil, fileIDs: []), by: .ben, in: room)
                }
            }
            return try await group.reduce(into: [AppendOutcome]()) { $0.append($1) }
        }
        let sent = outcomes.compactMap { $0.appended?.first?.entry.seq }
        #expect(sent.sorted() == Array(2..<2 + UInt64(sent.count)))
        #expect(outcomes.count { $0.refusal == .blocked } == 40 - sent.count)
        let last = try #require(try await scene.lastSeq(of: room))
        #expect(last == UInt64(sent.count) + 1)
        try await scene.expectRefusal(
            .blocked, of: .send(content: content, replyToSeq: nil, fileIDs: []), by: .ben, in: room)
    }

    @Test("who hides what they read is told of to nobody", arguments: BackendUnderTest.allCases)
    func hiddenReading(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben, .cem])
        let entry = try await scene.send("hello", by: .ada, in: room)
        func apply(_ version: UInt64, readReceipts: Bool) async throws {
            try await scene.ports.people.apply(
                PrivacyChanged(
                    userID: UserID.ben.rawValue, version: version,
                    privacy: PrivacySettings(readReceipts: readReceipts)))
        }
        try await apply(2, readReceipts: false)
        try await apply(1, readReceipts: true)
        let moved = try #require(try await scene.move(.ben, in: room, read: entry.seq).moved)
        #expect(moved.isReadHidden)
        try await scene.move(.cem, in: room, read: entry.seq)
        func readers() async throws -> [UInt64] {
            let status = try #require(
                try await scene.ports.positions.receipts(of: room.id, seq: entry.seq, reader: .ada).found)
            #expect(status.deliveredCount == 2)
            #expect(Int(status.readCount) == status.members.count(where: \.read))
            return status.members.filter(\.read).map(\.userID)
        }
        #expect(try await readers() == [UserID.cem.rawValue])
        try await apply(3, readReceipts: true)
        #expect(try await readers() == [UserID.ben.rawValue, UserID.cem.rawValue])
    }
}
