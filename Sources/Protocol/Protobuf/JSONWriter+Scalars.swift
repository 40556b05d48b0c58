extension JSONWriter {
    @inlinable
    mutating func writeDigits(_ value: UInt64) {
        reserve(20)
        if value < 10 {
            put(ASCII.zero &+ UInt8(truncatingIfNeeded: value))
            return
        }
        let length = Self.digitCount(of: value)
        used &+= length
        var offset = used
        var rest = value
        while rest >= 100 {
            let hundreds = rest / 100
            let pair = rest &- hundreds &* 100
            offset &-= 2
            putPair(pair, at: offset)
            rest = hundreds
        }
        if rest >= 10 {
            putPair(rest, at: offset &- 2)
        } else {
            let digit = ASCII.zero &+ UInt8(truncatingIfNeeded: rest)
            base.storeBytes(of: digit, toByteOffset: offset &- 1, as: UInt8.self)
        }
    }

    /// Two digits of a number below 100.
    @inlinable @inline(__always)
    mutating func putPair(_ pair: UInt64, at offset: Int) {
        let tens = pair / 10
        let digits = (0x3030 &+ tens) | ((pair &- tens &* 10) &<< 8)
        base.storeBytes(of: UInt16(truncatingIfNeeded: digits).littleEndian, toByteOffset: offset, as: UInt16.self)
    }

    @inlinable
    static func digitCount(of value: UInt64) -> Int {
        var count = 1
        var rest = value
        while rest >= 10_000 {
            rest /= 10_000
            count &+= 4
        }
        return count &+ (rest >= 10 ? 1 : 0) &+ (rest >= 100 ? 1 : 0) &+ (rest >= 1_000 ? 1 : 0)
    }

    /// Appends the last `width` decimal digits of `value`, with leading zeros.
    mutating func writeDigits(_ value: UInt32, width: Int) {
        reserve(width)
        var rest = value
        var offset = used + width
        used = offset
        while offset > used - width {
            offset -= 1
            let digit = UInt8(truncatingIfNeeded: rest % 10)
            base.storeBytes(of: ASCII.zero &+ digit, toByteOffset: offset, as: UInt8.self)
            rest /= 10
        }
    }

    /// Appends a point and 3, 6 or 9 digits, or nothing when there is no fraction.
    mutating func writeFraction(nanoseconds: UInt32) {
        guard nanoseconds > 0 else { return }
        append(ASCII.period)
        if nanoseconds % 1_000_000 == 0 {
            writeDigits(nanoseconds / 1_000_000, width: 3)
        } else if nanoseconds % 1000 == 0 {
            writeDigits(nanoseconds / 1000, width: 6)
        } else {
            writeDigits(nanoseconds, width: 9)
        }
    }

    @inlinable
    mutating func writeSignedDigits(_ value: Int64) {
        if value < 0 { append(ASCII.minus) }
        writeDigits(value.magnitude)
    }

    @inlinable public mutating func writeUInt32(_ value: UInt32) { writeDigits(UInt64(value)) }

    @inlinable public mutating func writeInt32(_ value: Int32) { writeSignedDigits(Int64(value)) }

    /// 64-bit integers are strings: JavaScript's numbers hold 53 bits.
    @inlinable
    public mutating func writeUInt64(_ value: UInt64) {
        append(ASCII.quote)
        writeDigits(value)
        append(ASCII.quote)
    }

    /// 64-bit integers are strings: JavaScript's numbers hold 53 bits.
    @inlinable
    public mutating func writeInt64(_ value: Int64) {
        append(ASCII.quote)
        writeSignedDigits(value)
        append(ASCII.quote)
    }

    @inlinable public mutating func writeSInt32(_ value: Int32) { writeInt32(value) }

    @inlinable public mutating func writeSInt64(_ value: Int64) { writeInt64(value) }

    @inlinable public mutating func writeFixed32(_ value: UInt32) { writeUInt32(value) }

    @inlinable public mutating func writeFixed64(_ value: UInt64) { writeUInt64(value) }

    @inlinable public mutating func writeSFixed32(_ value: Int32) { writeInt32(value) }

    @inlinable public mutating func writeSFixed64(_ value: Int64) { writeInt64(value) }

    @inlinable public mutating func writeBool(_ value: Bool) { append(value ? "true" : "false") }

    @inlinable public mutating func writeNull() { append("null") }

    /// NaN and the infinities, which JSON's numbers lack, are strings.
    public mutating func writeDouble(_ value: Double) {
        writeFloatingPoint(value.isFinite ? value.description : nil, isNaN: value.isNaN, isNegative: value < 0)
    }

    /// NaN and the infinities, which JSON's numbers lack, are strings.
    public mutating func writeFloat(_ value: Float) {
        writeFloatingPoint(value.isFinite ? value.description : nil, isNaN: value.isNaN, isNegative: value < 0)
    }

    private mutating func writeFloatingPoint(_ finite: String?, isNaN: Bool, isNegative: Bool) {
        if var finite {
            finite.withUTF8 { append(UnsafeRawBufferPointer($0)) }
        } else if isNaN {
            append("\"NaN\"")
        } else {
            append(isNegative ? "\"-Infinity\"" : "\"Infinity\"")
        }
    }

    /// The name, or the number of a value that this build does not know.
    @inlinable
    public mutating func writeEnum<Value: ProtobufEnum>(_ value: Value) {
        if let name = value.wireName {
            writeName(name)
        } else {
            writeInt32(value.rawValue)
        }
    }

    /// Begins a member of the open object whose name is not known when the contract is compiled: a map's key.
    @inlinable
    public mutating func writeMapKey(_ key: String) {
        writeSeparator()
        writeString(key)
        append(ASCII.colon)
    }

    /// Begins a member of the open object whose name is a map's key.
    @inlinable
    public mutating func writeMapKey(_ key: some BinaryInteger & Sendable) {
        writeMapKey(String(key))
    }

    /// Begins a member of the open object whose name is a map's key.
    @inlinable
    public mutating func writeMapKey(_ key: Bool) {
        writeMapKey(key ? "true" : "false")
    }
}
