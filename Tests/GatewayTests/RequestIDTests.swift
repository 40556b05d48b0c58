import Basics
import HTTPCodec
import Testing

@testable import Gateway

@Suite("The identifier of a request")
struct RequestIDTests {
    private static let random = RandomSource { count in (0..<count).map { UInt8($0) } }

    private static func identifier(given: String?) -> String {
        var headers = HTTPHeaders()
        if let given { headers.add("X-Request-Id", given) }
        return RequestID.of(HTTPRequest(method: "GET", target: "/", headers: headers), random: random)
    }

    @Test(
        "a well-formed identifier of the client is kept",
        arguments: ["a", "0", "abc-DEF_123.9", String(repeating: "x", count: 128)])
    func kept(given: String) {
        #expect(RequestID.isWellFormed(given))
        #expect(Self.identifier(given: given) == given)
    }

    @Test(
        "another is replaced by a random one",
        arguments: [
            "", " ", "a b", "a/b", "a\"b", "a\nb", "a\u{7F}", "é", "a,b", "{}", String(repeating: "x", count: 129),
        ])
    func replaced(given: String) {
        #expect(!RequestID.isWellFormed(given))
        #expect(Self.identifier(given: given) == "0001020304050607")
    }

    @Test("a request without one gets a random one, which is well formed itself")
    func made() {
        #expect(Self.identifier(given: nil) == "0001020304050607")
        #expect(RequestID.isWellFormed(Self.identifier(given: nil)))
    }
}
