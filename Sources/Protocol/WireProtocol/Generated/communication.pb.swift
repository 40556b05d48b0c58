// Generated from martlet/v1/communication.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import Protobuf

public struct ChatType: ProtobufEnum {
    public static let unspecified = Self(rawValue: 0)
    public static let direct = Self(rawValue: 1)
    public static let group = Self(rawValue: 2)
    public static let channel = Self(rawValue: 3)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .unspecified,
        .direct,
        .group,
        .channel,
    ]

    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public init?(wireName: UnsafeRawBufferPointer) {
        switch wireName.count {
        case 5:
            if JSONReader.matches(wireName, "group") {
                self.init(rawValue: 2)
                return
            }
        case 6:
            if JSONReader.matches(wireName, "direct") {
                self.init(rawValue: 1)
                return
            }
        case 7:
            if JSONReader.matches(wireName, "channel") {
                self.init(rawValue: 3)
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
        case 1: "direct"
        case 2: "group"
        case 3: "channel"
        default: nil
        }
    }
}

public struct ChatEncryption: ProtobufEnum {
    public static let unspecified = Self(rawValue: 0)
    public static let e2ee = Self(rawValue: 1)
    public static let server = Self(rawValue: 2)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .unspecified,
        .e2ee,
        .server,
    ]

    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public init?(wireName: UnsafeRawBufferPointer) {
        switch wireName.count {
        case 4:
            if JSONReader.matches(wireName, "e2ee") {
                self.init(rawValue: 1)
                return
            }
        case 6:
            if JSONReader.matches(wireName, "server") {
                self.init(rawValue: 2)
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
        case 1: "e2ee"
        case 2: "server"
        default: nil
        }
    }
}

public struct MemberRole: ProtobufEnum {
    public static let unspecified = Self(rawValue: 0)
    public static let member = Self(rawValue: 1)
    public static let admin = Self(rawValue: 2)
    public static let owner = Self(rawValue: 3)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .unspecified,
        .member,
        .admin,
        .owner,
    ]

    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public init?(wireName: UnsafeRawBufferPointer) {
        switch wireName.count {
        case 5:
            if JSONReader.matches(wireName, "admin") {
                self.init(rawValue: 2)
                return
            }
            if JSONReader.matches(wireName, "owner") {
                self.init(rawValue: 3)
                return
            }
        case 6:
            if JSONReader.matches(wireName, "member") {
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
        case 1: "member"
        case 2: "admin"
        case 3: "owner"
        default: nil
        }
    }
}

public struct EntryKind: ProtobufEnum {
    public static let unspecified = Self(rawValue: 0)
    public static let chat = Self(rawValue: 1)
    public static let message = Self(rawValue: 2)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .unspecified,
        .chat,
        .message,
    ]

    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public init?(wireName: UnsafeRawBufferPointer) {
        switch wireName.count {
        case 4:
            if JSONReader.matches(wireName, "chat") {
                self.init(rawValue: 1)
                return
            }
        case 7:
            if JSONReader.matches(wireName, "message") {
                self.init(rawValue: 2)
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
        case 1: "chat"
        case 2: "message"
        default: nil
        }
    }
}

/// A chat as one of its members sees it.
public struct Chat: ProtobufMessage {
    public var id: UInt64 = 0
    public var type: ChatType = ChatType(rawValue: 0)
    public var name: String = ""
    public var encryption: ChatEncryption = ChatEncryption(rawValue: 0)
    public var memberCount: UInt32 = 0
    public var memberVersion: UInt64 = 0
    public var rosterVersion: UInt64 = 0
    public var lastSeq: UInt64 = 0
    public var readSeq: UInt64 = 0
    public var deliveredSeq: UInt64 = 0
    public var unreadCount: UInt64 = 0
    public var lastEntryAt: Timestamp?
    public var role: MemberRole = MemberRole(rawValue: 0)
    public var visibleFromSeq: UInt64 = 0
    public var createdAt: Timestamp?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        id: UInt64 = 0,
        type: ChatType = ChatType(rawValue: 0),
        name: String = "",
        encryption: ChatEncryption = ChatEncryption(rawValue: 0),
        memberCount: UInt32 = 0,
        memberVersion: UInt64 = 0,
        rosterVersion: UInt64 = 0,
        lastSeq: UInt64 = 0,
        readSeq: UInt64 = 0,
        deliveredSeq: UInt64 = 0,
        unreadCount: UInt64 = 0,
        lastEntryAt: Timestamp? = nil,
        role: MemberRole = MemberRole(rawValue: 0),
        visibleFromSeq: UInt64 = 0,
        createdAt: Timestamp? = nil
    ) {
        self.id = id
        self.type = type
        self.name = name
        self.encryption = encryption
        self.memberCount = memberCount
        self.memberVersion = memberVersion
        self.rosterVersion = rosterVersion
        self.lastSeq = lastSeq
        self.readSeq = readSeq
        self.deliveredSeq = deliveredSeq
        self.unreadCount = unreadCount
        self.lastEntryAt = lastEntryAt
        self.role = role
        self.visibleFromSeq = visibleFromSeq
        self.createdAt = createdAt
    }
}

