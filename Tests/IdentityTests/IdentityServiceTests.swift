import Basics
import Contracts
import Cryptography
import EmbeddedBackend
import Glibc
import Observability
import Protobuf
import SQLiteDriver
import TestSupport
import Testing
import WireProtocol

@testable import Identity

/// An identity service on a real SQLite file in a directory of its own, with cheap password hashes.
final class IdentityFixture: Sendable {
    let directory: TemporaryDirectory
    let backend: EmbeddedBackend
    let service: IdentityService
    let keys: IdentityKeys

    init(
        limits: Limits = Limits(), settings: AuthenticationSettings = AuthenticationSettings(),
        clock: WallClock = .system
    ) async throws {
        // Tests are faster than anybody may be.
        var limits = limits
        limits.liftRates()
        directory = try TemporaryDirectory()
        backend = try EmbeddedBackend(
            directory: directory.path, limits: limits, metrics: MetricRegistry(), logger: Logger(minimum: .error),
            clock: clock)
        keys = try await IdentityKeys.load(from: backend.identity, settings: settings, clock: clock)
        let hasher = PasswordHasher(
            cost: PasswordHashingCost(memoryBytes: 8 << 20, passes: 1), threads: 2, queueMax: 64)
        service = IdentityService(
            ports: backend.identity, hasher: hasher, keys: keys, bus: backend.bus, limits: limits, settings: settings,
            clock: clock)
    }

    deinit {
        backend.close()
    }

    static let nobody = CallContext(caller: nil, requestID: "test", userAgent: "Tests/1")

    func register(_ email: String, username: String? = nil) async throws(APIError) -> AuthenticationResponse {
        try await service.register(
            RegisterRequest(email: email, password: "correct horse", username: username), context: Self.nobody)
    }

    func caller(of answer: AuthenticationResponse) async throws -> Caller {
        try caller(of: answer.accessToken)
    }

    /// Whom the keys that are published now say that a token is of.
    func caller(of accessToken: String) throws -> Caller {
        let published = Dictionary(uniqueKeysWithValues: keys.published.map { ($0.id, $0.publicKey) })
        let now = UInt32(service.clock.millisecondsSince1970() / 1_000)
        return try AccessToken.verify(accessToken, keys: published, now: now).caller
    }
}

@Suite("Accounts and log-ins")
struct IdentityServiceTests {
    @Test("who registers has an account, a device, a session and a token that names all three")
    func register() async throws {
        let fixture = try await IdentityFixture()
        let answer = try await fixture.register("Ada@Example.org")
        #expect(answer.user?.email == "ada@example.org")
        #expect(answer.user?.username == "ada")
        #expect(answer.accessTokenExpiresIn == 900)
        let caller = try await fixture.caller(of: answer)
        #expect(caller.userID.rawValue == answer.user?.id)
        #expect(caller.deviceID.rawValue == answer.device?.id)
        #expect(caller.sessionID.rawValue == answer.session?.id)
    }

