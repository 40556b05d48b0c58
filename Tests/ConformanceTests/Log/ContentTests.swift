import Basics
import Communication
import Testing
import WireProtocol

@Suite("Content: what a chat takes, and that it comes back whole")
struct ContentTests {
    @Test("every part of a message is kept", arguments: BackendUnderTest.allCases)
    func parts(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let plain = try await scene.group([.ada, .ben])
        try await scene.send("first", by: .ben, in: plain)
        let answer = try await scene.send("answer", by: .ada, in: plain, replyTo: 2, files: [3, .max >> 1], id: 5)
        #expect(answer.replyToSeq == 2)
        #expect(answer.fileIDs == [3, .max >> 1])
        #expect(answer.clientID == Scene.clientID(5).text)
        #expect(try await scene.entry(answer.seq, of: plain, for: .ben) == answer)

        let sealed = try await scene.group([.ada, .ben], .e2ee)
        let content = try await scene.content("sealed", by: .ada, in: sealed)
        let message = try await scene.send("sealed", by: .ada, in: sealed, files: [4])
        #expect(message.content == content)
        #expect(message.content?.keys.count == 2)
        #expect(try await scene.entry(message.seq, of: sealed, for: .ben) == message)
    }

    @Test("plain text and sealed content each have their chats", arguments: BackendUnderTest.allCases)
    func kinds(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let plain = try await scene.group([.ada, .ben])
        let sealed = try await scene.group([.ada, .ben], .e2ee)
        let content = try await scene.content("sealed", by: .ada, in: sealed)
        try await scene.expectRefusal(
            .plaintextRequired, of: .send(content: content, replyToSeq: nil, fileIDs: []), by: .ada, in: plain)
        try await scene.expectRefusal(
            .encryptionRequired, of: .send(content: Content(text: "x"), replyToSeq: nil, fileIDs: []), by: .ada,
            in: sealed)
    }

    @Test("an answer is to a message that its author can see", arguments: BackendUnderTest.allCases)
    func replies(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        for target: UInt64 in [1, 99] {
            try await scene.expectRefusal(
                .noSuchMessage(field: "replyToSeq"),
                of: .send(content: Content(text: "x"), replyToSeq: target, fileIDs: []), by: .ada, in: room)
        }
        try await scene.activate(of: .ada, .ben)
        let sealed = try await scene.group([.ada, .ben], .e2ee)
        let message = try await scene.send("x", by: .ada, in: sealed)
        let answer = try await scene.content("y", by: .ben, in: sealed)
        try await scene.expectRefusal(
            .invalid(field: "replyToSeq"), of: .send(content: answer, replyToSeq: message.seq, fileIDs: []), by: .ben,
            in: sealed)
    }

    @Test("large and empty contents are kept byte for byte", arguments: BackendUnderTest.allCases)
    func sizes(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let texts = ["", "\u{0}", "é\u{1F9D1}\u{200D}\u{1F680}", String(repeating: "x", count: 64 << 10)]
        for text in texts { try await scene.send(text, by: .ada, in: room) }
        #expect(try await scene.entries(of: room, for: .ben).dropFirst().map(\.words) == texts)
    }
}
