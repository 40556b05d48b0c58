import Basics
import Communication
import Contracts
import EmbeddedBackend
import Synchronization
import Testing
import WireProtocol

@testable import Identity

@Suite("Contacts in the store")
struct ContactStoreTests {
    @Test("every change of a pair is told to both with rising versions, a block once as a fact")
    func events() async throws {
        let people = try await People(2)
        let heard = Mutex<[RelationChanged]>([])
        people.fixture.backend.bus.subscribe { event in
            if case .relationsChanged(let changed)? = event.body { heard.withLock { $0 += changed.changes } }
        }
        try await people.ask(0, 1)
        try await people.put(.accepted, 1, 0)
        try await people.put(.blocked, 0, 1)
        try await people.put(.blocked, 1, 0)
        try await people.drop(0, 1)
        try await people.drop(1, 0)
        let changes = heard.withLock { $0 }
        for user in people.users {
            let own = changes.filter { $0.userID == user.rawValue }
            #expect(own.map(\.version) == Array(1...UInt64(own.count)))
        }
        let blocks = try await people.fixture.backend.communication.news.oldest(limit: 100).compactMap { fact in
            if case .blockChanged(let change)? = fact.event.body { change } else { nil }
        }
        #expect(blocks.map(\.isBlocked) == [true, false])
        #expect(blocks[0].version < blocks[1].version)
        #expect(blocks.allSatisfy { $0.lowUserID < $0.highUserID })
        // The one who was blocked is told of the end of the contact, and of nothing else.
        let told = changes.filter { $0.userID == people.users[1].rawValue }.map { $0.contact?.state }
        #expect(told == [.pending, .accepted, .unspecified, .blocked, .unspecified])
    }

    @Test("requests that meet, many times: both are contacts")
    func mutual() async throws {
        let people = try await People(2)
        for _ in 0..<10 {
            async let first = people.ask(0, 1)
            async let second = people.ask(1, 0)
            _ = try await (first, second)
            #expect(try await people.list(0).map(\.state) == [.accepted])
            #expect(try await people.list(1).map(\.state) == [.accepted])
            try await people.drop(0, 1)
        }
    }

    @Test("a list ends at its limits, each of which has its own")
    func limits() async throws {
        var limits = Limits()
        limits.pendingContactsMax = 2
        limits.contactsMax = 3
        limits.blocksMax = 1
        let people = try await People(6, limits: limits)
        func tooMany(_ limit: UInt64) -> APIError { APIError(.contactTooMany, details: ErrorDetails(limit: limit)) }
        try await people.ask(0, 1)
        try await people.ask(0, 2)
        await #expect(throws: tooMany(2)) { try await people.ask(0, 3) }
        try await people.put(.accepted, 1, 0)
        try await people.ask(0, 3)
        try await people.put(.accepted, 2, 0)
        await #expect(throws: tooMany(3)) { try await people.ask(0, 4) }
        // A full list takes no requests of others either; a block is another matter.
        await #expect(throws: tooMany(3)) { try await people.ask(4, 0) }
        try await people.put(.blocked, 0, 4)
        await #expect(throws: tooMany(1)) { try await people.put(.blocked, 0, 5) }
        // Somebody who is blocked learns nothing of how full a list is.
        try await people.ask(4, 0)
    }

    @Test("so many requests a day")
    func day() async throws {
        var limits = Limits()
        limits.contactRequestsPerDayMax = 3
        let people = try await People(3, limits: limits)
        for _ in 0..<3 {
            try await people.ask(0, 1)
            try await people.ask(0, 1)
            try await people.drop(0, 1)
        }
        do throws(APIError) {
            try await people.ask(0, 2)
            Issue.record("a fourth one was taken")
        } catch {
            #expect(error.code == .rateLimited)
            #expect((1...86_400_000).contains(try #require(error.retryAfterMilliseconds)))
        }
        // To accept what others have asked is no request; neither is one by somebody else.
        try await people.ask(2, 0)
        try await people.put(.accepted, 0, 2)
    }

    @Test("what somebody may see of another and do with them")
    func standings() async throws {
        let people = try await People(4)
        try await people.ask(0, 1)
        try await people.put(.accepted, 1, 0)
        try await people.put(.blocked, 0, 3)
        func standing(_ one: Int, _ other: Int) async throws -> [Bool] {
            let request = GetStandingsRequest(userIDs: [people.users[other].rawValue, 4_711])
            let standings = try await people.service.getStandings(request, context: people.context(one)).standings
            try #require(standings.count == 1)
            return [standings[0].seesLastSeen, standings[0].mayAdd]
        }
        for (audience, stranger, contact) in [
            (Audience.everybody, true, true), (.contacts, false, true), (.nobody, false, false),
        ] {
            try await people.set(PrivacySettings(lastSeen: audience, groupAdditions: .everybody), of: 0)
            #expect(try await standing(1, 0) == [contact, true])
            #expect(try await standing(2, 0) == [stranger, true])
            try await people.set(PrivacySettings(lastSeen: .everybody, groupAdditions: audience), of: 0)
            #expect(try await standing(1, 0) == [true, contact])
            #expect(try await standing(2, 0) == [true, stranger])
            #expect(try await standing(3, 0) == [false, false])
            #expect(try await standing(0, 3) == [false, false])
            #expect(try await standing(0, 0) == [true, true])
        }
    }
}
