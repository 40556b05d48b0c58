// Generated from martlet/v1/events.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import Protobuf

public struct PresenceStatus: ProtobufEnum {
    public static let unspecified = Self(rawValue: 0)
    public static let offline = Self(rawValue: 1)
    public static let away = Self(rawValue: 2)
    public static let online = Self(rawValue: 3)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .unspecified,
        .offline,
        .away,
        .online,
    ]

    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public init?(wireName: UnsafeRawBufferPointer) {
        switch wireName.count {
        case 4:
            if JSONReader.matches(wireName, "away") {
                self.init(rawValue: 2)
                return
            }
        case 6:
            if JSONReader.matches(wireName, "online") {
                self.init(rawValue: 3)
                return
            }
        case 7:
            if JSONReader.matches(wireName, "offline") {
                self.init(rawValue: 1)
                return
            }
        case 11:
            if JSONReader.matches(wireName, "unspecified") {
                self.init(rawValue: 0)
                return
            }
        default: break
        }
        return nil
    }

    public var wireName: StaticString? {
        switch rawValue {
        case 0: "unspecified"
        case 1: "offline"
        case 2: "away"
        case 3: "online"
        default: nil
        }
    }
}

/// An entry is durable.
public struct EntryAppended: ProtobufMessage {
    /// With the keys of all devices.
    public var entry: Entry?
    /// Of the members who receive the entry. An entry of kind member raises it by one.
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

/// Something about a user's chat list: the next number of the user's inbox.
public struct InboxItem: ProtobufMessage {
    public var userID: UInt64 = 0
    public var inboxSeq: UInt64 = 0
    /// As the user sees it right after the entry `chat.last_seq`: joined or created, with another role, or left.
    public var chat: Chat?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(userID: UInt64 = 0, inboxSeq: UInt64 = 0, chat: Chat? = nil) {
        self.userID = userID
        self.inboxSeq = inboxSeq
        self.chat = chat
    }
}

extension InboxItem {
    public static let protobufName: StaticString = "martlet.v1.InboxItem"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 16: inboxSeq = try reader.readUInt64()
                case 26:
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
            writer.writeTag(26)
        }
        if inboxSeq != 0 {
            writer.writeUInt64(inboxSeq)
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
        case 2: "inboxSeq"
        case 3: "chat"
        default: nil
        }
    }
}

extension InboxItem {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: inboxSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: chat = try reader.readNull() ? nil : reader.readMessage(Chat.self)
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
        writer.writeKey("inboxSeq")
        writer.writeUInt64(inboxSeq)
        if let value = chat {
            writer.writeKey("chat")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "chat") { return 3 }
        case 6:
            if JSONReader.matches(key, "userId") { return 1 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 1 }
        case 8:
            if JSONReader.matches(key, "inboxSeq") { return 2 }
        case 9:
            if JSONReader.matches(key, "inbox_seq") { return 2 }
        default: break
        }
        return 0
    }
}

/// Comes before the entry with which somebody joins, and after that with which somebody leaves.
public struct InboxAppended: ProtobufMessage {
    public var items: [InboxItem] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(items: [InboxItem] = []) {
        self.items = items
    }
}

extension InboxAppended {
    public static let protobufName: StaticString = "martlet.v1.InboxAppended"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: items.append(try reader.readMessage(InboxItem.self))
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
        for value in items.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "items"
        default: nil
        }
    }
}

extension InboxAppended {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    items = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            items.append(try reader.readMessage(InboxItem.self))
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
        writer.writeKey("items")
        writer.beginArray()
        for value in items {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "items") { return 1 }
        default: break
        }
        return 0
    }
}

/// Where chats and inboxes stand that have changed lately. Repeated, since events may get lost: the last event of a quiet
/// chat leaves no gap to see.
public struct HeadsRepeated: ProtobufMessage {
    public var chats: [ChatState] = []
    public var inboxes: [InboxState] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chats: [ChatState] = [], inboxes: [InboxState] = []) {
        self.chats = chats
        self.inboxes = inboxes
    }
}

extension HeadsRepeated {
    public static let protobufName: StaticString = "martlet.v1.HeadsRepeated"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: chats.append(try reader.readMessage(ChatState.self))
                case 18: inboxes.append(try reader.readMessage(InboxState.self))
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
        for value in inboxes.reversed() {
            writer.writeMessage(value)
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
        case 2: "inboxes"
        default: nil
        }
    }
}

extension HeadsRepeated {
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
                            chats.append(try reader.readMessage(ChatState.self))
                        }
                    }
                case 2:
                    inboxes = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            inboxes.append(try reader.readMessage(InboxState.self))
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
        writer.writeKey("chats")
        writer.beginArray()
        for value in chats {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.writeKey("inboxes")
        writer.beginArray()
        for value in inboxes {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "chats") { return 1 }
        case 7:
            if JSONReader.matches(key, "inboxes") { return 2 }
        default: break
        }
        return 0
    }
}

