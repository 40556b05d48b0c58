// Generated from martlet/v1/frames.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import Protobuf

public struct SessionResume: ProtobufMessage {
    public var accessToken: String?
    public var inboxCursor: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(accessToken: String? = nil, inboxCursor: String = "") {
        self.accessToken = accessToken
        self.inboxCursor = inboxCursor
    }
}

extension SessionResume {
    public static let protobufName: StaticString = "martlet.v1.SessionResume"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: accessToken = try reader.readString()
                case 18: inboxCursor = try reader.readString()
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
        if !inboxCursor.isEmpty {
            writer.writeString(inboxCursor)
            writer.writeTag(18)
        }
        if let value = accessToken {
            writer.writeString(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "accessToken"
        case 2: "inboxCursor"
        default: nil
        }
    }
}

extension SessionResume {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: accessToken = try reader.readNull() ? nil : reader.readString()
                case 2: inboxCursor = try reader.readNull() ? "" : reader.readString()
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
        if let value = accessToken {
            writer.writeKey("accessToken")
            writer.writeString(value)
        }
        writer.writeKey("inboxCursor")
        writer.writeString(inboxCursor)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 11:
            if JSONReader.matches(key, "accessToken") { return 1 }
            if JSONReader.matches(key, "inboxCursor") { return 2 }
        case 12:
            if JSONReader.matches(key, "access_token") { return 1 }
            if JSONReader.matches(key, "inbox_cursor") { return 2 }
        default: break
        }
        return 0
    }
}

public struct SessionReady: ProtobufMessage {
    public var sessionID: UInt64 = 0
    public var deviceID: UInt64 = 0
    public var userID: UInt64 = 0
    public var heartbeatSeconds: UInt32 = 0
    public var serverTime: Timestamp?
    public var incarnation: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        sessionID: UInt64 = 0,
        deviceID: UInt64 = 0,
        userID: UInt64 = 0,
        heartbeatSeconds: UInt32 = 0,
        serverTime: Timestamp? = nil,
        incarnation: String = ""
    ) {
        self.sessionID = sessionID
        self.deviceID = deviceID
        self.userID = userID
        self.heartbeatSeconds = heartbeatSeconds
        self.serverTime = serverTime
        self.incarnation = incarnation
    }
}

extension SessionReady {
    public static let protobufName: StaticString = "martlet.v1.SessionReady"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: sessionID = try reader.readUInt64()
                case 16: deviceID = try reader.readUInt64()
                case 24: userID = try reader.readUInt64()
                case 32: heartbeatSeconds = try reader.readUInt32()
                case 42:
                    var value = serverTime ?? Timestamp()
                    try reader.readMessage(into: &value)
                    serverTime = value
                case 50: incarnation = try reader.readString()
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
        if !incarnation.isEmpty {
            writer.writeString(incarnation)
            writer.writeTag(50)
        }
        if let value = serverTime {
            writer.writeMessage(value)
            writer.writeTag(42)
        }
        if heartbeatSeconds != 0 {
            writer.writeUInt32(heartbeatSeconds)
            writer.writeTag(32)
        }
        if userID != 0 {
            writer.writeUInt64(userID)
            writer.writeTag(24)
        }
        if deviceID != 0 {
            writer.writeUInt64(deviceID)
            writer.writeTag(16)
        }
        if sessionID != 0 {
            writer.writeUInt64(sessionID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "sessionId"
        case 2: "deviceId"
        case 3: "userId"
        case 4: "heartbeatSeconds"
        case 5: "serverTime"
        case 6: "incarnation"
        default: nil
        }
    }
}

extension SessionReady {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: sessionID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: deviceID = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 4: heartbeatSeconds = try reader.readNull() ? 0 : reader.readUInt32()
                case 5: serverTime = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
                case 6: incarnation = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("sessionId")
        writer.writeUInt64(sessionID)
        writer.writeKey("deviceId")
        writer.writeUInt64(deviceID)
        writer.writeKey("userId")
        writer.writeUInt64(userID)
        writer.writeKey("heartbeatSeconds")
        writer.writeUInt32(heartbeatSeconds)
        if let value = serverTime {
            writer.writeKey("serverTime")
            writer.writeMessage(value)
        }
        writer.writeKey("incarnation")
        writer.writeString(incarnation)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "userId") { return 3 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 3 }
        case 8:
            if JSONReader.matches(key, "deviceId") { return 2 }
        case 9:
            if JSONReader.matches(key, "sessionId") { return 1 }
            if JSONReader.matches(key, "device_id") { return 2 }
        case 10:
            if JSONReader.matches(key, "session_id") { return 1 }
            if JSONReader.matches(key, "serverTime") { return 5 }
        case 11:
            if JSONReader.matches(key, "server_time") { return 5 }
            if JSONReader.matches(key, "incarnation") { return 6 }
        case 16:
            if JSONReader.matches(key, "heartbeatSeconds") { return 4 }
        case 17:
            if JSONReader.matches(key, "heartbeat_seconds") { return 4 }
        default: break
        }
        return 0
    }
}

public struct SessionRefresh: ProtobufMessage {
    /// Of the socket's own session.
    public var accessToken: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(accessToken: String = "") {
        self.accessToken = accessToken
    }
}

extension SessionRefresh {
    public static let protobufName: StaticString = "martlet.v1.SessionRefresh"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: accessToken = try reader.readString()
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
        if !accessToken.isEmpty {
            writer.writeString(accessToken)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "accessToken"
        default: nil
        }
    }
}

extension SessionRefresh {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: accessToken = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("accessToken")
        writer.writeString(accessToken)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 11:
            if JSONReader.matches(key, "accessToken") { return 1 }
        case 12:
            if JSONReader.matches(key, "access_token") { return 1 }
        default: break
        }
        return 0
    }
}

public struct SessionRefreshed: ProtobufMessage {
    /// The socket is closed then, unless another token has come.
    public var refreshBy: Timestamp?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(refreshBy: Timestamp? = nil) {
        self.refreshBy = refreshBy
    }
}

extension SessionRefreshed {
    public static let protobufName: StaticString = "martlet.v1.SessionRefreshed"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10:
                    var value = refreshBy ?? Timestamp()
                    try reader.readMessage(into: &value)
                    refreshBy = value
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
        if let value = refreshBy {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "refreshBy"
        default: nil
        }
    }
}

