/// Hides the length of what is sealed: a byte 0x80, then zeros up to `paddedByteCount`.
public enum Padding {
    private static let marker: UInt8 = 0x80

    /// The padded length of so many bytes. With the marker there is always one more to hide.
    ///
    /// - Parameter byteCount: at most `Int.max / 4`.
    public static func paddedByteCount(_ byteCount: Int) -> Int {
        Int(truncatingIfNeeded: Padme.padded(UInt64(byteCount) + 1))
    }

    /// - Parameter maximum: of the bytes of `content`.
    public static func pad(_ content: [UInt8], maximum: Int) throws(PaddingFailure) -> [UInt8] {
        guard content.count <= maximum else { throw PaddingFailure() }
        var padded = content
        let count = paddedByteCount(content.count)
        padded.reserveCapacity(count)
        padded.append(marker)
        padded.append(contentsOf: repeatElement(0, count: count - padded.count))
        return padded
    }

    /// Takes back what `pad` did, and nothing else: content has one padded form.
    ///
    /// Which bytes are read depends on how many there are alone, so that the time does not tell where in its bucket
    /// the length lies before all is decided.
    ///
    /// - Parameter maximum: of the bytes of the content.
    public static func unpad(_ padded: [UInt8], maximum: Int) throws(PaddingFailure) -> [UInt8] {
        guard padded.count <= paddedByteCount(maximum) else { throw PaddingFailure() }
        let end = lastThatIsNotZero(padded)
        guard end.byte == marker, end.position <= maximum, paddedByteCount(end.position) == padded.count else {
            throw PaddingFailure()
        }
        return Array(padded[..<end.position])
    }

    /// Looks at as many bytes as padding can have, without a branch on any.
    private static func lastThatIsNotZero(_ bytes: [UInt8]) -> (position: Int, byte: UInt8) {
        let paddingMax = Int(
            truncatingIfNeeded: max(Padme.byteCountMin, Padme.granularity(UInt64(bytes.count))))
        var (position, byte, isAfter): (UInt32, UInt32, UInt32) = (0, 0, 0)
        for index in (max(0, bytes.count - paddingMax)..<bytes.count).reversed() {
            let value = UInt32(bytes[index])
            let isNotZero = (value &+ 0xff) &>> 8
            let isIt = 0 &- (isNotZero & ~isAfter)
            position |= UInt32(truncatingIfNeeded: index) & isIt
            byte |= value & isIt
            isAfter |= isNotZero
        }
        return (Int(position), UInt8(truncatingIfNeeded: byte))
    }
}
