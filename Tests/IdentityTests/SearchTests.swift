import Basics
import Testing
import WireProtocol

@testable import Identity

@Suite("Finding people in the store")
struct SearchTests {
    @Test("by the begin of the user name and of the display name from each word on")
    func names() async throws {
        let people = try await People(3)
        try await people.rename(1) { $0.displayName = "Ada King  Lovelace" }
        try await people.rename(2) { $0.displayName = "Ångström" }
        let (ada, anders) = (people.users[1].rawValue, people.users[2].rawValue)
        for query in ["ada", "ADA K", "king", "lovelace", "l", "person1"] {
            #expect(try await people.found(query) == [ada], "\(query)")
        }
        for query in ["a\u{30A}ngstro\u{308}", "ÅNG"] { #expect(try await people.found(query) == [anders]) }
        for query in ["da", "ada lovelace", "erson", "%", "_", "*"] { #expect(try await people.found(query).isEmpty) }
        #expect(try await people.found("person") == [ada, anders], "everybody but oneself, by name")
        try await people.rename(1) { $0.displayName = "Grace" }
        #expect(try await people.found("ada").isEmpty)
    }

    @Test("pages neither repeat nor leave out anybody, whoever comes or goes between")
    func pages() async throws {
        let people = try await People(8)
        for number in 1..<8 { try await people.rename(number) { $0.displayName = "Person Person \(number)" } }
        var (found, cursor): ([UInt64], String) = ([], "")
        repeat {
            let page = try await people.service.findUsers(
                FindUsersRequest(query: "person", limit: 2, cursor: cursor), context: people.context(0))
            #expect(page.users.count <= 2)
            found += page.users.map(\.id)
            cursor = page.nextCursor ?? ""
            if found.count == 2 { try await people.put(.blocked, 0, 7) }
        } while !cursor.isEmpty
        #expect(found.count == Set(found).count)
        #expect(Set(found) == Set(people.users[1...6].map(\.rawValue)))
    }

    @Test("who does not want to be found is found by the whole user name only")
    func discoverable() async throws {
        let people = try await People(3)
        try await people.set(PrivacySettings(discoverable: false), of: 1)
        try await people.rename(1) { $0.displayName = "Hidden" }
        #expect(try await people.found("hidden").isEmpty)
        #expect(try await people.found("person") == [people.users[2].rawValue])
        #expect(try await people.found("PERSON1") == [people.users[1].rawValue])
        try await people.set(PrivacySettings(discoverable: true), of: 1)
        #expect(try await people.found("hidden") == [people.users[1].rawValue])
        #expect(try await people.found("person1") == [people.users[1].rawValue])
    }

    @Test("an address finds its owner whole, and only who wants it so")
    func address() async throws {
        let people = try await People(2)
        #expect(try await people.found("p1@example.org").isEmpty)
        try await people.set(PrivacySettings(foundByEmail: true), of: 1)
        #expect(try await people.found("P1@example.org") == [people.users[1].rawValue])
        #expect(try await people.found("p1@example").isEmpty)
        try await people.put(.blocked, 0, 1)
        for query in ["p1@example.org", "person1"] { #expect(try await people.found(query).isEmpty) }
        #expect(try await people.found("person0", by: 1) == [people.users[0].rawValue], "no sign of the block")
    }
}