extension SessionRefreshed {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: refreshBy = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
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
        if let value = refreshBy {
            writer.writeKey("refreshBy")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 9:
            if JSONReader.matches(key, "refreshBy") { return 1 }
        case 10:
            if JSONReader.matches(key, "refresh_by") { return 1 }
        default: break
        }
        return 0
    }
}

public struct SyncHeads: ProtobufMessage {
    public var chats: [ChatHead] = []
    /// To be kept once the frame with `more: false` has come.
    public var inboxCursor: String = ""
    public var more: Bool = false
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chats: [ChatHead] = [], inboxCursor: String = "", more: Bool = false) {
        self.chats = chats
        self.inboxCursor = inboxCursor
        self.more = more
    }
}

extension SyncHeads {
    public static let protobufName: StaticString = "martlet.v1.SyncHeads"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: chats.append(try reader.readMessage(ChatHead.self))
                case 18: inboxCursor = try reader.readString()
                case 24: more = try reader.readBool()
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
        if more {
            writer.writeBool(more)
            writer.writeTag(24)
        }
        if !inboxCursor.isEmpty {
            writer.writeString(inboxCursor)
            writer.writeTag(18)
        }
        for value in chats.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "chats"
        case 2: "inboxCursor"
        case 3: "more"
        default: nil
        }
    }
}

extension SyncHeads {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    chats = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            chats.append(try reader.readMessage(ChatHead.self))
                        }
                    }
                case 2: inboxCursor = try reader.readNull() ? "" : reader.readString()
                case 3: more = try reader.readNull() ? false : reader.readBool()
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
        writer.writeKey("chats")
        writer.beginArray()
        for value in chats {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.writeKey("inboxCursor")
        writer.writeString(inboxCursor)
        writer.writeKey("more")
        writer.writeBool(more)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "more") { return 3 }
        case 5:
            if JSONReader.matches(key, "chats") { return 1 }
        case 11:
            if JSONReader.matches(key, "inboxCursor") { return 2 }
        case 12:
            if JSONReader.matches(key, "inbox_cursor") { return 2 }
        default: break
        }
        return 0
    }
}

public struct SyncPull: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var afterSeq: UInt64?
    public var beforeSeq: UInt64?
    public var limit: UInt32 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, afterSeq: UInt64? = nil, beforeSeq: UInt64? = nil, limit: UInt32 = 0) {
        self.chatID = chatID
        self.afterSeq = afterSeq
        self.beforeSeq = beforeSeq
        self.limit = limit
    }
}

extension SyncPull {
    public static let protobufName: StaticString = "martlet.v1.SyncPull"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: afterSeq = try reader.readUInt64()
                case 24: beforeSeq = try reader.readUInt64()
                case 32: limit = try reader.readUInt32()
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
        if limit != 0 {
            writer.writeUInt32(limit)
            writer.writeTag(32)
        }
        if let value = beforeSeq {
            writer.writeUInt64(value)
            writer.writeTag(24)
        }
        if let value = afterSeq {
            writer.writeUInt64(value)
            writer.writeTag(16)
        }
        if chatID != 0 {
            writer.writeUInt64(chatID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "chatId"
        case 2: "afterSeq"
        case 3: "beforeSeq"
        case 4: "limit"
        default: nil
        }
    }
}

extension SyncPull {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: afterSeq = try reader.readNull() ? nil : reader.readUInt64()
                case 3: beforeSeq = try reader.readNull() ? nil : reader.readUInt64()
                case 4: limit = try reader.readNull() ? 0 : reader.readUInt32()
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
        writer.writeKey("chatId")
        writer.writeUInt64(chatID)
        if let value = afterSeq {
            writer.writeKey("afterSeq")
            writer.writeUInt64(value)
        }
        if let value = beforeSeq {
            writer.writeKey("beforeSeq")
            writer.writeUInt64(value)
        }
        writer.writeKey("limit")
        writer.writeUInt32(limit)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "limit") { return 4 }
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
        case 8:
            if JSONReader.matches(key, "afterSeq") { return 2 }
        case 9:
            if JSONReader.matches(key, "after_seq") { return 2 }
            if JSONReader.matches(key, "beforeSeq") { return 3 }
        case 10:
            if JSONReader.matches(key, "before_seq") { return 3 }
        default: break
        }
        return 0
    }
}

public struct SyncPage: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var entries: [Entry] = []
    public var lastSeq: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, entries: [Entry] = [], lastSeq: UInt64 = 0) {
        self.chatID = chatID
        self.entries = entries
        self.lastSeq = lastSeq
    }
}

extension SyncPage {
    public static let protobufName: StaticString = "martlet.v1.SyncPage"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 18: entries.append(try reader.readMessage(Entry.self))
                case 24: lastSeq = try reader.readUInt64()
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
        if lastSeq != 0 {
            writer.writeUInt64(lastSeq)
            writer.writeTag(24)
        }
        for value in entries.reversed() {
            writer.writeMessage(value)
            writer.writeTag(18)
        }
        if chatID != 0 {
            writer.writeUInt64(chatID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "chatId"
        case 2: "entries"
        case 3: "lastSeq"
        default: nil
        }
    }
}

extension SyncPage {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2:
                    entries = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            entries.append(try reader.readMessage(Entry.self))
                        }
                    }
                case 3: lastSeq = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("chatId")
        writer.writeUInt64(chatID)
        writer.writeKey("entries")
        writer.beginArray()
        for value in entries {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.writeKey("lastSeq")
        writer.writeUInt64(lastSeq)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
            if JSONReader.matches(key, "entries") { return 2 }
            if JSONReader.matches(key, "lastSeq") { return 3 }
        case 8:
            if JSONReader.matches(key, "last_seq") { return 3 }
        default: break
        }
        return 0
    }
}

public struct MessageAccepted: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var clientID: String = ""
    public var messageID: String = ""
    /// 0 when there was nothing to change, so that no entry was written.
    public var seq: UInt64 = 0
    public var createdAt: Timestamp?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        chatID: UInt64 = 0,
        clientID: String = "",
        messageID: String = "",
        seq: UInt64 = 0,
        createdAt: Timestamp? = nil
    ) {
        self.chatID = chatID
        self.clientID = clientID
        self.messageID = messageID
        self.seq = seq
        self.createdAt = createdAt
    }
}

