import Basics
import Communication
import Testing
import WireProtocol

extension Scene {
    /// Sends what the chat takes: sealed for its roster of this moment, where it is end-to-end encrypted.
    @discardableResult
    func send(
        _ text: String, by user: UserID, in room: Room, replyTo: UInt64? = nil, files: [UInt64] = [],
        id: UInt64? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Entry {
        let content = try await content(text, by: user, in: room)
        return try await perform(
            .send(content: content, replyToSeq: replyTo, fileIDs: files), by: user, in: room, id: id,
            sourceLocation: sourceLocation
        )[0].entry
    }

    /// A plain message that may be refused.
    func attemptToSend(_ text: String, by user: UserID, in room: Room, id: UInt64? = nil) async throws -> AppendOutcome
    {
        try await attempt(
            .send(content: Content(text: text), replyToSeq: nil, fileIDs: []), by: user, in: room, id: id)
    }

    @discardableResult
    func edit(
        _ target: UInt64, to text: String, by user: UserID, in room: Room,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Entry {
        let content = try await content(text, by: user, in: room)
        return try await perform(
            .edit(target: target, content: content), by: user, in: room, sourceLocation: sourceLocation
        )[0].entry
    }

    @discardableResult
    func delete(
        _ target: UInt64, by user: UserID, in room: Room, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Entry {
        try await perform(.delete(target: target), by: user, in: room, sourceLocation: sourceLocation)[0].entry
    }

    @discardableResult
    func react(
        _ emoji: String, to target: UInt64, by user: UserID, in room: Room, id: UInt64? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Entry {
        let content = try await content(emoji, by: user, in: room)
        return try await perform(
            .react(target: target, content: content), by: user, in: room, id: id, sourceLocation: sourceLocation
        )[0].entry
    }

    func content(_ text: String, by user: UserID, in room: Room) async throws -> Content {
        guard room.encryption == .e2ee else { return Content(text: text) }
        let roster = try #require(try await ports.chats.roster(of: room.id, reader: user))
        return sealed(text, for: roster)
    }

    func sealed(_ text: String, for roster: GetChatKeysResponse) -> Content {
        Content(
            scheme: "martlet.envelope.v1", ciphertext: Array(text.utf8), rosterVersion: roster.rosterVersion,
            keys: roster.devices.map { WrappedKey(deviceID: $0.deviceID, key: [UInt8](repeating: 7, count: 32)) })
    }
}

extension Entry {
    /// What a test sealed or wrote.
    var words: String? {
        content?.words
    }
}

extension Content {
    var words: String? {
        text ?? ciphertext.map { String(decoding: $0, as: UTF8.self) }
    }
}
