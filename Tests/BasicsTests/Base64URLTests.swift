import Testing

@testable import Basics

@Suite("Bytes as text")
struct Base64URLTests {
    private static let vectors = [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
        ("foobar", "Zm9vYmFy"),
    ]

    @Test("the vectors of RFC 4648 go both ways, without padding", arguments: vectors)
    func knownVectors(plain: String, encoded: String) {
        #expect(Base64URL.encode(plain.utf8) == encoded)
        #expect(Base64URL.decode(encoded) == Array(plain.utf8))
    }

    @Test("the last two characters of the alphabet are safe in a URL")
    func urlAlphabet() {
        #expect(Base64URL.encode([0xFB, 0xFF, 0xFE]) == "-__-")
        #expect(Base64URL.decode("-__-") == [0xFB, 0xFF, 0xFE])
    }

    @Test("every byte survives, at every length up to 256")
    func roundTrip() {
        for count in 0...256 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
    }

    @Test("bits that belong to no byte are refused", arguments: ["Zh", "Zv", "Zm9", "Zm-", "AB", "AAB"])
    func nonCanonical(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test("padding is refused", arguments: ["Zg==", "Zm8=", "Zm9v=", "="])
    func padding(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test("a length that no bytes have is refused", arguments: ["Z", "A", "Zm9vY", "Zm9vYmFyA"])
    func impossibleLength(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test("other characters are refused", arguments: ["+__+", "Zg/v", "Zm 9v", "Zm9v\n", "Zm9\u{1}", "Zm9é", "Zm.v"])
    func otherCharacters(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test("hexadecimal is written in lower case, two digits for each byte")
    func hexadecimal() {
        #expect(Hexadecimal.encode([]) == "")
        #expect(Hexadecimal.encode([0x00, 0x09, 0x0A, 0x7F, 0xFF]) == "00090a7fff")
    }

    @Test("a hexadecimal digit is read in either case, and nothing beside it is")
    func hexadecimalDigits() {
        let read = (UInt8.min...UInt8.max).filter { Hexadecimal.value(of: $0) != nil }
        #expect(read == Array("0123456789ABCDEFabcdef".utf8))
        for value: UInt8 in 0..<16 { #expect(Hexadecimal.value(of: Hexadecimal.digit(value)) == value) }
        #expect(Hexadecimal.value(of: UInt8(ascii: "A")) == 10)
        #expect(Hexadecimal.value(of: UInt8(ascii: "F")) == 15)
    }
}