public struct ChatState: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var lastSeq: UInt64 = 0
    public var memberVersion: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, lastSeq: UInt64 = 0, memberVersion: UInt64 = 0) {
        self.chatID = chatID
        self.lastSeq = lastSeq
        self.memberVersion = memberVersion
    }
}

extension ChatState {
    public static let protobufName: StaticString = "martlet.v1.ChatState"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: lastSeq = try reader.readUInt64()
                case 24: memberVersion = try reader.readUInt64()
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
        if memberVersion != 0 {
            writer.writeUInt64(memberVersion)
            writer.writeTag(24)
        }
        if lastSeq != 0 {
            writer.writeUInt64(lastSeq)
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
        case 2: "lastSeq"
        case 3: "memberVersion"
        default: nil
        }
    }
}

extension ChatState {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: lastSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: memberVersion = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("lastSeq")
        writer.writeUInt64(lastSeq)
        writer.writeKey("memberVersion")
        writer.writeUInt64(memberVersion)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
            if JSONReader.matches(key, "lastSeq") { return 2 }
        case 8:
            if JSONReader.matches(key, "last_seq") { return 2 }
        case 13:
            if JSONReader.matches(key, "memberVersion") { return 3 }
        case 14:
            if JSONReader.matches(key, "member_version") { return 3 }
        default: break
        }
        return 0
    }
}

public struct InboxState: ProtobufMessage {
    public var userID: UInt64 = 0
    public var inboxSeq: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(userID: UInt64 = 0, inboxSeq: UInt64 = 0) {
        self.userID = userID
        self.inboxSeq = inboxSeq
    }
}

extension InboxState {
    public static let protobufName: StaticString = "martlet.v1.InboxState"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 16: inboxSeq = try reader.readUInt64()
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
        if inboxSeq != 0 {
            writer.writeUInt64(inboxSeq)
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
        case 2: "inboxSeq"
        default: nil
        }
    }
}

extension InboxState {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: inboxSeq = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("inboxSeq")
        writer.writeUInt64(inboxSeq)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "userId") { return 1 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 1 }
        case 8:
            if JSONReader.matches(key, "inboxSeq") { return 2 }
        case 9:
            if JSONReader.matches(key, "inbox_seq") { return 2 }
        default: break
        }
        return 0
    }
}

/// A member has received or read up to here.
public struct PositionMoved: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var userID: UInt64 = 0
    public var deliveredSeq: UInt64?
    public var readSeq: UInt64?
    public var at: Timestamp?
    /// Whether the other members are told too, or only the user's own devices.
    public var isShared: Bool = false
    /// Others are told only what was delivered: the user does not want them to know what was read.
    public var isReadHidden: Bool = false
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        chatID: UInt64 = 0,
        userID: UInt64 = 0,
        deliveredSeq: UInt64? = nil,
        readSeq: UInt64? = nil,
        at: Timestamp? = nil,
        isShared: Bool = false,
        isReadHidden: Bool = false
    ) {
        self.chatID = chatID
        self.userID = userID
        self.deliveredSeq = deliveredSeq
        self.readSeq = readSeq
        self.at = at
        self.isShared = isShared
        self.isReadHidden = isReadHidden
    }
}

extension PositionMoved {
    public static let protobufName: StaticString = "martlet.v1.PositionMoved"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: userID = try reader.readUInt64()
                case 24: deliveredSeq = try reader.readUInt64()
                case 32: readSeq = try reader.readUInt64()
                case 42:
                    var value = at ?? Timestamp()
                    try reader.readMessage(into: &value)
                    at = value
                case 48: isShared = try reader.readBool()
                case 56: isReadHidden = try reader.readBool()
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
        if isReadHidden {
            writer.writeBool(isReadHidden)
            writer.writeTag(56)
        }
        if isShared {
            writer.writeBool(isShared)
            writer.writeTag(48)
        }
        if let value = at {
            writer.writeMessage(value)
            writer.writeTag(42)
        }
        if let value = readSeq {
            writer.writeUInt64(value)
            writer.writeTag(32)
        }
        if let value = deliveredSeq {
            writer.writeUInt64(value)
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
        case 3: "deliveredSeq"
        case 4: "readSeq"
        case 5: "at"
        case 6: "isShared"
        case 7: "isReadHidden"
        default: nil
        }
    }
}

