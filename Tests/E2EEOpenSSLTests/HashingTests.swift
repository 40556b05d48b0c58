import E2EE
import E2EEOpenSSL
import TestSupport
import Testing

/// SHA-256, HMAC, PBKDF2 and randomness at their ends; the vectors are in `WycheproofTests`.
@Suite struct HashingTests {
    /// FIPS 180-4's examples.
    private static let examples = [
        "": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq":
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ]

    @Test func hashesAsTheStandardDoes() throws {
        for (text, hash) in Self.examples { #expect(try OpenSSL.sha256(Array(text.utf8)) == Hex(hash).bytes) }
    }

    @Test(arguments: [1, 7, 63, 64, 65, 1_000]) func piecesMakeTheSameHash(size: Int) {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0) }
        var digest = OpenSSL.Digest()
        digest.update([])
        for start in stride(from: 0, to: bytes.count, by: size) {
            digest.update(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        let hash = digest.finish()
        #expect(hash == OpenSSL.sha256(bytes))
    }

    @Test func aDigestOfNothingIsTheHashOfNothing() {
        var digest = OpenSSL.Digest()
        let hash = digest.finish()
        #expect(hash == OpenSSL.sha256([]))
    }

    /// RFC 2104: a short key is the same as one with zeros behind it, none too.
    @Test func noKeyIsAKeyOfZeros() {
        let none = OpenSSL.hmacSHA256(key: [], [1])
        #expect(none == OpenSSL.hmacSHA256(key: [UInt8](repeating: 0, count: 32), [1]))
        #expect(none != OpenSSL.hmacSHA256(key: [1], [1]))
        #expect(OpenSSL.hmacSHA256(key: [], []).count == 32)
    }

    @Test func passwordsAndSaltsMayBeEmptyAndIterationsNot() throws {
        let derived = try OpenSSL.pbkdf2SHA256(password: [], salt: [], iterations: 1)
        #expect(derived == OpenSSL.hmacSHA256(key: [], [0, 0, 0, 1]))
        for iterations in [0, UInt32(Int32.max) + 1, .max] {
            #expect(throws: PrimitiveFailure.self) {
                try OpenSSL.pbkdf2SHA256(password: [1], salt: [2], iterations: iterations)
            }
        }
    }

    @Test func randomBytesAreAsManyAsAskedForAndNeverTheSame() throws {
        #expect(try OpenSSL.random(0) == [])
        let some = try (0..<2).map { _ in try OpenSSL.random(32) }
        #expect(some.map(\.count) == [32, 32])
        #expect(some[0] != some[1])
        #expect(throws: PrimitiveFailure.self) { try OpenSSL.random(-1) }
        #expect(throws: PrimitiveFailure.self) { try OpenSSL.random(Int(Int32.max) + 1) }
    }
}
