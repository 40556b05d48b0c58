// The JSON of a wrapper is that of its value. Null is the field's, not the wrapper's.

extension BoolValue {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        value = try reader.readBool()
    }
    public func writeJSON(to writer: inout JSONWriter) { writer.writeBool(value) }
}

extension BytesValue {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        value = try reader.readBytes()
    }
    public func writeJSON(to writer: inout JSONWriter) { writer.writeBytes(value) }
}

extension DoubleValue {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        value = try reader.readDouble()
    }
    public func writeJSON(to writer: inout JSONWriter) { writer.writeDouble(value) }
}

extension FloatValue {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        value = try reader.readFloat()
    }
    public func writeJSON(to writer: inout JSONWriter) { writer.writeFloat(value) }
}

extension Int32Value {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        value = try reader.readInt32()
    }
    public func writeJSON(to writer: inout JSONWriter) { writer.writeInt32(value) }
}

extension Int64Value {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        value = try reader.readInt64()
    }
    public func writeJSON(to writer: inout JSONWriter) { writer.writeInt64(value) }
}

extension StringValue {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        value = try reader.readString()
    }
    public func writeJSON(to writer: inout JSONWriter) { writer.writeString(value) }
}

extension UInt32Value {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        value = try reader.readUInt32()
    }
    public func writeJSON(to writer: inout JSONWriter) { writer.writeUInt32(value) }
}

extension UInt64Value {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        value = try reader.readUInt64()
    }
    public func writeJSON(to writer: inout JSONWriter) { writer.writeUInt64(value) }
}
