import Basics
import Contracts
import EmbeddedBackend
import Testing
import WireProtocol

@testable import Identity

@Suite("Keys of access tokens: published ahead, kept until nothing needs them")
struct SigningKeyTests {
    private let clock = SettableClock()
    private let fixture: IdentityFixture

    init() async throws {
        var settings = AuthenticationSettings()
        settings.tokenKeyDays = 10
        fixture = try await IdentityFixture(settings: settings, clock: clock.wall)
    }

    private func publishedIDs() async throws -> [String] {
        let set = try await fixture.service.getPublicKey(GetPublicKeyRequest(), context: IdentityFixture.nobody)
        return set.keys.map(\.kid)
    }

    @Test("a new key is published an hour before it signs, and the old one stays until its last token has expired")
    func overlap() async throws {
        let first = fixture.keys.current.id
        #expect(try await publishedIDs() == [first])
        clock.advance(seconds: 10 * 86_400 - 1)
        try await fixture.keys.renew()
        #expect(try await publishedIDs() == [first])

        clock.advance(seconds: 1)
        try await fixture.keys.renew()
        let both = try await publishedIDs()
        #expect(both.count == 2 && both[0] == first)
        clock.advance(seconds: 3_599)
        #expect(fixture.keys.current.id == first)
        let last = try await fixture.register("ada@example.org")

        clock.advance(seconds: 1)
        #expect(fixture.keys.current.id == both[1])
        clock.advance(seconds: 898)
        try await fixture.keys.renew()
        _ = try await fixture.caller(of: last)

        // A token's life and a minute after its last use.
        clock.advance(seconds: 61)
        try await fixture.keys.renew()
        #expect(try await publishedIDs() == both)
        clock.advance(seconds: 1)
        try await fixture.keys.renew()
        #expect(try await publishedIDs() == [both[1]])
    }

    @Test("of several that find the next key due at once, one makes it, and all learn of it")
    func together() async throws {
        var settings = AuthenticationSettings()
        settings.tokenKeyDays = 10
        let other = try await IdentityKeys.load(from: fixture.backend.identity, settings: settings, clock: clock.wall)
        clock.advance(days: 10)
        let (one, two) = (fixture.keys, other)
        async let first: Void = one.renew()
        async let second: Void = two.renew()
        _ = try await (first, second)
        try await one.renew()
        #expect(one.published.map(\.id) == two.published.map(\.id))
        #expect(one.published.count == 2)
    }

    @Test("a server that was away for longer than a key signs goes on with the old one until the new one is known")
    func away() async throws {
        let first = fixture.keys.current.id
        clock.advance(days: 100)
        var settings = AuthenticationSettings()
        settings.tokenKeyDays = 10
        let keys = try await IdentityKeys.load(from: fixture.backend.identity, settings: settings, clock: clock.wall)
        #expect(keys.published.count == 2)
        #expect(keys.current.id == first)
        clock.advance(seconds: 3_600)
        #expect(keys.current.id != first)
    }
}
