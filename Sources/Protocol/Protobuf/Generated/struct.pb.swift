// Generated from google/protobuf/struct.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.

/// `google.protobuf.NullValue`.
public struct ProtobufNullValue: ProtobufEnum {
    public static let nullValue = Self(rawValue: 0)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .nullValue,
    ]

    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public init?(wireName: UnsafeRawBufferPointer) {
        switch wireName.count {
        case 10:
            if JSONReader.matches(wireName, "NULL_VALUE") {
                self.init(rawValue: 0)
                return
            }
        default: break
        }
        return nil
    }

    public var wireName: StaticString? {
        switch rawValue {
        case 0: "NULL_VALUE"
        default: nil
        }
    }
}

/// `google.protobuf.Struct`.
public struct ProtobufStruct: ProtobufMessage {
    public var fields: [String: ProtobufValue] = [:]
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(fields: [String: ProtobufValue] = [:]) {
        self.fields = fields
    }
}

extension ProtobufStruct {
    public static let protobufName: StaticString = "google.protobuf.Struct"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10:
                    var key: String = ""
                    var value: ProtobufValue = ProtobufValue()
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 10: key = try reader.readString()
                        case 18: value = try reader.readMessage(ProtobufValue.self)
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    fields[key] = value
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
        for (key, value) in fields {
            let before = writer.count
            writer.writeMessage(value)
            writer.writeTag(18)
            writer.writeString(key)
            writer.writeTag(10)
            writer.writeLength(since: before)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "fields"
        default: nil
        }
    }
}


/// `google.protobuf.Value`.
public struct ProtobufValue: ProtobufMessage {
    public var kind: Kind?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(kind: Kind? = nil) {
        self.kind = kind
    }

    public enum Kind: Sendable, Equatable {
        case nullValue(ProtobufNullValue)
        case numberValue(Double)
        case stringValue(String)
        case boolValue(Bool)
        indirect case structValue(ProtobufStruct)
        indirect case listValue(ProtobufListValue)
    }
}

extension ProtobufValue {
    public static let protobufName: StaticString = "google.protobuf.Value"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: kind = .nullValue(try reader.readNullValue())
                case 17: kind = .numberValue(try reader.readDouble())
                case 26: kind = .stringValue(try reader.readString())
                case 32: kind = .boolValue(try reader.readBool())
                case 42:
                    var value = ProtobufStruct()
                    if case .structValue(let earlier)? = kind { value = earlier }
                    try reader.readMessage(into: &value)
                    kind = .structValue(value)
                case 50:
                    var value = ProtobufListValue()
                    if case .listValue(let earlier)? = kind { value = earlier }
                    try reader.readMessage(into: &value)
                    kind = .listValue(value)
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
        if case .listValue(let value)? = kind {
            writer.writeMessage(value)
            writer.writeTag(50)
        }
        if case .structValue(let value)? = kind {
            writer.writeMessage(value)
            writer.writeTag(42)
        }
        if case .boolValue(let value)? = kind {
            writer.writeBool(value)
            writer.writeTag(32)
        }
        if case .stringValue(let value)? = kind {
            writer.writeString(value)
            writer.writeTag(26)
        }
        if case .numberValue(let value)? = kind {
            writer.writeDouble(value)
            writer.writeTag(17)
        }
        if case .nullValue(let value)? = kind {
            writer.writeNullValue(value)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "nullValue"
        case 2: "numberValue"
        case 3: "stringValue"
        case 4: "boolValue"
        case 5: "structValue"
        case 6: "listValue"
        default: nil
        }
    }
}


/// `google.protobuf.ListValue`.
public struct ProtobufListValue: ProtobufMessage {
    public var values: [ProtobufValue] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(values: [ProtobufValue] = []) {
        self.values = values
    }
}

extension ProtobufListValue {
    public static let protobufName: StaticString = "google.protobuf.ListValue"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: values.append(try reader.readMessage(ProtobufValue.self))
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
        for value in values.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "values"
        default: nil
        }
    }
}

