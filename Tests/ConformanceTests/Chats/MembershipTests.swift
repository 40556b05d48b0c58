import Basics
import Communication
import SimulatedBackend
import Testing
import WireProtocol

@Suite("Membership: an interval of the log")
struct MembershipTests {
    @Test("who joins a readable chat sees all of it, and nothing is unread", arguments: BackendUnderTest.allCases)
    func joinReadable(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        try await scene.send("before", by: .ada, in: room)
        let joined = try await scene.add([.cem], by: .ada, to: room)
        #expect(joined.map(\.entry.kind) == [.member])
        #expect(
            joined[0].entry.member == MemberChange(userID: UserID.cem.rawValue, change: .joined, role: .member))
        #expect(joined[0].entry.senderID == UserID.ada.rawValue)
        #expect(try await scene.entries(of: room, for: .cem).map(\.seq) == [1, 2, 3])
        let view = try await scene.view(of: room, for: .cem)
        #expect([view.visibleFromSeq, view.readSeq, view.deliveredSeq] == [1, 3, 3])
        #expect(view.unreadCount == 0)
        try await scene.send("after", by: .ada, in: room)
        #expect(try await scene.view(of: room, for: .cem).unreadCount == 1)
    }

    @Test("who joins a sealed chat sees it from the own join on", arguments: BackendUnderTest.allCases)
    func joinSealed(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben, .cem)
        let room = try await scene.group([.ada, .ben], .e2ee)
        let before = try await scene.send("before", by: .ada, in: room)
        try await scene.add([.cem], by: .ada, to: room)
        try await scene.send("after", by: .ben, in: room)
        #expect(try await scene.entries(of: room, for: .cem).map(\.seq) == [3, 4])
        let backwards = try #require(try await scene.page(of: room, for: .cem, before: 4))
        #expect(backwards.entries.map(\.seq) == [3])
        let view = try await scene.view(of: room, for: .cem)
        #expect([view.visibleFromSeq, view.readSeq, view.deliveredSeq] == [3, 3, 3])
        #expect(view.unreadCount == 1)
        let sealed = try await scene.content("+", by: .cem, in: room)
        try await scene.expectRefusal(
            .noSuchMessage(field: nil), of: .react(target: before.seq, content: sealed), by: .cem, in: room)
    }

    @Test("each of several who are added has an entry", arguments: BackendUnderTest.allCases)
    func several(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let joined = try await scene.add([.dua, .ben, .cem], .admin, by: .ada, to: room)
        #expect(joined.map(\.entry.seq) == [2, 3])
        #expect(joined.map(\.entry.member?.userID) == [UserID.dua.rawValue, UserID.cem.rawValue])
        #expect(joined.map(\.memberVersion) == [2, 3])
        let view = try await scene.view(of: room, for: .cem)
        #expect(view.memberCount == 4)
        #expect(view.memberVersion == 3)
        #expect(view.role == .admin)
        #expect(try await scene.view(of: room, for: .ben).role == .member)
        #expect(try await scene.attempt(.addMembers([.cem], role: .member), by: .ada, in: room).isUnchanged)
    }

    @Test("the own removal is the last that somebody sees", arguments: BackendUnderTest.allCases, [true, false])
    func removed(backend: BackendUnderTest, isOwnWish: Bool) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben, .cem])
        try await scene.send("before", by: .ada, in: room)
        let gone = try await scene.remove(.ben, by: isOwnWish ? .ben : .ada, from: room)
        try await scene.send("after", by: .ada, in: room)
        #expect(gone[0].memberVersion == 2)
        #expect(
            gone[0].entry.member
                == MemberChange(
                    userID: UserID.ben.rawValue, change: isOwnWish ? .left : .removed, role: .unspecified))
        let newest = try #require(try await scene.page(of: room, for: .ben))
        #expect(newest.entries.map(\.seq) == [1, 2, 3])
        #expect(newest.entries.last == gone[0].entry)
        #expect(newest.lastSeq == 3)
        #expect(try await scene.page(of: room, for: .ben, after: 3)?.entries.isEmpty == true)
        #expect(try await scene.page(of: room, for: .ben, before: 99, limit: 2)?.entries.map(\.seq) == [2, 3])
        guard case .former = try await scene.ports.chats.chat(room.id, of: .ben) else {
            Issue.record("still a member")
            return
        }
        #expect(try await scene.attemptToSend("x", by: .ben, in: room).refusal == .notMember)
        #expect(try await scene.ports.chats.roster(of: room.id, reader: .ben) == nil)
        #expect(try await scene.ports.chats.members(of: room.id, reader: .ben, above: UserID(0), limit: 9) == nil)
        #expect(try await scene.view(of: room, for: .ada).memberCount == 2)
    }

    @Test("who comes back to a sealed chat sees it from the new join on", arguments: BackendUnderTest.allCases)
    func rejoinSealed(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let room = try await scene.group([.ada, .ben], .e2ee)
        try await scene.send("first", by: .ben, in: room)
        try await scene.leave(room, by: .ben)
        try await scene.send("unseen", by: .ada, in: room)
        let joined = try await scene.add([.ben], by: .ada, to: room)
        #expect(joined[0].memberVersion == 3)
        try await scene.send("last", by: .ada, in: room)
        #expect(try await scene.entries(of: room, for: .ben).map(\.seq) == [5, 6])
        let view = try await scene.view(of: room, for: .ben)
        #expect([view.visibleFromSeq, view.readSeq, view.deliveredSeq, view.lastSeq] == [5, 5, 5, 6])
        #expect(view.leftSeq == nil)
        #expect(view.unreadCount == 1)
        let state = try await scene.ports.log.state(of: room.id, after: 0, limit: 1, users: [.ben])
        #expect(state?.members == [MemberInterval(userID: UserID.ben.rawValue, visibleFromSeq: 5)])
    }

    @Test("who comes back to a readable chat sees all of it", arguments: BackendUnderTest.allCases)
    func rejoinReadable(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        try await scene.leave(room, by: .ben)
        try await scene.send("meanwhile", by: .ada, in: room)
        try await scene.add([.ben], by: .ada, to: room)
        #expect(try await scene.entries(of: room, for: .ben).map(\.seq) == [1, 2, 3, 4])
        let view = try await scene.view(of: room, for: .ben)
        #expect([view.visibleFromSeq, view.readSeq] == [1, 4])
        #expect(view.unreadCount == 0)
        try await scene.leave(room, by: .ben)
        #expect(try await scene.entries(of: room, for: .ben).map(\.seq) == [1, 2, 3, 4, 5])
    }

    @Test("a chat that one was never in is none", arguments: BackendUnderTest.allCases)
    func stranger(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        for place in [room, .none] {
            #expect(try await scene.page(of: place, for: .eli) == nil)
            #expect(try await scene.attemptToSend("x", by: .eli, in: place).refusal == .noSuchChat)
            #expect(try await scene.ports.chats.roster(of: place.id, reader: .eli) == nil)
            #expect(try await scene.ports.chats.members(of: place.id, reader: .eli, above: UserID(0), limit: 9) == nil)
            #expect(try await scene.ports.positions.receipts(of: place.id, seq: 1, reader: .eli) == .none)
            guard case .none = try await scene.ports.chats.chat(place.id, of: .eli) else {
                Issue.record("a stranger knows \(place.id)")
                return
            }
        }
    }

    @Test("who is gone sees no edit and no text from after", arguments: BackendUnderTest.allCases)
    func noLeak(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let edited = try await scene.send("one", by: .ada, in: room)
        let later = try await scene.send("two", by: .ada, in: room)
        let deleted = try await scene.send("three", by: .ada, in: room)
        try await scene.edit(edited.seq, to: "One", by: .ada, in: room)
        try await scene.leave(room, by: .ben)
        #expect(try await scene.entry(edited.seq, of: room, for: .ben)?.latestEdit?.content?.text == "One")
        try await scene.edit(edited.seq, to: "after", by: .ada, in: room)
        try await scene.edit(later.seq, to: "after", by: .ada, in: room)
        try await scene.delete(deleted.seq, by: .ada, in: room)
        let entries = try await scene.entries(of: room, for: .ben)
        #expect(entries.count == 6)
        #expect(entries.allSatisfy { $0.latestEdit?.content?.text != "after" && $0.latestEdit?.seq ?? 0 <= 6 })
        #expect(entries[1].latestEdit == nil)
        #expect(entries[1].words == "one")
        // What is deleted is deleted for everybody.
        #expect(entries[3].words == nil)
        #expect(try await scene.entry(edited.seq, of: room, for: .ada)?.latestEdit?.content?.text == "after")
    }

    @Test(
        "whatever comes first, nothing of somebody who was removed comes after the removal",
        arguments: BackendUnderTest.allCases)
    func race(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        for _ in 0..<10 {
            let room = try await scene.group([.ada, .ben, .cem])
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<10 {
                    group.addTask { _ = try await scene.attemptToSend("\(number)", by: .ben, in: room) }
                    if number == 5 { group.addTask { try await scene.remove(.ben, by: .ada, from: room) } }
                    group.addTask { _ = try await scene.attemptToSend("\(number)", by: .cem, in: room) }
                }
                try await group.waitForAll()
            }
            let entries = try await scene.entries(of: room, for: .ada)
            let removal = try #require(entries.first { $0.kind == .member })
            #expect(entries.allSatisfy { $0.senderID != UserID.ben.rawValue || $0.seq < removal.seq })
            let seen = try await scene.entries(of: room, for: .ben)
            #expect(seen == entries.filter { $0.seq <= removal.seq })
            #expect(entries.count { $0.senderID == UserID.cem.rawValue } == 10)
        }
    }

    @Test("a send and a removal that wait together are carried out in their order", arguments: [true, false])
    func order(sendsFirst: Bool) async throws {
        let scene = try Scene(.simulated)
        let room = try await scene.group([.ada, .ben])
        let simulated = try scene.simulated
        simulated.holdCommits()
        var tasks: [Task<AppendOutcome, any Error>] = []
        for isSend in sendsFirst ? [true, false] : [false, true] {
            tasks.append(
                Task {
                    isSend
                        ? try await scene.attemptToSend("x", by: .ben, in: room)
                        : try await scene.attempt(.removeMember(.ben), by: .ada, in: room)
                })
            await simulated.waitUntilHeld(tasks.count)
        }
        simulated.releaseCommits()
        let sent = try await tasks[sendsFirst ? 0 : 1].value
        #expect((sent.appended != nil) == sendsFirst)
        #expect((sent.refusal == .notMember) == !sendsFirst)
        #expect(try await scene.lastSeq(of: room) == (sendsFirst ? 3 : 2))
    }
}
