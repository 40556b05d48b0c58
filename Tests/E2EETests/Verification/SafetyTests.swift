import E2EEOpenSSL
import TestSupport
import Testing

@testable import E2EE

@Suite struct SafetyTests {
    private static let alice = Party(userID: 7, identityKey: KeyRing.account.publicKey)
    private static let bob = Party(userID: 8, identityKey: KeyRing.otherAccount.publicKey)
    private static let carol = Party(userID: 9, identityKey: KeyRing.device.signing.publicKey)

    private static func parties(_ one: Party = alice, _ other: Party = bob) throws(SafetyCodeRefusal) -> Parties {
        try Parties(one, other)
    }

    private static func number(_ one: Party = alice, _ other: Party = bob) throws -> String {
        let number = SafetyNumber(of: try parties(one, other), by: OpenSSL.self)
        return String(decoding: number.digits, as: UTF8.self)
    }

    // MARK: Numbers

    @Test func bothSeeTheSameNumber() throws {
        let number = try Self.number()
        #expect(number.count == SafetyNumber.digitCount)
        #expect(number.allSatisfy { $0.isASCII && $0.isNumber })
        #expect(try Self.number(Self.bob, Self.alice) == number)
    }

    /// Computed by docs/encryption.md in Python, from the identity keys of the seeds 00…1f and 20…3f.
    @Test func theNumberIsTheDocumentedOne() throws {
        let one = Party(
            userID: 7_301_444_403_200_000,
            identityKey: try Hex("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8").bytes)
        let other = Party(
            userID: 7_301_444_403_200_100,
            identityKey: try Hex("29acbae141bccaf0b22e1a94d34d0bc7361e526d0bfe12c89794bc9322966dd7").bytes)
        #expect(
            try Self.number(one, other) == "992489565637865193179963587273479829520761874682267729339420")
    }

    @Test func eachHalfIsOfOnePerson() throws {
        let (withBob, withCarol) = (try Self.number(), try Self.number(Self.alice, Self.carol))
        #expect(withBob.prefix(30) == withCarol.prefix(30))
        #expect(withBob.suffix(30) != withCarol.suffix(30))
        // The one with the lower id comes first, whatever the keys are.
        let renamed = Party(userID: 10, identityKey: Self.alice.identityKey)
        #expect(try Self.number(renamed, Self.bob).prefix(30) == withBob.suffix(30))
        // The account counts, not the key alone.
        #expect(try Self.number(renamed, Self.bob).suffix(30) != withBob.prefix(30))
    }

    @Test func everyBitOfAKeyCounts() throws {
        let number = try Self.number()
        for index in stride(from: 0, to: 32, by: 5) {
            var key = Self.bob.identityKey
            key[index] ^= 1
            #expect(try Self.number(Self.alice, Party(userID: 8, identityKey: key)) != number)
        }
    }

    // MARK: Codes

    @Test func bothShowTheSameCodeAndTakeTheOthers() throws {
        let (mine, theirs) = (
            SafetyCode(of: try Self.parties()), SafetyCode(of: try Self.parties(Self.bob, Self.alice))
        )
        #expect(mine.bytes == theirs.bytes)
        #expect(mine.bytes.count == SafetyCode.byteCount)
        let id = { (id: UInt8) in [UInt8](repeating: 0, count: 7) + [id] }
        #expect(mine.bytes == [1] + id(7) + Self.alice.identityKey + id(8) + Self.bob.identityKey)
        try mine.check(scanned: theirs.bytes)
    }

    @Test func changedCodesAreRefused() throws {
        let code = SafetyCode(of: try Self.parties())
        Mutations.of(code.bytes) { bytes, what in
            #expect(throws: SafetyCodeRefusal.self, Comment(rawValue: what)) { try code.check(scanned: bytes) }
        }
    }

    private static func check(_ scanned: [UInt8]) throws {
        try SafetyCode(of: parties()).check(scanned: scanned)
    }

    private static func patched(at index: Int) throws -> [UInt8] {
        var bytes = SafetyCode(of: try parties()).bytes
        bytes[index] ^= 1
        return bytes
    }

    private static let refusals: [RefusalCase] = [
        RefusalCase("nothing", "safety_code.length") { try check([]) },
        RefusalCase("the end is missing", "safety_code.length") {
            try check(SafetyCode(of: parties()).bytes.dropLast())
        },
        RefusalCase("one byte more", "safety_code.length") { try check(SafetyCode(of: parties()).bytes + [0]) },
        RefusalCase("any picture", "safety_code.length") { try check(Array("https://example.org/".utf8)) },
        RefusalCase("version 0", "safety_code.version") { try check(patched(at: 0)) },
        RefusalCase("of others", "safety_code.parties") { try check(SafetyCode(of: parties(alice, carol)).bytes) },
        RefusalCase("another first", "safety_code.parties") { try check(patched(at: 8)) },
        RefusalCase("another second", "safety_code.parties") { try check(patched(at: 48)) },
        RefusalCase("others with other keys", "safety_code.parties") {
            try check(SafetyCode(of: parties(bob, carol)).bytes)
        },
        RefusalCase("the pair the wrong way round", "safety_code.parties") {
            let bytes = try SafetyCode(of: parties()).bytes
            try check([1] + bytes[41...] + bytes[1..<41])
        },
        RefusalCase("another key of the first", "safety_code.key") { try check(patched(at: 20)) },
        RefusalCase("another key of the second", "safety_code.key") { try check(patched(at: 80)) },
        RefusalCase("somebody in between", "safety_code.key") {
            let between = Party(userID: alice.userID, identityKey: carol.identityKey)
            try check(SafetyCode(of: parties(between, bob)).bytes)
        },
        RefusalCase("oneself", "safety_code.parties") { _ = try parties(alice, alice) },
        RefusalCase("a key that is short", "safety_code.key") {
            _ = try parties(alice, Party(userID: 8, identityKey: bob.identityKey.dropLast()))
        },
        RefusalCase("a key of small order", "safety_code.key") {
            _ = try parties(Party(userID: 7, identityKey: Ed25519Encoding.smallOrderY[3]), bob)
        },
    ]

    @Test(arguments: refusals) func refuses(_ refusal: RefusalCase) { refusal.check() }

    @Test func everyCauseIsHit() { expectAllCauses(of: "safety_code", in: Self.refusals) }
}
