/// An integer as JSON spells it, before it is known which type has to hold it.
@usableFromInline
struct JSONInteger {
    @usableFromInline var isNegative: Bool
    @usableFromInline var magnitude: UInt64

    @inlinable
    init(isNegative: Bool, magnitude: UInt64) {
        self.isNegative = isNegative
        self.magnitude = magnitude
    }
}

extension JSONReader {
    /// An integer, quoted or not.
    @inlinable
    mutating func readInteger() throws(ProtobufError) -> JSONInteger {
        let isQuoted = try peek() == ASCII.quote
        var index = isQuoted ? offset &+ 1 : offset
        let isNegative = index < bytes.count && bytes[index] == ASCII.minus
        if isNegative { index &+= 1 }
        let first = index
        var magnitude: UInt64 = 0
        // Nineteen digits cannot overflow; numbers with more, and every other spelling, take the slow way.
        while index < bytes.count, index &- first < 19 {
            let digit = bytes[index] &- ASCII.zero
            guard digit < 10 else { break }
            magnitude = magnitude &* 10 &+ UInt64(digit)
            index &+= 1
        }
        let count = index &- first
        guard count == 1 || count > 1 && bytes[first] != ASCII.zero, index < bytes.count else {
            return try readUnusualInteger()
        }
        if isQuoted {
            guard bytes[index] == ASCII.quote else { return try readUnusualInteger() }
            index &+= 1
        } else if Self.continuesNumber(bytes[index]) {
            return try readUnusualInteger()
        }
        offset = index
        return JSONInteger(isNegative: isNegative, magnitude: magnitude)
    }

    @inlinable
    static func continuesNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), ASCII.period, ASCII.plus, ASCII.minus, UInt8(ascii: "e"),
            UInt8(ascii: "E"):
            true
        default: false
        }
    }

    /// An integer with twenty digits, an exponent or escapes; or something that is none.
    @usableFromInline
    mutating func readUnusualInteger() throws(ProtobufError) -> JSONInteger {
        let text = try readNumberText()
        let digits = text.first == ASCII.minus ? text.dropFirst() : text[...]
        if digits.allSatisfy({ $0 &- ASCII.zero < 10 }) {
            var magnitude: UInt64 = 0
            for digit in digits {
                let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
                let (sum, carry) = product.addingReportingOverflow(UInt64(digit &- ASCII.zero))
                guard !overflow, !carry else { throw ProtobufError(.outOfRange) }
                magnitude = sum
            }
            return JSONInteger(isNegative: digits.count < text.count, magnitude: magnitude)
        }
        let value = try Self.floatingPoint(text)
        // Above this a Double is no longer every integer, and the number read might not be the number written.
        guard value.magnitude <= 0x1p53 else { throw ProtobufError(.outOfRange) }
        let magnitude = UInt64(value.magnitude)
        guard Double(magnitude) == value.magnitude else { throw ProtobufError(.invalidNumber) }
        return JSONInteger(isNegative: value < 0, magnitude: magnitude)
    }

    /// The text of a number, quoted or not, which keeps JSON's grammar.
    private mutating func readNumberText() throws(ProtobufError) -> UnsafeRawBufferPointer {
        guard try peek() == ASCII.quote else { return try scanNumber() }
        let text = try readText()
        guard Self.endOfNumber(in: text, from: 0) == text.count else { throw ProtobufError(.invalidNumber) }
        return text
    }

    /// The text of a number that is not quoted.
    mutating func scanNumber() throws(ProtobufError) -> UnsafeRawBufferPointer {
        let first = try peek()
        guard first == ASCII.minus || first &- ASCII.zero < 10 else { throw mismatch(first) }
        let start = offset
        guard let end = Self.endOfNumber(in: bytes, from: start) else { throw ProtobufError(.invalidNumber) }
        if end < bytes.count, Self.continuesNumber(bytes[end]) { throw ProtobufError(.invalidNumber) }
        offset = end
        return slice(from: start, to: end)
    }

    /// Where the number that begins at `start` ends by JSON's grammar; nil when there is none.
    private static func endOfNumber(in text: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var index = start
        func skipDigits() -> Bool {
            let first = index
            while index < text.count, text[index] &- ASCII.zero < 10 { index += 1 }
            return index > first
        }
        if index < text.count, text[index] == ASCII.minus { index += 1 }
        if index < text.count, text[index] == ASCII.zero {
            index += 1
        } else if !skipDigits() {
            return nil
        }
        if index < text.count, text[index] == ASCII.period {
            index += 1
            guard skipDigits() else { return nil }
        }
        if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < text.count, text[index] == ASCII.plus || text[index] == ASCII.minus { index += 1 }
            guard skipDigits() else { return nil }
        }
        return index
    }

    private static func floatingPoint(_ text: UnsafeRawBufferPointer) throws(ProtobufError) -> Double {
        guard let value = Double(String(decoding: text, as: UTF8.self)) else { throw ProtobufError(.invalidNumber) }
        guard value.isFinite else { throw ProtobufError(.outOfRange) }
        return value
    }
}

