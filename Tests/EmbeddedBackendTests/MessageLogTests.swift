import Basics
import Communication
import Contracts
import Protobuf
import Synchronization
import Testing
import WireProtocol

@Suite("The log of a chat")
struct MessageLogTests {
    @Test("sequences start at 1 with the chat's own entry and have no gaps")
    func sequences() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group([1, 2])
        #expect(chat.lastSeq == 1)
        for number in 1...5 as ClosedRange<UInt64> {
            let sent = try await fixture.send("m\(number)", to: chat, by: number % 2 + 1, clientID: number)
            #expect(sent.entry?.seq == number + 1)
            #expect(sent.entry?.ordinal == number)
            #expect(!sent.replayed)
        }
        let entries = try await fixture.entries(of: chat, for: 2)
        #expect(entries.map(\.seq) == [1, 2, 3, 4, 5, 6])
        #expect(entries.map(\.kind) == [.chat, .message, .message, .message, .message, .message])
        #expect(entries[3].content?.text == "m3")
        #expect(entries[3].id == "\(chat.id).4")
        #expect(entries[3].senderDeviceID == entries[3].senderID * 10)
    }

    @Test("a repeated send gives the first result, also after a restart")
    func repetition() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group([1, 2])
        let first = try await fixture.send("once", to: chat, by: 1, clientID: 1)
        _ = try await fixture.send("between", to: chat, by: 2, clientID: 2)
        try fixture.restart()
        let second = try await fixture.send("once", to: chat, by: 1, clientID: 1)
        #expect(second.replayed)
        #expect(second.entry == first.entry)
        #expect(try await fixture.entries(of: chat, for: 1).count == 3)
    }

    @Test("the same client id with another text is refused, by another sender it is another message")
    func reusedClientID() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group([1, 2])
        _ = try await fixture.send("this", to: chat, by: 1, clientID: 1)
        await #expect(throws: APIError(.messageClientIDReused)) {
            try await fixture.send("that", to: chat, by: 1, clientID: 1)
        }
        let other = try await fixture.send("that", to: chat, by: 2, clientID: 1)
        #expect(other.entry?.seq == 3)
        #expect(!other.replayed)
    }

    @Test("copies of one send at the same time make one entry")
    func concurrentCopies() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group([1, 2])
        let service = fixture.service
        let request = SendMessageRequest(
            chatID: chat.id, clientID: CommunicationFixture.clientID(9), content: Content(text: "copy"))
        let answers = try await withThrowingTaskGroup(of: SendMessageResponse.self) { group in
            for _ in 0..<50 {
                group.addTask { try await service.sendMessage(request, context: CommunicationFixture.context(1)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count { !$0.replayed } == 1)
        #expect(Set(answers.map { $0.entry?.seq }) == [2])
        #expect(try await fixture.entries(of: chat, for: 1).count == 2)
    }

    @Test("many senders at once leave no gap and no double")
    func concurrentSenders() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group(Array(1...8))
        let service = fixture.service
        try await withThrowingTaskGroup(of: Void.self) { group in
            for user in 1...8 as ClosedRange<UInt64> {
                group.addTask {
                    for number in 1...20 as ClosedRange<UInt64> {
                        let request = SendMessageRequest(
                            chatID: chat.id, clientID: CommunicationFixture.clientID(number),
                            content: Content(text: "\(user) \(number)"))
                        _ = try await service.sendMessage(request, context: CommunicationFixture.context(user))
                    }
                }
            }
            try await group.waitForAll()
        }
        let entries = try await fixture.entries(of: chat, for: 1)
        #expect(entries.map(\.seq) == Array(1...161))
        for user in 1...8 as ClosedRange<UInt64> {
            let texts = entries.filter { $0.senderID == user && $0.kind == .message }.map { $0.content?.text }
            #expect(texts == (1...20).map { "\(user) \($0)" })
        }
    }

    @Test("who is not in a chat learns nothing of it")
    func strangers() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group([1, 2])
        await #expect(throws: APIError(.chatNotFound)) {
            try await fixture.send("hello", to: chat, by: 3, clientID: 1)
        }
        await #expect(throws: APIError(.chatNotFound)) { try await fixture.entries(of: chat, for: 3) }
        await #expect(throws: APIError(.chatNotFound)) {
            try await fixture.send("hello", to: Chat(id: 12_345), by: 1, clientID: 1)
        }
        let seen = try await fixture.service.getChats(GetChatsRequest(), context: CommunicationFixture.context(3))
        #expect(seen.chats.isEmpty)
    }

    @Test("a readable chat takes text only, an encrypted one none")
    func contentKinds() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group([1, 2])
        let sealed = SendMessageRequest(
            chatID: chat.id, clientID: CommunicationFixture.clientID(1),
            content: Content(scheme: "martlet.envelope.v1", ciphertext: [1]))
        await #expect(throws: APIError(.messagePlaintextRequired)) {
            try await fixture.service.sendMessage(sealed, context: CommunicationFixture.context(1))
        }
        let direct = try await fixture.service.createChat(
            CreateChatRequest(type: .direct, memberIDs: [2]), context: CommunicationFixture.context(1)
        ).chat
        await #expect(throws: APIError(.messageEncryptionRequired)) {
            try await fixture.send("hello", to: direct ?? Chat(), by: 1, clientID: 2)
        }
    }

    @Test("content of the largest size is taken, one byte more is not")
    func contentLimit() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group([1, 2])
        let largest = String(repeating: "x", count: Limits().contentBytesMax)
        #expect(try await fixture.send(largest, to: chat, by: 1, clientID: 1).entry?.seq == 2)
        do {
            _ = try await fixture.send(largest + "x", to: chat, by: 1, clientID: 2)
            Issue.record("one byte too many was taken")
        } catch {
            #expect(error.code == .messageTooLarge)
            #expect(error.details?.limit == UInt64(Limits().contentBytesMax))
        }
    }

    @Test("the time of an entry never goes back inside a chat")
    func time() async throws {
        let now = Mutex<Int64>(1_800_000_000_000)
        let fixture = try CommunicationFixture(clock: WallClock { now.withLock { $0 } })
        let chat = try await fixture.group([1, 2])
        let first = try await fixture.send("a", to: chat, by: 1, clientID: 1)
        now.withLock { $0 -= 60_000 }
        let second = try await fixture.send("b", to: chat, by: 1, clientID: 2)
        #expect(second.entry?.createdAt == first.entry?.createdAt)
        now.withLock { $0 += 120_000 }
        let third = try await fixture.send("c", to: chat, by: 1, clientID: 3)
        #expect(third.entry?.createdAt?.millisecondsSince1970 == 1_800_000_060_000)
    }

    @Test("identifiers go on above the stored ones when the clock was wrong before")
    func identifiersAfterRestart() async throws {
        let now = Mutex<Int64>(1_900_000_000_000)
        let fixture = try CommunicationFixture(clock: WallClock { now.withLock { $0 } })
        let before = try await fixture.group([1, 2])
        now.withLock { $0 = 1_800_000_000_000 }
        try fixture.restart()
        let after = try await fixture.group([1, 2])
        #expect(after.id > before.id)
    }
}
