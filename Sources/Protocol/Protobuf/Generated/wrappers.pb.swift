// Generated from google/protobuf/wrappers.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.

/// `google.protobuf.DoubleValue`.
public struct DoubleValue: ProtobufMessage {
    public var value: Double = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(value: Double = 0) {
        self.value = value
    }
}

extension DoubleValue {
    public static let protobufName: StaticString = "google.protobuf.DoubleValue"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 9: self.value = try reader.readDouble()
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
        if self.value.bitPattern != 0 {
            writer.writeDouble(self.value)
            writer.writeTag(9)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "value"
        default: nil
        }
    }
}


/// `google.protobuf.FloatValue`.
public struct FloatValue: ProtobufMessage {
    public var value: Float = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(value: Float = 0) {
        self.value = value
    }
}

extension FloatValue {
    public static let protobufName: StaticString = "google.protobuf.FloatValue"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 13: self.value = try reader.readFloat()
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
        if self.value.bitPattern != 0 {
            writer.writeFloat(self.value)
            writer.writeTag(13)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "value"
        default: nil
        }
    }
}


/// `google.protobuf.Int64Value`.
public struct Int64Value: ProtobufMessage {
    public var value: Int64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(value: Int64 = 0) {
        self.value = value
    }
}

extension Int64Value {
    public static let protobufName: StaticString = "google.protobuf.Int64Value"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: self.value = try reader.readInt64()
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
        if self.value != 0 {
            writer.writeInt64(self.value)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "value"
        default: nil
        }
    }
}


/// `google.protobuf.UInt64Value`.
public struct UInt64Value: ProtobufMessage {
    public var value: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(value: UInt64 = 0) {
        self.value = value
    }
}

extension UInt64Value {
    public static let protobufName: StaticString = "google.protobuf.UInt64Value"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: self.value = try reader.readUInt64()
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
        if self.value != 0 {
            writer.writeUInt64(self.value)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "value"
        default: nil
        }
    }
}


/// `google.protobuf.Int32Value`.
public struct Int32Value: ProtobufMessage {
    public var value: Int32 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(value: Int32 = 0) {
        self.value = value
    }
}

extension Int32Value {
    public static let protobufName: StaticString = "google.protobuf.Int32Value"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: self.value = try reader.readInt32()
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
        if self.value != 0 {
            writer.writeInt32(self.value)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "value"
        default: nil
        }
    }
}


/// `google.protobuf.UInt32Value`.
public struct UInt32Value: ProtobufMessage {
    public var value: UInt32 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(value: UInt32 = 0) {
        self.value = value
    }
}

extension UInt32Value {
    public static let protobufName: StaticString = "google.protobuf.UInt32Value"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: self.value = try reader.readUInt32()
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
        if self.value != 0 {
            writer.writeUInt32(self.value)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "value"
        default: nil
        }
    }
}


/// `google.protobuf.BoolValue`.
public struct BoolValue: ProtobufMessage {
    public var value: Bool = false
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(value: Bool = false) {
        self.value = value
    }
}

extension BoolValue {
    public static let protobufName: StaticString = "google.protobuf.BoolValue"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: self.value = try reader.readBool()
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
        if self.value {
            writer.writeBool(self.value)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "value"
        default: nil
        }
    }
}


/// `google.protobuf.StringValue`.
public struct StringValue: ProtobufMessage {
    public var value: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(value: String = "") {
        self.value = value
    }
}

extension StringValue {
    public static let protobufName: StaticString = "google.protobuf.StringValue"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: self.value = try reader.readString()
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
            writer.writeString(self.value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "value"
        default: nil
        }
    }
}


/// `google.protobuf.BytesValue`.
public struct BytesValue: ProtobufMessage {
    public var value: [UInt8] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(value: [UInt8] = []) {
        self.value = value
    }
}

extension BytesValue {
    public static let protobufName: StaticString = "google.protobuf.BytesValue"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: self.value = try reader.readBytes()
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
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "value"
        default: nil
        }
    }
}