extension PositionMoved {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: deliveredSeq = try reader.readNull() ? nil : reader.readUInt64()
                case 4: readSeq = try reader.readNull() ? nil : reader.readUInt64()
                case 5: at = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
                case 6: isShared = try reader.readNull() ? false : reader.readBool()
                case 7: isReadHidden = try reader.readNull() ? false : reader.readBool()
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
        if let value = deliveredSeq {
            writer.writeKey("deliveredSeq")
            writer.writeUInt64(value)
        }
        if let value = readSeq {
            writer.writeKey("readSeq")
            writer.writeUInt64(value)
        }
        if let value = at {
            writer.writeKey("at")
            writer.writeMessage(value)
        }
        writer.writeKey("isShared")
        writer.writeBool(isShared)
        writer.writeKey("isReadHidden")
        writer.writeBool(isReadHidden)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "at") { return 5 }
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
            if JSONReader.matches(key, "userId") { return 2 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
            if JSONReader.matches(key, "user_id") { return 2 }
            if JSONReader.matches(key, "readSeq") { return 4 }
        case 8:
            if JSONReader.matches(key, "read_seq") { return 4 }
            if JSONReader.matches(key, "isShared") { return 6 }
        case 9:
            if JSONReader.matches(key, "is_shared") { return 6 }
        case 12:
            if JSONReader.matches(key, "deliveredSeq") { return 3 }
            if JSONReader.matches(key, "isReadHidden") { return 7 }
        case 13:
            if JSONReader.matches(key, "delivered_seq") { return 3 }
        case 14:
            if JSONReader.matches(key, "is_read_hidden") { return 7 }
        default: break
        }
        return 0
    }
}

public struct PositionsMoved: ProtobufMessage {
    public var positions: [PositionMoved] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(positions: [PositionMoved] = []) {
        self.positions = positions
    }
}

extension PositionsMoved {
    public static let protobufName: StaticString = "martlet.v1.PositionsMoved"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: positions.append(try reader.readMessage(PositionMoved.self))
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
        for value in positions.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "positions"
        default: nil
        }
    }
}

extension PositionsMoved {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    positions = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            positions.append(try reader.readMessage(PositionMoved.self))
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
        writer.writeKey("positions")
        writer.beginArray()
        for value in positions {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 9:
            if JSONReader.matches(key, "positions") { return 1 }
        default: break
        }
        return 0
    }
}

/// From a gateway; each forgets it after some seconds unless it is repeated.
public struct TypingChanged: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var userID: UInt64 = 0
    public var isActive: Bool = false
    public var originSocket: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, userID: UInt64 = 0, isActive: Bool = false, originSocket: UInt64 = 0) {
        self.chatID = chatID
        self.userID = userID
        self.isActive = isActive
        self.originSocket = originSocket
    }
}

extension TypingChanged {
    public static let protobufName: StaticString = "martlet.v1.TypingChanged"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: userID = try reader.readUInt64()
                case 24: isActive = try reader.readBool()
                case 32: originSocket = try reader.readUInt64()
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
            writer.writeTag(32)
        }
        if isActive {
            writer.writeBool(isActive)
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
        case 3: "isActive"
        case 4: "originSocket"
        default: nil
        }
    }
}

extension TypingChanged {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: isActive = try reader.readNull() ? false : reader.readBool()
                case 4: originSocket = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("isActive")
        writer.writeBool(isActive)
        writer.writeKey("originSocket")
        writer.writeUInt64(originSocket)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
            if JSONReader.matches(key, "userId") { return 2 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
            if JSONReader.matches(key, "user_id") { return 2 }
        case 8:
            if JSONReader.matches(key, "isActive") { return 3 }
        case 9:
            if JSONReader.matches(key, "is_active") { return 3 }
        case 12:
            if JSONReader.matches(key, "originSocket") { return 4 }
        case 13:
            if JSONReader.matches(key, "origin_socket") { return 4 }
        default: break
        }
        return 0
    }
}

public struct UserPresence: ProtobufMessage {
    public var userID: UInt64 = 0
    public var status: PresenceStatus = PresenceStatus(rawValue: 0)
    /// Who may know.
    public var audience: Audience = Audience(rawValue: 0)
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        userID: UInt64 = 0,
        status: PresenceStatus = PresenceStatus(rawValue: 0),
        audience: Audience = Audience(rawValue: 0)
    ) {
        self.userID = userID
        self.status = status
        self.audience = audience
    }
}

extension UserPresence {
    public static let protobufName: StaticString = "martlet.v1.UserPresence"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 16: status = try reader.readEnum(PresenceStatus.self)
                case 24: audience = try reader.readEnum(Audience.self)
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
        if audience.rawValue != 0 {
            writer.writeEnum(audience)
            writer.writeTag(24)
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
        case 3: "audience"
        default: nil
        }
    }
}

extension UserPresence {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: status = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(PresenceStatus.self)
                case 3: audience = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(Audience.self)
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
        writer.writeKey("audience")
        writer.writeEnum(audience)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "userId") { return 1 }
            if JSONReader.matches(key, "status") { return 2 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 1 }
        case 8:
            if JSONReader.matches(key, "audience") { return 3 }
        default: break
        }
        return 0
    }
}

/// What one source, a loop of a gateway, knows of its users' sockets. Repeated, and forgotten when that stops.
public struct PresenceReported: ProtobufMessage {
    public var source: UInt64 = 0
    public var users: [UserPresence] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(source: UInt64 = 0, users: [UserPresence] = []) {
        self.source = source
        self.users = users
    }
}