extension Chat {
    public static let protobufName: StaticString = "martlet.v1.Chat"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: id = try reader.readUInt64()
                case 16: type = try reader.readEnum(ChatType.self)
                case 26: name = try reader.readString()
                case 32: encryption = try reader.readEnum(ChatEncryption.self)
                case 40: memberCount = try reader.readUInt32()
                case 48: memberVersion = try reader.readUInt64()
                case 56: rosterVersion = try reader.readUInt64()
                case 64: lastSeq = try reader.readUInt64()
                case 72: readSeq = try reader.readUInt64()
                case 80: deliveredSeq = try reader.readUInt64()
                case 88: unreadCount = try reader.readUInt64()
                case 98:
                    var value = lastEntryAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    lastEntryAt = value
                case 104: role = try reader.readEnum(MemberRole.self)
                case 112: visibleFromSeq = try reader.readUInt64()
                case 122:
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
            writer.writeTag(122)
        }
        if visibleFromSeq != 0 {
            writer.writeUInt64(visibleFromSeq)
            writer.writeTag(112)
        }
        if role.rawValue != 0 {
            writer.writeEnum(role)
            writer.writeTag(104)
        }
        if let value = lastEntryAt {
            writer.writeMessage(value)
            writer.writeTag(98)
        }
        if unreadCount != 0 {
            writer.writeUInt64(unreadCount)
            writer.writeTag(88)
        }
        if deliveredSeq != 0 {
            writer.writeUInt64(deliveredSeq)
            writer.writeTag(80)
        }
        if readSeq != 0 {
            writer.writeUInt64(readSeq)
            writer.writeTag(72)
        }
        if lastSeq != 0 {
            writer.writeUInt64(lastSeq)
            writer.writeTag(64)
        }
        if rosterVersion != 0 {
            writer.writeUInt64(rosterVersion)
            writer.writeTag(56)
        }
        if memberVersion != 0 {
            writer.writeUInt64(memberVersion)
            writer.writeTag(48)
        }
        if memberCount != 0 {
            writer.writeUInt32(memberCount)
            writer.writeTag(40)
        }
        if encryption.rawValue != 0 {
            writer.writeEnum(encryption)
            writer.writeTag(32)
        }
        if !name.isEmpty {
            writer.writeString(name)
            writer.writeTag(26)
        }
        if type.rawValue != 0 {
            writer.writeEnum(type)
            writer.writeTag(16)
        }
        if id != 0 {
            writer.writeUInt64(id)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "id"
        case 2: "type"
        case 3: "name"
        case 4: "encryption"
        case 5: "memberCount"
        case 6: "memberVersion"
        case 7: "rosterVersion"
        case 8: "lastSeq"
        case 9: "readSeq"
        case 10: "deliveredSeq"
        case 11: "unreadCount"
        case 12: "lastEntryAt"
        case 13: "role"
        case 14: "visibleFromSeq"
        case 15: "createdAt"
        default: nil
        }
    }
}

