import Protobuf
import TestMessages
import Testing
import WireProtocol

/// Numbers, strings and bytes in JSON.
@Suite struct JSONValueTests {
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("1", 1), (#""1""#, 1), ("18446744073709551615", UInt64.max),
        (#""18446744073709551615""#, .max), ("9999999999999999999", 9_999_999_999_999_999_999), ("1e3", 1000),
        ("1.0", 1), ("12.5e1", 125), (#""\u0031""#, 1), ("9007199254740992.0", 1 << 53), (#""1e2""#, 100),
    ])
    func unsignedIntegers(text: String, value: UInt64) throws {
        #expect(try Everything(json: "{\"aUint64\":\(text)}").aUint64 == value)
    }

    @Test(arguments: [
        ("-1", ProtobufError.Reason.outOfRange), ("18446744073709551616", .outOfRange), ("1.5", .invalidNumber),
        (#""""#, .invalidNumber), (#"" 1""#, .invalidNumber), (#""1 ""#, .invalidNumber), (#""0x1""#, .invalidNumber),
        ("01", .invalidNumber), (#""01""#, .invalidNumber), (#""-""#, .invalidNumber), ("1e400", .outOfRange),
        ("9007199254740994.0", .outOfRange), ("true", .wrongType), ("[]", .wrongType), ("{}", .wrongType),
        (#""1\u""#, .syntax), (#""+1""#, .invalidNumber),
        ("1-", .invalidNumber), ("123456789012345678901234", .outOfRange),
    ])
    func notUnsignedIntegers(text: String, reason: ProtobufError.Reason) {
        #expect(
            failure(reading: Everything.self, from: "{\"aUint64\":\(text)}")
                == ProtobufError(reason, field: "aUint64"))
    }

    @Test func integersKeepTheirRange() throws {
        #expect(try Everything(json: #"{"anInt64":"-9223372036854775808"}"#).anInt64 == .min)
        #expect(try Everything(json: #"{"anInt64":9223372036854775807}"#).anInt64 == .max)
        #expect(failure(reading: Everything.self, from: #"{"anInt64":9223372036854775808}"#)?.reason == .outOfRange)
        #expect(failure(reading: Everything.self, from: #"{"anInt64":-9223372036854775809}"#)?.reason == .outOfRange)
        #expect(try Everything(json: #"{"anInt32":-2147483648,"aUint32":4294967295}"#).anInt32 == .min)
        #expect(failure(reading: Everything.self, from: #"{"anInt32":2147483648}"#)?.reason == .outOfRange)
        #expect(failure(reading: Everything.self, from: #"{"aUint32":4294967296}"#)?.reason == .outOfRange)
        #expect(failure(reading: Everything.self, from: #"{"aUint32":-1}"#)?.reason == .outOfRange)
    }

    @Test(arguments: [0, 9, 10, 99, 100, 12345, 1_000_000_000_000_000_000, .max] as [UInt64])
    func digits(value: UInt64) {
        #expect(json(GetChatRequest(id: value)) == "{\"id\":\"\(value)\"}")
    }

    @Test func floatingPoint() throws {
        let read = try Everything(json: #"{"aDouble":"-Infinity","aFloat":"NaN","doubles":[1,-2.5e-3,"3"]}"#)
        #expect(read.aDouble == -.infinity)
        #expect(read.aFloat.isNaN)
        #expect(read.doubles == [1, -0.0025, 3])
        #expect(try Everything(json: read.jsonBytes()).doubles == read.doubles)
        #expect(json(read).contains(#""aDouble":"-Infinity","aFloat":"NaN""#))
        #expect(failure(reading: Everything.self, from: #"{"aFloat":1e39}"#)?.reason == .outOfRange)
        #expect(failure(reading: Everything.self, from: #"{"aDouble":"nan"}"#)?.reason == .invalidNumber)
        #expect(failure(reading: Everything.self, from: #"{"aDouble":inf}"#)?.reason == .syntax)
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
        (#""\ud83d\ude00!""#, "😀!"), (#""\uD83D\uDE00\u0000""#, "😀\0"), ("\"\u{7F}é😀\"", "\u{7F}é😀"),
    ])
    func strings(text: String, value: String) throws {
        #expect(try Content(json: "{\"text\":\(text)}").text == value)
    }

    @Test(arguments: [
        (#""\ud83d""#, ProtobufError.Reason.invalidUTF8), (#""\ude00""#, .invalidUTF8),
        (#""\ud83dx""#, .invalidUTF8), (#""\ud83d\n""#, .invalidUTF8), (#""\ud83d\u0041""#, .invalidUTF8),
        (#""\ud83d\ud83d""#, .invalidUTF8), (#""\u12g4""#, .syntax), (#""\x""#, .syntax), (#""\u12""#, .syntax),
        (#""\u12"#, .truncated),
        ("\"a\u{1F}\"", .syntax), ("\"a\nb\"", .syntax), (#""abc"#, .truncated), (#""abc\"#, .truncated),
        ("5", .wrongType),
    ])
    func notStrings(text: String, reason: ProtobufError.Reason) {
        let document = reason == .truncated ? "{\"text\":\(text)" : "{\"text\":\(text)}"
        #expect(failure(reading: Content.self, from: document) == ProtobufError(reason, field: "text"))
    }

    @Test(arguments: [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]] as [[UInt8]])
    func stringsMustBeUTF8(invalid: [UInt8]) {
        let document = Array(#"{"text":""#.utf8) + invalid + Array(#""}"#.utf8)
        #expect(
            failure(reading: Content.self, fromJSON: document) == ProtobufError(.invalidUTF8, field: "text"))
        // Also beside an escape, where another path reads the string.
        let escaped = Array(#"{"text":"\n"#.utf8) + invalid + Array(#""}"#.utf8)
        #expect(failure(reading: Content.self, fromJSON: escaped) == ProtobufError(.invalidUTF8, field: "text"))
    }

    @Test func everyControlCharacterIsEscaped() throws {
        let text = String(String.UnicodeScalarView((0..<0x20).map { Unicode.Scalar($0) }))
        let document = Content(text: text).jsonBytes()
        #expect(document.allSatisfy { $0 >= 0x20 })
        #expect(try Content(json: document).text == text)
    }

    @Test func stringsOfOnlyEscapesFit() throws {
        for length in [1, 10, 63, 64, 1000] {
            let text = String(repeating: "\u{1}", count: length)
            #expect(try Content(json: Content(text: text).jsonBytes()).text == text)
        }
    }

    @Test(
        arguments: [
            ("", []), ("AA==", [0]), ("AA", [0]), ("AAA=", [0, 0]), ("AAA", [0, 0]), ("AAAA", [0, 0, 0]),
            ("+/+/", [0xFB, 0xFF, 0xBF]), ("-_-_", [0xFB, 0xFF, 0xBF]), (#"\/\/\/\/"#, [0xFF, 0xFF, 0xFF]),
        ] as [(String, [UInt8])])
    func base64(text: String, value: [UInt8]) throws {
        #expect(try Content(json: "{\"ciphertext\":\"\(text)\"}").ciphertext == value)
    }

    @Test(arguments: ["A", "A===", "AA=", "AA==AA==", "AA=A", "A A=", "AAAAA", "====", "AAA*", "="])
    func notBase64(text: String) {
        #expect(
            failure(reading: Content.self, from: "{\"ciphertext\":\"\(text)\"}")
                == ProtobufError(.invalidBase64, field: "ciphertext"))
    }

    @Test func base64ComesBack() throws {
        for length in 0..<70 {
            let content = Content(ciphertext: (0..<length).map { UInt8(truncatingIfNeeded: $0 * 37) })
            #expect(try Content(json: content.jsonBytes()) == content)
        }
    }
}