extension PresenceReported {
    public static let protobufName: StaticString = "martlet.v1.PresenceReported"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: source = try reader.readUInt64()
                case 18: users.append(try reader.readMessage(UserPresence.self))
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
        for value in users.reversed() {
            writer.writeMessage(value)
            writer.writeTag(18)
        }
        if source != 0 {
            writer.writeUInt64(source)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "source"
        case 2: "users"
        default: nil
        }
    }
}

extension PresenceReported {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: source = try reader.readNull() ? 0 : reader.readUInt64()
                case 2:
                    users = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            users.append(try reader.readMessage(UserPresence.self))
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
        writer.writeKey("source")
        writer.writeUInt64(source)
        writer.writeKey("users")
        writer.beginArray()
        for value in users {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "users") { return 2 }
        case 6:
            if JSONReader.matches(key, "source") { return 1 }
        default: break
        }
        return 0
    }
}

/// A fact of Identity's, kept until Communication has taken note of it: a device has certified keys, or they are void.
public struct DeviceChanged: ProtobufMessage {
    public var userID: UInt64 = 0
    public var deviceID: UInt64 = 0
    /// Rises with each change of this device: what is older than what is known changes nothing.
    public var version: UInt64 = 0
    /// Has an accepted certificate and was not removed.
    public var isActive: Bool = false
    public var encryptionKey: [UInt8] = []
    public var signingKey: [UInt8] = []
    public var certificate: [UInt8] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        userID: UInt64 = 0,
        deviceID: UInt64 = 0,
        version: UInt64 = 0,
        isActive: Bool = false,
        encryptionKey: [UInt8] = [],
        signingKey: [UInt8] = [],
        certificate: [UInt8] = []
    ) {
        self.userID = userID
        self.deviceID = deviceID
        self.version = version
        self.isActive = isActive
        self.encryptionKey = encryptionKey
        self.signingKey = signingKey
        self.certificate = certificate
    }
}

extension DeviceChanged {
    public static let protobufName: StaticString = "martlet.v1.DeviceChanged"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 16: deviceID = try reader.readUInt64()
                case 24: version = try reader.readUInt64()
                case 32: isActive = try reader.readBool()
                case 42: encryptionKey = try reader.readBytes()
                case 50: signingKey = try reader.readBytes()
                case 58: certificate = try reader.readBytes()
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
        if !certificate.isEmpty {
            writer.writeBytes(certificate)
            writer.writeTag(58)
        }
        if !signingKey.isEmpty {
            writer.writeBytes(signingKey)
            writer.writeTag(50)
        }
        if !encryptionKey.isEmpty {
            writer.writeBytes(encryptionKey)
            writer.writeTag(42)
        }
        if isActive {
            writer.writeBool(isActive)
            writer.writeTag(32)
        }
        if version != 0 {
            writer.writeUInt64(version)
            writer.writeTag(24)
        }
        if deviceID != 0 {
            writer.writeUInt64(deviceID)
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
        case 2: "deviceId"
        case 3: "version"
        case 4: "isActive"
        case 5: "encryptionKey"
        case 6: "signingKey"
        case 7: "certificate"
        default: nil
        }
    }
}

extension DeviceChanged {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: deviceID = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: version = try reader.readNull() ? 0 : reader.readUInt64()
                case 4: isActive = try reader.readNull() ? false : reader.readBool()
                case 5: encryptionKey = try reader.readNull() ? [] : reader.readBytes()
                case 6: signingKey = try reader.readNull() ? [] : reader.readBytes()
                case 7: certificate = try reader.readNull() ? [] : reader.readBytes()
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
        writer.writeKey("deviceId")
        writer.writeUInt64(deviceID)
        writer.writeKey("version")
        writer.writeUInt64(version)
        writer.writeKey("isActive")
        writer.writeBool(isActive)
        writer.writeKey("encryptionKey")
        writer.writeBytes(encryptionKey)
        writer.writeKey("signingKey")
        writer.writeBytes(signingKey)
        writer.writeKey("certificate")
        writer.writeBytes(certificate)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "userId") { return 1 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 1 }
            if JSONReader.matches(key, "version") { return 3 }
        case 8:
            if JSONReader.matches(key, "deviceId") { return 2 }
            if JSONReader.matches(key, "isActive") { return 4 }
        case 9:
            if JSONReader.matches(key, "device_id") { return 2 }
            if JSONReader.matches(key, "is_active") { return 4 }
        case 10:
            if JSONReader.matches(key, "signingKey") { return 6 }
        case 11:
            if JSONReader.matches(key, "signing_key") { return 6 }
            if JSONReader.matches(key, "certificate") { return 7 }
        case 13:
            if JSONReader.matches(key, "encryptionKey") { return 5 }
        case 14:
            if JSONReader.matches(key, "encryption_key") { return 5 }
        default: break
        }
        return 0
    }
}

/// The commit queue is more than half full: publishers are read again once it is drained.
public struct CommitPressureChanged: ProtobufMessage {
    public var isHigh: Bool = false
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(isHigh: Bool = false) {
        self.isHigh = isHigh
    }
}

