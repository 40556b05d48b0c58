import Testing

@testable import Basics

@Suite("Identifiers that clients make")
struct ClientIDTests {
    private static let canonical = "01932f6a-0b1c-7def-8a9b-0123456789ab"

    @Test(
        "every spelling of the letters is the same identifier, printed in lower case",
        arguments: [
            "01932f6a-0b1c-7def-8a9b-0123456789ab",
            "01932F6A-0B1C-7DEF-8A9B-0123456789AB",
            "01932f6A-0b1C-7dEf-8A9b-0123456789aB",
        ])
    func spellings(text: String) throws {
        let identifier = try #require(ClientID(text))
        #expect(identifier.high == 0x0193_2F6A_0B1C_7DEF)
        #expect(identifier.low == 0x8A9B_0123_4567_89AB)
        #expect(identifier.text == Self.canonical)
        #expect(identifier == ClientID(Self.canonical))
    }

    @Test(
        "any version is taken, and so are the two ends",
        arguments: [
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "550e8400-e29b-41d4-a716-446655440000",
        ])
    func versions(text: String) {
        #expect(ClientID(text)?.text == text)
    }

    @Test(
        "what is not 8-4-4-4-12 digits is refused",
        arguments: [
            "",
            "0",
            "01932f6a-0b1c-7def-8a9b-0123456789a",
            "01932f6a-0b1c-7def-8a9b-0123456789abc",
            "01932f6a-0b1c-7def-8a9b-0123456789ab-",
            "01932f6a0b1c7def8a9b0123456789ab",
            "01932f6a0b1c7def8a9b0123456789ab0000",
            "01932f6a-0b1c-7def-8a9b0-123456789ab",
            "-1932f6a-0b1c-7def-8a9b-0123456789ab",
            "01932f6a_0b1c_7def_8a9b_0123456789ab",
            "01932f6g-0b1c-7def-8a9b-0123456789ab",
            " 1932f6a-0b1c-7def-8a9b-0123456789ab",
            "01932f6a-0b1c-7def-8a9b-0123456789a ",
            "{01932f6a-0b1c-7def-8a9b-0123456789ab}",
            "urn:uuid:01932f6a-0b1c-7def-8a9b-0123456789ab",
            "01932f6a-0b1c-7def-8a9b-0123456789aé",
            "０1932f6a-0b1c-7def-8a9b-0123456789",
        ])
    func refused(text: String) {
        #expect(ClientID(text) == nil)
    }

    @Test("each half keeps its place")
    func halves() {
        #expect(ClientID(high: 1, low: 2).text == "00000000-0000-0001-0000-000000000002")
        #expect(ClientID(high: 1, low: 2) != ClientID(high: 2, low: 1))
    }
}
