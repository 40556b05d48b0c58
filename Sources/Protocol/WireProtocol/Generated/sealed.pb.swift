// Generated from martlet/v1/sealed.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import Protobuf

/// Of entries of kind message and edit; an edit holds all that the message is from now on.
public struct MessageBody: ProtobufMessage {
    public var text: String = ""
    /// The message that this one answers.
    public var replyTo: ReplyReference?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(text: String = "", replyTo: ReplyReference? = nil) {
        self.text = text
        self.replyTo = replyTo
    }
}

extension MessageBody {
    public static let protobufName: StaticString = "martlet.v1.MessageBody"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: text = try reader.readString()
                case 18:
                    var value = replyTo ?? ReplyReference()
                    try reader.readMessage(into: &value)
                    replyTo = value
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
        if let value = replyTo {
            writer.writeMessage(value)
            writer.writeTag(18)
        }
        if !text.isEmpty {
            writer.writeString(text)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "text"
        case 2: "replyTo"
        default: nil
        }
    }
}

extension MessageBody {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: text = try reader.readNull() ? "" : reader.readString()
                case 2: replyTo = try reader.readNull() ? nil : reader.readMessage(ReplyReference.self)
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
        writer.writeKey("text")
        writer.writeString(text)
        if let value = replyTo {
            writer.writeKey("replyTo")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "text") { return 1 }
        case 7:
            if JSONReader.matches(key, "replyTo") { return 2 }
        case 8:
            if JSONReader.matches(key, "reply_to") { return 2 }
        default: break
        }
        return 0
    }
}

/// A message, named so that no server can put another in its place.
public struct ReplyReference: ProtobufMessage {
    /// Where the sender has seen it.
    public var seq: UInt64 = 0
    public var authorID: UInt64 = 0
    /// 16 bytes.
    public var clientID: [UInt8] = []
    /// SHA-256 of its header, 32 bytes.
    public var headerHash: [UInt8] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(seq: UInt64 = 0, authorID: UInt64 = 0, clientID: [UInt8] = [], headerHash: [UInt8] = []) {
        self.seq = seq
        self.authorID = authorID
        self.clientID = clientID
        self.headerHash = headerHash
    }
}

extension ReplyReference {
    public static let protobufName: StaticString = "martlet.v1.ReplyReference"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: seq = try reader.readUInt64()
                case 16: authorID = try reader.readUInt64()
                case 26: clientID = try reader.readBytes()
                case 34: headerHash = try reader.readBytes()
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
        if !headerHash.isEmpty {
            writer.writeBytes(headerHash)
            writer.writeTag(34)
        }
        if !clientID.isEmpty {
            writer.writeBytes(clientID)
            writer.writeTag(26)
        }
        if authorID != 0 {
            writer.writeUInt64(authorID)
            writer.writeTag(16)
        }
        if seq != 0 {
            writer.writeUInt64(seq)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "seq"
        case 2: "authorId"
        case 3: "clientId"
        case 4: "headerHash"
        default: nil
        }
    }
}

extension ReplyReference {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: seq = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: authorID = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: clientID = try reader.readNull() ? [] : reader.readBytes()
                case 4: headerHash = try reader.readNull() ? [] : reader.readBytes()
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
        writer.writeKey("seq")
        writer.writeUInt64(seq)
        writer.writeKey("authorId")
        writer.writeUInt64(authorID)
        writer.writeKey("clientId")
        writer.writeBytes(clientID)
        writer.writeKey("headerHash")
        writer.writeBytes(headerHash)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 3:
            if JSONReader.matches(key, "seq") { return 1 }
        case 8:
            if JSONReader.matches(key, "authorId") { return 2 }
            if JSONReader.matches(key, "clientId") { return 3 }
        case 9:
            if JSONReader.matches(key, "author_id") { return 2 }
            if JSONReader.matches(key, "client_id") { return 3 }
        case 10:
            if JSONReader.matches(key, "headerHash") { return 4 }
        case 11:
            if JSONReader.matches(key, "header_hash") { return 4 }
        default: break
        }
        return 0
    }
}

/// Of entries of kind reaction.
public struct ReactionBody: ProtobufMessage {
    public var emoji: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(emoji: String = "") {
        self.emoji = emoji
    }
}

extension ReactionBody {
    public static let protobufName: StaticString = "martlet.v1.ReactionBody"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: emoji = try reader.readString()
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
        if !emoji.isEmpty {
            writer.writeString(emoji)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "emoji"
        default: nil
        }
    }
}

extension ReactionBody {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: emoji = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("emoji")
        writer.writeString(emoji)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "emoji") { return 1 }
        default: break
        }
        return 0
    }
}

/// Of entries of kind chat: what the chat is called from now on.
public struct ChatProfileBody: ProtobufMessage {
    public var name: String = ""
    public var topic: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(name: String = "", topic: String = "") {
        self.name = name
        self.topic = topic
    }
}

extension ChatProfileBody {
    public static let protobufName: StaticString = "martlet.v1.ChatProfileBody"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: name = try reader.readString()
                case 18: topic = try reader.readString()
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
        if !topic.isEmpty {
            writer.writeString(topic)
            writer.writeTag(18)
        }
        if !name.isEmpty {
            writer.writeString(name)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "name"
        case 2: "topic"
        default: nil
        }
    }
}

extension ChatProfileBody {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: name = try reader.readNull() ? "" : reader.readString()
                case 2: topic = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("name")
        writer.writeString(name)
        writer.writeKey("topic")
        writer.writeString(topic)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "name") { return 1 }
        case 5:
            if JSONReader.matches(key, "topic") { return 2 }
        default: break
        }
        return 0
    }
}
