extension JSONReader {
    /// A string's bytes between the quotes, and whether there are escapes among them. Every escape is complete and
    /// known; surrogates are not checked.
    @inlinable
    mutating func scanString() throws(ProtobufError) -> (raw: UnsafeRawBufferPointer, hasEscapes: Bool) {
        let first = try peek()
        guard first == ASCII.quote else { throw mismatch(first) }
        let start = offset &+ 1
        var hasEscapes = false
        var index = start
        while index < bytes.count {
            if bytes.count &- index >= 8 {
                let plain = plainBytes(at: index)
                index &+= plain
                if plain == 8 { continue }
            }
            let byte = bytes[index]
            if byte == ASCII.quote {
                offset = index &+ 1
                return (slice(from: start, to: index), hasEscapes)
            }
            guard byte >= ASCII.space else { throw ProtobufError(.syntax) }
            if byte == ASCII.backslash {
                hasEscapes = true
                index = try endOfEscape(at: index)
            } else {
                index &+= 1
            }
        }
        throw ProtobufError(.truncated)
    }

    /// How many of the next eight bytes come before the first quote, backslash or control character.
    @inlinable
    func plainBytes(at index: Int) -> Int {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        return Self.specialBytes(word).trailingZeroBitCount / 8
    }

    /// The highest bit of each byte that is a quote, a backslash or a control character; the lowest such bit is right,
    /// those above it may be there by mistake. 0 when there is no such byte.
    @inlinable @inline(__always)
    static func specialBytes(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ (ones &* UInt64(ASCII.quote))
        let backslashes = word ^ (ones &* UInt64(ASCII.backslash))
        // Subtracting borrows into a byte's highest bit when the byte is less than what is subtracted.
        let found =
            ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
            | ((word &- ones &* UInt64(ASCII.space)) & ~word)
        return found & (ones &* 0x80)
    }

    /// The offset behind the escape that begins at `start`.
    @usableFromInline
    func endOfEscape(at start: Int) throws(ProtobufError) -> Int {
        guard start + 1 < bytes.count else { throw ProtobufError(.truncated) }
        if Self.plainEscape(bytes[start + 1]) != nil { return start + 2 }
        guard bytes[start + 1] == UInt8(ascii: "u") else { throw ProtobufError(.syntax) }
        for index in start + 2..<start + 6 {
            guard index < bytes.count else { throw ProtobufError(.truncated) }
            guard Self.hexDigit(bytes[index]) != nil else { throw ProtobufError(.syntax) }
        }
        return start + 6
    }

    /// A string's bytes with its escapes resolved, valid until the next string is read.
    @inlinable
    mutating func readText() throws(ProtobufError) -> UnsafeRawBufferPointer {
        let (raw, hasEscapes) = try scanString()
        return hasEscapes ? try unescape(raw) : raw
    }

    /// Resolves escapes, of which none makes the text longer.
    @usableFromInline
    mutating func unescape(_ raw: UnsafeRawBufferPointer) throws(ProtobufError) -> UnsafeRawBufferPointer {
        if unescaped.count < raw.count {
            unescaped.deallocate()
            unescaped = .allocate(byteCount: max(raw.count, 64), alignment: 1)
        }
        var source = 0
        var target = 0
        while source < raw.count {
            let byte = raw[source]
            if byte != ASCII.backslash {
                unescaped[target] = byte
                source += 1
                target += 1
                continue
            }
            guard source + 1 < raw.count else { throw ProtobufError(.syntax) }
            if let plain = Self.plainEscape(raw[source + 1]) {
                unescaped[target] = plain
                source += 2
                target += 1
                continue
            }
            for unit in try Self.unicodeEscape(raw, at: &source).utf8 {
                unescaped[target] = unit
                target += 1
            }
        }
        return UnsafeRawBufferPointer(rebasing: unescaped[..<target])
    }

    /// The byte that an escape other than `\u` stands for.
    private static func plainEscape(_ letter: UInt8) -> UInt8? {
        switch letter {
        case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): ASCII.lineFeed
        case UInt8(ascii: "r"): ASCII.carriageReturn
        case UInt8(ascii: "t"): ASCII.tab
        default: nil
        }
    }

    private static func hexDigit(_ letter: UInt8) -> UInt32? {
        switch letter {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(letter - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(letter - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(letter - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    /// The scalar that one `\u` escape, or a surrogate pair of them, stands for.
    private static func unicodeEscape(
        _ raw: UnsafeRawBufferPointer, at offset: inout Int
    ) throws(ProtobufError) -> Unicode.Scalar {
        let first = try codeUnit(raw, at: &offset)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00 else { throw ProtobufError(.invalidUTF8) }
        let second = try codeUnit(raw, at: &offset)
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw ProtobufError(.invalidUTF8) }
        return scalar
    }

    private static func codeUnit(_ raw: UnsafeRawBufferPointer, at offset: inout Int) throws(ProtobufError) -> UInt32 {
        guard offset + 6 <= raw.count, raw[offset] == ASCII.backslash, raw[offset + 1] == UInt8(ascii: "u") else {
            throw ProtobufError(.invalidUTF8)
        }
        var unit: UInt32 = 0
        for index in offset + 2..<offset + 6 {
            guard let digit = hexDigit(raw[index]) else { throw ProtobufError(.syntax) }
            unit = unit << 4 | digit
        }
        offset += 6
        return unit
    }

    /// A string.
    @inlinable
    public mutating func readString() throws(ProtobufError) -> String {
        try String(validatingUTF8: try readText())
    }

    /// Bytes in base64 (RFC 4648 §4) or base64url (§5), with or without padding.
    public mutating func readBytes() throws(ProtobufError) -> [UInt8] {
        var text = try readText()
        if text.count % 4 == 0, text.last == ASCII.equals {
            text = UnsafeRawBufferPointer(rebasing: text.dropLast())
            if text.last == ASCII.equals { text = UnsafeRawBufferPointer(rebasing: text.dropLast()) }
        }
        guard text.count % 4 != 1 else { throw ProtobufError(.invalidBase64) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.count / 4 * 3 + 2)
        var pending: UInt32 = 0
        var bits: UInt32 = 0
        for letter in text {
            guard let digit = Self.base64Value(letter) else { throw ProtobufError(.invalidBase64) }
            pending = pending << 6 | digit
            bits += 6
            if bits >= 8 {
                bits -= 8
                decoded.append(UInt8(truncatingIfNeeded: pending >> bits))
            }
        }
        return decoded
    }

    private static func base64Value(_ letter: UInt8) -> UInt32? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(letter - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(letter - UInt8(ascii: "a") + 26)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(letter - UInt8(ascii: "0") + 52)
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    @inlinable
    public mutating func readBool() throws(ProtobufError) -> Bool {
        switch try peek() {
        case UInt8(ascii: "t"):
            try expect("true")
            return true
        case UInt8(ascii: "f"):
            try expect("false")
            return false
        case let other: throw mismatch(other)
        }
    }

    /// An enum's value, by name or by number. Numbers that this build does not know are taken.
    @inlinable
    public mutating func readEnum<Value: ProtobufEnum>(_: Value.Type) throws(ProtobufError) -> Value {
        guard try peek() == ASCII.quote else { return Value(rawValue: try readInt32()) }
        guard let value = Value(wireName: try readText()) else { throw ProtobufError(.unknownEnumName) }
        return value
    }
}
