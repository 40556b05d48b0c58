import Basics
import Communication
import Contracts
import Testing
import WireProtocol

@Suite("History")
struct HistoryTests {
    private func page(
        _ fixture: CommunicationFixture, _ chat: Chat, after: UInt64? = nil, before: UInt64? = nil, limit: UInt32 = 0
    ) async throws -> [UInt64] {
        let request = GetMessagesRequest(chatID: chat.id, before: before, after: after, limit: limit)
        return try await fixture.service.getMessages(request, context: CommunicationFixture.context(2))
            .entries.map(\.seq)
    }

    private func filled(_ count: UInt64) async throws -> (CommunicationFixture, Chat) {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group([1, 2])
        for number in 1..<count { _ = try await fixture.send("m", to: chat, by: 1, clientID: number) }
        return (fixture, chat)
    }

    @Test("pages go in both directions, always in rising sequence")
    func directions() async throws {
        let (fixture, chat) = try await filled(60)
        #expect(try await page(fixture, chat) == Array(11...60))
        #expect(try await page(fixture, chat, before: 11, limit: 4) == [7, 8, 9, 10])
        #expect(try await page(fixture, chat, after: 57) == [58, 59, 60])
        #expect(try await page(fixture, chat, after: 0, limit: 2) == [1, 2])
        #expect(try await page(fixture, chat, after: 3, before: 6) == [4, 5])
        #expect(try await page(fixture, chat, after: 60).isEmpty)
        #expect(try await page(fixture, chat, before: 1).isEmpty)
    }

    @Test("positions of any size are taken", arguments: [UInt64.max, UInt64(Int64.max), UInt64(Int64.max) + 1])
    func extremes(position: UInt64) async throws {
        let (fixture, chat) = try await filled(2)
        #expect(try await page(fixture, chat, after: position).isEmpty)
        #expect(try await page(fixture, chat, before: position) == [1, 2])
    }

    @Test("a page of the largest size is taken, one more is not")
    func pageLimit() async throws {
        let (fixture, chat) = try await filled(2)
        #expect(try await page(fixture, chat, limit: 200) == [1, 2])
        await #expect(throws: APIError.invalid(field: "limit", limit: 200)) {
            _ = try await fixture.service.getMessages(
                GetMessagesRequest(chatID: chat.id, limit: 201), context: CommunicationFixture.context(2))
        }
    }
}