extension MessageAccepted {
    public static let protobufName: StaticString = "martlet.v1.MessageAccepted"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 18: clientID = try reader.readString()
                case 26: messageID = try reader.readString()
                case 32: seq = try reader.readUInt64()
                case 42:
                    var value = createdAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    createdAt = value
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
        if let value = createdAt {
            writer.writeMessage(value)
            writer.writeTag(42)
        }
        if seq != 0 {
            writer.writeUInt64(seq)
            writer.writeTag(32)
        }
        if !messageID.isEmpty {
            writer.writeString(messageID)
            writer.writeTag(26)
        }
        if !clientID.isEmpty {
            writer.writeString(clientID)
            writer.writeTag(18)
        }
        if chatID != 0 {
            writer.writeUInt64(chatID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "chatId"
        case 2: "clientId"
        case 3: "messageId"
        case 4: "seq"
        case 5: "createdAt"
        default: nil
        }
    }
}

extension MessageAccepted {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: clientID = try reader.readNull() ? "" : reader.readString()
                case 3: messageID = try reader.readNull() ? "" : reader.readString()
                case 4: seq = try reader.readNull() ? 0 : reader.readUInt64()
                case 5: createdAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
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
        writer.writeKey("chatId")
        writer.writeUInt64(chatID)
        writer.writeKey("clientId")
        writer.writeString(clientID)
        writer.writeKey("messageId")
        writer.writeString(messageID)
        writer.writeKey("seq")
        writer.writeUInt64(seq)
        if let value = createdAt {
            writer.writeKey("createdAt")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 3:
            if JSONReader.matches(key, "seq") { return 4 }
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
        case 8:
            if JSONReader.matches(key, "clientId") { return 2 }
        case 9:
            if JSONReader.matches(key, "client_id") { return 2 }
            if JSONReader.matches(key, "messageId") { return 3 }
            if JSONReader.matches(key, "createdAt") { return 5 }
        case 10:
            if JSONReader.matches(key, "message_id") { return 3 }
            if JSONReader.matches(key, "created_at") { return 5 }
        default: break
        }
        return 0
    }
}

public struct MessageNew: ProtobufMessage {
    public var entry: Entry?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(entry: Entry? = nil) {
        self.entry = entry
    }
}

extension MessageNew {
    public static let protobufName: StaticString = "martlet.v1.MessageNew"

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
        if let value = entry {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "entry"
        default: nil
        }
    }
}

extension MessageNew {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: entry = try reader.readNull() ? nil : reader.readMessage(Entry.self)
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
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "entry") { return 1 }
        default: break
        }
        return 0
    }
}

public struct ChatUpdated: ProtobufMessage {
    public var chat: Chat?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chat: Chat? = nil) {
        self.chat = chat
    }
}

extension ChatUpdated {
    public static let protobufName: StaticString = "martlet.v1.ChatUpdated"

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
        if let value = chat {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "chat"
        default: nil
        }
    }
}

extension ChatUpdated {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chat = try reader.readNull() ? nil : reader.readMessage(Chat.self)
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
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "chat") { return 1 }
        default: break
        }
        return 0
    }
}

/// How far a device has come: what the answer of its owner's other devices and, in small chats, of the others is.
public struct PositionReport: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var seq: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, seq: UInt64 = 0) {
        self.chatID = chatID
        self.seq = seq
    }
}

extension PositionReport {
    public static let protobufName: StaticString = "martlet.v1.PositionReport"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: seq = try reader.readUInt64()
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
        if seq != 0 {
            writer.writeUInt64(seq)
            writer.writeTag(16)
        }
        if chatID != 0 {
            writer.writeUInt64(chatID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "chatId"
        case 2: "seq"
        default: nil
        }
    }
}

extension PositionReport {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: seq = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("chatId")
        writer.writeUInt64(chatID)
        writer.writeKey("seq")
        writer.writeUInt64(seq)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 3:
            if JSONReader.matches(key, "seq") { return 2 }
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
        default: break
        }
        return 0
    }
}

public struct PositionNotice: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var userID: UInt64 = 0
    public var seq: UInt64 = 0
    public var at: Timestamp?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, userID: UInt64 = 0, seq: UInt64 = 0, at: Timestamp? = nil) {
        self.chatID = chatID
        self.userID = userID
        self.seq = seq
        self.at = at
    }
}

extension PositionNotice {
    public static let protobufName: StaticString = "martlet.v1.PositionNotice"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: userID = try reader.readUInt64()
                case 24: seq = try reader.readUInt64()
                case 34:
                    var value = at ?? Timestamp()
                    try reader.readMessage(into: &value)
                    at = value
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
        if let value = at {
            writer.writeMessage(value)
            writer.writeTag(34)
        }
        if seq != 0 {
            writer.writeUInt64(seq)
            writer.writeTag(24)
        }
        if userID != 0 {
            writer.writeUInt64(userID)
            writer.writeTag(16)
        }
        if chatID != 0 {
            writer.writeUInt64(chatID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "chatId"
        case 2: "userId"
        case 3: "seq"
        case 4: "at"
        default: nil
        }
    }
}

extension PositionNotice {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: seq = try reader.readNull() ? 0 : reader.readUInt64()
                case 4: at = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
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
        writer.writeKey("chatId")
        writer.writeUInt64(chatID)
        writer.writeKey("userId")
        writer.writeUInt64(userID)
        writer.writeKey("seq")
        writer.writeUInt64(seq)
        if let value = at {
            writer.writeKey("at")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "at") { return 4 }
        case 3:
            if JSONReader.matches(key, "seq") { return 3 }
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
            if JSONReader.matches(key, "userId") { return 2 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
            if JSONReader.matches(key, "user_id") { return 2 }
        default: break
        }
        return 0
    }
}

/// Expires by itself.
public struct TypingCommand: ProtobufMessage {
    public var chatID: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0) {
        self.chatID = chatID
    }
}

extension TypingCommand {
    public static let protobufName: StaticString = "martlet.v1.TypingCommand"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
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
        if chatID != 0 {
            writer.writeUInt64(chatID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "chatId"
        default: nil
        }
    }
}

