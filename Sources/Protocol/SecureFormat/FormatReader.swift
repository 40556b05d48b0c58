/// Reads the presentation language of TLS (RFC 8446 §3): big-endian numbers, bytes of a fixed count, and vectors
/// behind their length. Strict: one value has one encoding, and every length is compared with its bounds and with what
/// is there before anything is taken.
public struct FormatReader {
    private let bytes: [UInt8]
    private var position: Int
    private let end: Int

    public init(_ bytes: [UInt8]) {
        self.init(bytes, from: 0, to: bytes.count)
    }

    private init(_ bytes: [UInt8], from position: Int, to end: Int) {
        self.bytes = bytes
        self.position = position
        self.end = end
    }

    /// Bytes that are still to be read.
    public var remaining: Int { end - position }

    // MARK: Numbers (§3.3)

    public mutating func uint8() throws(FormatError) -> UInt8 { UInt8(truncatingIfNeeded: try number(1)) }

    public mutating func uint16() throws(FormatError) -> UInt16 { UInt16(truncatingIfNeeded: try number(2)) }

    public mutating func uint32() throws(FormatError) -> UInt32 { UInt32(truncatingIfNeeded: try number(4)) }

    public mutating func uint64() throws(FormatError) -> UInt64 { try number(8) }

    private mutating func number(_ byteCount: Int) throws(FormatError) -> UInt64 {
        var value: UInt64 = 0
        for byte in try take(byteCount) { value = value << 8 | UInt64(byte) }
        return value
    }

    // MARK: Bytes and vectors (§3.4)

    /// `opaque name[count]`.
    public mutating func fixed(_ count: Int) throws(FormatError) -> [UInt8] {
        Array(try take(count))
    }

    /// `opaque name<lowerBound..upperBound>`.
    public mutating func opaque(_ lengths: ClosedRange<Int>) throws(FormatError) -> [UInt8] {
        let count = try length(lengths)
        return Array(try take(count))
    }

    /// The elements of `name<lowerBound..upperBound>`, bounds in bytes; call `finish` on what is returned.
    public mutating func vector(_ lengths: ClosedRange<Int>) throws(FormatError) -> FormatReader {
        let count = try length(lengths)
        let inside = try take(count)
        return FormatReader(bytes, from: inside.startIndex, to: inside.endIndex)
    }

    /// Nothing is left.
    public func finish() throws(FormatError) {
        guard position == end else { throw .trailingBytes }
    }

    private mutating func length(_ lengths: ClosedRange<Int>) throws(FormatError) -> Int {
        // Compared as 64 bits: on a machine of 32, a length of four bytes need not be an Int.
        let length = try number(FormatWidth.ofLength(upTo: lengths.upperBound))
        guard length >= UInt64(lengths.lowerBound), length <= UInt64(lengths.upperBound) else { throw .length }
        return Int(length)
    }

    private mutating func take(_ count: Int) throws(FormatError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= remaining else { throw .truncated }
        defer { position += count }
        return bytes[position..<position + count]
    }
}
