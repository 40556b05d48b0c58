import Basics
import Contracts
import Testing
import WireProtocol

@testable import Identity

@Suite("Passwords that the client derives")
struct PreloginTests {
    private static let nobody = IdentityFixture.nobody
    private static let salt = [UInt8](repeating: 7, count: 16)

    private static func derivation(
        _ algorithm: String = "pbkdf2-hmac-sha256", salt: [UInt8] = salt, iterations: UInt32 = 600_000
    ) -> PasswordDerivation {
        PasswordDerivation(algorithm: algorithm, salt: salt, iterations: iterations)
    }

    private static func register(_ kdf: PasswordDerivation?, on fixture: IdentityFixture) async throws(APIError) {
        _ = try await fixture.service.register(
            RegisterRequest(email: "ada@example.org", password: "correct horse", username: "ada", kdf: kdf),
            context: nobody)
    }

    private static func ask(_ login: String, _ fixture: IdentityFixture) async throws(APIError) -> PreloginResponse {
        try await fixture.service.prelogin(PreloginRequest(login: login), context: nobody)
    }

    @Test("who has derived the password is told how, by address and by name, in any spelling")
    func derived() async throws {
        let fixture = try await IdentityFixture()
        try await Self.register(Self.derivation(iterations: 700_000), on: fixture)
        let expected = PreloginResponse(
            mode: .derived, kdf: "pbkdf2-hmac-sha256", salt: Self.salt, iterations: 700_000)
        for login in ["ada@example.org", "ADA@Example.org", "ada", "Ada"] {
            #expect(try await Self.ask(login, fixture) == expected)
        }
    }

    @Test("who sends the password as it is is told so; a change of password changes the answer")
    func plain() async throws {
        let fixture = try await IdentityFixture()
        let answer = try await fixture.register("ada@example.org")
        #expect(try await Self.ask("ada@example.org", fixture) == PreloginResponse(mode: .plain))
        let request = ChangePasswordRequest(
            currentPassword: "correct horse", newPassword: "battery staple", kdf: Self.derivation())
        let context = CallContext(caller: try await fixture.caller(of: answer), requestID: "test")
        _ = try await fixture.service.changePassword(request, context: context)
        #expect(try await Self.ask("ada@example.org", fixture).mode == .derived)
        #expect(try await Self.ask("ada@example.org", fixture).salt == Self.salt)
    }

    @Test("unknown logins get an answer like any other, always the same, each its own")
    func unknown() async throws {
        let fixture = try await IdentityFixture()
        var answers: [PreloginResponse] = []
        for index in 0..<200 {
            let answer = try await Self.ask("nobody\(index)@example.org", fixture)
            #expect(try await Self.ask("Nobody\(index)@EXAMPLE.org", fixture) == answer)
            answers.append(answer)
        }
        let derived = answers.filter { $0.mode == .derived }
        #expect((110...190).contains(derived.count))
        #expect(Set(derived.map(\.salt)).count == derived.count)
        #expect(derived.allSatisfy { $0.salt.count == 16 && $0.iterations == 600_000 && !$0.kdf.isEmpty })
        #expect(answers.filter { $0.mode == .plain }.allSatisfy { $0 == PreloginResponse(mode: .plain) })
    }

    @Test("another installation answers otherwise about the same unknown login")
    func secret() async throws {
        let (one, other) = (try await IdentityFixture(), try await IdentityFixture())
        var differs = 0
        for index in 0..<20 {
            let login = "nobody\(index)@example.org"
            if try await Self.ask(login, one) != Self.ask(login, other) { differs += 1 }
        }
        #expect(differs > 10)
    }

    @Test(
        "a derivation that is none is refused",
        arguments: [
            (derivation("argon2id"), "kdf.algorithm"), (derivation(""), "kdf.algorithm"),
            (derivation(salt: [UInt8](repeating: 1, count: 15)), "kdf.salt"),
            (derivation(salt: [UInt8](repeating: 1, count: 65)), "kdf.salt"),
            (derivation(iterations: 599_999), "kdf.iterations"), (derivation(iterations: 10_000_001), "kdf.iterations"),
        ])
    func refused(kdf: PasswordDerivation, field: String) async throws {
        let fixture = try await IdentityFixture()
        do {
            try await Self.register(kdf, on: fixture)
            Issue.record("it was taken")
        } catch {
            #expect(error.code == .requestInvalid)
            #expect(error.details?.field == field)
        }
    }

    @Test("what is no login is refused", arguments: ["", String(repeating: "a", count: 255)])
    func noLogin(login: String) async throws {
        let fixture = try await IdentityFixture()
        await #expect(throws: APIError.self) { try await Self.ask(login, fixture) }
    }

    @Test(
        "an address has one spelling, whatever letters it is made of",
        arguments: [
            ("e\u{301}va@example.org", "\u{e9}va@example.org"), ("\u{c9}VA@example.org", "\u{e9}va@example.org"),
            ("\u{212a}im@example.org", "kim@example.org"),
            ("\u{1e9b}\u{323}@example.org", "\u{1e9b}\u{323}@example.org"),
        ])
    func spelling(address: String, other: String) async throws {
        let fixture = try await IdentityFixture()
        _ = try await fixture.register(address)
        await #expect(throws: APIError(.userEmailTaken, details: ErrorDetails(field: "email"))) {
            try await fixture.register(other)
        }
        let login = LoginRequest(email: other, password: "correct horse")
        _ = try await fixture.service.login(login, context: Self.nobody)
    }

    @Test(
        "an address with letters that cannot be seen, or a domain that is not in ASCII, is refused",
        arguments: [
            "a\u{200b}da@example.org", "a\u{202e}da@example.org", "ada\u{ad}@example.org", "ada@ex\u{e4}mple.org",
            "a\u{a0}da@example.org", "ada@example\u{3002}org", "a\u{0}da@example.org", "a\u{7f}@example.org",
            "a\u{115f}b@example.org", "ada@@example.org",
        ])
    func invisible(address: String) async throws {
        let fixture = try await IdentityFixture()
        do {
            _ = try await fixture.register(address)
            Issue.record("it was taken")
        } catch {
            #expect(error.details?.field == "email")
        }
    }
}