extension CommitPressureChanged {
    public static let protobufName: StaticString = "martlet.v1.CommitPressureChanged"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: isHigh = try reader.readBool()
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
        if isHigh {
            writer.writeBool(isHigh)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "isHigh"
        default: nil
        }
    }
}

extension CommitPressureChanged {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: isHigh = try reader.readNull() ? false : reader.readBool()
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
        writer.writeKey("isHigh")
        writer.writeBool(isHigh)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "isHigh") { return 1 }
        case 7:
            if JSONReader.matches(key, "is_high") { return 1 }
        default: break
        }
        return 0
    }
}

/// More than half of the chat's receivers on one loop read too slowly. Holds for two seconds, and is told again.
public struct RoomCongested: ProtobufMessage {
    public var chatID: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0) {
        self.chatID = chatID
    }
}

extension RoomCongested {
    public static let protobufName: StaticString = "martlet.v1.RoomCongested"

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

extension RoomCongested {
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

/// Identity has written facts down for others to take note of: they look now, and not only when it is time again.
public struct NewsAdded: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension NewsAdded {
    public static let protobufName: StaticString = "martlet.v1.NewsAdded"

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

extension NewsAdded {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

/// Sessions have ended. A hint: the log of revocations is the truth.
public struct SessionsRevoked: ProtobufMessage {
    public var sessionIDs: [UInt64] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(sessionIDs: [UInt64] = []) {
        self.sessionIDs = sessionIDs
    }
}

extension SessionsRevoked {
    public static let protobufName: StaticString = "martlet.v1.SessionsRevoked"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: sessionIDs.append(try reader.readUInt64())
                case 10:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { sessionIDs.append(try reader.readUInt64()) }
                    reader.leave(outer)
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
        if !sessionIDs.isEmpty {
            let before = writer.count
            for value in sessionIDs.reversed() { writer.writeUInt64(value) }
            writer.writeLength(since: before)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "sessionIds"
        default: nil
        }
    }
}

extension SessionsRevoked {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    sessionIDs = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            sessionIDs.append(try reader.readUInt64())
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
        writer.writeKey("sessionIds")
        writer.beginArray()
        for value in sessionIDs {
            writer.writeSeparator()
            writer.writeUInt64(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 10:
            if JSONReader.matches(key, "sessionIds") { return 1 }
        case 11:
            if JSONReader.matches(key, "session_ids") { return 1 }
        default: break
        }
        return 0
    }
}

/// From Identity: two people are contacts, or block each other, or no longer.
public struct RelationChanged: ProtobufMessage {
    public var userID: UInt64 = 0
    /// Of the user's relations: rises by one with each change.
    public var version: UInt64 = 0
    public var otherID: UInt64 = 0
    public var isContact: Bool = false
    /// Whether either of the two has blocked the other.
    public var isBlocked: Bool = false
    /// What the user's devices are told; absent when the user is not to learn of it.
    public var contact: Contact?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        userID: UInt64 = 0,
        version: UInt64 = 0,
        otherID: UInt64 = 0,
        isContact: Bool = false,
        isBlocked: Bool = false,
        contact: Contact? = nil
    ) {
        self.userID = userID
        self.version = version
        self.otherID = otherID
        self.isContact = isContact
        self.isBlocked = isBlocked
        self.contact = contact
    }
}

extension RelationChanged {
    public static let protobufName: StaticString = "martlet.v1.RelationChanged"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 16: version = try reader.readUInt64()
                case 24: otherID = try reader.readUInt64()
                case 32: isContact = try reader.readBool()
                case 40: isBlocked = try reader.readBool()
                case 50:
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
            writer.writeTag(50)
        }
        if isBlocked {
            writer.writeBool(isBlocked)
            writer.writeTag(40)
        }
        if isContact {
            writer.writeBool(isContact)
            writer.writeTag(32)
        }
        if otherID != 0 {
            writer.writeUInt64(otherID)
            writer.writeTag(24)
        }
        if version != 0 {
            writer.writeUInt64(version)
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
        case 2: "version"
        case 3: "otherId"
        case 4: "isContact"
        case 5: "isBlocked"
        case 6: "contact"
        default: nil
        }
    }
}

extension RelationChanged {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: version = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: otherID = try reader.readNull() ? 0 : reader.readUInt64()
                case 4: isContact = try reader.readNull() ? false : reader.readBool()
                case 5: isBlocked = try reader.readNull() ? false : reader.readBool()
                case 6: contact = try reader.readNull() ? nil : reader.readMessage(Contact.self)
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
        writer.writeKey("version")
        writer.writeUInt64(version)
        writer.writeKey("otherId")
        writer.writeUInt64(otherID)
        writer.writeKey("isContact")
        writer.writeBool(isContact)
        writer.writeKey("isBlocked")
        writer.writeBool(isBlocked)
        if let value = contact {
            writer.writeKey("contact")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "userId") { return 1 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 1 }
            if JSONReader.matches(key, "version") { return 2 }
            if JSONReader.matches(key, "otherId") { return 3 }
            if JSONReader.matches(key, "contact") { return 6 }
        case 8:
            if JSONReader.matches(key, "other_id") { return 3 }
        case 9:
            if JSONReader.matches(key, "isContact") { return 4 }
            if JSONReader.matches(key, "isBlocked") { return 5 }
        case 10:
            if JSONReader.matches(key, "is_contact") { return 4 }
            if JSONReader.matches(key, "is_blocked") { return 5 }
        default: break
        }
        return 0
    }
}

