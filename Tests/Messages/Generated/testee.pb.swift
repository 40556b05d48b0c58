// Generated from testee.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import Protobuf

public struct WireFormat: ProtobufEnum {
    public static let unspecified = Self(rawValue: 0)
    public static let protobuf = Self(rawValue: 1)
    public static let json = Self(rawValue: 2)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .unspecified,
        .protobuf,
        .json,
    ]

    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public init?(wireName: UnsafeRawBufferPointer) {
        switch wireName.count {
        case 16:
            if JSONReader.matches(wireName, "WIRE_FORMAT_JSON") {
                self.init(rawValue: 2)
                return
            }
        case 20:
            if JSONReader.matches(wireName, "WIRE_FORMAT_PROTOBUF") {
                self.init(rawValue: 1)
                return
            }
        case 23:
            if JSONReader.matches(wireName, "WIRE_FORMAT_UNSPECIFIED") {
                self.init(rawValue: 0)
                return
            }
        default: break
        }
        return nil
    }

    public var wireName: StaticString? {
        switch rawValue {
        case 0: "WIRE_FORMAT_UNSPECIFIED"
        case 1: "WIRE_FORMAT_PROTOBUF"
        case 2: "WIRE_FORMAT_JSON"
        default: nil
        }
    }
}

public struct TesteeRequest: ProtobufMessage {
    public var payload: Payload?
    public var requestedOutputFormat: WireFormat = WireFormat(rawValue: 0)
    public var messageType: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        payload: Payload? = nil,
        requestedOutputFormat: WireFormat = WireFormat(rawValue: 0),
        messageType: String = ""
    ) {
        self.payload = payload
        self.requestedOutputFormat = requestedOutputFormat
        self.messageType = messageType
    }

    public enum Payload: Sendable, Equatable {
        case protobufPayload([UInt8])
        case jsonPayload(String)
        case otherPayload(String)
        case textPayload(String)
    }
}

extension TesteeRequest {
    public static let protobufName: StaticString = "martlet.test.TesteeRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: payload = .protobufPayload(try reader.readBytes())
                case 18: payload = .jsonPayload(try reader.readString())
                case 58: payload = .otherPayload(try reader.readString())
                case 66: payload = .textPayload(try reader.readString())
                case 24: requestedOutputFormat = try reader.readEnum(WireFormat.self)
                case 34: messageType = try reader.readString()
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
        if case .textPayload(let value)? = payload {
            writer.writeString(value)
            writer.writeTag(66)
        }
        if case .otherPayload(let value)? = payload {
            writer.writeString(value)
            writer.writeTag(58)
        }
        if !messageType.isEmpty {
            writer.writeString(messageType)
            writer.writeTag(34)
        }
        if requestedOutputFormat.rawValue != 0 {
            writer.writeEnum(requestedOutputFormat)
            writer.writeTag(24)
        }
        if case .jsonPayload(let value)? = payload {
            writer.writeString(value)
            writer.writeTag(18)
        }
        if case .protobufPayload(let value)? = payload {
            writer.writeBytes(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "protobufPayload"
        case 2: "jsonPayload"
        case 7: "otherPayload"
        case 8: "textPayload"
        case 3: "requestedOutputFormat"
        case 4: "messageType"
        default: nil
        }
    }
}

extension TesteeRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        var seenInPayload: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    if try !reader.readNull() {
                        guard seenInPayload == 0 || seenInPayload == field else { throw ProtobufError(.conflictingOneof) }
                        seenInPayload = field
                        payload = .protobufPayload(try reader.readBytes())
                    }
                case 2:
                    if try !reader.readNull() {
                        guard seenInPayload == 0 || seenInPayload == field else { throw ProtobufError(.conflictingOneof) }
                        seenInPayload = field
                        payload = .jsonPayload(try reader.readString())
                    }
                case 7:
                    if try !reader.readNull() {
                        guard seenInPayload == 0 || seenInPayload == field else { throw ProtobufError(.conflictingOneof) }
                        seenInPayload = field
                        payload = .otherPayload(try reader.readString())
                    }
                case 8:
                    if try !reader.readNull() {
                        guard seenInPayload == 0 || seenInPayload == field else { throw ProtobufError(.conflictingOneof) }
                        seenInPayload = field
                        payload = .textPayload(try reader.readString())
                    }
                case 3:
                    requestedOutputFormat =
                        try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(WireFormat.self)
                case 4: messageType = try reader.readNull() ? "" : reader.readString()
                default: try reader.skipValue()
                }
                field = 0
            }
        } catch {
            throw error.inside(Self.jsonName(of: field))
        }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        switch payload {
        case .protobufPayload(let value)?:
            writer.writeKey("protobufPayload")
            writer.writeBytes(value)
        case .jsonPayload(let value)?:
            writer.writeKey("jsonPayload")
            writer.writeString(value)
        case .otherPayload(let value)?:
            writer.writeKey("otherPayload")
            writer.writeString(value)
        case .textPayload(let value)?:
            writer.writeKey("textPayload")
            writer.writeString(value)
        case nil: break
        }
        writer.writeKey("requestedOutputFormat")
        writer.writeEnum(requestedOutputFormat)
        writer.writeKey("messageType")
        writer.writeString(messageType)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 11:
            if JSONReader.matches(key, "jsonPayload") { return 2 }
            if JSONReader.matches(key, "textPayload") { return 8 }
            if JSONReader.matches(key, "messageType") { return 4 }
        case 12:
            if JSONReader.matches(key, "json_payload") { return 2 }
            if JSONReader.matches(key, "otherPayload") { return 7 }
            if JSONReader.matches(key, "text_payload") { return 8 }
            if JSONReader.matches(key, "message_type") { return 4 }
        case 13:
            if JSONReader.matches(key, "other_payload") { return 7 }
        case 15:
            if JSONReader.matches(key, "protobufPayload") { return 1 }
        case 16:
            if JSONReader.matches(key, "protobuf_payload") { return 1 }
        case 21:
            if JSONReader.matches(key, "requestedOutputFormat") { return 3 }
        case 23:
            if JSONReader.matches(key, "requested_output_format") { return 3 }
        default: break
        }
        return 0
    }
}

