import Basics
import Communication
import Contracts
import EmbeddedBackend
import Synchronization
import Testing
import WireProtocol

@Suite("What another process finds in the files")
struct RestartTests {
    @Test("a repeated send gives the first result")
    func repetition() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group([1, 2])
        let first = try await fixture.send("once", to: chat, by: 1, clientID: 1)
        try fixture.restart()
        let second = try await fixture.send("once", to: chat, by: 1, clientID: 1)
        #expect(second.replayed)
        #expect(second.entry == first.entry)
    }

    @Test("an entry comes back with everything that it was written with")
    func wholeEntries() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.direct(1, 2)
        let group = try await fixture.group([1, 2])
        let content = try await fixture.sealed("sealed", key: "key", for: chat, by: 1)
        _ = try await fixture.send(content, to: chat, by: 1, clientID: 1)
        let log = fixture.backend.communication.log
        func append(_ action: LogAction, _ number: UInt64?) async throws {
            let command = LogCommand(
                chatID: ChatID(group.id), author: CommunicationFixture.caller(1), action: action,
                clientID: number.map { ClientID(high: 7, low: $0) }, bodyHash: [])
            guard case .appended = try await log.append(command, committed: { _ in }) else {
                Issue.record("\(action) wrote nothing")
                return
            }
        }
        try await append(
            .send(content: Content(text: "text"), replyToSeq: nil, fileIDs: [5, .max, 1 << 40]), 1)
        try await append(.send(content: Content(text: "answer"), replyToSeq: 2, fileIDs: []), 2)
        try await append(.edit(target: 2, content: Content(text: "other")), 3)
        try await append(.react(target: 3, content: Content(text: "+")), 4)
        try await append(.addMembers([UserID(3)], role: .admin), nil)
        try await append(.rename("Name \0 with a zero"), nil)
        func everything() async throws -> [Entry] {
            let ports = fixture.backend.communication
            var all: [Entry] = []
            for chat in [chat, group] {
                let state = try await ports.log.state(of: ChatID(chat.id), after: 0, limit: 100, users: [])
                all += state?.entries ?? []
            }
            return all
        }
        let before = try await everything()
        #expect(before.count == 9)
        #expect(before[1].content == content)
        #expect(before[3].fileIDs == [5, .max, 1 << 40])
        #expect(before[3].latestEdit?.content?.text == "other")
        #expect(before[4].replyToSeq == 2)
        #expect(before[6].refersTo == 3)
        #expect(before[7].member == MemberChange(userID: 3, change: .joined, role: .admin))
        #expect(before[8].name == "Name \0 with a zero")
        try fixture.restart()
        #expect(try await everything() == before)
    }

    @Test("a cursor goes on: nothing is told twice, nothing is left out")
    func cursors() async throws {
        let fixture = try CommunicationFixture()
        let chats = [try await fixture.group([1, 2]), try await fixture.group([1, 2])]
        _ = try await fixture.send("a", to: chats[0], by: 1, clientID: 1)
        func heads(after cursor: InboxCursor) async throws -> ChatHeads {
            try await fixture.backend.communication.chats.heads(of: UserID(2), after: cursor)
        }
        let cursor = try await heads(after: InboxCursor()).cursor
        try fixture.restart()
        #expect(try await heads(after: cursor).heads.isEmpty)
        _ = try await fixture.send("b", to: chats[1], by: 1, clientID: 2)
        let third = try await fixture.group([1, 2])
        let missed = try await heads(after: cursor)
        #expect(missed.heads.map(\.chatID) == [third.id, chats[1].id])
        #expect(missed.updated.map(\.id) == [third.id])
        #expect(missed.cursor.inboxSeq == cursor.inboxSeq + 1)
    }

    @Test("the store keeps its name")
    func incarnation() async throws {
        let fixture = try CommunicationFixture()
        func incarnation() async throws -> String {
            try await fixture.backend.communication.chats.subscriptions(of: UserID(1)).incarnation
        }
        let before = try await incarnation()
        #expect(before.count == 16)
        try fixture.restart()
        #expect(try await incarnation() == before)
    }

    @Test("identifiers go on above the stored ones when the clock was wrong before")
    func identifiers() async throws {
        let now = Mutex<Int64>(1_900_000_000_000)
        let fixture = try CommunicationFixture(clock: WallClock { now.withLock { $0 } })
        let before = try await fixture.group([1, 2])
        now.withLock { $0 = 1_800_000_000_000 }
        try fixture.restart()
        let after = try await fixture.group([1, 2])
        #expect(after.id > before.id)
    }

    @Test("devices that become active after it come after those that were")
    func activations() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.direct(1, 2)
        func devices() async throws -> [UInt64] {
            let roster = try await fixture.backend.communication.chats.roster(of: ChatID(chat.id), reader: UserID(1))
            return roster?.devices.map(\.deviceID) ?? []
        }
        #expect(try await devices() == [10, 20])
        try fixture.restart()
        try await fixture.backend.communication.devices.apply(
            DeviceChanged(userID: 1, deviceID: 5, version: 1, isActive: true))
        #expect(try await devices() == [10, 20, 5])
    }

    @Test("what a dead process has claimed is free at once, and its late answer changes nothing")
    func claims() async throws {
        let fixture = try CommunicationFixture(
            clock: WallClock { 1_800_000_000_000 }, durableConsumers: ["index"])
        _ = try await fixture.group([1, 2])
        let held = try #require(try await fixture.backend.communication.outbox.claim("index", limit: 10))
        #expect(try await fixture.backend.communication.outbox.claim("index", limit: 10) == nil)
        try fixture.restart()
        let outbox = fixture.backend.communication.outbox
        let again = try #require(try await outbox.claim("index", limit: 10))
        #expect(again.items == held.items)
        #expect(again.id != held.id)
        try await outbox.done(held)
        try fixture.restart()
        #expect(try await fixture.backend.communication.outbox.claim("index", limit: 10)?.items == held.items)
    }
}