extension TypingCommand {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("chatId")
        writer.writeUInt64(chatID)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
        default: break
        }
        return 0
    }
}

public struct TypingIndicator: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var userID: UInt64 = 0
    public var active: Bool = false
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, userID: UInt64 = 0, active: Bool = false) {
        self.chatID = chatID
        self.userID = userID
        self.active = active
    }
}

extension TypingIndicator {
    public static let protobufName: StaticString = "martlet.v1.TypingIndicator"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: userID = try reader.readUInt64()
                case 24: active = try reader.readBool()
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
        if active {
            writer.writeBool(active)
            writer.writeTag(24)
        }
        if userID != 0 {
            writer.writeUInt64(userID)
            writer.writeTag(16)
        }
        if chatID != 0 {
            writer.writeUInt64(chatID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "chatId"
        case 2: "userId"
        case 3: "active"
        default: nil
        }
    }
}

extension TypingIndicator {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: active = try reader.readNull() ? false : reader.readBool()
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
        writer.writeKey("chatId")
        writer.writeUInt64(chatID)
        writer.writeKey("userId")
        writer.writeUInt64(userID)
        writer.writeKey("active")
        writer.writeBool(active)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
            if JSONReader.matches(key, "userId") { return 2 }
            if JSONReader.matches(key, "active") { return 3 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
            if JSONReader.matches(key, "user_id") { return 2 }
        default: break
        }
        return 0
    }
}

public struct PresenceSet: ProtobufMessage {
    public var status: PresenceStatus = PresenceStatus(rawValue: 0)
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(status: PresenceStatus = PresenceStatus(rawValue: 0)) {
        self.status = status
    }
}

extension PresenceSet {
    public static let protobufName: StaticString = "martlet.v1.PresenceSet"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: status = try reader.readEnum(PresenceStatus.self)
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
        if status.rawValue != 0 {
            writer.writeEnum(status)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "status"
        default: nil
        }
    }
}

extension PresenceSet {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: status = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(PresenceStatus.self)
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
        writer.writeKey("status")
        writer.writeEnum(status)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "status") { return 1 }
        default: break
        }
        return 0
    }
}

public struct PresenceNotice: ProtobufMessage {
    public var userID: UInt64 = 0
    public var status: PresenceStatus = PresenceStatus(rawValue: 0)
    public var lastSeenAt: Timestamp?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        userID: UInt64 = 0,
        status: PresenceStatus = PresenceStatus(rawValue: 0),
        lastSeenAt: Timestamp? = nil
    ) {
        self.userID = userID
        self.status = status
        self.lastSeenAt = lastSeenAt
    }
}

extension PresenceNotice {
    public static let protobufName: StaticString = "martlet.v1.PresenceNotice"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 16: status = try reader.readEnum(PresenceStatus.self)
                case 26:
                    var value = lastSeenAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    lastSeenAt = value
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
        if let value = lastSeenAt {
            writer.writeMessage(value)
            writer.writeTag(26)
        }
        if status.rawValue != 0 {
            writer.writeEnum(status)
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
        case 2: "status"
        case 3: "lastSeenAt"
        default: nil
        }
    }
}

extension PresenceNotice {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: status = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(PresenceStatus.self)
                case 3: lastSeenAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
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
        writer.writeKey("status")
        writer.writeEnum(status)
        if let value = lastSeenAt {
            writer.writeKey("lastSeenAt")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "userId") { return 1 }
            if JSONReader.matches(key, "status") { return 2 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 1 }
        case 10:
            if JSONReader.matches(key, "lastSeenAt") { return 3 }
        case 12:
            if JSONReader.matches(key, "last_seen_at") { return 3 }
        default: break
        }
        return 0
    }
}

public struct ContactUpdated: ProtobufMessage {
    public var contact: Contact?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(contact: Contact? = nil) {
        self.contact = contact
    }
}

extension ContactUpdated {
    public static let protobufName: StaticString = "martlet.v1.ContactUpdated"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10:
                    var value = contact ?? Contact()
                    try reader.readMessage(into: &value)
                    contact = value
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
        if let value = contact {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "contact"
        default: nil
        }
    }
}

extension ContactUpdated {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: contact = try reader.readNull() ? nil : reader.readMessage(Contact.self)
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
        if let value = contact {
            writer.writeKey("contact")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 7:
            if JSONReader.matches(key, "contact") { return 1 }
        default: break
        }
        return 0
    }
}

public struct UserUpdated: ProtobufMessage {
    public var user: User?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(user: User? = nil) {
        self.user = user
    }
}

extension UserUpdated {
    public static let protobufName: StaticString = "martlet.v1.UserUpdated"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10:
                    var value = user ?? User()
                    try reader.readMessage(into: &value)
                    user = value
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
        if let value = user {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "user"
        default: nil
        }
    }
}

extension UserUpdated {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: user = try reader.readNull() ? nil : reader.readMessage(User.self)
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
        if let value = user {
            writer.writeKey("user")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "user") { return 1 }
        default: break
        }
        return 0
    }
}

public struct SettingsUpdated: ProtobufMessage {
    public var version: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(version: UInt64 = 0) {
        self.version = version
    }
}

extension SettingsUpdated {
    public static let protobufName: StaticString = "martlet.v1.SettingsUpdated"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: version = try reader.readUInt64()
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
        if version != 0 {
            writer.writeUInt64(version)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "version"
        default: nil
        }
    }
}

extension SettingsUpdated {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: version = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("version")
        writer.writeUInt64(version)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 7:
            if JSONReader.matches(key, "version") { return 1 }
        default: break
        }
        return 0
    }
}

/// Entries that this socket will not be given: pull them.
public struct SyncGap: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var fromSeq: UInt64 = 0
    public var toSeq: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, fromSeq: UInt64 = 0, toSeq: UInt64 = 0) {
        self.chatID = chatID
        self.fromSeq = fromSeq
        self.toSeq = toSeq
    }
}

