// Generated from martlet/v1/events.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import Protobuf

public struct ChatMember: ProtobufMessage {
    public var userID: UInt64 = 0
    public var role: MemberRole = MemberRole(rawValue: 0)
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(userID: UInt64 = 0, role: MemberRole = MemberRole(rawValue: 0)) {
        self.userID = userID
        self.role = role
    }
}

extension ChatMember {
    public static let protobufName: StaticString = "martlet.v1.ChatMember"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 16: role = try reader.readEnum(MemberRole.self)
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
        if role.rawValue != 0 {
            writer.writeEnum(role)
            writer.writeTag(16)
        }
        if userID != 0 {
            writer.writeUInt64(userID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "userId"
        case 2: "role"
        default: nil
        }
    }
}

extension ChatMember {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: role = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(MemberRole.self)
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
        writer.writeKey("userId")
        writer.writeUInt64(userID)
        writer.writeKey("role")
        writer.writeEnum(role)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "role") { return 2 }
        case 6:
            if JSONReader.matches(key, "userId") { return 1 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 1 }
        default: break
        }
        return 0
    }
}

/// An entry is durable.
public struct EntryAppended: ProtobufMessage {
    public var entry: Entry?
    public var memberVersion: UInt64 = 0
    /// The socket that sent it and is answered with `message.accepted` in its place; 0 when there is none.
    public var originSocket: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(entry: Entry? = nil, memberVersion: UInt64 = 0, originSocket: UInt64 = 0) {
        self.entry = entry
        self.memberVersion = memberVersion
        self.originSocket = originSocket
    }
}

extension EntryAppended {
    public static let protobufName: StaticString = "martlet.v1.EntryAppended"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10:
                    var value = entry ?? Entry()
                    try reader.readMessage(into: &value)
                    entry = value
                case 16: memberVersion = try reader.readUInt64()
                case 24: originSocket = try reader.readUInt64()
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
        if originSocket != 0 {
            writer.writeUInt64(originSocket)
            writer.writeTag(24)
        }
        if memberVersion != 0 {
            writer.writeUInt64(memberVersion)
            writer.writeTag(16)
        }
        if let value = entry {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "entry"
        case 2: "memberVersion"
        case 3: "originSocket"
        default: nil
        }
    }
}

extension EntryAppended {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: entry = try reader.readNull() ? nil : reader.readMessage(Entry.self)
                case 2: memberVersion = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: originSocket = try reader.readNull() ? 0 : reader.readUInt64()
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
        if let value = entry {
            writer.writeKey("entry")
            writer.writeMessage(value)
        }
        writer.writeKey("memberVersion")
        writer.writeUInt64(memberVersion)
        writer.writeKey("originSocket")
        writer.writeUInt64(originSocket)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "entry") { return 1 }
        case 12:
            if JSONReader.matches(key, "originSocket") { return 3 }
        case 13:
            if JSONReader.matches(key, "memberVersion") { return 2 }
            if JSONReader.matches(key, "origin_socket") { return 3 }
        case 14:
            if JSONReader.matches(key, "member_version") { return 2 }
        default: break
        }
        return 0
    }
}

/// A chat has been created. Comes before its first entry.
public struct ChatCreated: ProtobufMessage {
    public var chat: Chat?
    public var members: [ChatMember] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chat: Chat? = nil, members: [ChatMember] = []) {
        self.chat = chat
        self.members = members
    }
}

extension ChatCreated {
    public static let protobufName: StaticString = "martlet.v1.ChatCreated"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10:
                    var value = chat ?? Chat()
                    try reader.readMessage(into: &value)
                    chat = value
                case 18: members.append(try reader.readMessage(ChatMember.self))
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
        for value in members.reversed() {
            writer.writeMessage(value)
            writer.writeTag(18)
        }
        if let value = chat {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "chat"
        case 2: "members"
        default: nil
        }
    }
}

extension ChatCreated {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chat = try reader.readNull() ? nil : reader.readMessage(Chat.self)
                case 2:
                    members = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            members.append(try reader.readMessage(ChatMember.self))
                        }
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
        if let value = chat {
            writer.writeKey("chat")
            writer.writeMessage(value)
        }
        writer.writeKey("members")
        writer.beginArray()
        for value in members {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "chat") { return 1 }
        case 7:
            if JSONReader.matches(key, "members") { return 2 }
        default: break
        }
        return 0
    }
}

public struct Event: ProtobufMessage {
    public var body: Body?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(body: Body? = nil) {
        self.body = body
    }

    public enum Body: Sendable, Equatable {
        case chatCreated(ChatCreated)
        case entryAppended(EntryAppended)
    }
}

extension Event {
    public static let protobufName: StaticString = "martlet.v1.Event"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10:
                    var value = ChatCreated()
                    if case .chatCreated(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .chatCreated(value)
                case 18:
                    var value = EntryAppended()
                    if case .entryAppended(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .entryAppended(value)
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
        if case .entryAppended(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(18)
        }
        if case .chatCreated(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "chatCreated"
        case 2: "entryAppended"
        default: nil
        }
    }
}

extension Event {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        var seenInBody: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .chatCreated(try reader.readMessage(ChatCreated.self))
                    }
                case 2:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .entryAppended(try reader.readMessage(EntryAppended.self))
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
        switch body {
        case .chatCreated(let value)?:
            writer.writeKey("chatCreated")
            writer.writeMessage(value)
        case .entryAppended(let value)?:
            writer.writeKey("entryAppended")
            writer.writeMessage(value)
        case nil: break
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 11:
            if JSONReader.matches(key, "chatCreated") { return 1 }
        case 12:
            if JSONReader.matches(key, "chat_created") { return 1 }
        case 13:
            if JSONReader.matches(key, "entryAppended") { return 2 }
        case 14:
            if JSONReader.matches(key, "entry_appended") { return 2 }
        default: break
        }
        return 0
    }
}