extension Chat {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: type = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(ChatType.self)
                case 3: name = try reader.readNull() ? "" : reader.readString()
                case 4: encryption = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(ChatEncryption.self)
                case 5: memberCount = try reader.readNull() ? 0 : reader.readUInt32()
                case 6: memberVersion = try reader.readNull() ? 0 : reader.readUInt64()
                case 7: rosterVersion = try reader.readNull() ? 0 : reader.readUInt64()
                case 8: lastSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 9: readSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 10: deliveredSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 11: unreadCount = try reader.readNull() ? 0 : reader.readUInt64()
                case 12: lastEntryAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
                case 13: role = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(MemberRole.self)
                case 14: visibleFromSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 15: createdAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
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
        writer.writeKey("id")
        writer.writeUInt64(id)
        writer.writeKey("type")
        writer.writeEnum(type)
        writer.writeKey("name")
        writer.writeString(name)
        writer.writeKey("encryption")
        writer.writeEnum(encryption)
        writer.writeKey("memberCount")
        writer.writeUInt32(memberCount)
        writer.writeKey("memberVersion")
        writer.writeUInt64(memberVersion)
        writer.writeKey("rosterVersion")
        writer.writeUInt64(rosterVersion)
        writer.writeKey("lastSeq")
        writer.writeUInt64(lastSeq)
        writer.writeKey("readSeq")
        writer.writeUInt64(readSeq)
        writer.writeKey("deliveredSeq")
        writer.writeUInt64(deliveredSeq)
        writer.writeKey("unreadCount")
        writer.writeUInt64(unreadCount)
        if let value = lastEntryAt {
            writer.writeKey("lastEntryAt")
            writer.writeMessage(value)
        }
        writer.writeKey("role")
        writer.writeEnum(role)
        writer.writeKey("visibleFromSeq")
        writer.writeUInt64(visibleFromSeq)
        if let value = createdAt {
            writer.writeKey("createdAt")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 4:
            if JSONReader.matches(key, "type") { return 2 }
            if JSONReader.matches(key, "name") { return 3 }
            if JSONReader.matches(key, "role") { return 13 }
        case 7:
            if JSONReader.matches(key, "lastSeq") { return 8 }
            if JSONReader.matches(key, "readSeq") { return 9 }
        case 8:
            if JSONReader.matches(key, "last_seq") { return 8 }
            if JSONReader.matches(key, "read_seq") { return 9 }
        case 9:
            if JSONReader.matches(key, "createdAt") { return 15 }
        case 10:
            if JSONReader.matches(key, "encryption") { return 4 }
            if JSONReader.matches(key, "created_at") { return 15 }
        case 11:
            if JSONReader.matches(key, "memberCount") { return 5 }
            if JSONReader.matches(key, "unreadCount") { return 11 }
            if JSONReader.matches(key, "lastEntryAt") { return 12 }
        case 12:
            if JSONReader.matches(key, "member_count") { return 5 }
            if JSONReader.matches(key, "deliveredSeq") { return 10 }
            if JSONReader.matches(key, "unread_count") { return 11 }
        case 13:
            if JSONReader.matches(key, "memberVersion") { return 6 }
            if JSONReader.matches(key, "rosterVersion") { return 7 }
            if JSONReader.matches(key, "delivered_seq") { return 10 }
            if JSONReader.matches(key, "last_entry_at") { return 12 }
        case 14:
            if JSONReader.matches(key, "member_version") { return 6 }
            if JSONReader.matches(key, "roster_version") { return 7 }
            if JSONReader.matches(key, "visibleFromSeq") { return 14 }
        case 16:
            if JSONReader.matches(key, "visible_from_seq") { return 14 }
        default: break
        }
        return 0
    }
}

/// `text` in chats that the server may read; `scheme` and `ciphertext` in end-to-end encrypted ones.
public struct Content: ProtobufMessage {
    public var text: String?
    public var scheme: String?
    public var ciphertext: [UInt8]?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(text: String? = nil, scheme: String? = nil, ciphertext: [UInt8]? = nil) {
        self.text = text
        self.scheme = scheme
        self.ciphertext = ciphertext
    }
}

extension Content {
    public static let protobufName: StaticString = "martlet.v1.Content"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: text = try reader.readString()
                case 18: scheme = try reader.readString()
                case 26: ciphertext = try reader.readBytes()
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
        if let value = ciphertext {
            writer.writeBytes(value)
            writer.writeTag(26)
        }
        if let value = scheme {
            writer.writeString(value)
            writer.writeTag(18)
        }
        if let value = text {
            writer.writeString(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "text"
        case 2: "scheme"
        case 3: "ciphertext"
        default: nil
        }
    }
}

extension Content {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: text = try reader.readNull() ? nil : reader.readString()
                case 2: scheme = try reader.readNull() ? nil : reader.readString()
                case 3: ciphertext = try reader.readNull() ? nil : reader.readBytes()
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
        if let value = text {
            writer.writeKey("text")
            writer.writeString(value)
        }
        if let value = scheme {
            writer.writeKey("scheme")
            writer.writeString(value)
        }
        if let value = ciphertext {
            writer.writeKey("ciphertext")
            writer.writeBytes(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "text") { return 1 }
        case 6:
            if JSONReader.matches(key, "scheme") { return 2 }
        case 10:
            if JSONReader.matches(key, "ciphertext") { return 3 }
        default: break
        }
        return 0
    }
}

/// One entry of a chat's log.
public struct Entry: ProtobufMessage {
    /// `<chatId>.<seq>`; opaque to clients.
    public var id: String = ""
    public var chatID: UInt64 = 0
    public var seq: UInt64 = 0
    public var ordinal: UInt64?
    public var senderID: UInt64 = 0
    public var senderDeviceID: UInt64 = 0
    public var kind: EntryKind = EntryKind(rawValue: 0)
    public var clientID: String = ""
    public var createdAt: Timestamp?
    public var content: Content?
    public var replyToSeq: UInt64?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        id: String = "",
        chatID: UInt64 = 0,
        seq: UInt64 = 0,
        ordinal: UInt64? = nil,
        senderID: UInt64 = 0,
        senderDeviceID: UInt64 = 0,
        kind: EntryKind = EntryKind(rawValue: 0),
        clientID: String = "",
        createdAt: Timestamp? = nil,
        content: Content? = nil,
        replyToSeq: UInt64? = nil
    ) {
        self.id = id
        self.chatID = chatID
        self.seq = seq
        self.ordinal = ordinal
        self.senderID = senderID
        self.senderDeviceID = senderDeviceID
        self.kind = kind
        self.clientID = clientID
        self.createdAt = createdAt
        self.content = content
        self.replyToSeq = replyToSeq
    }
}