// MARK: - Types

extension JSONReader {
    @inlinable
    public mutating func readUInt64() throws(ProtobufError) -> UInt64 {
        let integer = try readInteger()
        guard !integer.isNegative || integer.magnitude == 0 else { throw ProtobufError(.outOfRange) }
        return integer.magnitude
    }

    @inlinable
    public mutating func readInt64() throws(ProtobufError) -> Int64 {
        let integer = try readInteger()
        if integer.isNegative {
            guard integer.magnitude <= Int64.min.magnitude else { throw ProtobufError(.outOfRange) }
            return Int64(truncatingIfNeeded: 0 &- integer.magnitude)
        }
        guard let value = Int64(exactly: integer.magnitude) else { throw ProtobufError(.outOfRange) }
        return value
    }

    @inlinable
    public mutating func readUInt32() throws(ProtobufError) -> UInt32 {
        guard let value = UInt32(exactly: try readUInt64()) else { throw ProtobufError(.outOfRange) }
        return value
    }

    @inlinable
    public mutating func readInt32() throws(ProtobufError) -> Int32 {
        guard let value = Int32(exactly: try readInt64()) else { throw ProtobufError(.outOfRange) }
        return value
    }

    @inlinable public mutating func readSInt64() throws(ProtobufError) -> Int64 { try readInt64() }

    @inlinable public mutating func readSInt32() throws(ProtobufError) -> Int32 { try readInt32() }

    @inlinable public mutating func readFixed64() throws(ProtobufError) -> UInt64 { try readUInt64() }

    @inlinable public mutating func readFixed32() throws(ProtobufError) -> UInt32 { try readUInt32() }

    @inlinable public mutating func readSFixed64() throws(ProtobufError) -> Int64 { try readInt64() }

    @inlinable public mutating func readSFixed32() throws(ProtobufError) -> Int32 { try readInt32() }

    /// A number, or `NaN`, `Infinity` and `-Infinity` as strings.
    public mutating func readDouble() throws(ProtobufError) -> Double {
        guard try peek() == ASCII.quote else { return try Self.floatingPoint(try scanNumber()) }
        let text = try readText()
        if Self.matches(text, "NaN") { return .nan }
        if Self.matches(text, "Infinity") { return .infinity }
        if Self.matches(text, "-Infinity") { return -.infinity }
        guard Self.endOfNumber(in: text, from: 0) == text.count else { throw ProtobufError(.invalidNumber) }
        return try Self.floatingPoint(text)
    }

    /// A number, or `NaN`, `Infinity` and `-Infinity` as strings.
    public mutating func readFloat() throws(ProtobufError) -> Float {
        let double = try readDouble()
        let float = Float(double)
        guard float.isFinite == double.isFinite else { throw ProtobufError(.outOfRange) }
        return float
    }
}

// MARK: - Map keys

extension JSONReader {
    /// A map's key, which `nextKey()` gave.
    public static func stringMapKey(_ key: UnsafeRawBufferPointer) throws(ProtobufError) -> String {
        try String(validatingUTF8: key)
    }

    /// A map's key, which `nextKey()` gave.
    public static func integerMapKey<Key: FixedWidthInteger>(
        _ key: UnsafeRawBufferPointer
    ) throws(ProtobufError) -> Key {
        guard endOfNumber(in: key, from: 0) == key.count else { throw ProtobufError(.invalidNumber) }
        guard let value = Key(String(decoding: key, as: UTF8.self)) else { throw ProtobufError(.outOfRange) }
        return value
    }

    /// A map's key, which `nextKey()` gave.
    public static func boolMapKey(_ key: UnsafeRawBufferPointer) throws(ProtobufError) -> Bool {
        if matches(key, "true") { return true }
        if matches(key, "false") { return false }
        throw ProtobufError(.wrongType)
    }
}
