// Any JSON, as messages.

extension ProtobufStruct {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while let key = try reader.nextKey() {
            let name = try JSONReader.stringMapKey(key)
            fields[name] = try reader.readMessage(ProtobufValue.self)
        }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        for (name, value) in fields {
            writer.writeMapKey(name)
            writer.writeMessage(value)
        }
        writer.endObject()
    }
}

extension ProtobufListValue {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginArray()
        while try reader.nextElement() { values.append(try reader.readMessage(ProtobufValue.self)) }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginArray()
        for value in values {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
    }
}

extension ProtobufValue {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        switch try reader.peek() {
        case UInt8(ascii: "n"): kind = .nullValue(try reader.readNullValue())
        case UInt8(ascii: "t"), UInt8(ascii: "f"): kind = .boolValue(try reader.readBool())
        case ASCII.quote: kind = .stringValue(try reader.readString())
        case ASCII.openBrace: kind = .structValue(try reader.readMessage(ProtobufStruct.self))
        case ASCII.openBracket: kind = .listValue(try reader.readMessage(ProtobufListValue.self))
        default: kind = .numberValue(try reader.readDouble())
        }
    }

    /// A value of no kind is null, and so is a number that JSON cannot say.
    public func writeJSON(to writer: inout JSONWriter) {
        switch kind {
        case .numberValue(let number)? where number.isFinite: writer.writeDouble(number)
        case .stringValue(let string)?: writer.writeString(string)
        case .boolValue(let bool)?: writer.writeBool(bool)
        case .structValue(let object)?: writer.writeMessage(object)
        case .listValue(let list)?: writer.writeMessage(list)
        case .nullValue?: writer.writeNull()
        default:
            writer.isFaithful = false
            writer.writeNull()
        }
    }
}

extension JSONReader {
    /// `google.protobuf.NullValue`: null, or the value's name or number.
    public mutating func readNullValue() throws(ProtobufError) -> ProtobufNullValue {
        try readNull() ? .nullValue : readEnum(ProtobufNullValue.self)
    }
}

extension JSONWriter {
    public mutating func writeNullValue(_: ProtobufNullValue) { writeNull() }
}

extension BinaryReader {
    public mutating func readNullValue() throws(ProtobufError) -> ProtobufNullValue {
        try readEnum(ProtobufNullValue.self)
    }
}

extension BinaryWriter {
    public mutating func writeNullValue(_ value: ProtobufNullValue) { writeEnum(value) }
}