extension Entry {
    public static let protobufName: StaticString = "martlet.v1.Entry"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: id = try reader.readString()
                case 16: chatID = try reader.readUInt64()
                case 24: seq = try reader.readUInt64()
                case 32: ordinal = try reader.readUInt64()
                case 40: senderID = try reader.readUInt64()
                case 48: senderDeviceID = try reader.readUInt64()
                case 56: kind = try reader.readEnum(EntryKind.self)
                case 66: clientID = try reader.readString()
                case 74:
                    var value = createdAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    createdAt = value
                case 82:
                    var value = content ?? Content()
                    try reader.readMessage(into: &value)
                    content = value
                case 88: replyToSeq = try reader.readUInt64()
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
        if let value = replyToSeq {
            writer.writeUInt64(value)
            writer.writeTag(88)
        }
        if let value = content {
            writer.writeMessage(value)
            writer.writeTag(82)
        }
        if let value = createdAt {
            writer.writeMessage(value)
            writer.writeTag(74)
        }
        if !clientID.isEmpty {
            writer.writeString(clientID)
            writer.writeTag(66)
        }
        if kind.rawValue != 0 {
            writer.writeEnum(kind)
            writer.writeTag(56)
        }
        if senderDeviceID != 0 {
            writer.writeUInt64(senderDeviceID)
            writer.writeTag(48)
        }
        if senderID != 0 {
            writer.writeUInt64(senderID)
            writer.writeTag(40)
        }
        if let value = ordinal {
            writer.writeUInt64(value)
            writer.writeTag(32)
        }
        if seq != 0 {
            writer.writeUInt64(seq)
            writer.writeTag(24)
        }
        if chatID != 0 {
            writer.writeUInt64(chatID)
            writer.writeTag(16)
        }
        if !id.isEmpty {
            writer.writeString(id)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "id"
        case 2: "chatId"
        case 3: "seq"
        case 4: "ordinal"
        case 5: "senderId"
        case 6: "senderDeviceId"
        case 7: "kind"
        case 8: "clientId"
        case 9: "createdAt"
        case 10: "content"
        case 11: "replyToSeq"
        default: nil
        }
    }
}

extension Entry {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? "" : reader.readString()
                case 2: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: seq = try reader.readNull() ? 0 : reader.readUInt64()
                case 4: ordinal = try reader.readNull() ? nil : reader.readUInt64()
                case 5: senderID = try reader.readNull() ? 0 : reader.readUInt64()
                case 6: senderDeviceID = try reader.readNull() ? 0 : reader.readUInt64()
                case 7: kind = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(EntryKind.self)
                case 8: clientID = try reader.readNull() ? "" : reader.readString()
                case 9: createdAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
                case 10: content = try reader.readNull() ? nil : reader.readMessage(Content.self)
                case 11: replyToSeq = try reader.readNull() ? nil : reader.readUInt64()
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
        writer.writeKey("id")
        writer.writeString(id)
        writer.writeKey("chatId")
        writer.writeUInt64(chatID)
        writer.writeKey("seq")
        writer.writeUInt64(seq)
        if let value = ordinal {
            writer.writeKey("ordinal")
            writer.writeUInt64(value)
        }
        writer.writeKey("senderId")
        writer.writeUInt64(senderID)
        writer.writeKey("senderDeviceId")
        writer.writeUInt64(senderDeviceID)
        writer.writeKey("kind")
        writer.writeEnum(kind)
        writer.writeKey("clientId")
        writer.writeString(clientID)
        if let value = createdAt {
            writer.writeKey("createdAt")
            writer.writeMessage(value)
        }
        if let value = content {
            writer.writeKey("content")
            writer.writeMessage(value)
        }
        if let value = replyToSeq {
            writer.writeKey("replyToSeq")
            writer.writeUInt64(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 3:
            if JSONReader.matches(key, "seq") { return 3 }
        case 4:
            if JSONReader.matches(key, "kind") { return 7 }
        case 6:
            if JSONReader.matches(key, "chatId") { return 2 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 2 }
            if JSONReader.matches(key, "ordinal") { return 4 }
            if JSONReader.matches(key, "content") { return 10 }
        case 8:
            if JSONReader.matches(key, "senderId") { return 5 }
            if JSONReader.matches(key, "clientId") { return 8 }
        case 9:
            if JSONReader.matches(key, "sender_id") { return 5 }
            if JSONReader.matches(key, "client_id") { return 8 }
            if JSONReader.matches(key, "createdAt") { return 9 }
        case 10:
            if JSONReader.matches(key, "created_at") { return 9 }
            if JSONReader.matches(key, "replyToSeq") { return 11 }
        case 12:
            if JSONReader.matches(key, "reply_to_seq") { return 11 }
        case 14:
            if JSONReader.matches(key, "senderDeviceId") { return 6 }
        case 16:
            if JSONReader.matches(key, "sender_device_id") { return 6 }
        default: break
        }
        return 0
    }
}

