import TestSupport
import Testing
import WireProtocol

/// Somebody who does one thing after the other at random, out of a seed.
struct SoakActor: Sendable {
    let person: TestPerson
    let socket: TestSocket
    /// The person's sockets, this one among them.
    let allSockets: [TestSocket]
    let chats: [UInt64]
    /// Whom this one adds and removes; nobody unless this one owns the chats.
    let subjects: [TestPerson]
    var generator: SplitMix64
    /// Messages of one's own that were accepted and not deleted.
    private var own: [MessageAccepted] = []

    /// What may be answered because somebody else was faster.
    private static let expectedRefusals: Set<ErrorCode> = [.chatNotMember, .chatNotFound, .messageNotFound]

    init(
        person: TestPerson, sockets: [TestSocket], chats: [UInt64], subjects: [TestPerson], seed: UInt64
    ) {
        self.person = person
        socket = sockets[0]
        allSockets = sockets
        self.chats = chats
        self.subjects = subjects
        generator = SplitMix64(seed: seed)
    }

    mutating func act(times: Int) async throws {
        for _ in 0..<times {
            do {
                try await actOnce()
            } catch let refused as Refused {
                guard let code = refused.code, Self.expectedRefusals.contains(code) else { throw refused }
            }
        }
    }

    private mutating func actOnce() async throws {
        let chat = chats.randomElement(using: &generator) ?? 0
        // Nobody writes into a chat in which they do not know themselves.
        guard socket.received.now.order.chats[chat].map({ $0.endSeq == nil }) ?? false else {
            return try await socket.settle()
        }
        if let subject = subjects.randomElement(using: &generator), generator.happens(percent: 70) {
            return try await changeMembership(of: subject, in: chat)
        }
        switch Int.random(in: 0..<16, using: &generator) {
        case 0..<9: try await sendSome(to: chat)
        case 9: try await person.say(text(), in: chat)
        case 10, 11: try await edit()
        case 12, 13: try await react()
        case 14: try await delete()
        default:
            guard subjects.isEmpty else { return try await person.rename(chat, to: text()) }
            try await person.remove(person, from: chat)
        }
    }

    private mutating func text() -> String { "\(UInt32.random(in: .min ... .max, using: &generator))" }

    /// Several at once, without waiting in between.
    private mutating func sendSome(to chat: UInt64) async throws {
        let ids = (0..<Int.random(in: 1...6, using: &generator)).map { _ in socket.send(text(), in: chat) }
        var refusal: (any Error)?
        for id in ids {
            do { own.append(try await socket.accepted(id)) } catch { refusal = error }
        }
        if let refusal { throw refusal }
    }

    private mutating func edit() async throws {
        guard let message = own.randomElement(using: &generator) else { return }
        let request = EditMessageRequest(
            id: message.messageID, clientID: TestPerson.newClientID(), content: Content(text: text()))
        _ = try await socket.accepted(socket.send(.messageEdit(request)))
    }

    private mutating func react() async throws {
        guard let message = own.randomElement(using: &generator) else { return }
        let request = AddReactionRequest(id: message.messageID, clientID: TestPerson.newClientID(), emoji: text())
        _ = try await socket.accepted(socket.send(.reactionAdd(request)))
    }

    private mutating func delete() async throws {
        guard let index = own.indices.randomElement(using: &generator) else { return }
        let message = own.remove(at: index)
        _ = try await socket.accepted(socket.send(.messageDelete(DeleteMessageRequest(id: message.messageID))))
    }

    private mutating func changeMembership(of subject: TestPerson, in chat: UInt64) async throws {
        if generator.happens(percent: 40) {
            try await person.remove(subject, from: chat)
        } else {
            try await person.add(subject, to: chat)
        }
    }
}
