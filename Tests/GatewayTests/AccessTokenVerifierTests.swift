import Basics
import Contracts
import Cryptography
import Protobuf
import Testing
import WireProtocol

@testable import Gateway

@Suite("Checking access tokens")
struct AccessTokenVerifierTests {
    private static let caller = Caller(userID: UserID(11), deviceID: DeviceID(22), sessionID: SessionID(33))
    private static let issuedAt: UInt32 = 1_800_000_000
    private static let expiresAt = Int64(issuedAt + AccessToken.lifetimeSeconds)
    private let key: ES256PrivateKey

    init() throws {
        key = try ES256PrivateKey.generate()
    }

    private static func webKey(_ key: ES256PrivateKey, id: String) throws -> JsonWebKey {
        let publicKey = try key.publicKey()
        return JsonWebKey(
            kty: "EC", crv: "P-256", x: Base64URL.encode(publicKey.x), y: Base64URL.encode(publicKey.y), kid: id,
            alg: "ES256", use: "sig")
    }

    private func verifier(
        milliseconds: Int64 = Int64(issuedAt) * 1_000, keyID: String = "k1"
    ) throws -> AccessTokenVerifier {
        AccessTokenVerifier(
            keySet: JsonWebKeySet(keys: [try Self.webKey(key, id: keyID)]), clock: WallClock { milliseconds })
    }

    private func issue(keyID: String = "k1") throws -> String {
        try AccessToken.issue(to: Self.caller, key: key, keyID: keyID, now: Self.issuedAt)
    }

    /// A token of any header and claims, signed well.
    private func sign(
        header: AccessTokenHeader = AccessTokenHeader(alg: "ES256", typ: "JWT", kid: "k1"),
        claims change: (inout AccessTokenClaims) -> Void = { _ in }
    ) throws -> String {
        var claims = AccessTokenClaims(
            iss: AccessToken.issuer, aud: AccessToken.audience, sub: "11", sid: "33", did: "22", iat: Self.issuedAt,
            exp: UInt32(Self.expiresAt))
        change(&claims)
        let signed = Base64URL.encode(header.jsonBytes()) + "." + Base64URL.encode(claims.jsonBytes())
        return signed + "." + Base64URL.encode(try key.sign(Array(signed.utf8)))
    }

    private func expectRefused(
        _ token: String, as code: ErrorCode = .authInvalid, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let verifier = try verifier()
        #expect(throws: APIError(code), sourceLocation: sourceLocation) { try verifier.verify(token) }
    }

    // MARK: Good tokens

    @Test("a token that was issued names its caller")
    func valid() throws {
        #expect(try verifier().verify(issue()).caller == Self.caller)
        #expect(try verifier().verify(sign()).caller == Self.caller)
    }

    @Test("a token is good until the last millisecond before its expiry, and expired at it")
    func expiry() throws {
        let token = try issue()
        #expect(try verifier(milliseconds: Self.expiresAt * 1_000 - 1).verify(token).caller == Self.caller)
        for milliseconds in [Self.expiresAt * 1_000, Self.expiresAt * 1_000 + 1, .max] {
            let verifier = try verifier(milliseconds: milliseconds)
            #expect(throws: APIError(.authExpired)) { try verifier.verify(token) }
        }
    }

    @Test("of several keys, the one that the token names is used")
    func severalKeys() throws {
        let other = try ES256PrivateKey.generate()
        let keys = [try Self.webKey(other, id: "k0"), try Self.webKey(key, id: "k1")]
        let verifier = AccessTokenVerifier(
            keySet: JsonWebKeySet(keys: keys), clock: WallClock { Int64(Self.issuedAt) * 1_000 })
        #expect(try verifier.verify(issue()).caller == Self.caller)
        let wrong = try issue(keyID: "k0")
        #expect(throws: APIError(.authInvalid)) { try verifier.verify(wrong) }
    }

    // MARK: Bad tokens

    @Test("a changed payload is refused")
    func changedPayload() throws {
        let parts = try issue().split(separator: ".")
        let forged = try sign { $0.sub = "12" }.split(separator: ".")
        try expectRefused("\(parts[0]).\(forged[1]).\(parts[2])")
    }

    @Test("a changed payload that has also expired is invalid, not expired")
    func changedAndExpired() throws {
        let parts = try issue().split(separator: ".")
        let past = try sign { ($0.iat, $0.exp) = (0, 1) }
        let forged = past.split(separator: ".")
        try expectRefused("\(parts[0]).\(forged[1]).\(parts[2])")
        try expectRefused(past, as: .authExpired)
    }