public struct CreateChatRequest: ProtobufMessage {
    public var type: ChatType = ChatType(rawValue: 0)
    public var memberIDs: [UInt64] = []
    public var name: String?
    public var encryption: ChatEncryption = ChatEncryption(rawValue: 0)
    public var clientID: String?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        type: ChatType = ChatType(rawValue: 0),
        memberIDs: [UInt64] = [],
        name: String? = nil,
        encryption: ChatEncryption = ChatEncryption(rawValue: 0),
        clientID: String? = nil
    ) {
        self.type = type
        self.memberIDs = memberIDs
        self.name = name
        self.encryption = encryption
        self.clientID = clientID
    }
}

extension CreateChatRequest {
    public static let protobufName: StaticString = "martlet.v1.CreateChatRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: type = try reader.readEnum(ChatType.self)
                case 16: memberIDs.append(try reader.readUInt64())
                case 18:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { memberIDs.append(try reader.readUInt64()) }
                    reader.leave(outer)
                case 26: name = try reader.readString()
                case 32: encryption = try reader.readEnum(ChatEncryption.self)
                case 42: clientID = try reader.readString()
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
        if let value = clientID {
            writer.writeString(value)
            writer.writeTag(42)
        }
        if encryption.rawValue != 0 {
            writer.writeEnum(encryption)
            writer.writeTag(32)
        }
        if let value = name {
            writer.writeString(value)
            writer.writeTag(26)
        }
        if !memberIDs.isEmpty {
            let before = writer.count
            for value in memberIDs.reversed() { writer.writeUInt64(value) }
            writer.writeLength(since: before)
            writer.writeTag(18)
        }
        if type.rawValue != 0 {
            writer.writeEnum(type)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "type"
        case 2: "memberIds"
        case 3: "name"
        case 4: "encryption"
        case 5: "clientId"
        default: nil
        }
    }
}

extension CreateChatRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: type = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(ChatType.self)
                case 2:
                    memberIDs = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            memberIDs.append(try reader.readUInt64())
                        }
                    }
                case 3: name = try reader.readNull() ? nil : reader.readString()
                case 4: encryption = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(ChatEncryption.self)
                case 5: clientID = try reader.readNull() ? nil : reader.readString()
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
        writer.writeKey("type")
        writer.writeEnum(type)
        writer.writeKey("memberIds")
        writer.beginArray()
        for value in memberIDs {
            writer.writeSeparator()
            writer.writeUInt64(value)
        }
        writer.endArray()
        if let value = name {
            writer.writeKey("name")
            writer.writeString(value)
        }
        writer.writeKey("encryption")
        writer.writeEnum(encryption)
        if let value = clientID {
            writer.writeKey("clientId")
            writer.writeString(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "type") { return 1 }
            if JSONReader.matches(key, "name") { return 3 }
        case 8:
            if JSONReader.matches(key, "clientId") { return 5 }
        case 9:
            if JSONReader.matches(key, "memberIds") { return 2 }
            if JSONReader.matches(key, "client_id") { return 5 }
        case 10:
            if JSONReader.matches(key, "member_ids") { return 2 }
            if JSONReader.matches(key, "encryption") { return 4 }
        default: break
        }
        return 0
    }
}

public struct CreateChatResponse: ProtobufMessage {
    public var chat: Chat?
    /// The chat existed before this call.
    public var replayed: Bool = false
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chat: Chat? = nil, replayed: Bool = false) {
        self.chat = chat
        self.replayed = replayed
    }
}

extension CreateChatResponse {
    public static let protobufName: StaticString = "martlet.v1.CreateChatResponse"

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
                case 16: replayed = try reader.readBool()
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
        if replayed {
            writer.writeBool(replayed)
            writer.writeTag(16)
        }
        if let value = chat {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "chat"
        case 2: "replayed"
        default: nil
        }
    }
}

extension CreateChatResponse {
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

public struct GetChatsRequest: ProtobufMessage {
    public var limit: UInt32 = 0
    public var cursor: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(limit: UInt32 = 0, cursor: String = "") {
        self.limit = limit
        self.cursor = cursor
    }
}

extension GetChatsRequest {
    public static let protobufName: StaticString = "martlet.v1.GetChatsRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: limit = try reader.readUInt32()
                case 18: cursor = try reader.readString()
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
        if !cursor.isEmpty {
            writer.writeString(cursor)
            writer.writeTag(18)
        }
        if limit != 0 {
            writer.writeUInt32(limit)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "limit"
        case 2: "cursor"
        default: nil
        }
    }
}

