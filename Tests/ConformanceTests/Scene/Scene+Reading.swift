import Basics
import Communication
import Testing
import WireProtocol

extension Scene {
    /// All that somebody may see of a chat, page by page.
    func entries(of room: Room, for reader: UserID, after: UInt64 = 0) async throws -> [Entry] {
        var all: [Entry] = []
        var position = after
        while true {
            let page = try #require(try await page(of: room, for: reader, after: position, limit: 100))
            guard let last = page.entries.last else { return all }
            try #require(last.seq > position)
            all += page.entries
            position = last.seq
        }
    }

    func page(
        of room: Room, for reader: UserID, after: UInt64? = nil, before: UInt64? = nil, limit: Int = 50
    ) async throws -> EntryPage? {
        try await ports.log.page(
            EntryPageRequest(chatID: room.id, after: after, before: before, limit: limit), reader: reader)
    }

    func entry(_ seq: UInt64, of room: Room, for reader: UserID) async throws -> Entry? {
        try await page(of: room, for: reader, after: seq - 1, limit: 1)?.entries.first { $0.seq == seq }
    }

    /// The chat as a member sees it.
    func view(
        of room: Room, for user: UserID, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Chat {
        let lookup = try await ports.chats.chat(room.id, of: user)
        guard case .member(let chat) = lookup else {
            Issue.record("\(lookup)", sourceLocation: sourceLocation)
            return Chat()
        }
        return chat
    }

    func rosterVersion(of room: Room, for reader: UserID) async throws -> UInt64 {
        try #require(try await ports.chats.roster(of: room.id, reader: reader)).rosterVersion
    }

    func heads(of user: UserID, after cursor: InboxCursor = InboxCursor()) async throws -> ChatHeads {
        try await ports.chats.heads(of: user, after: cursor)
    }

    /// Several at once.
    func move(_ reports: [PositionReportOfMember]) async throws -> [PositionOutcome] {
        try await ports.positions.move(reports) { _ in }
    }

    @discardableResult
    func move(
        _ user: UserID, in room: Room, read: UInt64 = 0, delivered: UInt64 = 0
    ) async throws -> PositionOutcome {
        let report = PositionReportOfMember(chatID: room.id, userID: user, readSeq: read, deliveredSeq: delivered)
        return try #require(try await move([report]).first)
    }
}
