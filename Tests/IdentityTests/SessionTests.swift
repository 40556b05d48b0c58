import Basics
import Contracts
import Cryptography
import EmbeddedBackend
import Glibc
import Protobuf
import Synchronization
import TestSupport
import Testing
import WireProtocol

@testable import Identity

/// A time of day that stands still until a test moves it.
final class SettableClock: Sendable {
    private let milliseconds = Mutex<Int64>(1_800_000_000_000)

    var wall: WallClock { WallClock { [self] in milliseconds.withLock { $0 } } }

    func advance(seconds: Int64) { milliseconds.withLock { $0 += seconds * 1_000 } }

    func advance(days: Int64) { advance(seconds: days * 86_400) }
}

@Suite("Sessions: refreshed, listed, ended")
struct SessionTests {
    private static let nobody = IdentityFixture.nobody
    private let clock = SettableClock()
    private let fixture: IdentityFixture
    private let ada: AuthenticationResponse
    private let context: CallContext

    init() async throws {
        fixture = try await IdentityFixture(clock: clock.wall)
        ada = try await fixture.register("ada@example.org")
        context = CallContext(caller: try await fixture.caller(of: ada), requestID: "test")
    }

    private func refresh(_ token: String) async throws(APIError) -> RefreshResponse {
        try await fixture.service.refresh(RefreshRequest(refreshToken: token), context: Self.nobody)
    }

    private func login() async throws(APIError) -> AuthenticationResponse {
        try await fixture.service.login(
            LoginRequest(email: "ada@example.org", password: "correct horse"), context: Self.nobody)
    }

    private func revocations(
        after number: UInt64 = 0, since: Int64 = 0
    ) async throws(APIError) -> GetRevocationsResponse {
        let request = GetRevocationsRequest(after: number, since: Timestamp(millisecondsSince1970: since))
        return try await fixture.service.getRevocations(request, context: Self.nobody)
    }

    private func expectRefused(_ token: String, as code: ErrorCode = .authRevoked) async {
        await #expect(throws: APIError(code)) { try await refresh(token) }
    }

    // MARK: Refreshing

    @Test("a refresh token gives an access token of the same session, and its successor")
    func rotation() async throws {
        let first = try await refresh(ada.refreshToken)
        #expect(try fixture.caller(of: first.accessToken) == context.caller)
        #expect(first.refreshToken != ada.refreshToken)
        let second = try await refresh(first.refreshToken)
        #expect(second.refreshToken != first.refreshToken)
        #expect(try fixture.caller(of: second.accessToken) == context.caller)
    }

    @Test("a spent token gives the same successor for 30 s, and ends the session after that", arguments: [30, 31])
    func grace(seconds: Int64) async throws {
        let first = try await refresh(ada.refreshToken)
        clock.advance(seconds: seconds)
        guard seconds > 30 else {
            #expect(try await refresh(ada.refreshToken).refreshToken == first.refreshToken)
            return
        }
        await expectRefused(ada.refreshToken)
        // Both lose it: who of them was the thief, nobody knows.
        await expectRefused(first.refreshToken)
        #expect(try await revocations().revocations.map(\.sessionID) == [ada.session?.id])
    }

    @Test("a spent token ends the session at once when its successor was used")
    func reuse() async throws {
        let first = try await refresh(ada.refreshToken)
        let second = try await refresh(first.refreshToken)
        await expectRefused(ada.refreshToken)
        await expectRefused(second.refreshToken)
    }

    @Test("a token of many refreshes ago is known, too")
    func oldReuse() async throws {
        var token = ada.refreshToken
        for _ in 0..<40 {
            clock.advance(seconds: 900)
            token = try await refresh(token).refreshToken
        }
        await expectRefused(ada.refreshToken)
        await expectRefused(token)
    }