/// As the two see it.
public struct RelationsChanged: ProtobufMessage {
    public var changes: [RelationChanged] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(changes: [RelationChanged] = []) {
        self.changes = changes
    }
}

extension RelationsChanged {
    public static let protobufName: StaticString = "martlet.v1.RelationsChanged"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: changes.append(try reader.readMessage(RelationChanged.self))
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
        for value in changes.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "changes"
        default: nil
        }
    }
}

extension RelationsChanged {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    changes = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            changes.append(try reader.readMessage(RelationChanged.self))
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
        writer.writeKey("changes")
        writer.beginArray()
        for value in changes {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 7:
            if JSONReader.matches(key, "changes") { return 1 }
        default: break
        }
        return 0
    }
}

/// From Identity: whether one of two people blocks the other. What is told last of a pair, by its version, holds.
public struct BlockChanged: ProtobufMessage {
    public var lowUserID: UInt64 = 0
    public var highUserID: UInt64 = 0
    /// Rises with each change of this pair.
    public var version: UInt64 = 0
    public var isBlocked: Bool = false
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(lowUserID: UInt64 = 0, highUserID: UInt64 = 0, version: UInt64 = 0, isBlocked: Bool = false) {
        self.lowUserID = lowUserID
        self.highUserID = highUserID
        self.version = version
        self.isBlocked = isBlocked
    }
}

extension BlockChanged {
    public static let protobufName: StaticString = "martlet.v1.BlockChanged"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: lowUserID = try reader.readUInt64()
                case 16: highUserID = try reader.readUInt64()
                case 24: version = try reader.readUInt64()
                case 32: isBlocked = try reader.readBool()
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
        if isBlocked {
            writer.writeBool(isBlocked)
            writer.writeTag(32)
        }
        if version != 0 {
            writer.writeUInt64(version)
            writer.writeTag(24)
        }
        if highUserID != 0 {
            writer.writeUInt64(highUserID)
            writer.writeTag(16)
        }
        if lowUserID != 0 {
            writer.writeUInt64(lowUserID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "lowUserId"
        case 2: "highUserId"
        case 3: "version"
        case 4: "isBlocked"
        default: nil
        }
    }
}

extension BlockChanged {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: lowUserID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: highUserID = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: version = try reader.readNull() ? 0 : reader.readUInt64()
                case 4: isBlocked = try reader.readNull() ? false : reader.readBool()
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
        writer.writeKey("lowUserId")
        writer.writeUInt64(lowUserID)
        writer.writeKey("highUserId")
        writer.writeUInt64(highUserID)
        writer.writeKey("version")
        writer.writeUInt64(version)
        writer.writeKey("isBlocked")
        writer.writeBool(isBlocked)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 7:
            if JSONReader.matches(key, "version") { return 3 }
        case 9:
            if JSONReader.matches(key, "lowUserId") { return 1 }
            if JSONReader.matches(key, "isBlocked") { return 4 }
        case 10:
            if JSONReader.matches(key, "highUserId") { return 2 }
            if JSONReader.matches(key, "is_blocked") { return 4 }
        case 11:
            if JSONReader.matches(key, "low_user_id") { return 1 }
        case 12:
            if JSONReader.matches(key, "high_user_id") { return 2 }
        default: break
        }
        return 0
    }
}

/// From Identity: what somebody wants others to know.
public struct PrivacyChanged: ProtobufMessage {
    public var userID: UInt64 = 0
    /// Of the user's settings: rises with each change.
    public var version: UInt64 = 0
    /// All of it set.
    public var privacy: PrivacySettings?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(userID: UInt64 = 0, version: UInt64 = 0, privacy: PrivacySettings? = nil) {
        self.userID = userID
        self.version = version
        self.privacy = privacy
    }
}

extension PrivacyChanged {
    public static let protobufName: StaticString = "martlet.v1.PrivacyChanged"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 16: version = try reader.readUInt64()
                case 26:
                    var value = privacy ?? PrivacySettings()
                    try reader.readMessage(into: &value)
                    privacy = value
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
        if let value = privacy {
            writer.writeMessage(value)
            writer.writeTag(26)
        }
        if version != 0 {
            writer.writeUInt64(version)
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
        case 2: "version"
        case 3: "privacy"
        default: nil
        }
    }
}

extension PrivacyChanged {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: version = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: privacy = try reader.readNull() ? nil : reader.readMessage(PrivacySettings.self)
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
        writer.writeKey("version")
        writer.writeUInt64(version)
        if let value = privacy {
            writer.writeKey("privacy")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "userId") { return 1 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 1 }
            if JSONReader.matches(key, "version") { return 2 }
            if JSONReader.matches(key, "privacy") { return 3 }
        default: break
        }
        return 0
    }
}

