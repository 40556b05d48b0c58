/// The part of a representation that a request asks for (RFC 9110 §14).
public enum HTTPByteRange: Sendable, Equatable {
    /// No range, or one that need not be heeded: malformed, of another unit, or several at once.
    case whole
    case part(Range<Int>)
    /// 416.
    case unsatisfiable

    /// One range is answered with 206. Several are answered with the whole, which RFC 9110 §14.2 leaves to the server:
    /// multipart answers can be larger than the whole, and no client of ours asks for them.
    ///
    /// - Parameter size: of the representation, in bytes.
    public init(_ header: String?, size: Int) {
        self = .whole
        guard let header, let equals = header.firstIndex(of: "="),
            ASCII.equalIgnoringCase(header[..<equals], "bytes")
        else { return }
        let text = ASCII.trimmed(header[header.index(after: equals)...])
        guard !text.contains(","), let dash = text.firstIndex(of: "-") else { return }
        let (first, last) = (String(text[..<dash]), String(text[text.index(after: dash)...]))
        if first.isEmpty {
            guard let count = ASCII.decimal(last) else { return }
            self = count == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - count)..<size)
            return
        }
        guard let start = ASCII.decimal(first), let end = last.isEmpty ? Int.max : ASCII.decimal(last), end >= start
        else { return }
        self = start >= size ? .unsatisfiable : .part(start..<min(size, end == .max ? size : end + 1))
    }
}
