/// A list with weights, as in `Accept` and `Accept-Encoding` (RFC 9110 §12.4.2).
public struct HTTPQualityList: Sendable {
    /// What the client says of one choice.
    public struct Element: Sendable, Equatable {
        /// In lower case, without parameters.
        public let name: String
        /// From 0, which refuses, to 1,000.
        public let quality: Int
    }

    /// Further elements are not looked at: nobody weighs so many, and each costs a comparison.
    static let elementsMax = 64

    public let elements: [Element]

    /// - Parameter values: of the fields with that name. Elements whose weight is malformed are passed over.
    public init(_ values: [String]) {
        elements = values.flatMap { $0.split(separator: ",") }.prefix(Self.elementsMax).compactMap(Self.element)
    }

    /// The weight of `name`: its own, else that of the first of `wildcards` that stands in the list, else nil.
    public func quality(_ name: String, wildcards: [String]) -> Int? {
        for candidate in [name] + wildcards {
            if let element = elements.first(where: { $0.name == candidate }) { return element.quality }
        }
        return nil
    }

    private static func element(_ text: Substring) -> Element? {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(ASCII.trimmed)
        guard let name = parts.first, !name.isEmpty else { return nil }
        var quality = 1_000
        for parameter in parts.dropFirst() {
            let pair = parameter.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, ASCII.equalIgnoringCase(pair[0], "q") else { continue }
            guard let given = thousandths(pair[1]) else { return nil }
            quality = given
        }
        return Element(name: name.lowercased(), quality: quality)
    }

    /// `qvalue`: 0 to 1 with at most three digits behind the point.
    private static func thousandths(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, whole == "0" || whole == "1" else { return nil }
        let digits = parts.count > 1 ? parts[1] : ""
        guard digits.utf8.count <= 3, digits.utf8.allSatisfy(ASCII.isDigit) else { return nil }
        let fraction = digits.utf8.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let scale = [1_000, 100, 10, 1][digits.utf8.count]
        let value = (whole == "1" ? 1_000 : 0) + fraction * scale
        return value <= 1_000 ? value : nil
    }
}