/// From Identity: a profile was changed.
public struct UserChanged: ProtobufMessage {
    /// As everybody may see it.
    public var user: User?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(user: User? = nil) {
        self.user = user
    }
}

extension UserChanged {
    public static let protobufName: StaticString = "martlet.v1.UserChanged"

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

extension UserChanged {
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

public struct Event: ProtobufMessage {
    public var body: Body?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(body: Body? = nil) {
        self.body = body
    }

    public enum Body: Sendable, Equatable {
        indirect case entryAppended(EntryAppended)
        indirect case inboxAppended(InboxAppended)
        indirect case headsRepeated(HeadsRepeated)
        indirect case positionsMoved(PositionsMoved)
        indirect case typingChanged(TypingChanged)
        indirect case presenceReported(PresenceReported)
        indirect case deviceChanged(DeviceChanged)
        indirect case commitPressureChanged(CommitPressureChanged)
        indirect case roomCongested(RoomCongested)
        indirect case newsAdded(NewsAdded)
        indirect case sessionsRevoked(SessionsRevoked)
        indirect case relationsChanged(RelationsChanged)
        indirect case blockChanged(BlockChanged)
        indirect case privacyChanged(PrivacyChanged)
        indirect case userChanged(UserChanged)
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
                case 18:
                    var value = EntryAppended()
                    if case .entryAppended(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .entryAppended(value)
                case 26:
                    var value = InboxAppended()
                    if case .inboxAppended(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .inboxAppended(value)
                case 34:
                    var value = HeadsRepeated()
                    if case .headsRepeated(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .headsRepeated(value)
                case 42:
                    var value = PositionsMoved()
                    if case .positionsMoved(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .positionsMoved(value)
                case 50:
                    var value = TypingChanged()
                    if case .typingChanged(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .typingChanged(value)
                case 58:
                    var value = PresenceReported()
                    if case .presenceReported(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .presenceReported(value)
                case 66:
                    var value = DeviceChanged()
                    if case .deviceChanged(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .deviceChanged(value)
                case 74:
                    var value = CommitPressureChanged()
                    if case .commitPressureChanged(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .commitPressureChanged(value)
                case 82:
                    var value = RoomCongested()
                    if case .roomCongested(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .roomCongested(value)
                case 130:
                    var value = NewsAdded()
                    if case .newsAdded(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .newsAdded(value)
                case 90:
                    var value = SessionsRevoked()
                    if case .sessionsRevoked(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .sessionsRevoked(value)
                case 162:
                    var value = RelationsChanged()
                    if case .relationsChanged(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .relationsChanged(value)
                case 170:
                    var value = BlockChanged()
                    if case .blockChanged(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .blockChanged(value)
                case 178:
                    var value = PrivacyChanged()
                    if case .privacyChanged(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .privacyChanged(value)
                case 186:
                    var value = UserChanged()
                    if case .userChanged(let earlier)? = body { value = earlier }
                    try reader.readMessage(into: &value)
                    body = .userChanged(value)
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
        if case .userChanged(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(186)
        }
        if case .privacyChanged(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(178)
        }
        if case .blockChanged(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(170)
        }
        if case .relationsChanged(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(162)
        }
        if case .newsAdded(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(130)
        }
        if case .sessionsRevoked(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(90)
        }
        if case .roomCongested(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(82)
        }
        if case .commitPressureChanged(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(74)
        }
        if case .deviceChanged(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(66)
        }
        if case .presenceReported(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(58)
        }
        if case .typingChanged(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(50)
        }
        if case .positionsMoved(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(42)
        }
        if case .headsRepeated(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(34)
        }
        if case .inboxAppended(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(26)
        }
        if case .entryAppended(let value)? = body {
            writer.writeMessage(value)
            writer.writeTag(18)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 2: "entryAppended"
        case 3: "inboxAppended"
        case 4: "headsRepeated"
        case 5: "positionsMoved"
        case 6: "typingChanged"
        case 7: "presenceReported"
        case 8: "deviceChanged"
        case 9: "commitPressureChanged"
        case 10: "roomCongested"
        case 16: "newsAdded"
        case 11: "sessionsRevoked"
        case 20: "relationsChanged"
        case 21: "blockChanged"
        case 22: "privacyChanged"
        case 23: "userChanged"
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
                case 2:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .entryAppended(try reader.readMessage(EntryAppended.self))
                    }
                case 3:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .inboxAppended(try reader.readMessage(InboxAppended.self))
                    }
                case 4:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .headsRepeated(try reader.readMessage(HeadsRepeated.self))
                    }
                case 5:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .positionsMoved(try reader.readMessage(PositionsMoved.self))
                    }
                case 6:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .typingChanged(try reader.readMessage(TypingChanged.self))
                    }
                case 7:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .presenceReported(try reader.readMessage(PresenceReported.self))
                    }
                case 8:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .deviceChanged(try reader.readMessage(DeviceChanged.self))
                    }
                case 9:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .commitPressureChanged(try reader.readMessage(CommitPressureChanged.self))
                    }
                case 10:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .roomCongested(try reader.readMessage(RoomCongested.self))
                    }
                case 16:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .newsAdded(try reader.readMessage(NewsAdded.self))
                    }
                case 11:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .sessionsRevoked(try reader.readMessage(SessionsRevoked.self))
                    }
                case 20:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .relationsChanged(try reader.readMessage(RelationsChanged.self))
                    }
                case 21:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .blockChanged(try reader.readMessage(BlockChanged.self))
                    }
                case 22:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .privacyChanged(try reader.readMessage(PrivacyChanged.self))
                    }
                case 23:
                    if try !reader.readNull() {
                        guard seenInBody == 0 || seenInBody == field else { throw ProtobufError(.conflictingOneof) }
                        seenInBody = field
                        body = .userChanged(try reader.readMessage(UserChanged.self))
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
        case .entryAppended(let value)?:
            writer.writeKey("entryAppended")
            writer.writeMessage(value)
        case .inboxAppended(let value)?:
            writer.writeKey("inboxAppended")
            writer.writeMessage(value)
        case .headsRepeated(let value)?:
            writer.writeKey("headsRepeated")
            writer.writeMessage(value)
        case .positionsMoved(let value)?:
            writer.writeKey("positionsMoved")
            writer.writeMessage(value)
        case .typingChanged(let value)?:
            writer.writeKey("typingChanged")
            writer.writeMessage(value)
        case .presenceReported(let value)?:
            writer.writeKey("presenceReported")
            writer.writeMessage(value)
        case .deviceChanged(let value)?:
            writer.writeKey("deviceChanged")
            writer.writeMessage(value)
        case .commitPressureChanged(let value)?:
            writer.writeKey("commitPressureChanged")
            writer.writeMessage(value)
        case .roomCongested(let value)?:
            writer.writeKey("roomCongested")
            writer.writeMessage(value)
        case .newsAdded(let value)?:
            writer.writeKey("newsAdded")
            writer.writeMessage(value)
        case .sessionsRevoked(let value)?:
            writer.writeKey("sessionsRevoked")
            writer.writeMessage(value)
        case .relationsChanged(let value)?:
            writer.writeKey("relationsChanged")
            writer.writeMessage(value)
        case .blockChanged(let value)?:
            writer.writeKey("blockChanged")
            writer.writeMessage(value)
        case .privacyChanged(let value)?:
            writer.writeKey("privacyChanged")
            writer.writeMessage(value)
        case .userChanged(let value)?:
            writer.writeKey("userChanged")
            writer.writeMessage(value)
        case nil: break
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 9:
            if JSONReader.matches(key, "newsAdded") { return 16 }
        case 10:
            if JSONReader.matches(key, "news_added") { return 16 }
        case 11:
            if JSONReader.matches(key, "userChanged") { return 23 }
        case 12:
            if JSONReader.matches(key, "blockChanged") { return 21 }
            if JSONReader.matches(key, "user_changed") { return 23 }
        case 13:
            if JSONReader.matches(key, "entryAppended") { return 2 }
            if JSONReader.matches(key, "inboxAppended") { return 3 }
            if JSONReader.matches(key, "headsRepeated") { return 4 }
            if JSONReader.matches(key, "typingChanged") { return 6 }
            if JSONReader.matches(key, "deviceChanged") { return 8 }
            if JSONReader.matches(key, "roomCongested") { return 10 }
            if JSONReader.matches(key, "block_changed") { return 21 }
        case 14:
            if JSONReader.matches(key, "entry_appended") { return 2 }
            if JSONReader.matches(key, "inbox_appended") { return 3 }
            if JSONReader.matches(key, "heads_repeated") { return 4 }
            if JSONReader.matches(key, "positionsMoved") { return 5 }
            if JSONReader.matches(key, "typing_changed") { return 6 }
            if JSONReader.matches(key, "device_changed") { return 8 }
            if JSONReader.matches(key, "room_congested") { return 10 }
            if JSONReader.matches(key, "privacyChanged") { return 22 }
        case 15:
            if JSONReader.matches(key, "positions_moved") { return 5 }
            if JSONReader.matches(key, "sessionsRevoked") { return 11 }
            if JSONReader.matches(key, "privacy_changed") { return 22 }
        case 16:
            if JSONReader.matches(key, "presenceReported") { return 7 }
            if JSONReader.matches(key, "sessions_revoked") { return 11 }
            if JSONReader.matches(key, "relationsChanged") { return 20 }
        case 17:
            if JSONReader.matches(key, "presence_reported") { return 7 }
            if JSONReader.matches(key, "relations_changed") { return 20 }
        case 21:
            if JSONReader.matches(key, "commitPressureChanged") { return 9 }
        case 23:
            if JSONReader.matches(key, "commit_pressure_changed") { return 9 }
        default: break
        }
        return 0
    }
}