    @Test("an address and a name are taken once, in any spelling")
    func taken() async throws {
        let fixture = try await IdentityFixture()
        _ = try await fixture.register("ada@example.org", username: "ada")
        await #expect(throws: APIError(.userEmailTaken, details: ErrorDetails(field: "email"))) {
            try await fixture.register("ADA@example.org")
        }
        await #expect(throws: APIError(.userUsernameTaken, details: ErrorDetails(field: "username"))) {
            try await fixture.register("other@example.org", username: "ADA")
        }
        // A name that nobody chose gives way.
        let made = try await fixture.register("ada@elsewhere.org")
        #expect(made.user?.username.hasPrefix("ada") == true)
        #expect(made.user?.username != "ada")
    }

    @Test("two registrations of one address at the same time: one wins")
    func race() async throws {
        let fixture = try await IdentityFixture()
        let service = fixture.service
        let results = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<8 {
                group.addTask {
                    let request = RegisterRequest(
                        email: "one@example.org", password: "correct horse", username: "name\(index)")
                    return (try? await service.register(request, context: IdentityFixture.nobody)) != nil
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count { $0 } == 1)
    }

    @Test("a log-in wants the right password, and says no more than that it was wrong")
    func login() async throws {
        let fixture = try await IdentityFixture()
        let registered = try await fixture.register("ada@example.org", username: "ada")
        let byEmail = LoginRequest(email: "Ada@example.org", password: "correct horse")
        let answer = try await fixture.service.login(byEmail, context: IdentityFixture.nobody)
        #expect(answer.user?.id == registered.user?.id)
        #expect(answer.session?.id != registered.session?.id)
        #expect(answer.device?.id != registered.device?.id)
        let byName = LoginRequest(username: "ada", password: "correct horse")
        #expect(try await fixture.service.login(byName, context: IdentityFixture.nobody).user == answer.user)
        for wrong in [
            LoginRequest(email: "ada@example.org", password: "wrong horse"),
            LoginRequest(email: "nobody@example.org", password: "correct horse"),
            LoginRequest(username: "ada", password: String(repeating: "x", count: 129)),
        ] {
            await #expect(throws: APIError(.authCredentials)) {
                try await fixture.service.login(wrong, context: IdentityFixture.nobody)
            }
        }
    }

    @Test("a device is used again by its owner only")
    func devices() async throws {
        let fixture = try await IdentityFixture()
        let ada = try await fixture.register("ada@example.org")
        _ = try await fixture.register("eve@example.org")
        func login(_ email: String) async throws(APIError) -> AuthenticationResponse {
            try await fixture.service.login(
                LoginRequest(
                    email: email, password: "correct horse", device: DeviceDescription(id: ada.device?.id)),
                context: IdentityFixture.nobody)
        }
        #expect(try await login("ada@example.org").device == ada.device)
        await #expect(throws: APIError(.deviceNotFound, details: ErrorDetails(field: "device.id"))) {
            try await login("eve@example.org")
        }
    }

    @Test(
        "names and passwords at their limits are taken, one past them are not",
        arguments: [
            ("password", String(repeating: "p", count: 8), true), ("password", String(repeating: "p", count: 7), false),
            ("password", String(repeating: "é", count: 128), true),
            ("password", String(repeating: "é", count: 129), false),
            ("displayName", String(repeating: "é", count: 128), true),
            ("displayName", String(repeating: "é", count: 129), false),
            ("device.name", String(repeating: "d", count: 128), true),
            ("device.name", String(repeating: "d", count: 129), false),
            ("device.name", "ada\u{202E}enohp", false), ("device.name", "ada\nphone", false),
            ("device.platform", String(repeating: "d", count: 128), true),
            ("device.platform", String(repeating: "d", count: 129), false),
            ("username", "abc", true), ("username", "ab", false),
            ("username", String(repeating: "u", count: 32), true),
            ("username", String(repeating: "u", count: 33), false),
            ("username", "space here", false), ("username", "ünïcode", false),
            ("email", String(repeating: "e", count: 242) + "@example.org", true),
            ("email", String(repeating: "e", count: 243) + "@example.org", false),
            ("email", "no-at", false), ("email", "two@at@signs", false), ("email", "@x", false),
            ("email", "a b@c", false),
        ])
    func limits(field: String, value: String, isTaken: Bool) async throws {
        let fixture = try await IdentityFixture()
        var request = RegisterRequest(email: "ada@example.org", password: "correct horse")
        switch field {
        case "password": request.password = value
        case "username": request.username = value
        case "displayName": request.displayName = value
        case "device.name": request.device = DeviceDescription(name: value)
        case "device.platform": request.device = DeviceDescription(platform: value)
        default: request.email = value
        }
        do {
            _ = try await fixture.service.register(request, context: IdentityFixture.nobody)
            #expect(isTaken)
        } catch {
            #expect(!isTaken)
            #expect(error.code == .requestInvalid)
            #expect(error.details?.field == field)
        }
    }

    @Test("the sessions of the limit stay, one more ends the oldest, and its refresh token with it")
    func sessionLimit() async throws {
        var limits = Limits()
        limits.sessionsPerUserMax = 3
        let fixture = try await IdentityFixture(limits: limits)
        let login = LoginRequest(email: "ada@example.org", password: "correct horse")
        let oldest = try await fixture.register("ada@example.org")
        let caller = CallContext(caller: try await fixture.caller(of: oldest), requestID: "test")
        var made = [oldest.session?.id]
        for _ in 0..<2 {
            made.append(try await fixture.service.login(login, context: IdentityFixture.nobody).session?.id)
        }
        let list = { try await fixture.service.listSessions(ListSessionsRequest(), context: caller).sessions.map(\.id) }
        #expect(try await list() == made.reversed())
        made.append(try await fixture.service.login(login, context: IdentityFixture.nobody).session?.id)
        #expect(try await list() == made.dropFirst().reversed())
        await #expect(throws: APIError(.authRevoked)) {
            try await fixture.service.refresh(
                RefreshRequest(refreshToken: oldest.refreshToken), context: IdentityFixture.nobody)
        }
    }

    @Test("others see a profile without its address")
    func profiles() async throws {
        let fixture = try await IdentityFixture()
        let ada = try await fixture.register("ada@example.org")
        let eve = try await fixture.register("eve@example.org")
        let context = CallContext(caller: try await fixture.caller(of: eve), requestID: "test")
        let seen = try await fixture.service.getUserById(GetUserByIdRequest(id: ada.user?.id ?? 0), context: context)
        #expect(seen.user?.username == "ada")
        #expect(seen.user?.email == nil)
        let own = try await fixture.service.getUserById(GetUserByIdRequest(id: eve.user?.id ?? 0), context: context)
        #expect(own.user?.email == "eve@example.org")
        await #expect(throws: APIError(.userNotFound)) {
            try await fixture.service.getUserById(GetUserByIdRequest(id: 1), context: context)
        }
    }

    @Test("the signing key is the same for everybody who asks, and after a restart")
    func signingKey() async throws {
        let fixture = try await IdentityFixture()
        let again = try await IdentityKeys.load(from: fixture.backend.identity)
        #expect(again.current.jsonWebKey == fixture.keys.current.jsonWebKey)
    }
}
