import Testing

@testable import Cryptography

@Suite("SHA-256")
struct SHA256Tests {
    private static let vectors = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]

    @Test("the vectors of FIPS 180-4 hold", arguments: vectors)
    func knownVectors(message: String, digest: String) {
        let hash = SHA256.hash(Array(message.utf8))
        #expect(hash.count == SHA256.byteCount)
        let text = hash.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        #expect(text.joined() == digest)
    }
}
