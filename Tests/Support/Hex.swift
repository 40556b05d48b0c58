/// Bytes in the JSON of vectors.
public struct Hex: Decodable, Equatable, Sendable {
    public let bytes: [UInt8]

    public init(from decoder: any Decoder) throws {
        bytes = try Hex(decoder.singleValueContainer().decode(String.self)).bytes
    }

    public init(_ text: String) throws {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { throw NoHex(text: text) }
        bytes = try stride(from: 0, to: digits.count, by: 2).map { index in
            guard let high = Self.value(of: digits[index]), let low = Self.value(of: digits[index + 1]) else {
                throw NoHex(text: text)
            }
            return high << 4 | low
        }
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    public struct NoHex: Error {
        public let text: String
    }
}