extension GetChatsRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: limit = try reader.readNull() ? 0 : reader.readUInt32()
                case 2: cursor = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("limit")
        writer.writeUInt32(limit)
        writer.writeKey("cursor")
        writer.writeString(cursor)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "limit") { return 1 }
        case 6:
            if JSONReader.matches(key, "cursor") { return 2 }
        default: break
        }
        return 0
    }
}

public struct GetChatsResponse: ProtobufMessage {
    public var chats: [Chat] = []
    public var nextCursor: String?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chats: [Chat] = [], nextCursor: String? = nil) {
        self.chats = chats
        self.nextCursor = nextCursor
    }
}

extension GetChatsResponse {
    public static let protobufName: StaticString = "martlet.v1.GetChatsResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: chats.append(try reader.readMessage(Chat.self))
                case 18: nextCursor = try reader.readString()
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
        if let value = nextCursor {
            writer.writeString(value)
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
        case 2: "nextCursor"
        default: nil
        }
    }
}

extension GetChatsResponse {
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
                            chats.append(try reader.readMessage(Chat.self))
                        }
                    }
                case 2: nextCursor = try reader.readNull() ? nil : reader.readString()
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
        if let value = nextCursor {
            writer.writeKey("nextCursor")
            writer.writeString(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "chats") { return 1 }
        case 10:
            if JSONReader.matches(key, "nextCursor") { return 2 }
        case 11:
            if JSONReader.matches(key, "next_cursor") { return 2 }
        default: break
        }
        return 0
    }
}

public struct GetChatRequest: ProtobufMessage {
    public var id: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64 = 0) {
        self.id = id
    }
}

extension GetChatRequest {
    public static let protobufName: StaticString = "martlet.v1.GetChatRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: id = try reader.readUInt64()
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
        if id != 0 {
            writer.writeUInt64(id)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "id"
        default: nil
        }
    }
}

extension GetChatRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("id")
        writer.writeUInt64(id)
        writer.endObject()
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

public struct GetChatResponse: ProtobufMessage {
    public var chat: Chat?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chat: Chat? = nil) {
        self.chat = chat
    }
}

extension GetChatResponse {
    public static let protobufName: StaticString = "martlet.v1.GetChatResponse"

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

extension GetChatResponse {
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

public struct SendMessageRequest: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var clientID: String = ""
    public var content: Content?
    public var replyToSeq: UInt64?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, clientID: String = "", content: Content? = nil, replyToSeq: UInt64? = nil) {
        self.chatID = chatID
        self.clientID = clientID
        self.content = content
        self.replyToSeq = replyToSeq
    }
}

extension SendMessageRequest {
    public static let protobufName: StaticString = "martlet.v1.SendMessageRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 18: clientID = try reader.readString()
                case 26:
                    var value = content ?? Content()
                    try reader.readMessage(into: &value)
                    content = value
                case 32: replyToSeq = try reader.readUInt64()
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
        if let value = replyToSeq {
            writer.writeUInt64(value)
            writer.writeTag(32)
        }
        if let value = content {
            writer.writeMessage(value)
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
        case 3: "content"
        case 4: "replyToSeq"
        default: nil
        }
    }
}

extension SendMessageRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: clientID = try reader.readNull() ? "" : reader.readString()
                case 3: content = try reader.readNull() ? nil : reader.readMessage(Content.self)
                case 4: replyToSeq = try reader.readNull() ? nil : reader.readUInt64()
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
        if let value = content {
            writer.writeKey("content")
            writer.writeMessage(value)
        }
        if let value = replyToSeq {
            writer.writeKey("replyToSeq")
            writer.writeUInt64(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
            if JSONReader.matches(key, "content") { return 3 }
        case 8:
            if JSONReader.matches(key, "clientId") { return 2 }
        case 9:
            if JSONReader.matches(key, "client_id") { return 2 }
        case 10:
            if JSONReader.matches(key, "replyToSeq") { return 4 }
        case 12:
            if JSONReader.matches(key, "reply_to_seq") { return 4 }
        default: break
        }
        return 0
    }
}

public struct SendMessageResponse: ProtobufMessage {
    public var entry: Entry?
    /// The entry was there before this call: same chat, sender and client id.
    public var replayed: Bool = false
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(entry: Entry? = nil, replayed: Bool = false) {
        self.entry = entry
        self.replayed = replayed
    }
}

extension SendMessageResponse {
    public static let protobufName: StaticString = "martlet.v1.SendMessageResponse"

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
                case 16: replayed = try reader.readBool()
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
        if replayed {
            writer.writeBool(replayed)
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
        case 2: "replayed"
        default: nil
        }
    }
}

