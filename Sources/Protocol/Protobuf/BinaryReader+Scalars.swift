extension BinaryReader {
    @inlinable public mutating func readUInt64() throws(ProtobufError) -> UInt64 { try readVarint() }

    @inlinable public mutating func readInt64() throws(ProtobufError) -> Int64 { Int64(bitPattern: try readVarint()) }

    /// Longer varints are cut to 32 bits, as the encoding demands.
    @inlinable
    public mutating func readUInt32() throws(ProtobufError) -> UInt32 { UInt32(truncatingIfNeeded: try readVarint()) }

    /// Longer varints are cut to 32 bits, as the encoding demands.
    @inlinable
    public mutating func readInt32() throws(ProtobufError) -> Int32 { Int32(truncatingIfNeeded: try readVarint()) }

    /// A zigzag varint.
    @inlinable
    public mutating func readSInt64() throws(ProtobufError) -> Int64 {
        let value = try readVarint()
        return Int64(bitPattern: value >> 1) ^ (0 &- Int64(bitPattern: value & 1))
    }

    /// A zigzag varint.
    @inlinable
    public mutating func readSInt32() throws(ProtobufError) -> Int32 {
        let value = try readUInt32()
        return Int32(bitPattern: value >> 1) ^ (0 &- Int32(bitPattern: value & 1))
    }

    @inlinable public mutating func readBool() throws(ProtobufError) -> Bool { try readVarint() != 0 }

    @inlinable
    public mutating func readFixed32() throws(ProtobufError) -> UInt32 {
        guard end &- offset >= 4 else { throw ProtobufError(.truncated) }
        let value = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        offset &+= 4
        return UInt32(littleEndian: value)
    }

    @inlinable
    public mutating func readFixed64() throws(ProtobufError) -> UInt64 {
        guard end &- offset >= 8 else { throw ProtobufError(.truncated) }
        let value = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        offset &+= 8
        return UInt64(littleEndian: value)
    }

    @inlinable
    public mutating func readSFixed32() throws(ProtobufError) -> Int32 { Int32(bitPattern: try readFixed32()) }

    @inlinable
    public mutating func readSFixed64() throws(ProtobufError) -> Int64 { Int64(bitPattern: try readFixed64()) }

    @inlinable
    public mutating func readFloat() throws(ProtobufError) -> Float { Float(bitPattern: try readFixed32()) }

    @inlinable
    public mutating func readDouble() throws(ProtobufError) -> Double { Double(bitPattern: try readFixed64()) }

    @inlinable
    public mutating func readEnum<Value: ProtobufEnum>(_: Value.Type) throws(ProtobufError) -> Value {
        Value(rawValue: try readInt32())
    }

    @inlinable
    public mutating func readString() throws(ProtobufError) -> String {
        try String(validatingUTF8: try readSlice())
    }

    @inlinable public mutating func readBytes() throws(ProtobufError) -> [UInt8] { Array(try readSlice()) }
}
