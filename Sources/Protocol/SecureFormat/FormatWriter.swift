/// Writes what `FormatReader` reads.
public struct FormatWriter {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    // MARK: Numbers (RFC 8446 §3.3)

    public mutating func uint8(_ value: UInt8) { bytes.append(value) }

    public mutating func uint16(_ value: UInt16) { number(UInt64(value), 2) }

    public mutating func uint32(_ value: UInt32) { number(UInt64(value), 4) }

    public mutating func uint64(_ value: UInt64) { number(value, 8) }

    private mutating func number(_ value: UInt64, _ byteCount: Int) {
        for index in (0..<byteCount).reversed() {
            bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index)))
        }
    }

    // MARK: Bytes and vectors (RFC 8446 §3.4)

    /// `opaque name[count]`. Throws `.length` for any other count.
    public mutating func fixed(_ content: [UInt8], _ count: Int) throws(FormatError) {
        guard content.count == count else { throw .length }
        bytes.append(contentsOf: content)
    }

    /// `opaque name<lowerBound..upperBound>`. Throws `.length` outside of the bounds.
    public mutating func opaque(_ content: [UInt8], _ lengths: ClosedRange<Int>) throws(FormatError) {
        guard lengths.contains(content.count) else { throw .length }
        number(UInt64(content.count), FormatWidth.ofLength(upTo: lengths.upperBound))
        bytes.append(contentsOf: content)
    }

    /// `opaque label<1..255>`: in front of all that is signed, hashed or authenticated (docs/encryption.md).
    public mutating func label(_ text: StaticString) throws(FormatError) {
        try opaque(text.withUTF8Buffer { Array($0) }, 1...255)
    }

    /// `name<lowerBound..upperBound>` with the elements that `body` writes.
    public mutating func vector(
        _ lengths: ClosedRange<Int>, _ body: (inout FormatWriter) throws(FormatError) -> Void
    ) throws(FormatError) {
        var inside = FormatWriter()
        try body(&inside)
        try opaque(inside.bytes, lengths)
    }
}