    @Test(
        "another algorithm is refused, with a signature and without", arguments: ["none", "None", "HS256", "", "es256"])
    func otherAlgorithm(algorithm: String) throws {
        let token = try sign(header: AccessTokenHeader(alg: algorithm, typ: "JWT", kid: "k1"))
        try expectRefused(token)
        let parts = token.split(separator: ".")
        try expectRefused("\(parts[0]).\(parts[1]).")
        try expectRefused("\(parts[0]).\(parts[1])")
    }

    @Test("an unknown key is refused", arguments: ["k2", "", "K1"])
    func unknownKey(keyID: String) throws {
        try expectRefused(try issue(keyID: keyID))
    }

    @Test("another audience or issuer is refused", arguments: ["", "other", "Martlet", "martlet "])
    func otherAudience(name: String) throws {
        try expectRefused(try sign { $0.aud = name })
        try expectRefused(try sign { $0.iss = name })
    }

    @Test("ids that are no numbers are refused", arguments: ["", "x", "-1", "18446744073709551616"])
    func badIdentifiers(text: String) throws {
        try expectRefused(try sign { $0.sub = text })
        try expectRefused(try sign { $0.did = text })
        try expectRefused(try sign { $0.sid = text })
    }

    @Test("what is no token is refused", arguments: ["", ".", "..", "...", "a.b.c", "Bearer x"])
    func noToken(token: String) throws {
        try expectRefused(token)
    }

    @Test("a token with more or less around it is refused")
    func otherForm() throws {
        let token = try issue()
        try expectRefused(token + ".")
        try expectRefused(token + "=")
        try expectRefused(" " + token)
        try expectRefused(String(token.dropLast()))
    }

    @Test("a token of 2,048 bytes is read, and one of 2,049 is not, however well it is signed")
    func tokenBytes() throws {
        let atLimit = try #require(try tokenOfBytes(2_048))
        #expect(try verifier(keyID: atLimit.keyID).verify(atLimit.token).caller == Self.caller)
        let pastLimit = try #require(try tokenOfBytes(2_049))
        let verifier = try verifier(keyID: pastLimit.keyID)
        #expect(throws: APIError(.authInvalid)) { try verifier.verify(pastLimit.token) }
    }

    /// Base64 does not have every length, but header and claims together do: both are filled up.
    private func tokenOfBytes(_ byteCount: Int) throws -> (keyID: String, token: String)? {
        for keyIDCount in 1_240...1_340 {
            let keyID = String(repeating: "k", count: keyIDCount)
            let header = AccessTokenHeader(alg: "ES256", typ: "JWT", kid: keyID)
            for zeros in 0..<3 {
                let token = try sign(header: header) { $0.sub = String(repeating: "0", count: zeros) + "11" }
                if token.utf8.count == byteCount { return (keyID, token) }
            }
        }
        return nil
    }

    @Test("a token from the future is refused, but for what clocks may differ by", arguments: [60, 61, 86_400])
    func future(seconds: UInt32) throws {
        let token = try sign { ($0.iat, $0.exp) = ($0.iat + seconds, $0.exp + seconds) }
        guard seconds > 60 else {
            #expect(try verifier().verify(token).caller == Self.caller)
            return
        }
        try expectRefused(token)
    }

    @Test("a token that expires before it was issued, or as it was, is refused", arguments: [0, 1])
    func backwards(seconds: UInt32) throws {
        try expectRefused(try sign { $0.exp = $0.iat - seconds })
    }

    @Test(
        "a header that says more, less, or anything twice is refused, even when it is signed well",
        arguments: [
            #"{"alg":"ES256","typ":"JWT","kid":"k1","kid":"k1"}"#,
            #"{"alg":"none","alg":"ES256","typ":"JWT","kid":"k1"}"#,
            #"{"alg":"ES256","typ":"JWT","kid":"k1","crit":["exp"]}"#,
            #"{"alg":"ES256","typ":"JWT","kid":"k1","jku":"https://example.org/keys"}"#,
            #"{"alg":"ES256","kid":"k1"}"#, #"{"alg":"ES256","typ":"at+jwt","kid":"k1"}"#,
            #"{ "alg":"ES256","typ":"JWT","kid":"k1"}"#, "[]", "null", "",
        ])
    func otherHeader(text: String) throws {
        try expectRefused(try sign(headerText: text, claimsText: try claimsText()))
    }

