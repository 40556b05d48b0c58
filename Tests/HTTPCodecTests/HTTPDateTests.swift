import HTTPCodec
import Testing

struct HTTPDateTests {
    @Test(
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
            ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Thu, 29 Feb 2024 23:59:60 GMT", 1_709_251_200), ("Monday, 01-Jan-24 00:00:00 GMT", 1_704_067_200),
        ] as [(String, UInt64)])
    func readsAllThreeForms(text: String, seconds: UInt64) { #expect(HTTPDate.seconds(text) == seconds) }

    @Test(arguments: [
        "", "yesterday", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 Nov 1994 8:49:37 GMT",
        "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 32 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1969 08:49:37 GMT", "Sun, 06 Nov 94 08:49:37 GMT", "Sun, 06 Nov -994 08:49:37 GMT",
        "784111777",
    ])
    func refuses(text: String) { #expect(HTTPDate.seconds(text) == nil) }

    @Test func readsWhatItWrites() {
        for seconds in stride(from: 0 as UInt64, to: 4_000_000_000, by: 12_345_679) {
            #expect(HTTPDate.seconds(HTTPDate.string(seconds: seconds)) == seconds)
        }
    }
}