extension SendMessageResponse {
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

public struct GetMessagesRequest: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var before: UInt64?
    public var after: UInt64?
    public var limit: UInt32 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, before: UInt64? = nil, after: UInt64? = nil, limit: UInt32 = 0) {
        self.chatID = chatID
        self.before = before
        self.after = after
        self.limit = limit
    }
}

extension GetMessagesRequest {
    public static let protobufName: StaticString = "martlet.v1.GetMessagesRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: self.before = try reader.readUInt64()
                case 24: after = try reader.readUInt64()
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
        if let value = after {
            writer.writeUInt64(value)
            writer.writeTag(24)
        }
        if let value = self.before {
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
        case 2: "before"
        case 3: "after"
        case 4: "limit"
        default: nil
        }
    }
}

extension GetMessagesRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: self.before = try reader.readNull() ? nil : reader.readUInt64()
                case 3: after = try reader.readNull() ? nil : reader.readUInt64()
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
        if let value = self.before {
            writer.writeKey("before")
            writer.writeUInt64(value)
        }
        if let value = after {
            writer.writeKey("after")
            writer.writeUInt64(value)
        }
        writer.writeKey("limit")
        writer.writeUInt32(limit)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "after") { return 3 }
            if JSONReader.matches(key, "limit") { return 4 }
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
            if JSONReader.matches(key, "before") { return 2 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
        default: break
        }
        return 0
    }
}

public struct GetMessagesResponse: ProtobufMessage {
    /// In ascending `seq`.
    public var entries: [Entry] = []
    public var lastSeq: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(entries: [Entry] = [], lastSeq: UInt64 = 0) {
        self.entries = entries
        self.lastSeq = lastSeq
    }
}

extension GetMessagesResponse {
    public static let protobufName: StaticString = "martlet.v1.GetMessagesResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: entries.append(try reader.readMessage(Entry.self))
                case 16: lastSeq = try reader.readUInt64()
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
            writer.writeTag(16)
        }
        for value in entries.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "entries"
        case 2: "lastSeq"
        default: nil
        }
    }
}

extension GetMessagesResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    entries = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            entries.append(try reader.readMessage(Entry.self))
                        }
                    }
                case 2: lastSeq = try reader.readNull() ? 0 : reader.readUInt64()
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
        case 7:
            if JSONReader.matches(key, "entries") { return 1 }
            if JSONReader.matches(key, "lastSeq") { return 2 }
        case 8:
            if JSONReader.matches(key, "last_seq") { return 2 }
        default: break
        }
        return 0
    }
}

/// Where one chat stands.
public struct ChatHead: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var lastSeq: UInt64 = 0
    public var readSeq: UInt64 = 0
    public var unreadCount: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, lastSeq: UInt64 = 0, readSeq: UInt64 = 0, unreadCount: UInt64 = 0) {
        self.chatID = chatID
        self.lastSeq = lastSeq
        self.readSeq = readSeq
        self.unreadCount = unreadCount
    }
}

extension ChatHead {
    public static let protobufName: StaticString = "martlet.v1.ChatHead"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: lastSeq = try reader.readUInt64()
                case 24: readSeq = try reader.readUInt64()
                case 32: unreadCount = try reader.readUInt64()
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
        if unreadCount != 0 {
            writer.writeUInt64(unreadCount)
            writer.writeTag(32)
        }
        if readSeq != 0 {
            writer.writeUInt64(readSeq)
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
        case 3: "readSeq"
        case 4: "unreadCount"
        default: nil
        }
    }
}

extension ChatHead {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: lastSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: readSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 4: unreadCount = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("readSeq")
        writer.writeUInt64(readSeq)
        writer.writeKey("unreadCount")
        writer.writeUInt64(unreadCount)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
            if JSONReader.matches(key, "lastSeq") { return 2 }
            if JSONReader.matches(key, "readSeq") { return 3 }
        case 8:
            if JSONReader.matches(key, "last_seq") { return 2 }
            if JSONReader.matches(key, "read_seq") { return 3 }
        case 11:
            if JSONReader.matches(key, "unreadCount") { return 4 }
        case 12:
            if JSONReader.matches(key, "unread_count") { return 4 }
        default: break
        }
        return 0
    }
}

public struct GetSubscriptionsRequest: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension GetSubscriptionsRequest {
    public static let protobufName: StaticString = "martlet.v1.GetSubscriptionsRequest"

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

extension GetSubscriptionsRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

public struct ChatSubscription: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var memberVersion: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, memberVersion: UInt64 = 0) {
        self.chatID = chatID
        self.memberVersion = memberVersion
    }
}