    @Test("of many refreshes with one token at once, all get the same successor")
    func together() async throws {
        let (service, token) = (fixture.service, ada.refreshToken)
        let successors = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    let request = RefreshRequest(refreshToken: token)
                    return try? await service.refresh(request, context: Self.nobody).refreshToken
                }
            }
            return await group.reduce(into: Set<String?>()) { $0.insert($1) }
        }
        #expect(successors.count == 1)
        _ = try await refresh(try #require(successors.first ?? nil))
    }

    @Test("what is no refresh token of ours is refused and ends nothing")
    func forged() async throws {
        let bytes = try #require(Base64URL.decode(ada.refreshToken))
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            await expectRefused(Base64URL.encode(changed), as: .authRefreshInvalid)
        }
        for text in ["", "x", ada.refreshToken + "A", String(ada.refreshToken.dropLast()), ada.accessToken] {
            await expectRefused(text, as: .authRefreshInvalid)
        }
        await #expect(throws: APIError(.authRequired)) {
            try await fixture.service.refresh(RefreshRequest(), context: Self.nobody)
        }
        _ = try await refresh(ada.refreshToken)
    }

    @Test("a token of another installation is refused")
    func foreign() async throws {
        let other = try await IdentityFixture()
        await expectRefused(try await other.register("ada@example.org").refreshToken, as: .authRefreshInvalid)
    }

    @Test("a token that the store does not know yet, since it was restored, is refused and ends nothing")
    func ahead() async throws {
        let key = RefreshTokenKey(fixture.keys.secret)
        let token = try #require(key.read(ada.refreshToken))
        await expectRefused(key.text(of: key.successor(of: token)), as: .authRefreshInvalid)
        _ = try await refresh(ada.refreshToken)
    }

    @Test("a session ends 30 days after its last use")
    func idle() async throws {
        clock.advance(seconds: 30 * 86_400 - 1)
        let token = try await refresh(ada.refreshToken).refreshToken
        clock.advance(days: 30)
        await expectRefused(token)
    }

    @Test("a session that is used every day ends 60 days after its beginning")
    func total() async throws {
        var token = ada.refreshToken
        for _ in 0..<59 {
            clock.advance(days: 1)
            token = try await refresh(token).refreshToken
        }
        clock.advance(days: 1)
        await expectRefused(token)
    }

    @Test("the operator may make sessions shorter")
    func refreshDays() async throws {
        var settings = AuthenticationSettings()
        settings.refreshDays = 2
        let short = try await IdentityFixture(settings: settings, clock: clock.wall)
        let token = try await short.register("ada@example.org").refreshToken
        clock.advance(days: 2)
        await #expect(throws: APIError(.authRevoked)) {
            try await short.service.refresh(RefreshRequest(refreshToken: token), context: Self.nobody)
        }
    }

    @Test("the file holds no token that somebody could use")
    func stored() async throws {
        let first = try await refresh(ada.refreshToken)
        let key = RefreshTokenKey(fixture.keys.secret)
        for text in [ada.refreshToken, first.refreshToken] {
            let secret = try #require(key.read(text)).secret
            for name in ["identity.db", "identity.db-wal"] {
                let file = try #require(Self.bytes(of: "\(fixture.directory.path)/\(name)"))
                #expect(!file.contains(secret) && !file.contains(Array(text.utf8)))
            }
        }
    }

    private static func bytes(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 16 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes.prefix(count))
    }

    // MARK: Listing and ending

    @Test("sessions are listed with their devices, the newest first, and the one that asks is marked")
    func list() async throws {
        clock.advance(seconds: 60)
        let second = try await login()
        clock.advance(seconds: 60)
        _ = try await refresh(ada.refreshToken)
        let sessions = try await fixture.service.listSessions(ListSessionsRequest(), context: context).sessions
        #expect(sessions.map(\.id) == [second.session?.id, ada.session?.id])
        #expect(sessions.map(\.current) == [false, true])
        #expect(sessions.map(\.device?.id) == [second.device?.id, ada.device?.id])
        #expect(sessions.map(\.device?.name) == ["Tests/1", "Tests/1"])
        #expect(sessions.map { ($0.lastUsedAt?.seconds ?? 0) - ($0.createdAt?.seconds ?? 0) } == [0, 120])
    }

    @Test("one may end one's own sessions and no others; a second time there is none")
    func endOne() async throws {
        let second = try await login()
        let eve = try await fixture.register("eve@example.org")
        let theirs = CallContext(caller: try await fixture.caller(of: eve), requestID: "test")
        let request = EndSessionRequest(id: second.session?.id ?? 0)
        for _ in 0..<2 {
            await #expect(throws: APIError(.sessionNotFound)) {
                try await fixture.service.endSession(request, context: theirs)
            }
        }
        _ = try await fixture.service.endSession(request, context: context)
        await #expect(throws: APIError(.sessionNotFound)) {
            try await fixture.service.endSession(request, context: context)
        }
        await expectRefused(second.refreshToken)
        _ = try await refresh(ada.refreshToken)
    }

    @Test("one logs out by the access token, by the refresh token or by the cookie; again is no error")
    func logout() async throws {
        let (second, third) = (try await login(), try await login())
        var cookie = Self.nobody
        cookie.refreshCookie = BrowserCookie(value: third.refreshToken, isFromOwnPage: true)
        for _ in 0..<2 {
            _ = try await fixture.service.logout(LogoutRequest(), context: context)
            _ = try await fixture.service.logout(
                LogoutRequest(refreshToken: second.refreshToken), context: Self.nobody)
            _ = try await fixture.service.logout(LogoutRequest(), context: cookie)
        }
        for token in [ada.refreshToken, second.refreshToken, third.refreshToken] { await expectRefused(token) }
        #expect(try await revocations().revocations.map(\.number) == [1, 2, 3])
        await #expect(throws: APIError(.authRequired)) {
            try await fixture.service.logout(LogoutRequest(), context: Self.nobody)
        }
    }

    @Test("all other sessions end for who knows the password")
    func endOthers() async throws {
        let second = try await login()
        await #expect(throws: APIError(.authCredentials)) {
            try await fixture.service.endOtherSessions(
                EndOtherSessionsRequest(password: "wrong password"), context: context)
        }
        _ = try await refresh(second.refreshToken)
        _ = try await fixture.service.endOtherSessions(
            EndOtherSessionsRequest(password: "correct horse"), context: context)
        await expectRefused(second.refreshToken)
        _ = try await refresh(ada.refreshToken)
    }

    @Test("a new password ends the other sessions and takes the old one's place")
    func changePassword() async throws {
        let second = try await login()
        let request = ChangePasswordRequest(currentPassword: "correct horse", newPassword: "battery staple")
        await #expect(throws: APIError(.authCredentials)) {
            try await fixture.service.changePassword(
                ChangePasswordRequest(currentPassword: "wrong horse", newPassword: "battery staple"), context: context)
        }
        _ = try await fixture.service.changePassword(request, context: context)
        await expectRefused(second.refreshToken)
        _ = try await refresh(ada.refreshToken)
        await #expect(throws: APIError(.authCredentials)) { try await login() }
        _ = try await fixture.service.login(
            LoginRequest(email: "ada@example.org", password: "battery staple"), context: Self.nobody)
    }

    @Test("of two who change the password at once, one wins")
    func changeTogether() async throws {
        let (service, context) = (fixture.service, context)
        let changed = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<4 {
                group.addTask {
                    let request = ChangePasswordRequest(
                        currentPassword: "correct horse", newPassword: "battery staple \(index)")
                    return (try? await service.changePassword(request, context: context)) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(changed == 1)
    }

    @Test("a password is the same however its letters were typed, and not in another case")
    func composedPassword() async throws {
        _ = try await fixture.service.changePassword(
            ChangePasswordRequest(currentPassword: "correct horse", newPassword: "cafe\u{301} au lait"),
            context: context)
        for (password, isRight) in [
            ("caf\u{e9} au lait", true), ("cafe\u{301} au lait", true), ("cafe au lait", false),
            ("Caf\u{e9} au lait", false), ("caf\u{e9} au\u{a0}lait", false),
        ] {
            let login = LoginRequest(email: "ada@example.org", password: password)
            let answer = try? await fixture.service.login(login, context: Self.nobody)
            #expect((answer != nil) == isRight)
        }
    }

    @Test("who proved the old password and comes too late with it gets no session")
    func lateLogin() async throws {
        let accounts = fixture.backend.identity.accounts
        let proved = try #require(try await accounts.credentials(for: .email("ada@example.org")))
        let late = NewSession(
            deviceID: nil, deviceName: "late", platform: "", refreshTokenHash: [1], startsAt: 1, expiresAt: .max)
        _ = try await fixture.service.changePassword(
            ChangePasswordRequest(currentPassword: "correct horse", newPassword: "battery staple"), context: context)
        guard case .passwordChanged = try await accounts.startSession(for: proved, late, sessionsMax: 10) else {
            Issue.record("a session was started")
            return
        }
        #expect(try await fixture.service.listSessions(ListSessionsRequest(), context: context).sessions.count == 1)
    }

    // MARK: The log of those that have ended

    @Test("the log is read page by page, without gaps, and from a time on")
    func log() async throws {
        var limits = Limits()
        (limits.revocationsPageMax, limits.sessionsPerUserMax) = (2, 1)
        let fixture = try await IdentityFixture(limits: limits, clock: clock.wall)
        _ = try await fixture.register("ada@example.org")
        let start = clock.wall.millisecondsSince1970()
        for _ in 0..<5 {
            clock.advance(seconds: 10)
            let request = LoginRequest(email: "ada@example.org", password: "correct horse")
            _ = try await fixture.service.login(request, context: Self.nobody)
        }
        func read(_ after: UInt64, since: Int64 = 0) async throws -> GetRevocationsResponse {
            let request = GetRevocationsRequest(after: after, since: Timestamp(millisecondsSince1970: since))
            return try await fixture.service.getRevocations(request, context: Self.nobody)
        }
        #expect(try await read(0).revocations.map(\.number) == [1, 2])
        #expect(try await read(2).revocations.map(\.number) == [3, 4])
        #expect(try await read(4).revocations.map(\.number) == [5])
        #expect(try await read(5).revocations.isEmpty)
        #expect(try await read(5).lastNumber == 5)
        #expect(try await read(0, since: start + 40_000).revocations.map(\.number) == [4, 5])
        #expect(try await read(0, since: start + 60_000).revocations.isEmpty)
    }

    @Test("the log forgets what is older than a day, and its numbers go on")
    func forgetting() async throws {
        let second = try await login()
        _ = try await fixture.service.logout(LogoutRequest(refreshToken: second.refreshToken), context: Self.nobody)
        clock.advance(days: 1)
        try await fixture.service.tidy()
        #expect(try await revocations().revocations.map(\.number) == [1])
        clock.advance(seconds: 1)
        try await fixture.service.tidy()
        #expect(try await revocations().revocations.isEmpty)
        #expect(try await revocations().lastNumber == 1)
        _ = try await fixture.service.logout(LogoutRequest(), context: context)
        #expect(try await revocations().revocations.map(\.number) == [2])
    }

    @Test("a session that was not used for 30 days goes by itself")
    func expired() async throws {
        clock.advance(days: 30)
        #expect(try await fixture.service.listSessions(ListSessionsRequest(), context: context).sessions.isEmpty)
        try await fixture.service.tidy()
        #expect(try await revocations().revocations.map(\.sessionID) == [ada.session?.id])
    }

    @Test("whoever hears of events hears which sessions have ended")
    func events() async throws {
        let heard = Mutex<[UInt64]>([])
        fixture.backend.bus.subscribe { event in
            if case .sessionsRevoked(let revoked)? = event.body { heard.withLock { $0 += revoked.sessionIDs } }
        }
        let second = try await login()
        let request = EndSessionRequest(id: second.session?.id ?? 0)
        _ = try await fixture.service.endSession(request, context: context)
        _ = try? await fixture.service.endSession(request, context: context)
        #expect(heard.withLock { $0 } == [second.session?.id])
    }
}
