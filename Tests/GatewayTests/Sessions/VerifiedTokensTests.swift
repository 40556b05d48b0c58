import Basics
import Contracts
import Cryptography
import Synchronization
import Testing
import WireProtocol

@testable import Gateway

@Suite("Access tokens that were verified before")
struct VerifiedTokensTests {
    private static let caller = Caller(userID: UserID(1), deviceID: DeviceID(2), sessionID: SessionID(3))
    private static let issuedAt: UInt32 = 1_800_000_000
    private let seconds = Box(Int64(issuedAt))
    private let verifier: AccessTokenVerifier
    private let key: ES256PrivateKey

    private final class Box: Sendable {
        private let value: Mutex<Int64>
        init(_ value: Int64) { self.value = Mutex(value) }
        var now: Int64 {
            get { value.withLock { $0 } }
            set { value.withLock { $0 = newValue } }
        }
    }

    init() throws {
        key = try ES256PrivateKey.generate()
        let publicKey = try key.publicKey()
        let webKey = JsonWebKey(
            kty: "EC", crv: "P-256", x: Base64URL.encode(publicKey.x), y: Base64URL.encode(publicKey.y), kid: "k1",
            alg: "ES256", use: "sig")
        verifier = AccessTokenVerifier(
            keySet: JsonWebKeySet(keys: [webKey]), clock: WallClock { [seconds] in seconds.now * 1_000 })
    }

    private func token(session: UInt64 = 3) throws -> String {
        let caller = Caller(userID: UserID(1), deviceID: DeviceID(2), sessionID: SessionID(session))
        return try AccessToken.issue(to: caller, key: key, keyID: "k1", now: Self.issuedAt)
    }

    @Test("a token that was verified needs no key the second time, and expires as it would have")
    func remembered() throws {
        var tokens = VerifiedTokens(countMax: 10)
        let token = try token()
        #expect(try tokens.caller(of: token, by: verifier) == Self.caller)
        let other = try ES256PrivateKey.generate().publicKey()
        let set = JsonWebKey(
            kty: "EC", crv: "P-256", x: Base64URL.encode(other.x), y: Base64URL.encode(other.y), kid: "k2",
            alg: "ES256", use: "sig")
        verifier.replaceKeys(by: JsonWebKeySet(keys: [set]))
        #expect(try tokens.caller(of: token, by: verifier) == Self.caller)
        seconds.now += 900
        do {
            _ = try tokens.caller(of: token, by: verifier)
            Issue.record("it was taken")
        } catch {
            #expect(error.code == .authExpired)
        }
    }

    @Test("what is refused is not remembered, and one that differs in its last letter is not taken for another")
    func refused() throws {
        var tokens = VerifiedTokens(countMax: 10)
        let token = try token()
        _ = try tokens.caller(of: token, by: verifier)
        for text in [token + "A", String(token.dropLast()), "", "a.b.c"] {
            do {
                _ = try tokens.caller(of: text, by: verifier)
                Issue.record("it was taken")
            } catch {
                #expect(error.code == .authInvalid)
            }
        }
        #expect(tokens.count == 1)
    }

    @Test("no more than the limit are remembered, and who comes back is verified anew")
    func bounded() throws {
        var tokens = VerifiedTokens(countMax: 8)
        let all = try (1...40).map { try token(session: $0) }
        for token in all {
            _ = try tokens.caller(of: token, by: verifier)
            #expect(tokens.count <= 8)
        }
        #expect(try tokens.caller(of: all[0], by: verifier).sessionID == SessionID(1))
    }
}