extension ChatSubscription {
    public static let protobufName: StaticString = "martlet.v1.ChatSubscription"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: memberVersion = try reader.readUInt64()
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
        case 2: "memberVersion"
        default: nil
        }
    }
}

extension ChatSubscription {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: memberVersion = try reader.readNull() ? 0 : reader.readUInt64()
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
        case 13:
            if JSONReader.matches(key, "memberVersion") { return 2 }
        case 14:
            if JSONReader.matches(key, "member_version") { return 2 }
        default: break
        }
        return 0
    }
}

/// Every chat whose entries the caller receives.
public struct GetSubscriptionsResponse: ProtobufMessage {
    public var chats: [ChatSubscription] = []
    /// Changes when the store was replaced by an older copy of itself: positions kept by clients are void then.
    public var incarnation: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chats: [ChatSubscription] = [], incarnation: String = "") {
        self.chats = chats
        self.incarnation = incarnation
    }
}

extension GetSubscriptionsResponse {
    public static let protobufName: StaticString = "martlet.v1.GetSubscriptionsResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: chats.append(try reader.readMessage(ChatSubscription.self))
                case 18: incarnation = try reader.readString()
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
        case 2: "incarnation"
        default: nil
        }
    }
}

extension GetSubscriptionsResponse {
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
                            chats.append(try reader.readMessage(ChatSubscription.self))
                        }
                    }
                case 2: incarnation = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("incarnation")
        writer.writeString(incarnation)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "chats") { return 1 }
        case 11:
            if JSONReader.matches(key, "incarnation") { return 2 }
        default: break
        }
        return 0
    }
}

public struct GetHeadsRequest: ProtobufMessage {
    public var inboxCursor: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(inboxCursor: String = "") {
        self.inboxCursor = inboxCursor
    }
}

extension GetHeadsRequest {
    public static let protobufName: StaticString = "martlet.v1.GetHeadsRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: inboxCursor = try reader.readString()
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
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "inboxCursor"
        default: nil
        }
    }
}

extension GetHeadsRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: inboxCursor = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("inboxCursor")
        writer.writeString(inboxCursor)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 11:
            if JSONReader.matches(key, "inboxCursor") { return 1 }
        case 12:
            if JSONReader.matches(key, "inbox_cursor") { return 1 }
        default: break
        }
        return 0
    }
}

/// The caller's chats with entries since the cursor, newest first.
public struct GetHeadsResponse: ProtobufMessage {
    public var chats: [ChatHead] = []
    public var inboxCursor: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chats: [ChatHead] = [], inboxCursor: String = "") {
        self.chats = chats
        self.inboxCursor = inboxCursor
    }
}

extension GetHeadsResponse {
    public static let protobufName: StaticString = "martlet.v1.GetHeadsResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: chats.append(try reader.readMessage(ChatHead.self))
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
        for value in chats.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "chats"
        case 2: "inboxCursor"
        default: nil
        }
    }
}

extension GetHeadsResponse {
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
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
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

/// What `inbox_cursor` holds; opaque to clients.
public struct InboxCursor: ProtobufMessage {
    public var inboxSeq: UInt64 = 0
    public var activity: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(inboxSeq: UInt64 = 0, activity: UInt64 = 0) {
        self.inboxSeq = inboxSeq
        self.activity = activity
    }
}

extension InboxCursor {
    public static let protobufName: StaticString = "martlet.v1.InboxCursor"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: inboxSeq = try reader.readUInt64()
                case 16: activity = try reader.readUInt64()
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
        if activity != 0 {
            writer.writeUInt64(activity)
            writer.writeTag(16)
        }
        if inboxSeq != 0 {
            writer.writeUInt64(inboxSeq)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "inboxSeq"
        case 2: "activity"
        default: nil
        }
    }
}

extension InboxCursor {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: inboxSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: activity = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("inboxSeq")
        writer.writeUInt64(inboxSeq)
        writer.writeKey("activity")
        writer.writeUInt64(activity)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 8:
            if JSONReader.matches(key, "inboxSeq") { return 1 }
            if JSONReader.matches(key, "activity") { return 2 }
        case 9:
            if JSONReader.matches(key, "inbox_seq") { return 1 }
        default: break
        }
        return 0
    }
}

/// What the `cursor` of the chat list holds; opaque to clients.
public struct ChatListCursor: ProtobufMessage {
    public var activity: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(activity: UInt64 = 0) {
        self.activity = activity
    }
}

extension ChatListCursor {
    public static let protobufName: StaticString = "martlet.v1.ChatListCursor"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: activity = try reader.readUInt64()
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
        if activity != 0 {
            writer.writeUInt64(activity)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "activity"
        default: nil
        }
    }
}

extension ChatListCursor {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: activity = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("activity")
        writer.writeUInt64(activity)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 8:
            if JSONReader.matches(key, "activity") { return 1 }
        default: break
        }
        return 0
    }
}
