internal import Basics
internal import HTTPCodec

/// The identifier of one request, in answers and logs: the client's own when it is well formed, else a random one.
enum RequestID {
    static let characterCountMax = 128

    static func of(_ request: HTTPRequest, random: RandomSource) -> String {
        if let given = request.headers.first("x-request-id"), isWellFormed(given) { return given }
        return Hexadecimal.encode(random.bytes(8))
    }

    static func isWellFormed(_ text: String) -> Bool {
        (1...characterCountMax).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
