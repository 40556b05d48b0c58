// Generated from google/protobuf/empty.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.

/// `google.protobuf.Empty`.
public struct ProtobufEmpty: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension ProtobufEmpty {
    public static let protobufName: StaticString = "google.protobuf.Empty"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        while !reader.isAtEnd {
            let start = reader.position
            try reader.readUnknown(try reader.readTag(), from: start, into: &unknownFields)
        }
    }

    public func write(to writer: inout BinaryWriter) {
        writer.append(unknownFields)
    }
}