public struct TesteeResponse: ProtobufMessage {
    public var result: Result?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(result: Result? = nil) {
        self.result = result
    }

    public enum Result: Sendable, Equatable {
        case parseError(String)
        case runtimeError(String)
        case protobufPayload([UInt8])
        case jsonPayload(String)
        case skipped(String)
        case serializeError(String)
    }
}

extension TesteeResponse {
    public static let protobufName: StaticString = "martlet.test.TesteeResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: result = .parseError(try reader.readString())
                case 18: result = .runtimeError(try reader.readString())
                case 26: result = .protobufPayload(try reader.readBytes())
                case 34: result = .jsonPayload(try reader.readString())
                case 42: result = .skipped(try reader.readString())
                case 50: result = .serializeError(try reader.readString())
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
        if case .serializeError(let value)? = result {
            writer.writeString(value)
            writer.writeTag(50)
        }
        if case .skipped(let value)? = result {
            writer.writeString(value)
            writer.writeTag(42)
        }
        if case .jsonPayload(let value)? = result {
            writer.writeString(value)
            writer.writeTag(34)
        }
        if case .protobufPayload(let value)? = result {
            writer.writeBytes(value)
            writer.writeTag(26)
        }
        if case .runtimeError(let value)? = result {
            writer.writeString(value)
            writer.writeTag(18)
        }
        if case .parseError(let value)? = result {
            writer.writeString(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "parseError"
        case 2: "runtimeError"
        case 3: "protobufPayload"
        case 4: "jsonPayload"
        case 5: "skipped"
        case 6: "serializeError"
        default: nil
        }
    }
}

extension TesteeResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        var seenInResult: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    if try !reader.readNull() {
                        guard seenInResult == 0 || seenInResult == field else { throw ProtobufError(.conflictingOneof) }
                        seenInResult = field
                        result = .parseError(try reader.readString())
                    }
                case 2:
                    if try !reader.readNull() {
                        guard seenInResult == 0 || seenInResult == field else { throw ProtobufError(.conflictingOneof) }
                        seenInResult = field
                        result = .runtimeError(try reader.readString())
                    }
                case 3:
                    if try !reader.readNull() {
                        guard seenInResult == 0 || seenInResult == field else { throw ProtobufError(.conflictingOneof) }
                        seenInResult = field
                        result = .protobufPayload(try reader.readBytes())
                    }
                case 4:
                    if try !reader.readNull() {
                        guard seenInResult == 0 || seenInResult == field else { throw ProtobufError(.conflictingOneof) }
                        seenInResult = field
                        result = .jsonPayload(try reader.readString())
                    }
                case 5:
                    if try !reader.readNull() {
                        guard seenInResult == 0 || seenInResult == field else { throw ProtobufError(.conflictingOneof) }
                        seenInResult = field
                        result = .skipped(try reader.readString())
                    }
                case 6:
                    if try !reader.readNull() {
                        guard seenInResult == 0 || seenInResult == field else { throw ProtobufError(.conflictingOneof) }
                        seenInResult = field
                        result = .serializeError(try reader.readString())
                    }
                default: try reader.skipValue()
                }
                field = 0
            }
        } catch {
            throw error.inside(Self.jsonName(of: field))
        }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        switch result {
        case .parseError(let value)?:
            writer.writeKey("parseError")
            writer.writeString(value)
        case .runtimeError(let value)?:
            writer.writeKey("runtimeError")
            writer.writeString(value)
        case .protobufPayload(let value)?:
            writer.writeKey("protobufPayload")
            writer.writeBytes(value)
        case .jsonPayload(let value)?:
            writer.writeKey("jsonPayload")
            writer.writeString(value)
        case .skipped(let value)?:
            writer.writeKey("skipped")
            writer.writeString(value)
        case .serializeError(let value)?:
            writer.writeKey("serializeError")
            writer.writeString(value)
        case nil: break
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 7:
            if JSONReader.matches(key, "skipped") { return 5 }
        case 10:
            if JSONReader.matches(key, "parseError") { return 1 }
        case 11:
            if JSONReader.matches(key, "parse_error") { return 1 }
            if JSONReader.matches(key, "jsonPayload") { return 4 }
        case 12:
            if JSONReader.matches(key, "runtimeError") { return 2 }
            if JSONReader.matches(key, "json_payload") { return 4 }
        case 13:
            if JSONReader.matches(key, "runtime_error") { return 2 }
        case 14:
            if JSONReader.matches(key, "serializeError") { return 6 }
        case 15:
            if JSONReader.matches(key, "protobufPayload") { return 3 }
            if JSONReader.matches(key, "serialize_error") { return 6 }
        case 16:
            if JSONReader.matches(key, "protobuf_payload") { return 3 }
        default: break
        }
        return 0
    }
}
