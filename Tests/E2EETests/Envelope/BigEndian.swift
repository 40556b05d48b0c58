/// Numbers and vectors of the presentation language, written apart from the product's writer.
enum BigEndian {
    static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }

    /// Behind a length of one byte.
    static func short(_ content: [UInt8]) -> [UInt8] { [UInt8(truncatingIfNeeded: content.count)] + content }

    /// Behind a length of two bytes.
    static func long(_ content: [UInt8]) -> [UInt8] { bytes(UInt16(truncatingIfNeeded: content.count)) + content }

    static func label(_ text: String) -> [UInt8] { short(Array(text.utf8)) }

    /// An extension with so many bytes of data.
    static func ext(_ type: UInt16, _ byteCount: Int = 0) -> [UInt8] {
        bytes(type) + long([UInt8](repeating: 7, count: byteCount))
    }
}
