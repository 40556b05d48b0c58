extension ProtobufEmpty {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}
