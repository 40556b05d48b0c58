import Basics
import Communication
import Testing
import WireProtocol

@Suite("Heads: what a returning device has missed")
struct HeadsTests {
    @Test("exactly the chats with entries since the cursor, newest first", arguments: BackendUnderTest.allCases)
    func heads(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        var rooms: [Room] = []
        for _ in 0..<3 { rooms.append(try await scene.group([.ada, .ben])) }
        _ = try await scene.group([.ada, .cem])
        let start = try await scene.heads(of: .ben)
        #expect(start.heads.map(\.chatID) == rooms.reversed().map(\.id.rawValue))
        #expect(start.updated.isEmpty)
        #expect(start.cursor.inboxSeq == 3)
        let nothing = try await scene.heads(of: .ben, after: start.cursor)
        #expect(nothing.heads.isEmpty)
        #expect(nothing.updated.isEmpty)
        #expect(nothing.cursor == start.cursor)

        try await scene.send("x", by: .ada, in: rooms[2])
        let message = try await scene.send("y", by: .ada, in: rooms[0])
        try await scene.react("+", to: message.seq, by: .ada, in: rooms[0])
        try scene.restart()
        let missed = try await scene.heads(of: .ben, after: start.cursor)
        #expect(
            missed.heads == [
                ChatHead(chatID: rooms[0].id.rawValue, lastSeq: 3, readSeq: 0, unreadCount: 1),
                ChatHead(chatID: rooms[2].id.rawValue, lastSeq: 2, readSeq: 0, unreadCount: 1),
            ])
        #expect(missed.updated.isEmpty)
        #expect(missed.cursor.activity > start.cursor.activity)
        try await scene.send("z", by: .ben, in: rooms[1])
        let last = try await scene.heads(of: .ben, after: missed.cursor)
        #expect(last.heads == [ChatHead(chatID: rooms[1].id.rawValue, lastSeq: 2, readSeq: 2, unreadCount: 0)])
    }

    @Test("chats that were joined, left or have another role are shown", arguments: BackendUnderTest.allCases)
    func updated(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let left = try await scene.group([.ada, .ben])
        let promoted = try await scene.group([.ada, .ben])
        let joined = try await scene.group([.ada, .cem])
        let same = try await scene.group([.ada, .ben])
        let start = try await scene.heads(of: .ben)
        try await scene.leave(left, by: .ben)
        try await scene.changeRole(of: .ben, to: .admin, by: .ada, in: promoted)
        try await scene.add([.ben], by: .ada, to: joined)
        try await scene.send("x", by: .ada, in: left)
        try await scene.send("x", by: .ada, in: same)
        let missed = try await scene.heads(of: .ben, after: start.cursor)
        let byID = Dictionary(uniqueKeysWithValues: missed.updated.map { ($0.id, $0) })
        #expect(Set(byID.keys) == Set([left, promoted, joined].map(\.id.rawValue)))
        #expect(byID[left.id.rawValue]?.leftSeq == 2)
        #expect(byID[left.id.rawValue]?.role == .unspecified)
        #expect(byID[left.id.rawValue]?.name == "")
        #expect(byID[promoted.id.rawValue] == (try await scene.view(of: promoted, for: .ben)))
        #expect(byID[joined.id.rawValue] == (try await scene.view(of: joined, for: .ben)))
        #expect(missed.cursor.inboxSeq == start.cursor.inboxSeq + 3)
        #expect(missed.heads.map(\.chatID) == [same, joined, promoted, left].map(\.id.rawValue))
        #expect(missed.heads.map(\.lastSeq) == [2, 2, 2, 2])
        let after = try await scene.heads(of: .ben, after: missed.cursor)
        #expect(after.heads.isEmpty)
        #expect(after.updated.isEmpty)
    }

    @Test("a chat that was left ends with the removal", arguments: BackendUnderTest.allCases)
    func former(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let before = try await scene.heads(of: .ben)
        try await scene.send("missed", by: .ada, in: room)
        try await scene.remove(.ben, by: .ada, from: room)
        for _ in 0..<3 { try await scene.send("unseen", by: .ada, in: room) }
        let missed = try await scene.heads(of: .ben, after: before.cursor)
        #expect(missed.heads.map(\.chatID) == [room.id.rawValue])
        #expect(missed.heads.first?.lastSeq == 3)
        #expect(missed.heads.first?.unreadCount == 0)
        // What comes after the removal is no news for who is gone.
        try await scene.send("unseen", by: .ada, in: room)
        #expect(try await scene.heads(of: .ben, after: missed.cursor).heads.isEmpty)
        // A new device is not told of chats that are left.
        let new = try await scene.heads(of: .ben)
        #expect(new.heads.isEmpty)
        #expect(new.updated.isEmpty)
        #expect(new.cursor == InboxCursor(inboxSeq: 2, activity: 0))
        try await scene.add([.ben], by: .ada, to: room)
        let back = try await scene.heads(of: .ben, after: missed.cursor)
        #expect(back.heads == [ChatHead(chatID: room.id.rawValue, lastSeq: 8, readSeq: 8, unreadCount: 0)])
        #expect(back.updated.map(\.leftSeq) == [nil])
    }

    @Test("heads while others write miss nothing", arguments: BackendUnderTest.allCases)
    func concurrent(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        var rooms: [Room] = []
        for _ in 0..<4 { rooms.append(try await scene.group([.ada, .ben])) }
        try await withThrowingTaskGroup(of: [UInt64: UInt64]?.self) { [rooms] group in
            for writer in 0..<2 {
                group.addTask {
                    for number in 0..<40 { try await scene.send("x", by: .ada, in: rooms[(writer + number) % 4]) }
                    return nil
                }
            }
            group.addTask {
                var cursor = InboxCursor()
                var known: [UInt64: UInt64] = [:]
                while known.values.reduce(0, +) < 84 {
                    try Task.checkCancellation()
                    let news = try await scene.heads(of: .ben, after: cursor)
                    for head in news.heads { known[head.chatID] = head.lastSeq }
                    cursor = news.cursor
                    await Task.yield()
                }
                return known
            }
            for try await known in group.compactMap({ $0 }) {
                #expect(known.values.sorted() == [21, 21, 21, 21])
            }
        }
    }

    @Test("subscriptions are the chats that one is in, of one moment", arguments: BackendUnderTest.allCases)
    func subscriptions(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let plain = try await scene.group([.ada, .ben])
        let sealed = try await scene.group([.ada, .cem], .e2ee)
        let left = try await scene.group([.ada, .ben])
        let direct = try await scene.direct(.cem, .ben)
        try await scene.add([.ben], by: .ada, to: sealed)
        try await scene.leave(left, by: .ben)
        try await scene.send("x", by: .ada, in: plain)
        let subscriptions = try await scene.ports.chats.subscriptions(of: .ben)
        let expected = [
            ChatSubscription(chatID: plain.id.rawValue, memberVersion: 1, lastSeq: 2, visibleFromSeq: 1),
            ChatSubscription(chatID: sealed.id.rawValue, memberVersion: 2, lastSeq: 2, visibleFromSeq: 2),
            ChatSubscription(
                chatID: direct.id.rawValue, memberVersion: 1, lastSeq: 1, visibleFromSeq: 1,
                peerID: UserID.cem.rawValue),
        ]
        #expect(subscriptions.chats.sorted { $0.chatID < $1.chatID } == expected.sorted { $0.chatID < $1.chatID })
        #expect(subscriptions.inboxSeq == 5)
        #expect(!subscriptions.incarnation.isEmpty)
        try scene.restart()
        #expect(try await scene.ports.chats.subscriptions(of: .ben).incarnation == subscriptions.incarnation)
        let nobody = try await scene.ports.chats.subscriptions(of: .eli)
        #expect(nobody.chats.isEmpty)
        #expect(nobody.inboxSeq == 0)
        #expect(nobody.incarnation == subscriptions.incarnation)
    }
}