    @Test("claims that say anything twice, or more than ours, are refused, even when they are signed well")
    func otherClaims() throws {
        let (header, good) = (#"{"alg":"ES256","typ":"JWT","kid":"k1"}"#, try claimsText())
        #expect(try verifier().verify(sign(headerText: header, claimsText: good)).caller == Self.caller)
        for more in [#","sub":"12"}"#, #","sub":"11"}"#, #","admin":true}"#, #","nbf":0}"#] {
            try expectRefused(try sign(headerText: header, claimsText: good.dropLast() + more))
        }
        for text in ["", "{}", "null", "[]", good + " "] {
            try expectRefused(try sign(headerText: header, claimsText: text))
        }
    }

    @Test("HMAC with the public key, which everybody knows, as its secret is no signature")
    func confusedAlgorithm() throws {
        let publicKey = try key.publicKey()
        let secrets = [publicKey.x, publicKey.y, SHA256.hash(publicKey.x + publicKey.y)]
        for algorithm in ["HS256", "ES256"] {
            for secret in secrets {
                let header = Base64URL.encode(AccessTokenHeader(alg: algorithm, typ: "JWT", kid: "k1").jsonBytes())
                let signed = header + "." + Base64URL.encode(Array(try claimsText().utf8))
                let tag = HMACSHA256.authenticate(Array(signed.utf8), key: secret)
                try expectRefused(signed + "." + Base64URL.encode(tag))
                try expectRefused(signed + "." + Base64URL.encode(tag + tag))
            }
        }
    }

    @Test("a signature of zeros, of another key, or in the form of X.509 is none")
    func otherSignature() throws {
        let parts = try issue().split(separator: ".")
        let signed = "\(parts[0]).\(parts[1])"
        let foreign = try ES256PrivateKey.generate().sign(Array(signed.utf8))
        for signature in [[UInt8](repeating: 0, count: 64), foreign, [], [UInt8](repeating: 255, count: 64)] {
            try expectRefused(signed + "." + Base64URL.encode(signature))
        }
    }

    private func claimsText() throws -> String {
        let part = try sign().split(separator: ".")[1]
        return String(decoding: try #require(Base64URL.decode(part)), as: UTF8.self)
    }

    private func sign(headerText: String, claimsText: some StringProtocol) throws -> String {
        let signed = Base64URL.encode(headerText.utf8) + "." + Base64URL.encode(claimsText.utf8)
        return signed + "." + Base64URL.encode(try key.sign(Array(signed.utf8)))
    }

    // MARK: The key set

    @Test("other keys take the place of those before; a set without any is not believed")
    func replacing() throws {
        let verifier = try verifier()
        let token = try issue(keyID: "k2")
        #expect(throws: APIError(.authInvalid)) { try verifier.verify(token) }
        #expect(verifier.takeMissedKey())
        #expect(!verifier.takeMissedKey())
        verifier.replaceKeys(by: JsonWebKeySet(keys: [try Self.webKey(key, id: "k2")]))
        #expect(try verifier.verify(token).caller == Self.caller)
        verifier.replaceKeys(by: JsonWebKeySet())
        #expect(try verifier.verify(token).caller == Self.caller)
        let old = try issue()
        #expect(throws: APIError(.authInvalid)) { try verifier.verify(old) }
        for text in ["", "x", "a.b.c"] { _ = try? verifier.verify(text) }
        #expect(verifier.takeMissedKey())
        for text in ["", "x", "a.b.c"] { _ = try? verifier.verify(text) }
        #expect(!verifier.takeMissedKey())
    }

    @Test("keys of other kinds and keys that are no keys are passed over")
    func otherKeys() throws {
        let good = try Self.webKey(key, id: "k1")
        let changes: [(inout JsonWebKey) -> Void] = [
            { $0.kty = "RSA" }, { $0.crv = "P-384" }, { $0.x = "=" }, { $0.y = "" }, { $0.x = $0.y },
        ]
        let bad = changes.map { change in
            var key = good
            change(&key)
            return key
        }
        let token = try issue()
        for key in bad {
            let verifier = AccessTokenVerifier(keySet: JsonWebKeySet(keys: [key]), clock: WallClock { 0 })
            #expect(throws: APIError(.authInvalid)) { try verifier.verify(token) }
        }
        let clock = WallClock { Int64(Self.issuedAt) * 1_000 }
        var others = bad
        for index in others.indices { others[index].kid = "bad\(index)" }
        #expect(
            try AccessTokenVerifier(keySet: JsonWebKeySet(keys: others + [good]), clock: clock).verify(token).caller
                == Self.caller)
    }
}
