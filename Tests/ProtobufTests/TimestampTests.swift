import Protobuf
import Testing
import WireProtocol

@Suite struct TimestampTests {
    private static let vectors: [(text: String, seconds: Int64, nanoseconds: Int32)] = [
        ("1970-01-01T00:00:00Z", 0, 0),
        ("1969-12-31T23:59:59.999Z", -1, 999_000_000),
        ("2000-02-29T12:34:56Z", 951_827_696, 0),
        ("2023-11-14T22:13:20.123Z", 1_700_000_000, 123_000_000),
        ("2024-12-31T23:59:59.000001Z", 1_735_689_599, 1000),
        ("2100-03-01T00:00:00.000000001Z", 4_107_542_400, 1),
        ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
        ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999),
    ]

    @Test(arguments: vectors)
    func secondsAndText(text: String, seconds: Int64, nanoseconds: Int32) throws {
        let timestamp = Timestamp(seconds: seconds, nanoseconds: nanoseconds)
        #expect(json(timestamp) == "\"\(text)\"")
        #expect(try Timestamp(json: "\"\(text)\"") == timestamp)
        #expect(try Timestamp(protobuf: timestamp.protobufBytes()) == timestamp)
    }

    @Test(
        arguments: [
            ("2023-11-15T01:13:20+03:00", 1_700_000_000, 0),
            ("2023-11-14T16:43:20.5-05:30", 1_700_000_000, 500_000_000),
            ("2023-11-14T22:13:20.120Z", 1_700_000_000, 120_000_000), ("2023-11-14T22:13:20.0Z", 1_700_000_000, 0),
            ("2023-11-14T22:13:20-00:00", 1_700_000_000, 0), (#"2023-11-14T22\u003a13:20Z"#, 1_700_000_000, 0),
            ("2023-11-14T22:13:20.000000009Z", 1_700_000_000, 9),
        ] as [(String, Int64, Int32)])
    func otherSpellings(text: String, seconds: Int64, nanoseconds: Int32) throws {
        #expect(try Timestamp(json: "\"\(text)\"") == Timestamp(seconds: seconds, nanoseconds: nanoseconds))
    }

    @Test(arguments: [
        "", "2023", "2023-11-14", "2023-11-14T22:13Z", "2023-11-14T22:13:20", "2023-11-14 22:13:20Z",
        "2023-11-14t22:13:20Z", "2023-11-14T22:13:20z", "2023-13-01T00:00:00Z", "2023-00-01T00:00:00Z",
        "2023-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2023-04-31T00:00:00Z", "2023-11-00T00:00:00Z",
        "2023-11-14T24:00:00Z", "2023-11-14T22:60:00Z", "2023-11-14T22:13:60Z", "2023-11-14T22:13:20.Z",
        "2023-11-14T22:13:20.0123456789Z", "2023-11-14T22:13:20,5Z", "2023-11-14T22:13:20+24:00",
        "2023-11-14T22:13:20+03", "2023-11-14T22:13:20+0300", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01", "2023-11-14T22:13:20Z ", " 2023-11-14T22:13:20Z", "20230-11-14T22:13:20Z",
        "+023-11-14T22:13:20Z", "2023-1１-14T22:13:20Z",
    ])
    func notTimestamps(text: String) {
        #expect(failure(reading: Timestamp.self, from: "\"\(text)\"")?.reason == .invalidTimestamp)
    }

    @Test func everyDayOfFourCenturiesComesBack() throws {
        for day in Int64(-30_000)..<150_000 {
            let timestamp = Timestamp(seconds: day * 86400 + day & 0x7FFF)
            let document = timestamp.jsonBytes()
            guard try Timestamp(json: document) == timestamp else {
                Issue.record("\(String(decoding: document, as: UTF8.self)) is not \(timestamp)")
                return
            }
        }
    }

    @Test func milliseconds() {
        #expect(Timestamp(millisecondsSince1970: -1) == Timestamp(seconds: -1, nanoseconds: 999_000_000))
        #expect(Timestamp(seconds: -1, nanoseconds: 999_999_999).millisecondsSince1970 == -1)
        for milliseconds in [0, 1, -1, 999, -1000, 1_700_000_000_123, -62_135_596_800_000] as [Int64] {
            #expect(Timestamp(millisecondsSince1970: milliseconds).millisecondsSince1970 == milliseconds)
        }
        #expect(Timestamp(seconds: .max).millisecondsSince1970 == .max)
        #expect(Timestamp(seconds: .min).millisecondsSince1970 == .min)
        #expect(Timestamp(millisecondsSince1970: .min).millisecondsSince1970 == .min)
    }

    @Test func impossibleInstantsAreRefusedAndNeverTrap() {
        let impossible: [(Int64, Int32)] = [(253_402_300_800, 0), (.min, 0), (0, -1), (0, 1_000_000_000)]
        for (seconds, nanoseconds) in impossible {
            let timestamp = Timestamp(seconds: seconds, nanoseconds: nanoseconds)
            #expect(!timestamp.isValid)
            let error = failure(reading: Timestamp.self, fromBinary: timestamp.protobufBytes())
            #expect(error?.reason == .invalidTimestamp)
            #expect(failure(reading: Timestamp.self, fromJSON: timestamp.jsonBytes()) == nil)
        }
        let error = failure(
            reading: Entry.self, fromBinary: Entry(createdAt: Timestamp(seconds: .max)).protobufBytes())
        #expect(error == ProtobufError(.invalidTimestamp, field: "createdAt"))
    }

    @Test func order() {
        #expect(Timestamp(seconds: 1) < Timestamp(seconds: 1, nanoseconds: 1))
        #expect(Timestamp(seconds: -1, nanoseconds: 5) < Timestamp())
    }
}
