extension JSONWriter {
    /// Appends a string with its quotes.
    @inlinable
    public mutating func writeString(_ value: String) {
        var string = value
        string.withUTF8 { writeString(utf8: UnsafeRawBufferPointer($0)) }
    }

    /// Appends a string with its quotes that needs no escapes.
    @inlinable
    public mutating func writeName(_ name: StaticString) {
        append(ASCII.quote)
        append(name)
        append(ASCII.quote)
    }

    /// Appends a string with its quotes. The bytes must be UTF-8.
    public mutating func writeString(utf8 bytes: UnsafeRawBufferPointer) {
        reserve(bytes.count + 2)
        put(ASCII.quote)
        var index = 0
        while index < bytes.count {
            if bytes.count &- index >= 8 {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if JSONReader.specialBytes(UInt64(littleEndian: word)) == 0 {
                    base.storeBytes(of: word, toByteOffset: used, as: UInt64.self)
                    used &+= 8
                    index &+= 8
                    continue
                }
            }
            let byte = bytes[index]
            index &+= 1
            if byte >= ASCII.space && byte != ASCII.quote && byte != ASCII.backslash {
                put(byte)
            } else {
                // The longest escape, what is left of the string, and the closing quote.
                reserve(6 + (bytes.count - index) + 1)
                putEscape(byte)
            }
        }
        put(ASCII.quote)
    }

    /// The caller has reserved six bytes.
    private mutating func putEscape(_ byte: UInt8) {
        put(ASCII.backslash)
        switch byte {
        case ASCII.quote, ASCII.backslash: put(byte)
        case ASCII.lineFeed: put(UInt8(ascii: "n"))
        case ASCII.carriageReturn: put(UInt8(ascii: "r"))
        case ASCII.tab: put(UInt8(ascii: "t"))
        default:
            put(UInt8(ascii: "u"))
            put(ASCII.zero)
            put(ASCII.zero)
            put(ASCII.zero &+ (byte >> 4))
            let low = byte & 15
            put(low < 10 ? ASCII.zero &+ low : UInt8(ascii: "a") &+ (low &- 10))
        }
    }

    /// Appends bytes as a base64 string: RFC 4648 §4, with padding.
    public mutating func writeBytes(_ value: [UInt8]) {
        reserve((value.count + 2) / 3 * 4 + 2)
        put(ASCII.quote)
        var index = 0
        while index + 2 < value.count {
            putBase64(UInt32(value[index]) << 16 | UInt32(value[index + 1]) << 8 | UInt32(value[index + 2]), digits: 4)
            index += 3
        }
        if index + 1 == value.count {
            putBase64(UInt32(value[index]) << 16, digits: 2)
        } else if index + 2 == value.count {
            putBase64(UInt32(value[index]) << 16 | UInt32(value[index + 1]) << 8, digits: 3)
        }
        put(ASCII.quote)
    }

    /// Three bytes as `digits` digits and padding. The caller has reserved four bytes.
    private mutating func putBase64(_ triple: UInt32, digits: Int) {
        var shift: UInt32 = 18
        for position in 0..<4 {
            put(position < digits ? Self.base64Digit(UInt8(truncatingIfNeeded: triple >> shift & 63)) : ASCII.equals)
            shift = shift &- 6
        }
    }

    private static func base64Digit(_ value: UInt8) -> UInt8 {
        switch value {
        case 0..<26: UInt8(ascii: "A") &+ value
        case 26..<52: UInt8(ascii: "a") &+ (value &- 26)
        case 52..<62: UInt8(ascii: "0") &+ (value &- 52)
        case 62: ASCII.plus
        default: UInt8(ascii: "/")
        }
    }
}