extension SyncGap {
    public static let protobufName: StaticString = "martlet.v1.SyncGap"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: fromSeq = try reader.readUInt64()
                case 24: toSeq = try reader.readUInt64()
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
        if toSeq != 0 {
            writer.writeUInt64(toSeq)
            writer.writeTag(24)
        }
        if fromSeq != 0 {
            writer.writeUInt64(fromSeq)
            writer.writeTag(16)
        }
        if chatID != 0 {
            writer.writeUInt64(chatID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "chatId"
        case 2: "fromSeq"
        case 3: "toSeq"
        default: nil
        }
    }
}

extension SyncGap {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: fromSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: toSeq = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("chatId")
        writer.writeUInt64(chatID)
        writer.writeKey("fromSeq")
        writer.writeUInt64(fromSeq)
        writer.writeKey("toSeq")
        writer.writeUInt64(toSeq)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "toSeq") { return 3 }
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
            if JSONReader.matches(key, "to_seq") { return 3 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
            if JSONReader.matches(key, "fromSeq") { return 2 }
        case 8:
            if JSONReader.matches(key, "from_seq") { return 2 }
        default: break
        }
        return 0
    }
}

public struct SessionGoingAway: ProtobufMessage {
    public var reconnectAfterMs: UInt32 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(reconnectAfterMs: UInt32 = 0) {
        self.reconnectAfterMs = reconnectAfterMs
    }
}

extension SessionGoingAway {
    public static let protobufName: StaticString = "martlet.v1.SessionGoingAway"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: reconnectAfterMs = try reader.readUInt32()
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
        if reconnectAfterMs != 0 {
            writer.writeUInt32(reconnectAfterMs)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "reconnectAfterMs"
        default: nil
        }
    }
}

extension SessionGoingAway {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: reconnectAfterMs = try reader.readNull() ? 0 : reader.readUInt32()
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
        writer.writeKey("reconnectAfterMs")
        writer.writeUInt32(reconnectAfterMs)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 16:
            if JSONReader.matches(key, "reconnectAfterMs") { return 1 }
        case 18:
            if JSONReader.matches(key, "reconnect_after_ms") { return 1 }
        default: break
        }
        return 0
    }
}

public struct Ping: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension Ping {
    public static let protobufName: StaticString = "martlet.v1.Ping"

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

extension Ping {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

public struct Pong: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension Pong {
    public static let protobufName: StaticString = "martlet.v1.Pong"

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

extension Pong {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

/// What a client sends.
public struct ClientFrame: ProtobufMessage {
    /// Chosen by the client; the answer carries it as `replyTo`.
    public var id: String = ""
    public var payload: Payload?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: String = "", payload: Payload? = nil) {
        self.id = id
        self.payload = payload
    }

