extension ProtobufAny {
    static let urlPrefix = "type.googleapis.com/"

    /// A message, packed.
    public init(_ message: some ProtobufMessage) {
        self.init(typeURL: Self.urlPrefix + type(of: message).protobufName.description, value: message.protobufBytes())
    }

    /// The message, if it is of this type; nil when it is of another.
    public func unpack<Message: ProtobufMessage>(as type: Message.Type) throws(ProtobufError) -> Message? {
        guard typeName == type.protobufName.description else { return nil }
        return try Message(protobuf: value)
    }

    /// What follows the last slash of the URL.
    private var typeName: Substring {
        typeURL.lastIndex(of: "/").map { typeURL[typeURL.index(after: $0)...] } ?? ""
    }

    /// `{"@type": <url>, <the message's own members>}`, or, for messages whose JSON is no plain object,
    /// `{"@type": <url>, "value": <the message>}`. The type must be one of the reader's `types`.
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        let document = try reader.readRawValue()
        guard let url = try Self.typeURL(of: document) else {
            // An empty object is an empty `Any`; anything else must say what it is.
            var empty = JSONReader(document, remainingDepth: reader.remainingDepth)
            try empty.beginObject()
            guard try empty.nextKey() == nil else { throw ProtobufError(.unknownType) }
            self = ProtobufAny()
            return
        }
        var packed = ProtobufAny(typeURL: url)
        guard let type = reader.types[packed.typeName] else { throw ProtobufError(.unknownType) }
        var message = type.init()
        // The object that is read here a second time is open in the reader's count no more.
        var inner = JSONReader(document, remainingDepth: reader.remainingDepth)
        inner.types = reader.types
        if message is any WrittenAsValue {
            try Self.mergeValue(into: &message, from: &inner)
        } else {
            try message.mergeJSON(from: &inner)
        }
        packed.value = message.protobufBytes()
        self = packed
    }

    private static func typeURL(of document: UnsafeRawBufferPointer) throws(ProtobufError) -> String? {
        var reader = JSONReader(document)
        var url: String?
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if JSONReader.matches(key, "@type") {
                url = try reader.readString()
            } else {
                try reader.skipValue()
            }
        }
        return url
    }

    private static func mergeValue(
        into message: inout any ProtobufMessage, from reader: inout JSONReader
    ) throws(ProtobufError) {
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if JSONReader.matches(key, "value") {
                try message.mergeJSON(from: &reader)
            } else {
                try reader.skipValue()
            }
        }
    }

    /// A message that cannot be read, or whose type is none of the writer's `types`, is written as its bytes.
    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        defer { writer.endObject() }
        guard !typeURL.isEmpty else { return }
        writer.writeKey("@type")
        writer.writeString(typeURL)
        guard let type = writer.types[typeName], let message = try? type.init(protobuf: value) else {
            writer.writeKey("value")
            writer.writeBytes(value)
            return
        }
        if message is any WrittenAsValue {
            writer.writeKey("value")
            message.writeJSON(to: &writer)
        } else {
            writer.writeMembers { (writer) in message.writeJSON(to: &writer) }
        }
    }
}

/// A message whose JSON is not an object of its own fields. Inside an `Any` it is the member `value`.
protocol WrittenAsValue: ProtobufMessage {}

extension BoolValue: WrittenAsValue {}
extension BytesValue: WrittenAsValue {}
extension DoubleValue: WrittenAsValue {}
extension FieldMask: WrittenAsValue {}
extension FloatValue: WrittenAsValue {}
extension Int32Value: WrittenAsValue {}
extension Int64Value: WrittenAsValue {}
extension ProtobufAny: WrittenAsValue {}
extension ProtobufDuration: WrittenAsValue {}
extension ProtobufEmpty: WrittenAsValue {}
extension ProtobufListValue: WrittenAsValue {}
extension ProtobufStruct: WrittenAsValue {}
extension ProtobufValue: WrittenAsValue {}
extension StringValue: WrittenAsValue {}
extension Timestamp: WrittenAsValue {}
extension UInt32Value: WrittenAsValue {}
extension UInt64Value: WrittenAsValue {}
