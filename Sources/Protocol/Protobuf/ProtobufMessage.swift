/// A message of the contract, in both of its encodings.
public protocol ProtobufMessage: Sendable, Equatable {
    init()
    /// The full name in the contract, such as `martlet.v1.Chat`.
    static var protobufName: StaticString { get }
    /// Reads fields up to the reader's end into this message.
    mutating func merge(from reader: inout BinaryReader) throws(ProtobufError)
    /// Writes the fields in front of what `writer` holds.
    func write(to writer: inout BinaryWriter)
    /// Reads one JSON value into this message. Fields that the JSON does not name keep their values.
    mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError)
    /// Appends this message as one JSON value.
    func writeJSON(to writer: inout JSONWriter)
}

extension ProtobufMessage {
    /// Reads the binary encoding.
    @inlinable
    public init(protobuf bytes: UnsafeRawBufferPointer) throws(ProtobufError) {
        self.init()
        var reader = BinaryReader(bytes)
        try merge(from: &reader)
    }

    /// Reads the binary encoding.
    @inlinable
    public init(protobuf bytes: [UInt8]) throws(ProtobufError) {
        self = try bytes.withUnsafeBufferPointer { (buffer) throws(ProtobufError) -> Self in
            try Self(protobuf: UnsafeRawBufferPointer(buffer))
        }
    }

    /// The binary encoding.
    public func protobufBytes() -> [UInt8] {
        var writer = BinaryWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// Reads a JSON document.
    @inlinable
    public init(json document: UnsafeRawBufferPointer) throws(ProtobufError) {
        self.init()
        var reader = JSONReader(document)
        try mergeJSON(from: &reader)
        try reader.finish()
    }

    /// Reads a JSON document.
    @inlinable
    public init(json document: [UInt8]) throws(ProtobufError) {
        self = try document.withUnsafeBufferPointer { (buffer) throws(ProtobufError) -> Self in
            try Self(json: UnsafeRawBufferPointer(buffer))
        }
    }

    /// Reads a JSON document in which an `Any` may hold messages of these types.
    public init(json document: [UInt8], types: ProtobufTypes) throws(ProtobufError) {
        self = try document.withUnsafeBufferPointer { (buffer) throws(ProtobufError) -> Self in
            var message = Self()
            var reader = JSONReader(UnsafeRawBufferPointer(buffer))
            reader.types = types
            try message.mergeJSON(from: &reader)
            try reader.finish()
            return message
        }
    }

    /// The message as a JSON document that writes out messages of these types inside an `Any`.
    public func jsonBytes(types: ProtobufTypes) -> [UInt8] {
        var writer = JSONWriter()
        writer.types = types
        writeJSON(to: &writer)
        return writer.bytes
    }

    /// The message as a JSON document.
    public func jsonBytes() -> [UInt8] {
        var writer = JSONWriter()
        writeJSON(to: &writer)
        return writer.bytes
    }

    /// Reads a whole JSON document into this message. Fields that it does not name keep their values.
    ///
    /// A document that is not UTF-8 is refused, wherever in it that is (RFC 8259 §8.1).
    public mutating func mergeJSON(_ document: [UInt8]) throws(ProtobufError) {
        let before = self
        self = try document.withUnsafeBufferPointer { (buffer) throws(ProtobufError) -> Self in
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: buffer.span)
            } catch {
                throw ProtobufError(.invalidUTF8)
            }
            var merged = before
            var reader = JSONReader(UnsafeRawBufferPointer(buffer))
            try merged.mergeJSON(from: &reader)
            try reader.finish()
            return merged
        }
    }
}
