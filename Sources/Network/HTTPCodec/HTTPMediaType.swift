/// A `Content-Type` (RFC 9110 §8.3.1).
public struct HTTPMediaType: Sendable, Equatable {
    /// `type/subtype` in lower case.
    public let name: String
    /// In lower case; nil when none is given.
    public let charset: String?

    /// Nil when `text` is no media type.
    public init?(_ text: String) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(ASCII.trimmed)
        let halves = parts[0].split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(ASCII.isToken) }) else {
            return nil
        }
        name = parts[0].lowercased()
        var charset: String?
        for parameter in parts.dropFirst() where !parameter.isEmpty {
            let pair = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, !pair[0].isEmpty, pair[0].utf8.allSatisfy(ASCII.isToken) else { return nil }
            guard ASCII.equalIgnoringCase(pair[0], "charset") else { continue }
            var value = pair[1]
            if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") { value = value.dropFirst().dropLast() }
            guard charset == nil, !value.isEmpty, value.utf8.allSatisfy(ASCII.isToken) else { return nil }
            charset = value.lowercased()
        }
        self.charset = charset
    }
}
