// Generated from google/protobuf/any.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.

/// `google.protobuf.Any`.
public struct ProtobufAny: ProtobufMessage {
    public var typeURL: String = ""
    public var value: [UInt8] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(typeURL: String = "", value: [UInt8] = []) {
        self.typeURL = typeURL
        self.value = value
    }
}

extension ProtobufAny {
    public static let protobufName: StaticString = "google.protobuf.Any"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: typeURL = try reader.readString()
                case 18: self.value = try reader.readBytes()
                default: try reader.readUnknown(tag, from: start, into: &unknownFields)
                }
                tag = 0
            }
        } catch {
            throw error.inside(Self.jsonName(of: tag >> 3))
        }
    }

    public func write(to writer: inout BinaryWriter) {
        writer.append(unknownFields)
        if !self.value.isEmpty {
            writer.writeBytes(self.value)
            writer.writeTag(18)
        }
        if !typeURL.isEmpty {
            writer.writeString(typeURL)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "typeUrl"
        case 2: "value"
        default: nil
        }
    }
}

