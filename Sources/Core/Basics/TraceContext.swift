/// The place of a request in a distributed trace: W3C Trace Context, the field `traceparent`.
public struct TraceContext: Sendable, Equatable {
    /// 32 hexadecimal digits.
    public let traceID: String
    /// 16 hexadecimal digits: the caller's span.
    public let parentID: String
    /// Whether the caller records.
    public let isSampled: Bool

    /// Nil unless the text is well formed; then the trace begins anew (§4.3). A version that is not known is read as
    /// the first one, and may go on behind the flags (§3.2.4).
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 4, zip(parts, [2, 32, 16, 2]).allSatisfy({ Self.isHexadecimal($0, $1) }) else {
            return nil
        }
        guard parts[0] != "ff", parts[0] != "00" || parts.count == 4 else { return nil }
        guard parts[1].contains(where: { $0 != "0" }), parts[2].contains(where: { $0 != "0" }) else { return nil }
        traceID = String(parts[1])
        parentID = String(parts[2])
        isSampled = UInt8(parts[3], radix: 16).map { $0 & 1 == 1 } ?? false
    }

    /// In lower case, as the field must be.
    private static func isHexadecimal(_ text: Substring, _ count: Int) -> Bool {
        text.utf8.count == count
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
