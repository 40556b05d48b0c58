/// The messages that the JSON of a `ProtobufAny` may carry: there a message is written out, so its type must be known.
public struct ProtobufTypes: Sendable {
    @usableFromInline var byName: [String: any ProtobufMessage.Type] = [:]

    /// Google's well-known types.
    public static let wellKnown = ProtobufTypes([
        BoolValue.self, BytesValue.self, DoubleValue.self, FieldMask.self, FloatValue.self, Int32Value.self,
        Int64Value.self, ProtobufAny.self, ProtobufDuration.self, ProtobufEmpty.self, ProtobufListValue.self,
        ProtobufStruct.self, ProtobufValue.self, StringValue.self, Timestamp.self, UInt32Value.self, UInt64Value.self,
    ])

    /// None: every reader and writer begins so.
    @inlinable
    public init() {}

    public init(_ types: [any ProtobufMessage.Type]) {
        insert(types)
    }

    public mutating func insert(_ types: [any ProtobufMessage.Type]) {
        for type in types { byName[type.protobufName.description] = type }
    }

    /// The message of this full name, such as `google.protobuf.Duration`.
    public subscript(name: some StringProtocol) -> (any ProtobufMessage.Type)? { byName[String(name)] }
}
