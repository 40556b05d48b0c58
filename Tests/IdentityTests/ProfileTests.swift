import Basics
import Testing
import WireProtocol

@testable import Identity

@Suite("Profiles in the store")
struct ProfileTests {
    @Test("what is absent stays")
    func partial() async throws {
        let people = try await People(1)
        try await people.rename(0) { request in
            request.displayName = " Ada "
            request.bio = "one\r\ntwo"
        }
        try await people.rename(0) { $0.avatarURL = "https://example.org/a.png" }
        let user = try await people.service.getOwnUser(GetOwnUserRequest(), context: people.context(0)).user
        #expect(user?.displayName == "Ada")
        #expect(user?.bio == "one\ntwo")
        #expect(user?.avatarURL == "https://example.org/a.png")
        #expect(user?.username == "person0")
    }

    @Test("a user name changes once a day, and nobody else gets the old one")
    func username() async throws {
        let people = try await People(2)
        let taken = APIError(.userUsernameTaken, details: ErrorDetails(field: "username"))
        await #expect(throws: taken) { try await people.rename(0) { $0.username = "person1" } }
        try await people.rename(0) { $0.username = "Person0" }
        try await people.rename(0) { request in
            request.username = "ada"
            request.displayName = "Ada"
        }
        do throws(APIError) {
            try await people.rename(0) { $0.username = "countess" }
            Issue.record("a second change was taken")
        } catch {
            #expect(error.code == .rateLimited)
        }
        await #expect(throws: taken) { try await people.rename(1) { $0.username = "person0" } }
        await #expect(throws: taken) { try await people.fixture.register("x@example.org", username: "person0") }
        #expect(try await people.found("person0", by: 1).isEmpty)
        #expect(try await people.found("ada", by: 1) == [people.users[0].rawValue])
        let login = LoginRequest(username: "ADA", password: "correct horse")
        #expect(try await people.service.login(login, context: IdentityFixture.nobody).user?.username == "ada")
    }

    @Test("an own name may be taken back, and after its time somebody else may have it")
    func release() async throws {
        var limits = Limits()
        limits.usernameIntervalMilliseconds = 0
        let people = try await People(2, limits: limits)
        try await people.rename(0) { $0.username = "ada" }
        try await people.rename(0) { $0.username = "person0" }
        try await people.rename(0) { $0.username = "ada" }
        let taken = APIError(.userUsernameTaken, details: ErrorDetails(field: "username"))
        await #expect(throws: taken) { try await people.rename(1) { $0.username = "person0" } }
        limits.usernameReservedMilliseconds = 0
        let free = try await People(2, limits: limits)
        try await free.rename(0) { $0.username = "ada" }
        try await free.rename(1) { $0.username = "person0" }
    }
}
