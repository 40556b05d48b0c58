// Generated from google/protobuf/field_mask.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.

/// `google.protobuf.FieldMask`.
public struct FieldMask: ProtobufMessage {
    public var paths: [String] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(paths: [String] = []) {
        self.paths = paths
    }
}

extension FieldMask {
    public static let protobufName: StaticString = "google.protobuf.FieldMask"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: paths.append(try reader.readString())
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
        for value in paths.reversed() {
            writer.writeString(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "paths"
        default: nil
        }
    }
}

