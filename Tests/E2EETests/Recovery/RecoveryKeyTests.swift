import E2EEOpenSSL
import TestSupport
import Testing

@testable import E2EE

@Suite struct RecoveryKeyTests {
    private static let key = [UInt8](0..<32)

    private static func text(_ key: [UInt8] = key) throws -> String {
        let key = try #require(RecoveryKey(bytes: key))
        return String(decoding: key.text(by: OpenSSL.self), as: UTF8.self)
    }

    private static func read(_ text: String) throws(RecoveryKeyRefusal) -> [UInt8] {
        try RecoveryKey(text: Array(text.utf8), by: OpenSSL.self).bytes
    }

    @Test func theTextIsTheDocumentedOne() throws {
        let text = try Self.text()
        let groups = text.split(separator: "-")
        #expect(groups.count == 14 && groups.allSatisfy { $0.count == 4 })
        // RFC 4648 §6 of the key, as Python's base64.b32encode gives it, then the beginning of the hash.
        #expect(groups.joined().hasPrefix("AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQTCQKRMFYYDENBWHA5DYP"))
        let checksum = OpenSSL.sha256([23] + Array("martlet recovery key v1".utf8) + Self.key)[..<3]
        #expect(Array(groups.joined().utf8) == Base32.encoded(Self.key + checksum))
        #expect(try Self.read(text) == Self.key)
    }

    @Test func everyKeyComesBack() throws {
        for _ in 0..<200 {
            let key = try RecoveryKey.generated(by: OpenSSL.self)
            #expect(try RecoveryKey(text: key.text(by: OpenSSL.self), by: OpenSSL.self).bytes == key.bytes)
        }
        for byte in [0, 0xff] as [UInt8] {
            let key = [UInt8](repeating: byte, count: 32)
            #expect(try Self.read(Self.text(key)) == key)
        }
        #expect(RecoveryKey(bytes: [UInt8](repeating: 0, count: 31)) == nil)
        #expect(RecoveryKey(bytes: [UInt8](repeating: 0, count: 33)) == nil)
    }

    /// RFC 4648 §10, without its padding.
    @Test(arguments: [("", ""), ("fooba", "MZXW6YTB"), ("foobafooba", "MZXW6YTBMZXW6YTB")])
    func base32IsTheStandards(text: String, encoded: String) {
        #expect(Base32.encoded(Array(text.utf8)) == Array(encoded.utf8))
        #expect(Base32.decoded(encoded.utf8.compactMap(Base32.value)) == Array(text.utf8))
    }

    @Test func howItIsTypedMakesNoDifference() throws {
        let text = try Self.text()
        let letters = text.filter { $0 != "-" }
        for typed in [
            text.lowercased(), letters, letters.lowercased(), "  \(text)  ", text.replacing("-", with: " - "),
            letters.map { "\($0)" }.joined(separator: " "), letters + "----",
        ] {
            #expect(try Self.read(typed) == Self.key, "\(typed)")
        }
    }

    @Test func digitsThatLookLikeLettersAreThoseLetters() throws {
        // Until a key has all three.
        var random = SplitMix64(seed: 11)
        var (key, text) = (Self.key, "")
        repeat {
            key = random.bytes(32)
            text = try Self.text(key)
        } while !["O", "I", "B"].allSatisfy(text.contains)
        let typed = text.replacing("O", with: "0").replacing("I", with: "1").replacing("B", with: "8")
        #expect(typed != text)
        #expect(try Self.read(typed) == key)
    }

    /// What people do: misread a letter, swap two neighbours, lose or repeat a group.
    @Test func slipsAreFound() throws {
        let letters = Array(try Self.text().filter { $0 != "-" })
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        for index in letters.indices {
            for letter in alphabet where letter != letters[index] {
                var typed = letters
                typed[index] = letter
                #expect(throws: RecoveryKeyRefusal.checksum) { try Self.read(String(typed)) }
            }
            for next in letters.indices.dropFirst(index + 1) where letters[next] != letters[index] {
                var typed = letters
                typed.swapAt(index, next)
                #expect(throws: RecoveryKeyRefusal.checksum) { try Self.read(String(typed)) }
            }
        }
        for count in 0..<56 {
            #expect(throws: RecoveryKeyRefusal.length) { try Self.read(String(letters[..<count])) }
        }
    }

    private static let refusals: [RefusalCase] = [
        RefusalCase("nothing", "recovery_key.length") { _ = try read("") },
        RefusalCase("hyphens alone", "recovery_key.length") { _ = try read("-- - --") },
        RefusalCase("a letter is missing", "recovery_key.length") { _ = try read(String(text().dropLast())) },
        RefusalCase("a letter too many", "recovery_key.length") { _ = try read(text() + "A") },
        RefusalCase("a group too many", "recovery_key.length") { _ = try read(text() + "-AAAA") },
        RefusalCase("a novel", "recovery_key.length") { _ = try read(String(repeating: "A", count: 100_000)) },
        RefusalCase("a digit that no key has", "recovery_key.letter") { _ = try read("9" + text().dropFirst()) },
        RefusalCase("padding", "recovery_key.letter") { _ = try read(String(text().dropLast()) + "=") },
        RefusalCase("a line feed", "recovery_key.letter") { _ = try read(String(text().dropLast()) + "\n") },
        RefusalCase("a byte that is no text", "recovery_key.letter") {
            _ = try RecoveryKey(text: [0xff] + Array(text().utf8.dropFirst()), by: OpenSSL.self)
        },
        RefusalCase("a letter before the checksum", "recovery_key.letter") {
            _ = try read(String(repeating: "A", count: 55) + "!")
        },
        RefusalCase("only letters that there are", "recovery_key.checksum") {
            _ = try read(String(repeating: "A", count: 56))
        },
        RefusalCase("another key with the checksum of this", "recovery_key.checksum") {
            let letters = try (text(), text([UInt8](1...32)))
            _ = try read(String(letters.1.dropLast(7)) + letters.0.suffix(7))
        },
        RefusalCase("a key without randomness", "primitive.failed") {
            _ = try RecoveryKey.generated(by: BrokenProvider.self)
        },
    ]

    @Test(arguments: refusals) func refuses(_ refusal: RefusalCase) { refusal.check() }

    @Test func everyCauseIsHit() { expectAllCauses(of: "recovery_key", in: Self.refusals) }
}