    public enum Payload: Sendable, Equatable {
        indirect case sessionResume(SessionResume)
        indirect case syncPull(SyncPull)
        indirect case messageSend(SendMessageRequest)
        indirect case ping(Ping)
        indirect case messageEdit(EditMessageRequest)
        indirect case messageDelete(DeleteMessageRequest)
        indirect case reactionAdd(AddReactionRequest)
        indirect case reactionRemove(RemoveReactionRequest)
        indirect case messageDelivered(PositionReport)
        indirect case messageRead(PositionReport)
        indirect case typingStart(TypingCommand)
        indirect case typingStop(TypingCommand)
        indirect case presenceSet(PresenceSet)
        indirect case sessionRefresh(SessionRefresh)
    }
}

extension ClientFrame {
    public static let protobufName: StaticString = "martlet.v1.ClientFrame"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: id = try reader.readString()
                case 82:
                    var value = SessionResume()
                    if case .sessionResume(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .sessionResume(value)
                case 90:
                    var value = SyncPull()
                    if case .syncPull(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .syncPull(value)
                case 98:
                    var value = SendMessageRequest()
                    if case .messageSend(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .messageSend(value)
                case 106:
                    var value = Ping()
                    if case .ping(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .ping(value)
                case 114:
                    var value = EditMessageRequest()
                    if case .messageEdit(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .messageEdit(value)
                case 122:
                    var value = DeleteMessageRequest()
                    if case .messageDelete(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .messageDelete(value)
                case 130:
                    var value = AddReactionRequest()
                    if case .reactionAdd(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .reactionAdd(value)
                case 138:
                    var value = RemoveReactionRequest()
                    if case .reactionRemove(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .reactionRemove(value)
                case 146:
                    var value = PositionReport()
                    if case .messageDelivered(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .messageDelivered(value)
                case 154:
                    var value = PositionReport()
                    if case .messageRead(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .messageRead(value)
                case 162:
                    var value = TypingCommand()
                    if case .typingStart(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .typingStart(value)
                case 170:
                    var value = TypingCommand()
                    if case .typingStop(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .typingStop(value)
                case 178:
                    var value = PresenceSet()
                    if case .presenceSet(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .presenceSet(value)
                case 186:
                    var value = SessionRefresh()
                    if case .sessionRefresh(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .sessionRefresh(value)
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
        if case .sessionRefresh(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(186)
        }
        if case .presenceSet(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(178)
        }
        if case .typingStop(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(170)
        }
        if case .typingStart(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(162)
        }
        if case .messageRead(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(154)
        }
        if case .messageDelivered(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(146)
        }
        if case .reactionRemove(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(138)
        }
        if case .reactionAdd(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(130)
        }
        if case .messageDelete(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(122)
        }
        if case .messageEdit(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(114)
        }
        if case .ping(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(106)
        }
        if case .messageSend(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(98)
        }
        if case .syncPull(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(90)
        }
        if case .sessionResume(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(82)
        }
        if !id.isEmpty {
            writer.writeString(id)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "id"
        case 10: "sessionResume"
        case 11: "syncPull"
        case 12: "messageSend"
        case 13: "ping"
        case 14: "messageEdit"
        case 15: "messageDelete"
        case 16: "reactionAdd"
        case 17: "reactionRemove"
        case 18: "messageDelivered"
        case 19: "messageRead"
        case 20: "typingStart"
        case 21: "typingStop"
        case 22: "presenceSet"
        case 23: "sessionRefresh"
        default: nil
        }
    }
}

extension ClientFrame {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var frame = FrameReader<Payload>()
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                if JSONReader.matches(key, "type") {
                    try frame.readType(from: &reader)
                } else if JSONReader.matches(key, "payload") {
                    try frame.readPayload(from: &reader)
                } else {
                    field = Self.jsonField(named: key)
                    switch field {
                    case 1: id = try reader.readNull() ? "" : reader.readString()
                    default: try reader.skipValue()
                    }
                    field = 0
                }
            }
            payload = try frame.finish(reader)
        } catch {
            throw error.inside(Self.jsonName(of: field))
        }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        if let payload {
            writer.writeKey("type")
            writer.writeName(payload.frameType)
        }
        if !id.isEmpty {
            writer.writeKey("id")
            writer.writeString(id)
        }
        if let payload {
            writer.writeKey("payload")
            payload.writeJSON(to: &writer)
        }
        writer.endObject()
    }

    /// The frame's `id`, also when the frame is otherwise wrong; nil when it is not even JSON.
    public static func peekID(json document: UnsafeRawBufferPointer) -> String? {
        JSONReader.topLevelString(named: "id", in: document)
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        default: break
        }
        return 0
    }
}

extension ClientFrame.Payload: FramePayload {
    public static func field(ofFrameType type: UnsafeRawBufferPointer) -> UInt32? {
        switch type.count {
        case 4:
            if JSONReader.matches(type, "ping") { return 13 }
        case 9:
            if JSONReader.matches(type, "sync.pull") { return 11 }
        case 11:
            if JSONReader.matches(type, "typing.stop") { return 21 }
        case 12:
            if JSONReader.matches(type, "message.send") { return 12 }
            if JSONReader.matches(type, "message.edit") { return 14 }
            if JSONReader.matches(type, "reaction.add") { return 16 }
            if JSONReader.matches(type, "message.read") { return 19 }
            if JSONReader.matches(type, "typing.start") { return 20 }
            if JSONReader.matches(type, "presence.set") { return 22 }
        case 14:
            if JSONReader.matches(type, "session.resume") { return 10 }
            if JSONReader.matches(type, "message.delete") { return 15 }
        case 15:
            if JSONReader.matches(type, "reaction.remove") { return 17 }
            if JSONReader.matches(type, "session.refresh") { return 23 }
        case 17:
            if JSONReader.matches(type, "message.delivered") { return 18 }
        default: break
        }
        return nil
    }

    public init(emptyField: UInt32) {
        switch emptyField {
        case 10: self = .sessionResume(SessionResume())
        case 11: self = .syncPull(SyncPull())
        case 12: self = .messageSend(SendMessageRequest())
        case 13: self = .ping(Ping())
        case 14: self = .messageEdit(EditMessageRequest())
        case 15: self = .messageDelete(DeleteMessageRequest())
        case 16: self = .reactionAdd(AddReactionRequest())
        case 17: self = .reactionRemove(RemoveReactionRequest())
        case 18: self = .messageDelivered(PositionReport())
        case 19: self = .messageRead(PositionReport())
        case 20: self = .typingStart(TypingCommand())
        case 21: self = .typingStop(TypingCommand())
        case 22: self = .presenceSet(PresenceSet())
        default: self = .sessionRefresh(SessionRefresh())
        }
    }

    public init(field: UInt32, json reader: inout JSONReader) throws(ProtobufError) {
        switch field {
        case 10: self = .sessionResume(try reader.readMessage(SessionResume.self))
        case 11: self = .syncPull(try reader.readMessage(SyncPull.self))
        case 12: self = .messageSend(try reader.readMessage(SendMessageRequest.self))
        case 13: self = .ping(try reader.readMessage(Ping.self))
        case 14: self = .messageEdit(try reader.readMessage(EditMessageRequest.self))
        case 15: self = .messageDelete(try reader.readMessage(DeleteMessageRequest.self))
        case 16: self = .reactionAdd(try reader.readMessage(AddReactionRequest.self))
        case 17: self = .reactionRemove(try reader.readMessage(RemoveReactionRequest.self))
        case 18: self = .messageDelivered(try reader.readMessage(PositionReport.self))
        case 19: self = .messageRead(try reader.readMessage(PositionReport.self))
        case 20: self = .typingStart(try reader.readMessage(TypingCommand.self))
        case 21: self = .typingStop(try reader.readMessage(TypingCommand.self))
        case 22: self = .presenceSet(try reader.readMessage(PresenceSet.self))
        default: self = .sessionRefresh(try reader.readMessage(SessionRefresh.self))
        }
    }

    public var frameType: StaticString {
        switch self {
        case .sessionResume: "session.resume"
        case .syncPull: "sync.pull"
        case .messageSend: "message.send"
        case .ping: "ping"
        case .messageEdit: "message.edit"
        case .messageDelete: "message.delete"
        case .reactionAdd: "reaction.add"
        case .reactionRemove: "reaction.remove"
        case .messageDelivered: "message.delivered"
        case .messageRead: "message.read"
        case .typingStart: "typing.start"
        case .typingStop: "typing.stop"
        case .presenceSet: "presence.set"
        case .sessionRefresh: "session.refresh"
        }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        switch self {
        case .sessionResume(let value): value.writeJSON(to: &writer)
        case .syncPull(let value): value.writeJSON(to: &writer)
        case .messageSend(let value): value.writeJSON(to: &writer)
        case .ping(let value): value.writeJSON(to: &writer)
        case .messageEdit(let value): value.writeJSON(to: &writer)
        case .messageDelete(let value): value.writeJSON(to: &writer)
        case .reactionAdd(let value): value.writeJSON(to: &writer)
        case .reactionRemove(let value): value.writeJSON(to: &writer)
        case .messageDelivered(let value): value.writeJSON(to: &writer)
        case .messageRead(let value): value.writeJSON(to: &writer)
        case .typingStart(let value): value.writeJSON(to: &writer)
        case .typingStop(let value): value.writeJSON(to: &writer)
        case .presenceSet(let value): value.writeJSON(to: &writer)
        case .sessionRefresh(let value): value.writeJSON(to: &writer)
        }
    }
}

/// What the server sends. `reply_to` is the `id` of the frame that it answers.
public struct ServerFrame: ProtobufMessage {
    public var replyTo: String?
    public var payload: Payload?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(replyTo: String? = nil, payload: Payload? = nil) {
        self.replyTo = replyTo
        self.payload = payload
    }

    public enum Payload: Sendable, Equatable {
        indirect case sessionReady(SessionReady)
        indirect case syncHeads(SyncHeads)
        indirect case syncPage(SyncPage)
        indirect case messageAccepted(MessageAccepted)
        indirect case messageNew(MessageNew)
        indirect case chatUpdated(ChatUpdated)
        indirect case pong(Pong)
        indirect case error(ErrorBody)
        indirect case sessionGoingAway(SessionGoingAway)
        indirect case syncGap(SyncGap)
        indirect case messageDelivered(PositionNotice)
        indirect case messageRead(PositionNotice)
        indirect case typingIndicator(TypingIndicator)
        indirect case userOnline(PresenceNotice)
        indirect case userOffline(PresenceNotice)
        indirect case sessionRefreshed(SessionRefreshed)
        indirect case contactUpdated(ContactUpdated)
        indirect case userUpdated(UserUpdated)
        indirect case settingsUpdated(SettingsUpdated)
    }
}

extension ServerFrame {
    public static let protobufName: StaticString = "martlet.v1.ServerFrame"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: replyTo = try reader.readString()
                case 82:
                    var value = SessionReady()
                    if case .sessionReady(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .sessionReady(value)
                case 90:
                    var value = SyncHeads()
                    if case .syncHeads(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .syncHeads(value)
                case 98:
                    var value = SyncPage()
                    if case .syncPage(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .syncPage(value)
                case 106:
                    var value = MessageAccepted()
                    if case .messageAccepted(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .messageAccepted(value)
                case 114:
                    var value = MessageNew()
                    if case .messageNew(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .messageNew(value)
                case 122:
                    var value = ChatUpdated()
                    if case .chatUpdated(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .chatUpdated(value)
                case 130:
                    var value = Pong()
                    if case .pong(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .pong(value)
                case 138:
                    var value = ErrorBody()
                    if case .error(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .error(value)
                case 146:
                    var value = SessionGoingAway()
                    if case .sessionGoingAway(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .sessionGoingAway(value)
                case 154:
                    var value = SyncGap()
                    if case .syncGap(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .syncGap(value)
                case 162:
                    var value = PositionNotice()
                    if case .messageDelivered(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .messageDelivered(value)
                case 170:
                    var value = PositionNotice()
                    if case .messageRead(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .messageRead(value)
                case 178:
                    var value = TypingIndicator()
                    if case .typingIndicator(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .typingIndicator(value)
                case 186:
                    var value = PresenceNotice()
                    if case .userOnline(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .userOnline(value)
                case 194:
                    var value = PresenceNotice()
                    if case .userOffline(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .userOffline(value)
                case 202:
                    var value = SessionRefreshed()
                    if case .sessionRefreshed(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .sessionRefreshed(value)
                case 242:
                    var value = ContactUpdated()
                    if case .contactUpdated(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .contactUpdated(value)
                case 250:
                    var value = UserUpdated()
                    if case .userUpdated(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .userUpdated(value)
                case 258:
                    var value = SettingsUpdated()
                    if case .settingsUpdated(let earlier)? = payload { value = earlier }
                    try reader.readMessage(into: &value)
                    payload = .settingsUpdated(value)
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
        if case .settingsUpdated(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(258)
        }
        if case .userUpdated(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(250)
        }
        if case .contactUpdated(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(242)
        }
        if case .sessionRefreshed(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(202)
        }
        if case .userOffline(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(194)
        }
        if case .userOnline(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(186)
        }
        if case .typingIndicator(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(178)
        }
        if case .messageRead(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(170)
        }
        if case .messageDelivered(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(162)
        }
        if case .syncGap(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(154)
        }
        if case .sessionGoingAway(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(146)
        }
        if case .error(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(138)
        }
        if case .pong(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(130)
        }
        if case .chatUpdated(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(122)
        }
        if case .messageNew(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(114)
        }
        if case .messageAccepted(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(106)
        }
        if case .syncPage(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(98)
        }
        if case .syncHeads(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(90)
        }
        if case .sessionReady(let value)? = payload {
            writer.writeMessage(value)
            writer.writeTag(82)
        }
        if let value = replyTo {
            writer.writeString(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "replyTo"
        case 10: "sessionReady"
        case 11: "syncHeads"
        case 12: "syncPage"
        case 13: "messageAccepted"
        case 14: "messageNew"
        case 15: "chatUpdated"
        case 16: "pong"
        case 17: "error"
        case 18: "sessionGoingAway"
        case 19: "syncGap"
        case 20: "messageDelivered"
        case 21: "messageRead"
        case 22: "typingIndicator"
        case 23: "userOnline"
        case 24: "userOffline"
        case 25: "sessionRefreshed"
        case 30: "contactUpdated"
        case 31: "userUpdated"
        case 32: "settingsUpdated"
        default: nil
        }
    }
}

extension ServerFrame {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var frame = FrameReader<Payload>()
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                if JSONReader.matches(key, "type") {
                    try frame.readType(from: &reader)
                } else if JSONReader.matches(key, "payload") {
                    try frame.readPayload(from: &reader)
                } else {
                    field = Self.jsonField(named: key)
                    switch field {
                    case 1: replyTo = try reader.readNull() ? nil : reader.readString()
                    default: try reader.skipValue()
                    }
                    field = 0
                }
            }
            payload = try frame.finish(reader)
        } catch {
            throw error.inside(Self.jsonName(of: field))
        }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        if let payload {
            writer.writeKey("type")
            writer.writeName(payload.frameType)
        }
        if let value = replyTo {
            writer.writeKey("replyTo")
            writer.writeString(value)
        }
        if let payload {
            writer.writeKey("payload")
            payload.writeJSON(to: &writer)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 7:
            if JSONReader.matches(key, "replyTo") { return 1 }
        case 8:
            if JSONReader.matches(key, "reply_to") { return 1 }
        default: break
        }
        return 0
    }
}

extension ServerFrame.Payload: FramePayload {
    public static func field(ofFrameType type: UnsafeRawBufferPointer) -> UInt32? {
        switch type.count {
        case 4:
            if JSONReader.matches(type, "pong") { return 16 }
        case 5:
            if JSONReader.matches(type, "error") { return 17 }
        case 8:
            if JSONReader.matches(type, "sync.gap") { return 19 }
        case 9:
            if JSONReader.matches(type, "sync.page") { return 12 }
        case 10:
            if JSONReader.matches(type, "sync.heads") { return 11 }
        case 11:
            if JSONReader.matches(type, "message.new") { return 14 }
            if JSONReader.matches(type, "user.online") { return 23 }
        case 12:
            if JSONReader.matches(type, "chat.updated") { return 15 }
            if JSONReader.matches(type, "message.read") { return 21 }
            if JSONReader.matches(type, "user.offline") { return 24 }
            if JSONReader.matches(type, "user.updated") { return 31 }
        case 13:
            if JSONReader.matches(type, "session.ready") { return 10 }
        case 15:
            if JSONReader.matches(type, "contact.updated") { return 30 }
        case 16:
            if JSONReader.matches(type, "message.accepted") { return 13 }
            if JSONReader.matches(type, "typing.indicator") { return 22 }
            if JSONReader.matches(type, "settings.updated") { return 32 }
        case 17:
            if JSONReader.matches(type, "message.delivered") { return 20 }
            if JSONReader.matches(type, "session.refreshed") { return 25 }
        case 18:
            if JSONReader.matches(type, "session.going_away") { return 18 }
        default: break
        }
        return nil
    }

    public init(emptyField: UInt32) {
        switch emptyField {
        case 10: self = .sessionReady(SessionReady())
        case 11: self = .syncHeads(SyncHeads())
        case 12: self = .syncPage(SyncPage())
        case 13: self = .messageAccepted(MessageAccepted())
        case 14: self = .messageNew(MessageNew())
        case 15: self = .chatUpdated(ChatUpdated())
        case 16: self = .pong(Pong())
        case 17: self = .error(ErrorBody())
        case 18: self = .sessionGoingAway(SessionGoingAway())
        case 19: self = .syncGap(SyncGap())
        case 20: self = .messageDelivered(PositionNotice())
        case 21: self = .messageRead(PositionNotice())
        case 22: self = .typingIndicator(TypingIndicator())
        case 23: self = .userOnline(PresenceNotice())
        case 24: self = .userOffline(PresenceNotice())
        case 25: self = .sessionRefreshed(SessionRefreshed())
        case 30: self = .contactUpdated(ContactUpdated())
        case 31: self = .userUpdated(UserUpdated())
        default: self = .settingsUpdated(SettingsUpdated())
        }
    }

    public init(field: UInt32, json reader: inout JSONReader) throws(ProtobufError) {
        switch field {
        case 10: self = .sessionReady(try reader.readMessage(SessionReady.self))
        case 11: self = .syncHeads(try reader.readMessage(SyncHeads.self))
        case 12: self = .syncPage(try reader.readMessage(SyncPage.self))
        case 13: self = .messageAccepted(try reader.readMessage(MessageAccepted.self))
        case 14: self = .messageNew(try reader.readMessage(MessageNew.self))
        case 15: self = .chatUpdated(try reader.readMessage(ChatUpdated.self))
        case 16: self = .pong(try reader.readMessage(Pong.self))
        case 17: self = .error(try reader.readMessage(ErrorBody.self))
        case 18: self = .sessionGoingAway(try reader.readMessage(SessionGoingAway.self))
        case 19: self = .syncGap(try reader.readMessage(SyncGap.self))
        case 20: self = .messageDelivered(try reader.readMessage(PositionNotice.self))
        case 21: self = .messageRead(try reader.readMessage(PositionNotice.self))
        case 22: self = .typingIndicator(try reader.readMessage(TypingIndicator.self))
        case 23: self = .userOnline(try reader.readMessage(PresenceNotice.self))
        case 24: self = .userOffline(try reader.readMessage(PresenceNotice.self))
        case 25: self = .sessionRefreshed(try reader.readMessage(SessionRefreshed.self))
        case 30: self = .contactUpdated(try reader.readMessage(ContactUpdated.self))
        case 31: self = .userUpdated(try reader.readMessage(UserUpdated.self))
        default: self = .settingsUpdated(try reader.readMessage(SettingsUpdated.self))
        }
    }

    public var frameType: StaticString {
        switch self {
        case .sessionReady: "session.ready"
        case .syncHeads: "sync.heads"
        case .syncPage: "sync.page"
        case .messageAccepted: "message.accepted"
        case .messageNew: "message.new"
        case .chatUpdated: "chat.updated"
        case .pong: "pong"
        case .error: "error"
        case .sessionGoingAway: "session.going_away"
        case .syncGap: "sync.gap"
        case .messageDelivered: "message.delivered"
        case .messageRead: "message.read"
        case .typingIndicator: "typing.indicator"
        case .userOnline: "user.online"
        case .userOffline: "user.offline"
        case .sessionRefreshed: "session.refreshed"
        case .contactUpdated: "contact.updated"
        case .userUpdated: "user.updated"
        case .settingsUpdated: "settings.updated"
        }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        switch self {
        case .sessionReady(let value): value.writeJSON(to: &writer)
        case .syncHeads(let value): value.writeJSON(to: &writer)
        case .syncPage(let value): value.writeJSON(to: &writer)
        case .messageAccepted(let value): value.writeJSON(to: &writer)
        case .messageNew(let value): value.writeJSON(to: &writer)
        case .chatUpdated(let value): value.writeJSON(to: &writer)
        case .pong(let value): value.writeJSON(to: &writer)
        case .error(let value): value.writeJSON(to: &writer)
        case .sessionGoingAway(let value): value.writeJSON(to: &writer)
        case .syncGap(let value): value.writeJSON(to: &writer)
        case .messageDelivered(let value): value.writeJSON(to: &writer)
        case .messageRead(let value): value.writeJSON(to: &writer)
        case .typingIndicator(let value): value.writeJSON(to: &writer)
        case .userOnline(let value): value.writeJSON(to: &writer)
        case .userOffline(let value): value.writeJSON(to: &writer)
        case .sessionRefreshed(let value): value.writeJSON(to: &writer)
        case .contactUpdated(let value): value.writeJSON(to: &writer)
        case .userUpdated(let value): value.writeJSON(to: &writer)
        case .settingsUpdated(let value): value.writeJSON(to: &writer)
        }
    }
}
