/// A number in a string of JSON: identifiers do not fit into every language's numbers.
public struct DecimalText: Decodable, Equatable, Sendable {
    public let value: UInt64

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let value = UInt64(text) else { throw NoNumber(text: text) }
        self.value = value
    }

    public struct NoNumber: Error {
        public let text: String
    }
}
