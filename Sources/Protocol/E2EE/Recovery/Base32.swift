/// RFC 4648 §6, without padding: for counts of bytes that are multiples of five.
enum Base32 {
    private static let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

    /// ASCII: eight letters for five bytes.
    static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        let letters = alphabet.withUTF8Buffer { Array($0) }
        var text: [UInt8] = []
        var (bits, bitCount): (UInt32, UInt32) = (0, 0)
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            bitCount += 8
            while bitCount >= 5 {
                bitCount -= 5
                text.append(letters[Int(bits >> bitCount & 31)])
            }
        }
        return text
    }

    /// - Parameter values: of the letters, eight for five bytes, each below 32.
    static func decoded(_ values: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        var (bits, bitCount): (UInt32, UInt32) = (0, 0)
        for value in values {
            bits = bits << 5 | UInt32(value)
            bitCount += 5
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> bitCount))
            }
        }
        return bytes
    }

    /// What a letter stands for, be it large or small.
    static func value(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - UInt8(ascii: "a")
        case UInt8(ascii: "2")...UInt8(ascii: "7"): letter - UInt8(ascii: "2") + 26
        default: nil
        }
    }
}
