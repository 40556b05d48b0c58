import E2EEOpenSSL
import FoundationEssentials
import TestSupport
import Testing

@testable import E2EE

@Suite struct PasswordKeysTests {
    private static let password = Array("correct horse battery staple".utf8)
    private static let salt = [UInt8](1...16)

    private static func stretched(
        _ password: [UInt8] = password, salt: [UInt8] = salt, iterations: UInt32 = 600_000
    ) throws(PasswordRefusal) -> PasswordKeys<OpenSSL> {
        try PasswordKeys<OpenSSL>.stretched(password: password, salt: salt, iterations: iterations)
    }

    @Test func whatIsSentAndWhatIsKeptAreOfOneStretchAndApart() throws {
        let stretch = try OpenSSL.pbkdf2SHA256(password: Self.password, salt: Self.salt, iterations: 600_000)
        let keys = try Self.stretched()
        let authentication = try #require(Data(base64Encoded: Data(keys.authentication)))
        #expect(keys.authentication.count == 44)
        #expect(Array(authentication) == (try OpenSSL.derive(stretch, "martlet password v1 log-in", count: 32)))
        let kek = try OpenSSL.passingKey(OpenSSL.derive(stretch, "martlet password v1 keys", count: 32))
        let nonce = [UInt8](repeating: 0, count: 12)
        let sealed = try OpenSSL.seal([1, 2, 3], nonce: nonce, authenticating: [], with: keys.kek)
        #expect(try OpenSSL.open(sealed, nonce: nonce, authenticating: [], with: kek) == [1, 2, 3])
        // Nothing of what is sent opens what is kept.
        let sent = try OpenSSL.passingKey(Array(authentication))
        #expect(throws: PrimitiveFailure()) {
            try OpenSSL.open(sealed, nonce: nonce, authenticating: [], with: sent)
        }
    }

    @Test func passwordSaltAndIterationsMakeADifference() throws {
        let right = try Self.stretched().authentication
        #expect(try Self.stretched().authentication == right)
        #expect(try Self.stretched(Self.password + [0x20]).authentication != right)
        #expect(try Self.stretched(salt: Self.salt.reversed()).authentication != right)
        #expect(try Self.stretched(iterations: 600_001).authentication != right)
    }

    @Test func theBoundsAreTaken() throws {
        #expect(try Self.stretched([], salt: [UInt8](repeating: 0, count: 64)).authentication.count == 44)
        #expect(PasswordLimits.iterations == 600_000...10_000_000)
        #expect(PasswordLimits.saltByteCounts == 16...64)
    }

    private static let refusals: [RefusalCase] =
        [0, 1, 15, 65, 1_000].map { count in
            RefusalCase("\(count) bytes of salt", "password.salt") {
                _ = try stretched(salt: [UInt8](repeating: 1, count: count))
            }
        }
        + [0, 1, 1_000, 599_999, 10_000_001, .max].map { iterations in
            RefusalCase("\(iterations) iterations", "password.iterations") {
                _ = try stretched(iterations: iterations)
            }
        }
        + [
            RefusalCase("both, of which the salt comes first", "password.salt") {
                _ = try stretched(salt: [], iterations: 0)
            },
            RefusalCase("a primitive that fails", "primitive.failed") {
                _ = try PasswordKeys<BrokenProvider>.stretched(password: password, salt: salt, iterations: 600_000)
            },
        ]

    @Test(arguments: refusals) func refuses(_ refusal: RefusalCase) { refusal.check() }

    @Test func everyCauseIsHit() { expectAllCauses(of: "password", in: Self.refusals) }

    /// RFC 4648 §10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func base64IsTheStandards(text: String, encoded: String) {
        #expect(Base64.encoded(Array(text.utf8)) == Array(encoded.utf8))
    }

    @Test func base64IsFoundations() {
        var random = SplitMix64(seed: 10)
        for count in 0...100 {
            let bytes = random.bytes(count)
            #expect(Base64.encoded(bytes) == Array(Data(bytes).base64EncodedString().utf8))
        }
    }
}
