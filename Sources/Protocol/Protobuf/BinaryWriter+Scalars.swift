extension BinaryWriter {
    @inlinable public mutating func writeUInt64(_ value: UInt64) { writeVarint(value) }

    @inlinable public mutating func writeInt64(_ value: Int64) { writeVarint(UInt64(bitPattern: value)) }

    @inlinable public mutating func writeUInt32(_ value: UInt32) { writeVarint(UInt64(value)) }

    /// Negative values take ten bytes, as the encoding demands.
    @inlinable public mutating func writeInt32(_ value: Int32) { writeVarint(UInt64(bitPattern: Int64(value))) }

    /// Writes a zigzag varint.
    @inlinable
    public mutating func writeSInt64(_ value: Int64) { writeVarint(UInt64(bitPattern: (value << 1) ^ (value >> 63))) }

    /// Writes a zigzag varint.
    @inlinable
    public mutating func writeSInt32(_ value: Int32) {
        writeVarint(UInt64(UInt32(bitPattern: (value << 1) ^ (value >> 31))))
    }

    @inlinable public mutating func writeBool(_ value: Bool) { writeVarint(value ? 1 : 0) }

    @inlinable
    public mutating func writeFixed32(_ value: UInt32) {
        reserve(4)
        head -= 4
        head.storeBytes(of: value.littleEndian, as: UInt32.self)
    }

    @inlinable
    public mutating func writeFixed64(_ value: UInt64) {
        reserve(8)
        head -= 8
        head.storeBytes(of: value.littleEndian, as: UInt64.self)
    }

    @inlinable public mutating func writeSFixed32(_ value: Int32) { writeFixed32(UInt32(bitPattern: value)) }

    @inlinable public mutating func writeSFixed64(_ value: Int64) { writeFixed64(UInt64(bitPattern: value)) }

    @inlinable public mutating func writeFloat(_ value: Float) { writeFixed32(value.bitPattern) }

    @inlinable public mutating func writeDouble(_ value: Double) { writeFixed64(value.bitPattern) }

    @inlinable public mutating func writeEnum<Value: ProtobufEnum>(_ value: Value) { writeInt32(value.rawValue) }

    /// Writes a string with its length.
    @inlinable
    public mutating func writeString(_ value: String) {
        let before = count
        var string = value
        string.withUTF8 { append(UnsafeRawBufferPointer($0)) }
        writeLength(since: before)
    }

    /// Writes bytes with their length.
    @inlinable
    public mutating func writeBytes(_ value: [UInt8]) {
        append(value)
        writeVarint(UInt64(value.count))
    }
}
