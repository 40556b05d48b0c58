// Generated from google/protobuf/duration.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.

/// `google.protobuf.Duration`.
public struct ProtobufDuration: ProtobufMessage {
    public var seconds: Int64 = 0
    public var nanos: Int32 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(seconds: Int64 = 0, nanos: Int32 = 0) {
        self.seconds = seconds
        self.nanos = nanos
    }
}

extension ProtobufDuration {
    public static let protobufName: StaticString = "google.protobuf.Duration"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: seconds = try reader.readInt64()
                case 16: nanos = try reader.readInt32()
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
        if nanos != 0 {
            writer.writeInt32(nanos)
            writer.writeTag(16)
        }
        if seconds != 0 {
            writer.writeInt64(seconds)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "seconds"
        case 2: "nanos"
        default: nil
        }
    }
}

