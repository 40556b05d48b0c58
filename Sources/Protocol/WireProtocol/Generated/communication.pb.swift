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
    /// Not a member, or no longer.
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
    /// The chat was made (its first entry), or its name or profile changed.
    public static let chat = Self(rawValue: 1)
    public static let message = Self(rawValue: 2)
    /// Another content for the message that `refersTo` names.
    public static let edit = Self(rawValue: 3)
    /// The message or reaction that `refersTo` names is gone.
    public static let delete = Self(rawValue: 4)
    public static let reaction = Self(rawValue: 5)
    /// Somebody joined, left, was removed, or has another role: see `member`.
    public static let member = Self(rawValue: 6)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .unspecified,
        .chat,
        .message,
        .edit,
        .delete,
        .reaction,
        .member,
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
            if JSONReader.matches(wireName, "edit") {
                self.init(rawValue: 3)
                return
            }
        case 6:
            if JSONReader.matches(wireName, "delete") {
                self.init(rawValue: 4)
                return
            }
            if JSONReader.matches(wireName, "member") {
                self.init(rawValue: 6)
                return
            }
        case 7:
            if JSONReader.matches(wireName, "message") {
                self.init(rawValue: 2)
                return
            }
        case 8:
            if JSONReader.matches(wireName, "reaction") {
                self.init(rawValue: 5)
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
        case 3: "edit"
        case 4: "delete"
        case 5: "reaction"
        case 6: "member"
        default: nil
        }
    }
}

public struct MemberChangeKind: ProtobufEnum {
    public static let unspecified = Self(rawValue: 0)
    public static let joined = Self(rawValue: 1)
    public static let left = Self(rawValue: 2)
    public static let removed = Self(rawValue: 3)
    public static let role = Self(rawValue: 4)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .unspecified,
        .joined,
        .left,
        .removed,
        .role,
    ]

    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public init?(wireName: UnsafeRawBufferPointer) {
        switch wireName.count {
        case 4:
            if JSONReader.matches(wireName, "left") {
                self.init(rawValue: 2)
                return
            }
            if JSONReader.matches(wireName, "role") {
                self.init(rawValue: 4)
                return
            }
        case 6:
            if JSONReader.matches(wireName, "joined") {
                self.init(rawValue: 1)
                return
            }
        case 7:
            if JSONReader.matches(wireName, "removed") {
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
        case 1: "joined"
        case 2: "left"
        case 3: "removed"
        case 4: "role"
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
    /// In a direct chat: the other person.
    public var peerID: UInt64?
    /// Of somebody who is no longer a member: the last entry that they get, their removal.
    public var leftSeq: UInt64?
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
        createdAt: Timestamp? = nil,
        peerID: UInt64? = nil,
        leftSeq: UInt64? = nil
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
        self.peerID = peerID
        self.leftSeq = leftSeq
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
                case 128: peerID = try reader.readUInt64()
                case 136: leftSeq = try reader.readUInt64()
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
        if let value = leftSeq {
            writer.writeUInt64(value)
            writer.writeTag(136)
        }
        if let value = peerID {
            writer.writeUInt64(value)
            writer.writeTag(128)
        }
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
        case 16: "peerId"
        case 17: "leftSeq"
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
                case 16: peerID = try reader.readNull() ? nil : reader.readUInt64()
                case 17: leftSeq = try reader.readNull() ? nil : reader.readUInt64()
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
        if let value = peerID {
            writer.writeKey("peerId")
            writer.writeUInt64(value)
        }
        if let value = leftSeq {
            writer.writeKey("leftSeq")
            writer.writeUInt64(value)
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
        case 6:
            if JSONReader.matches(key, "peerId") { return 16 }
        case 7:
            if JSONReader.matches(key, "lastSeq") { return 8 }
            if JSONReader.matches(key, "readSeq") { return 9 }
            if JSONReader.matches(key, "peer_id") { return 16 }
            if JSONReader.matches(key, "leftSeq") { return 17 }
        case 8:
            if JSONReader.matches(key, "last_seq") { return 8 }
            if JSONReader.matches(key, "read_seq") { return 9 }
            if JSONReader.matches(key, "left_seq") { return 17 }
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

/// The content key of one entry, wrapped for one device.
public struct WrappedKey: ProtobufMessage {
    public var deviceID: UInt64 = 0
    public var key: [UInt8] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(deviceID: UInt64 = 0, key: [UInt8] = []) {
        self.deviceID = deviceID
        self.key = key
    }
}

extension WrappedKey {
    public static let protobufName: StaticString = "martlet.v1.WrappedKey"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: deviceID = try reader.readUInt64()
                case 18: self.key = try reader.readBytes()
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
        if !self.key.isEmpty {
            writer.writeBytes(self.key)
            writer.writeTag(18)
        }
        if deviceID != 0 {
            writer.writeUInt64(deviceID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "deviceId"
        case 2: "key"
        default: nil
        }
    }
}

extension WrappedKey {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: deviceID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: self.key = try reader.readNull() ? [] : reader.readBytes()
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
        writer.writeKey("deviceId")
        writer.writeUInt64(deviceID)
        writer.writeKey("key")
        writer.writeBytes(self.key)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 3:
            if JSONReader.matches(key, "key") { return 2 }
        case 8:
            if JSONReader.matches(key, "deviceId") { return 1 }
        case 9:
            if JSONReader.matches(key, "device_id") { return 1 }
        default: break
        }
        return 0
    }
}

/// `text` in chats that the server may read; the other fields in end-to-end encrypted ones.
public struct Content: ProtobufMessage {
    public var text: String?
    public var scheme: String?
    public var ciphertext: [UInt8]?
    public var rosterVersion: UInt64?
    /// From a sender: one for each device of the roster. To a device: its own, if it has one. Always the last field, so
    /// that what many devices receive is encoded once.
    public var keys: [WrappedKey] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        text: String? = nil,
        scheme: String? = nil,
        ciphertext: [UInt8]? = nil,
        rosterVersion: UInt64? = nil,
        keys: [WrappedKey] = []
    ) {
        self.text = text
        self.scheme = scheme
        self.ciphertext = ciphertext
        self.rosterVersion = rosterVersion
        self.keys = keys
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
                case 32: rosterVersion = try reader.readUInt64()
                case 122: keys.append(try reader.readMessage(WrappedKey.self))
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
        for value in keys.reversed() {
            writer.writeMessage(value)
            writer.writeTag(122)
        }
        if let value = rosterVersion {
            writer.writeUInt64(value)
            writer.writeTag(32)
        }
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
        case 4: "rosterVersion"
        case 15: "keys"
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
                case 4: rosterVersion = try reader.readNull() ? nil : reader.readUInt64()
                case 15:
                    keys = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            keys.append(try reader.readMessage(WrappedKey.self))
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
        if let value = rosterVersion {
            writer.writeKey("rosterVersion")
            writer.writeUInt64(value)
        }
        if !keys.isEmpty {
            writer.writeKey("keys")
            writer.beginArray()
            for value in keys {
                writer.writeSeparator()
                writer.writeMessage(value)
            }
            writer.endArray()
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "text") { return 1 }
            if JSONReader.matches(key, "keys") { return 15 }
        case 6:
            if JSONReader.matches(key, "scheme") { return 2 }
        case 10:
            if JSONReader.matches(key, "ciphertext") { return 3 }
        case 13:
            if JSONReader.matches(key, "rosterVersion") { return 4 }
        case 14:
            if JSONReader.matches(key, "roster_version") { return 4 }
        default: break
        }
        return 0
    }
}

public struct MemberChange: ProtobufMessage {
    public var userID: UInt64 = 0
    public var change: MemberChangeKind = MemberChangeKind(rawValue: 0)
    /// From now on; unspecified for somebody who is gone.
    public var role: MemberRole = MemberRole(rawValue: 0)
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        userID: UInt64 = 0,
        change: MemberChangeKind = MemberChangeKind(rawValue: 0),
        role: MemberRole = MemberRole(rawValue: 0)
    ) {
        self.userID = userID
        self.change = change
        self.role = role
    }
}

extension MemberChange {
    public static let protobufName: StaticString = "martlet.v1.MemberChange"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 16: change = try reader.readEnum(MemberChangeKind.self)
                case 24: role = try reader.readEnum(MemberRole.self)
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
            writer.writeTag(24)
        }
        if change.rawValue != 0 {
            writer.writeEnum(change)
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
        case 2: "change"
        case 3: "role"
        default: nil
        }
    }
}

extension MemberChange {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: change = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(MemberChangeKind.self)
                case 3: role = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(MemberRole.self)
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
        writer.writeKey("change")
        writer.writeEnum(change)
        writer.writeKey("role")
        writer.writeEnum(role)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "role") { return 3 }
        case 6:
            if JSONReader.matches(key, "userId") { return 1 }
            if JSONReader.matches(key, "change") { return 2 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 1 }
        default: break
        }
        return 0
    }
}

public struct LatestEdit: ProtobufMessage {
    public var seq: UInt64 = 0
    public var createdAt: Timestamp?
    public var content: Content?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(seq: UInt64 = 0, createdAt: Timestamp? = nil, content: Content? = nil) {
        self.seq = seq
        self.createdAt = createdAt
        self.content = content
    }
}

extension LatestEdit {
    public static let protobufName: StaticString = "martlet.v1.LatestEdit"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: seq = try reader.readUInt64()
                case 18:
                    var value = createdAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    createdAt = value
                case 26:
                    var value = content ?? Content()
                    try reader.readMessage(into: &value)
                    content = value
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
        if let value = content {
            writer.writeMessage(value)
            writer.writeTag(26)
        }
        if let value = createdAt {
            writer.writeMessage(value)
            writer.writeTag(18)
        }
        if seq != 0 {
            writer.writeUInt64(seq)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "seq"
        case 2: "createdAt"
        case 3: "content"
        default: nil
        }
    }
}

extension LatestEdit {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: seq = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: createdAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
                case 3: content = try reader.readNull() ? nil : reader.readMessage(Content.self)
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
        if let value = createdAt {
            writer.writeKey("createdAt")
            writer.writeMessage(value)
        }
        if let value = content {
            writer.writeKey("content")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 3:
            if JSONReader.matches(key, "seq") { return 1 }
        case 7:
            if JSONReader.matches(key, "content") { return 3 }
        case 9:
            if JSONReader.matches(key, "createdAt") { return 2 }
        case 10:
            if JSONReader.matches(key, "created_at") { return 2 }
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
    /// How many entries of kind message there are up to here.
    public var ordinal: UInt64?
    public var senderID: UInt64 = 0
    public var senderDeviceID: UInt64 = 0
    public var kind: EntryKind = EntryKind(rawValue: 0)
    public var clientID: String = ""
    public var createdAt: Timestamp?
    public var replyToSeq: UInt64?
    /// The sequence of the entry that this one edits, deletes or reacts to.
    public var refersTo: UInt64?
    public var fileIDs: [UInt64] = []
    public var member: MemberChange?
    /// In an entry of kind chat: the name from now on.
    public var name: String?
    /// The content is gone; this entry says who deleted it.
    public var deletedBySeq: UInt64?
    public var latestEdit: LatestEdit?
    /// Always the last field: see `Content.keys`.
    public var content: Content?
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
        replyToSeq: UInt64? = nil,
        refersTo: UInt64? = nil,
        fileIDs: [UInt64] = [],
        member: MemberChange? = nil,
        name: String? = nil,
        deletedBySeq: UInt64? = nil,
        latestEdit: LatestEdit? = nil,
        content: Content? = nil
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
        self.replyToSeq = replyToSeq
        self.refersTo = refersTo
        self.fileIDs = fileIDs
        self.member = member
        self.name = name
        self.deletedBySeq = deletedBySeq
        self.latestEdit = latestEdit
        self.content = content
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
                case 80: replyToSeq = try reader.readUInt64()
                case 88: refersTo = try reader.readUInt64()
                case 96: fileIDs.append(try reader.readUInt64())
                case 98:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { fileIDs.append(try reader.readUInt64()) }
                    reader.leave(outer)
                case 106:
                    var value = member ?? MemberChange()
                    try reader.readMessage(into: &value)
                    member = value
                case 114: name = try reader.readString()
                case 120: deletedBySeq = try reader.readUInt64()
                case 130:
                    var value = latestEdit ?? LatestEdit()
                    try reader.readMessage(into: &value)
                    latestEdit = value
                case 242:
                    var value = content ?? Content()
                    try reader.readMessage(into: &value)
                    content = value
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
        if let value = content {
            writer.writeMessage(value)
            writer.writeTag(242)
        }
        if let value = latestEdit {
            writer.writeMessage(value)
            writer.writeTag(130)
        }
        if let value = deletedBySeq {
            writer.writeUInt64(value)
            writer.writeTag(120)
        }
        if let value = name {
            writer.writeString(value)
            writer.writeTag(114)
        }
        if let value = member {
            writer.writeMessage(value)
            writer.writeTag(106)
        }
        if !fileIDs.isEmpty {
            let before = writer.count
            for value in fileIDs.reversed() { writer.writeUInt64(value) }
            writer.writeLength(since: before)
            writer.writeTag(98)
        }
        if let value = refersTo {
            writer.writeUInt64(value)
            writer.writeTag(88)
        }
        if let value = replyToSeq {
            writer.writeUInt64(value)
            writer.writeTag(80)
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
        case 10: "replyToSeq"
        case 11: "refersTo"
        case 12: "fileIds"
        case 13: "member"
        case 14: "name"
        case 15: "deletedBySeq"
        case 16: "latestEdit"
        case 30: "content"
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
                case 10: replyToSeq = try reader.readNull() ? nil : reader.readUInt64()
                case 11: refersTo = try reader.readNull() ? nil : reader.readUInt64()
                case 12:
                    fileIDs = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            fileIDs.append(try reader.readUInt64())
                        }
                    }
                case 13: member = try reader.readNull() ? nil : reader.readMessage(MemberChange.self)
                case 14: name = try reader.readNull() ? nil : reader.readString()
                case 15: deletedBySeq = try reader.readNull() ? nil : reader.readUInt64()
                case 16: latestEdit = try reader.readNull() ? nil : reader.readMessage(LatestEdit.self)
                case 30: content = try reader.readNull() ? nil : reader.readMessage(Content.self)
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
        if let value = replyToSeq {
            writer.writeKey("replyToSeq")
            writer.writeUInt64(value)
        }
        if let value = refersTo {
            writer.writeKey("refersTo")
            writer.writeUInt64(value)
        }
        if !fileIDs.isEmpty {
            writer.writeKey("fileIds")
            writer.beginArray()
            for value in fileIDs {
                writer.writeSeparator()
                writer.writeUInt64(value)
            }
            writer.endArray()
        }
        if let value = member {
            writer.writeKey("member")
            writer.writeMessage(value)
        }
        if let value = name {
            writer.writeKey("name")
            writer.writeString(value)
        }
        if let value = deletedBySeq {
            writer.writeKey("deletedBySeq")
            writer.writeUInt64(value)
        }
        if let value = latestEdit {
            writer.writeKey("latestEdit")
            writer.writeMessage(value)
        }
        if let value = content {
            writer.writeKey("content")
            writer.writeMessage(value)
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
            if JSONReader.matches(key, "name") { return 14 }
        case 6:
            if JSONReader.matches(key, "chatId") { return 2 }
            if JSONReader.matches(key, "member") { return 13 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 2 }
            if JSONReader.matches(key, "ordinal") { return 4 }
            if JSONReader.matches(key, "fileIds") { return 12 }
            if JSONReader.matches(key, "content") { return 30 }
        case 8:
            if JSONReader.matches(key, "senderId") { return 5 }
            if JSONReader.matches(key, "clientId") { return 8 }
            if JSONReader.matches(key, "refersTo") { return 11 }
            if JSONReader.matches(key, "file_ids") { return 12 }
        case 9:
            if JSONReader.matches(key, "sender_id") { return 5 }
            if JSONReader.matches(key, "client_id") { return 8 }
            if JSONReader.matches(key, "createdAt") { return 9 }
            if JSONReader.matches(key, "refers_to") { return 11 }
        case 10:
            if JSONReader.matches(key, "created_at") { return 9 }
            if JSONReader.matches(key, "replyToSeq") { return 10 }
            if JSONReader.matches(key, "latestEdit") { return 16 }
        case 11:
            if JSONReader.matches(key, "latest_edit") { return 16 }
        case 12:
            if JSONReader.matches(key, "reply_to_seq") { return 10 }
            if JSONReader.matches(key, "deletedBySeq") { return 15 }
        case 14:
            if JSONReader.matches(key, "senderDeviceId") { return 6 }
            if JSONReader.matches(key, "deleted_by_seq") { return 15 }
        case 16:
            if JSONReader.matches(key, "sender_device_id") { return 6 }
        default: break
        }
        return 0
    }
}

public struct CreateChatRequest: ProtobufMessage {
    public var type: ChatType = ChatType(rawValue: 0)
    /// The others; of a direct chat exactly one.
    public var memberIDs: [UInt64] = []
    /// Only of chats that the server may read.
    public var name: String?
    /// Unless given, `e2ee`, and `server` for channels.
    public var encryption: ChatEncryption = ChatEncryption(rawValue: 0)
    /// Chosen by the client: the same id again is answered with the first chat.
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
    /// At most this many; 0 is 50.
    public var limit: UInt32 = 0
    /// `nextCursor` of the page before.
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

public struct ChatResponse: ProtobufMessage {
    public var chat: Chat?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chat: Chat? = nil) {
        self.chat = chat
    }
}

extension ChatResponse {
    public static let protobufName: StaticString = "martlet.v1.ChatResponse"

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

extension ChatResponse {
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

/// `name` in chats that the server may read, the sealed `content` (with `clientId`) in end-to-end encrypted ones.
public struct UpdateChatRequest: ProtobufMessage {
    public var id: UInt64 = 0
    public var name: String?
    public var content: Content?
    public var clientID: String?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64 = 0, name: String? = nil, content: Content? = nil, clientID: String? = nil) {
        self.id = id
        self.name = name
        self.content = content
        self.clientID = clientID
    }
}

extension UpdateChatRequest {
    public static let protobufName: StaticString = "martlet.v1.UpdateChatRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: id = try reader.readUInt64()
                case 18: name = try reader.readString()
                case 26:
                    var value = content ?? Content()
                    try reader.readMessage(into: &value)
                    content = value
                case 34: clientID = try reader.readString()
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
            writer.writeTag(34)
        }
        if let value = content {
            writer.writeMessage(value)
            writer.writeTag(26)
        }
        if let value = name {
            writer.writeString(value)
            writer.writeTag(18)
        }
        if id != 0 {
            writer.writeUInt64(id)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "id"
        case 2: "name"
        case 3: "content"
        case 4: "clientId"
        default: nil
        }
    }
}

extension UpdateChatRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: name = try reader.readNull() ? nil : reader.readString()
                case 3: content = try reader.readNull() ? nil : reader.readMessage(Content.self)
                case 4: clientID = try reader.readNull() ? nil : reader.readString()
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
        if let value = name {
            writer.writeKey("name")
            writer.writeString(value)
        }
        if let value = content {
            writer.writeKey("content")
            writer.writeMessage(value)
        }
        if let value = clientID {
            writer.writeKey("clientId")
            writer.writeString(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 4:
            if JSONReader.matches(key, "name") { return 2 }
        case 7:
            if JSONReader.matches(key, "content") { return 3 }
        case 8:
            if JSONReader.matches(key, "clientId") { return 4 }
        case 9:
            if JSONReader.matches(key, "client_id") { return 4 }
        default: break
        }
        return 0
    }
}

public struct GetMembersRequest: ProtobufMessage {
    public var chatID: UInt64 = 0
    /// At most this many; 0 is 50.
    public var limit: UInt32 = 0
    /// `nextCursor` of the page before.
    public var cursor: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, limit: UInt32 = 0, cursor: String = "") {
        self.chatID = chatID
        self.limit = limit
        self.cursor = cursor
    }
}

extension GetMembersRequest {
    public static let protobufName: StaticString = "martlet.v1.GetMembersRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: limit = try reader.readUInt32()
                case 26: cursor = try reader.readString()
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
            writer.writeTag(26)
        }
        if limit != 0 {
            writer.writeUInt32(limit)
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
        case 2: "limit"
        case 3: "cursor"
        default: nil
        }
    }
}

extension GetMembersRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: limit = try reader.readNull() ? 0 : reader.readUInt32()
                case 3: cursor = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("limit")
        writer.writeUInt32(limit)
        writer.writeKey("cursor")
        writer.writeString(cursor)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "limit") { return 2 }
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
            if JSONReader.matches(key, "cursor") { return 3 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
        default: break
        }
        return 0
    }
}

public struct Member: ProtobufMessage {
    public var userID: UInt64 = 0
    public var role: MemberRole = MemberRole(rawValue: 0)
    public var visibleFromSeq: UInt64 = 0
    /// In direct chats only: when the person was last connected, if that is known.
    public var lastSeenAt: Timestamp?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        userID: UInt64 = 0,
        role: MemberRole = MemberRole(rawValue: 0),
        visibleFromSeq: UInt64 = 0,
        lastSeenAt: Timestamp? = nil
    ) {
        self.userID = userID
        self.role = role
        self.visibleFromSeq = visibleFromSeq
        self.lastSeenAt = lastSeenAt
    }
}

extension Member {
    public static let protobufName: StaticString = "martlet.v1.Member"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 16: role = try reader.readEnum(MemberRole.self)
                case 24: visibleFromSeq = try reader.readUInt64()
                case 34:
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
            writer.writeTag(34)
        }
        if visibleFromSeq != 0 {
            writer.writeUInt64(visibleFromSeq)
            writer.writeTag(24)
        }
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
        case 3: "visibleFromSeq"
        case 4: "lastSeenAt"
        default: nil
        }
    }
}

extension Member {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: role = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(MemberRole.self)
                case 3: visibleFromSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 4: lastSeenAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
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
        writer.writeKey("visibleFromSeq")
        writer.writeUInt64(visibleFromSeq)
        if let value = lastSeenAt {
            writer.writeKey("lastSeenAt")
            writer.writeMessage(value)
        }
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
        case 10:
            if JSONReader.matches(key, "lastSeenAt") { return 4 }
        case 12:
            if JSONReader.matches(key, "last_seen_at") { return 4 }
        case 14:
            if JSONReader.matches(key, "visibleFromSeq") { return 3 }
        case 16:
            if JSONReader.matches(key, "visible_from_seq") { return 3 }
        default: break
        }
        return 0
    }
}

/// In rising order of user ids.
public struct GetMembersResponse: ProtobufMessage {
    public var members: [Member] = []
    public var nextCursor: String?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(members: [Member] = [], nextCursor: String? = nil) {
        self.members = members
        self.nextCursor = nextCursor
    }
}

extension GetMembersResponse {
    public static let protobufName: StaticString = "martlet.v1.GetMembersResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: members.append(try reader.readMessage(Member.self))
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
        for value in members.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "members"
        case 2: "nextCursor"
        default: nil
        }
    }
}

extension GetMembersResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    members = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            members.append(try reader.readMessage(Member.self))
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
        writer.writeKey("members")
        writer.beginArray()
        for value in members {
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
        case 7:
            if JSONReader.matches(key, "members") { return 1 }
        case 10:
            if JSONReader.matches(key, "nextCursor") { return 2 }
        case 11:
            if JSONReader.matches(key, "next_cursor") { return 2 }
        default: break
        }
        return 0
    }
}

/// `role` is member unless given.
public struct AddMembersRequest: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var userIDs: [UInt64] = []
    public var role: MemberRole = MemberRole(rawValue: 0)
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, userIDs: [UInt64] = [], role: MemberRole = MemberRole(rawValue: 0)) {
        self.chatID = chatID
        self.userIDs = userIDs
        self.role = role
    }
}

extension AddMembersRequest {
    public static let protobufName: StaticString = "martlet.v1.AddMembersRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: userIDs.append(try reader.readUInt64())
                case 18:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { userIDs.append(try reader.readUInt64()) }
                    reader.leave(outer)
                case 24: role = try reader.readEnum(MemberRole.self)
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
            writer.writeTag(24)
        }
        if !userIDs.isEmpty {
            let before = writer.count
            for value in userIDs.reversed() { writer.writeUInt64(value) }
            writer.writeLength(since: before)
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
        case 2: "userIds"
        case 3: "role"
        default: nil
        }
    }
}

extension AddMembersRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2:
                    userIDs = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            userIDs.append(try reader.readUInt64())
                        }
                    }
                case 3: role = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(MemberRole.self)
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
        writer.writeKey("userIds")
        writer.beginArray()
        for value in userIDs {
            writer.writeSeparator()
            writer.writeUInt64(value)
        }
        writer.endArray()
        writer.writeKey("role")
        writer.writeEnum(role)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "role") { return 3 }
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
            if JSONReader.matches(key, "userIds") { return 2 }
        case 8:
            if JSONReader.matches(key, "user_ids") { return 2 }
        default: break
        }
        return 0
    }
}

public struct ChangeMemberRoleRequest: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var userID: UInt64 = 0
    public var role: MemberRole = MemberRole(rawValue: 0)
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, userID: UInt64 = 0, role: MemberRole = MemberRole(rawValue: 0)) {
        self.chatID = chatID
        self.userID = userID
        self.role = role
    }
}

extension ChangeMemberRoleRequest {
    public static let protobufName: StaticString = "martlet.v1.ChangeMemberRoleRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: userID = try reader.readUInt64()
                case 24: role = try reader.readEnum(MemberRole.self)
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
        case 3: "role"
        default: nil
        }
    }
}

extension ChangeMemberRoleRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: role = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(MemberRole.self)
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
        writer.writeKey("role")
        writer.writeEnum(role)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "role") { return 3 }
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

public struct RemoveMemberRequest: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var userID: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, userID: UInt64 = 0) {
        self.chatID = chatID
        self.userID = userID
    }
}

extension RemoveMemberRequest {
    public static let protobufName: StaticString = "martlet.v1.RemoveMemberRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: userID = try reader.readUInt64()
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
        default: nil
        }
    }
}

extension RemoveMemberRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: userID = try reader.readNull() ? 0 : reader.readUInt64()
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
        default: break
        }
        return 0
    }
}

public struct GetChatKeysRequest: ProtobufMessage {
    public var id: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64 = 0) {
        self.id = id
    }
}

extension GetChatKeysRequest {
    public static let protobufName: StaticString = "martlet.v1.GetChatKeysRequest"

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

extension GetChatKeysRequest {
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

public struct RosterDevice: ProtobufMessage {
    public var userID: UInt64 = 0
    public var deviceID: UInt64 = 0
    public var encryptionKey: [UInt8] = []
    public var signingKey: [UInt8] = []
    public var certificate: [UInt8] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        userID: UInt64 = 0,
        deviceID: UInt64 = 0,
        encryptionKey: [UInt8] = [],
        signingKey: [UInt8] = [],
        certificate: [UInt8] = []
    ) {
        self.userID = userID
        self.deviceID = deviceID
        self.encryptionKey = encryptionKey
        self.signingKey = signingKey
        self.certificate = certificate
    }
}

extension RosterDevice {
    public static let protobufName: StaticString = "martlet.v1.RosterDevice"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 16: deviceID = try reader.readUInt64()
                case 26: encryptionKey = try reader.readBytes()
                case 34: signingKey = try reader.readBytes()
                case 42: certificate = try reader.readBytes()
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
            writer.writeTag(42)
        }
        if !signingKey.isEmpty {
            writer.writeBytes(signingKey)
            writer.writeTag(34)
        }
        if !encryptionKey.isEmpty {
            writer.writeBytes(encryptionKey)
            writer.writeTag(26)
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
        case 3: "encryptionKey"
        case 4: "signingKey"
        case 5: "certificate"
        default: nil
        }
    }
}

extension RosterDevice {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: deviceID = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: encryptionKey = try reader.readNull() ? [] : reader.readBytes()
                case 4: signingKey = try reader.readNull() ? [] : reader.readBytes()
                case 5: certificate = try reader.readNull() ? [] : reader.readBytes()
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
        case 8:
            if JSONReader.matches(key, "deviceId") { return 2 }
        case 9:
            if JSONReader.matches(key, "device_id") { return 2 }
        case 10:
            if JSONReader.matches(key, "signingKey") { return 4 }
        case 11:
            if JSONReader.matches(key, "signing_key") { return 4 }
            if JSONReader.matches(key, "certificate") { return 5 }
        case 13:
            if JSONReader.matches(key, "encryptionKey") { return 3 }
        case 14:
            if JSONReader.matches(key, "encryption_key") { return 3 }
        default: break
        }
        return 0
    }
}

/// The devices for which a message in this chat is sealed.
public struct GetChatKeysResponse: ProtobufMessage {
    public var rosterVersion: UInt64 = 0
    public var devices: [RosterDevice] = []
    /// Active devices of members for which the roster has no place; the oldest gets the next one that is free.
    public var excludedDeviceIDs: [UInt64] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(rosterVersion: UInt64 = 0, devices: [RosterDevice] = [], excludedDeviceIDs: [UInt64] = []) {
        self.rosterVersion = rosterVersion
        self.devices = devices
        self.excludedDeviceIDs = excludedDeviceIDs
    }
}

extension GetChatKeysResponse {
    public static let protobufName: StaticString = "martlet.v1.GetChatKeysResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: rosterVersion = try reader.readUInt64()
                case 18: devices.append(try reader.readMessage(RosterDevice.self))
                case 24: excludedDeviceIDs.append(try reader.readUInt64())
                case 26:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { excludedDeviceIDs.append(try reader.readUInt64()) }
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
        if !excludedDeviceIDs.isEmpty {
            let before = writer.count
            for value in excludedDeviceIDs.reversed() { writer.writeUInt64(value) }
            writer.writeLength(since: before)
            writer.writeTag(26)
        }
        for value in devices.reversed() {
            writer.writeMessage(value)
            writer.writeTag(18)
        }
        if rosterVersion != 0 {
            writer.writeUInt64(rosterVersion)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "rosterVersion"
        case 2: "devices"
        case 3: "excludedDeviceIds"
        default: nil
        }
    }
}

extension GetChatKeysResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: rosterVersion = try reader.readNull() ? 0 : reader.readUInt64()
                case 2:
                    devices = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            devices.append(try reader.readMessage(RosterDevice.self))
                        }
                    }
                case 3:
                    excludedDeviceIDs = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            excludedDeviceIDs.append(try reader.readUInt64())
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
        writer.writeKey("rosterVersion")
        writer.writeUInt64(rosterVersion)
        writer.writeKey("devices")
        writer.beginArray()
        for value in devices {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.writeKey("excludedDeviceIds")
        writer.beginArray()
        for value in excludedDeviceIDs {
            writer.writeSeparator()
            writer.writeUInt64(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 7:
            if JSONReader.matches(key, "devices") { return 2 }
        case 13:
            if JSONReader.matches(key, "rosterVersion") { return 1 }
        case 14:
            if JSONReader.matches(key, "roster_version") { return 1 }
        case 17:
            if JSONReader.matches(key, "excludedDeviceIds") { return 3 }
        case 19:
            if JSONReader.matches(key, "excluded_device_ids") { return 3 }
        default: break
        }
        return 0
    }
}

public struct SendMessageRequest: ProtobufMessage {
    public var chatID: UInt64 = 0
    /// Chosen by the client: the same id again is answered with the first entry.
    public var clientID: String = ""
    public var content: Content?
    /// Only in chats that the server may read: in others the reply is sealed with the content.
    public var replyToSeq: UInt64?
    public var fileIDs: [UInt64] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        chatID: UInt64 = 0,
        clientID: String = "",
        content: Content? = nil,
        replyToSeq: UInt64? = nil,
        fileIDs: [UInt64] = []
    ) {
        self.chatID = chatID
        self.clientID = clientID
        self.content = content
        self.replyToSeq = replyToSeq
        self.fileIDs = fileIDs
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
                case 40: fileIDs.append(try reader.readUInt64())
                case 42:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { fileIDs.append(try reader.readUInt64()) }
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
        if !fileIDs.isEmpty {
            let before = writer.count
            for value in fileIDs.reversed() { writer.writeUInt64(value) }
            writer.writeLength(since: before)
            writer.writeTag(42)
        }
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
        case 5: "fileIds"
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
                case 5:
                    fileIDs = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            fileIDs.append(try reader.readUInt64())
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
        writer.writeKey("fileIds")
        writer.beginArray()
        for value in fileIDs {
            writer.writeSeparator()
            writer.writeUInt64(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
            if JSONReader.matches(key, "content") { return 3 }
            if JSONReader.matches(key, "fileIds") { return 5 }
        case 8:
            if JSONReader.matches(key, "clientId") { return 2 }
            if JSONReader.matches(key, "file_ids") { return 5 }
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

/// The answer of every call that appends one entry.
public struct EntryResponse: ProtobufMessage {
    public var entry: Entry?
    /// The entry was there before this call.
    public var replayed: Bool = false
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(entry: Entry? = nil, replayed: Bool = false) {
        self.entry = entry
        self.replayed = replayed
    }
}

extension EntryResponse {
    public static let protobufName: StaticString = "martlet.v1.EntryResponse"

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

extension EntryResponse {
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

/// `id` is the message's.
public struct EditMessageRequest: ProtobufMessage {
    public var id: String = ""
    /// Chosen by the client: the same id again is answered with the first entry.
    public var clientID: String = ""
    public var content: Content?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: String = "", clientID: String = "", content: Content? = nil) {
        self.id = id
        self.clientID = clientID
        self.content = content
    }
}

extension EditMessageRequest {
    public static let protobufName: StaticString = "martlet.v1.EditMessageRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: id = try reader.readString()
                case 18: clientID = try reader.readString()
                case 26:
                    var value = content ?? Content()
                    try reader.readMessage(into: &value)
                    content = value
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
        if let value = content {
            writer.writeMessage(value)
            writer.writeTag(26)
        }
        if !clientID.isEmpty {
            writer.writeString(clientID)
            writer.writeTag(18)
        }
        if !id.isEmpty {
            writer.writeString(id)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "id"
        case 2: "clientId"
        case 3: "content"
        default: nil
        }
    }
}

extension EditMessageRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? "" : reader.readString()
                case 2: clientID = try reader.readNull() ? "" : reader.readString()
                case 3: content = try reader.readNull() ? nil : reader.readMessage(Content.self)
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
        writer.writeKey("clientId")
        writer.writeString(clientID)
        if let value = content {
            writer.writeKey("content")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 7:
            if JSONReader.matches(key, "content") { return 3 }
        case 8:
            if JSONReader.matches(key, "clientId") { return 2 }
        case 9:
            if JSONReader.matches(key, "client_id") { return 2 }
        default: break
        }
        return 0
    }
}

/// `id` is the message's or the reaction's.
public struct DeleteMessageRequest: ProtobufMessage {
    public var id: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: String = "") {
        self.id = id
    }
}

extension DeleteMessageRequest {
    public static let protobufName: StaticString = "martlet.v1.DeleteMessageRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: id = try reader.readString()
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
        if !id.isEmpty {
            writer.writeString(id)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "id"
        default: nil
        }
    }
}

extension DeleteMessageRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? "" : reader.readString()
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

/// `emoji` in chats that the server may read, the sealed `content` in end-to-end encrypted ones.
public struct AddReactionRequest: ProtobufMessage {
    public var id: String = ""
    /// Chosen by the client: the same id again is answered with the first entry.
    public var clientID: String = ""
    public var emoji: String?
    public var content: Content?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: String = "", clientID: String = "", emoji: String? = nil, content: Content? = nil) {
        self.id = id
        self.clientID = clientID
        self.emoji = emoji
        self.content = content
    }
}

extension AddReactionRequest {
    public static let protobufName: StaticString = "martlet.v1.AddReactionRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: id = try reader.readString()
                case 18: clientID = try reader.readString()
                case 26: emoji = try reader.readString()
                case 34:
                    var value = content ?? Content()
                    try reader.readMessage(into: &value)
                    content = value
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
        if let value = content {
            writer.writeMessage(value)
            writer.writeTag(34)
        }
        if let value = emoji {
            writer.writeString(value)
            writer.writeTag(26)
        }
        if !clientID.isEmpty {
            writer.writeString(clientID)
            writer.writeTag(18)
        }
        if !id.isEmpty {
            writer.writeString(id)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "id"
        case 2: "clientId"
        case 3: "emoji"
        case 4: "content"
        default: nil
        }
    }
}

extension AddReactionRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? "" : reader.readString()
                case 2: clientID = try reader.readNull() ? "" : reader.readString()
                case 3: emoji = try reader.readNull() ? nil : reader.readString()
                case 4: content = try reader.readNull() ? nil : reader.readMessage(Content.self)
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
        writer.writeKey("clientId")
        writer.writeString(clientID)
        if let value = emoji {
            writer.writeKey("emoji")
            writer.writeString(value)
        }
        if let value = content {
            writer.writeKey("content")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 5:
            if JSONReader.matches(key, "emoji") { return 3 }
        case 7:
            if JSONReader.matches(key, "content") { return 4 }
        case 8:
            if JSONReader.matches(key, "clientId") { return 2 }
        case 9:
            if JSONReader.matches(key, "client_id") { return 2 }
        default: break
        }
        return 0
    }
}

/// With `emoji`, `id` is the message's; without, it is the reaction's own.
public struct RemoveReactionRequest: ProtobufMessage {
    public var id: String = ""
    public var emoji: String?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: String = "", emoji: String? = nil) {
        self.id = id
        self.emoji = emoji
    }
}

extension RemoveReactionRequest {
    public static let protobufName: StaticString = "martlet.v1.RemoveReactionRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: id = try reader.readString()
                case 18: emoji = try reader.readString()
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
        if let value = emoji {
            writer.writeString(value)
            writer.writeTag(18)
        }
        if !id.isEmpty {
            writer.writeString(id)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "id"
        case 2: "emoji"
        default: nil
        }
    }
}

extension RemoveReactionRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? "" : reader.readString()
                case 2: emoji = try reader.readNull() ? nil : reader.readString()
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
        if let value = emoji {
            writer.writeKey("emoji")
            writer.writeString(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 5:
            if JSONReader.matches(key, "emoji") { return 2 }
        default: break
        }
        return 0
    }
}

public struct GetMessagesRequest: ProtobufMessage {
    public var chatID: UInt64 = 0
    /// Only entries with a lower `seq`.
    public var before: UInt64?
    /// Only entries with a higher `seq`.
    public var after: UInt64?
    /// At most this many; 0 is 50.
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
    /// The last entry that the caller may see.
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

public struct GetMessageStatusRequest: ProtobufMessage {
    public var id: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: String = "") {
        self.id = id
    }
}

extension GetMessageStatusRequest {
    public static let protobufName: StaticString = "martlet.v1.GetMessageStatusRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: id = try reader.readString()
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
        if !id.isEmpty {
            writer.writeString(id)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "id"
        default: nil
        }
    }
}

extension GetMessageStatusRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? "" : reader.readString()
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

public struct MessageReceipt: ProtobufMessage {
    public var userID: UInt64 = 0
    public var delivered: Bool = false
    public var read: Bool = false
    /// Of the receipt that covers this message: a later message's receipt covers all before it.
    public var deliveredAt: Timestamp?
    public var readAt: Timestamp?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        userID: UInt64 = 0,
        delivered: Bool = false,
        read: Bool = false,
        deliveredAt: Timestamp? = nil,
        readAt: Timestamp? = nil
    ) {
        self.userID = userID
        self.delivered = delivered
        self.read = read
        self.deliveredAt = deliveredAt
        self.readAt = readAt
    }
}

extension MessageReceipt {
    public static let protobufName: StaticString = "martlet.v1.MessageReceipt"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 16: delivered = try reader.readBool()
                case 24: read = try reader.readBool()
                case 34:
                    var value = deliveredAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    deliveredAt = value
                case 42:
                    var value = readAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    readAt = value
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
        if let value = readAt {
            writer.writeMessage(value)
            writer.writeTag(42)
        }
        if let value = deliveredAt {
            writer.writeMessage(value)
            writer.writeTag(34)
        }
        if read {
            writer.writeBool(read)
            writer.writeTag(24)
        }
        if delivered {
            writer.writeBool(delivered)
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
        case 2: "delivered"
        case 3: "read"
        case 4: "deliveredAt"
        case 5: "readAt"
        default: nil
        }
    }
}

extension MessageReceipt {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: delivered = try reader.readNull() ? false : reader.readBool()
                case 3: read = try reader.readNull() ? false : reader.readBool()
                case 4: deliveredAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
                case 5: readAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
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
        writer.writeKey("delivered")
        writer.writeBool(delivered)
        writer.writeKey("read")
        writer.writeBool(read)
        if let value = deliveredAt {
            writer.writeKey("deliveredAt")
            writer.writeMessage(value)
        }
        if let value = readAt {
            writer.writeKey("readAt")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "read") { return 3 }
        case 6:
            if JSONReader.matches(key, "userId") { return 1 }
            if JSONReader.matches(key, "readAt") { return 5 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 1 }
            if JSONReader.matches(key, "read_at") { return 5 }
        case 9:
            if JSONReader.matches(key, "delivered") { return 2 }
        case 11:
            if JSONReader.matches(key, "deliveredAt") { return 4 }
        case 12:
            if JSONReader.matches(key, "delivered_at") { return 4 }
        default: break
        }
        return 0
    }
}

/// The sender is in none of these.
public struct GetMessageStatusResponse: ProtobufMessage {
    /// Empty in chats with more members than receipts are sent to.
    public var members: [MessageReceipt] = []
    public var deliveredCount: UInt32 = 0
    public var readCount: UInt32 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(members: [MessageReceipt] = [], deliveredCount: UInt32 = 0, readCount: UInt32 = 0) {
        self.members = members
        self.deliveredCount = deliveredCount
        self.readCount = readCount
    }
}

extension GetMessageStatusResponse {
    public static let protobufName: StaticString = "martlet.v1.GetMessageStatusResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: members.append(try reader.readMessage(MessageReceipt.self))
                case 16: deliveredCount = try reader.readUInt32()
                case 24: readCount = try reader.readUInt32()
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
        if readCount != 0 {
            writer.writeUInt32(readCount)
            writer.writeTag(24)
        }
        if deliveredCount != 0 {
            writer.writeUInt32(deliveredCount)
            writer.writeTag(16)
        }
        for value in members.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "members"
        case 2: "deliveredCount"
        case 3: "readCount"
        default: nil
        }
    }
}

extension GetMessageStatusResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    members = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            members.append(try reader.readMessage(MessageReceipt.self))
                        }
                    }
                case 2: deliveredCount = try reader.readNull() ? 0 : reader.readUInt32()
                case 3: readCount = try reader.readNull() ? 0 : reader.readUInt32()
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
        writer.writeKey("members")
        writer.beginArray()
        for value in members {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.writeKey("deliveredCount")
        writer.writeUInt32(deliveredCount)
        writer.writeKey("readCount")
        writer.writeUInt32(readCount)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 7:
            if JSONReader.matches(key, "members") { return 1 }
        case 9:
            if JSONReader.matches(key, "readCount") { return 3 }
        case 10:
            if JSONReader.matches(key, "read_count") { return 3 }
        case 14:
            if JSONReader.matches(key, "deliveredCount") { return 2 }
        case 15:
            if JSONReader.matches(key, "delivered_count") { return 2 }
        default: break
        }
        return 0
    }
}

public struct MarkAsReadRequest: ProtobufMessage {
    public var chatID: UInt64 = 0
    /// The last entry that was read.
    public var seq: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, seq: UInt64 = 0) {
        self.chatID = chatID
        self.seq = seq
    }
}

extension MarkAsReadRequest {
    public static let protobufName: StaticString = "martlet.v1.MarkAsReadRequest"

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

extension MarkAsReadRequest {
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

public struct MarkAsReadResponse: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension MarkAsReadResponse {
    public static let protobufName: StaticString = "martlet.v1.MarkAsReadResponse"

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

extension MarkAsReadResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

/// Positions as devices report them over their sockets: collected, announced and stored together.
public struct ReportPositionsRequest: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var readSeq: UInt64 = 0
    public var deliveredSeq: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, readSeq: UInt64 = 0, deliveredSeq: UInt64 = 0) {
        self.chatID = chatID
        self.readSeq = readSeq
        self.deliveredSeq = deliveredSeq
    }
}

extension ReportPositionsRequest {
    public static let protobufName: StaticString = "martlet.v1.ReportPositionsRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: readSeq = try reader.readUInt64()
                case 24: deliveredSeq = try reader.readUInt64()
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
        if deliveredSeq != 0 {
            writer.writeUInt64(deliveredSeq)
            writer.writeTag(24)
        }
        if readSeq != 0 {
            writer.writeUInt64(readSeq)
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
        case 2: "readSeq"
        case 3: "deliveredSeq"
        default: nil
        }
    }
}

extension ReportPositionsRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: readSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: deliveredSeq = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("readSeq")
        writer.writeUInt64(readSeq)
        writer.writeKey("deliveredSeq")
        writer.writeUInt64(deliveredSeq)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
            if JSONReader.matches(key, "readSeq") { return 2 }
        case 8:
            if JSONReader.matches(key, "read_seq") { return 2 }
        case 12:
            if JSONReader.matches(key, "deliveredSeq") { return 3 }
        case 13:
            if JSONReader.matches(key, "delivered_seq") { return 3 }
        default: break
        }
        return 0
    }
}

public struct ReportPositionsResponse: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension ReportPositionsResponse {
    public static let protobufName: StaticString = "martlet.v1.ReportPositionsResponse"

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

extension ReportPositionsResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
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
    public var lastSeq: UInt64 = 0
    public var visibleFromSeq: UInt64 = 0
    /// In a direct chat: the other person.
    public var peerID: UInt64?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        chatID: UInt64 = 0,
        memberVersion: UInt64 = 0,
        lastSeq: UInt64 = 0,
        visibleFromSeq: UInt64 = 0,
        peerID: UInt64? = nil
    ) {
        self.chatID = chatID
        self.memberVersion = memberVersion
        self.lastSeq = lastSeq
        self.visibleFromSeq = visibleFromSeq
        self.peerID = peerID
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
                case 24: lastSeq = try reader.readUInt64()
                case 32: visibleFromSeq = try reader.readUInt64()
                case 40: peerID = try reader.readUInt64()
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
        if let value = peerID {
            writer.writeUInt64(value)
            writer.writeTag(40)
        }
        if visibleFromSeq != 0 {
            writer.writeUInt64(visibleFromSeq)
            writer.writeTag(32)
        }
        if lastSeq != 0 {
            writer.writeUInt64(lastSeq)
            writer.writeTag(24)
        }
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
        case 3: "lastSeq"
        case 4: "visibleFromSeq"
        case 5: "peerId"
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
                case 3: lastSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 4: visibleFromSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 5: peerID = try reader.readNull() ? nil : reader.readUInt64()
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
        writer.writeKey("lastSeq")
        writer.writeUInt64(lastSeq)
        writer.writeKey("visibleFromSeq")
        writer.writeUInt64(visibleFromSeq)
        if let value = peerID {
            writer.writeKey("peerId")
            writer.writeUInt64(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
            if JSONReader.matches(key, "peerId") { return 5 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
            if JSONReader.matches(key, "lastSeq") { return 3 }
            if JSONReader.matches(key, "peer_id") { return 5 }
        case 8:
            if JSONReader.matches(key, "last_seq") { return 3 }
        case 13:
            if JSONReader.matches(key, "memberVersion") { return 2 }
        case 14:
            if JSONReader.matches(key, "member_version") { return 2 }
            if JSONReader.matches(key, "visibleFromSeq") { return 4 }
        case 16:
            if JSONReader.matches(key, "visible_from_seq") { return 4 }
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
    public var inboxSeq: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chats: [ChatSubscription] = [], incarnation: String = "", inboxSeq: UInt64 = 0) {
        self.chats = chats
        self.incarnation = incarnation
        self.inboxSeq = inboxSeq
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
                case 24: inboxSeq = try reader.readUInt64()
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
            writer.writeTag(24)
        }
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
        case 3: "inboxSeq"
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
                case 3: inboxSeq = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("inboxSeq")
        writer.writeUInt64(inboxSeq)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "chats") { return 1 }
        case 8:
            if JSONReader.matches(key, "inboxSeq") { return 3 }
        case 9:
            if JSONReader.matches(key, "inbox_seq") { return 3 }
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

public struct GetHeadsResponse: ProtobufMessage {
    /// The caller's chats with entries since the cursor, newest first; those that the caller has left, up to their removal.
    public var chats: [ChatHead] = []
    public var inboxCursor: String = ""
    /// The chats that the caller joined or left, or in which the caller's role changed, since the cursor.
    public var updated: [Chat] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chats: [ChatHead] = [], inboxCursor: String = "", updated: [Chat] = []) {
        self.chats = chats
        self.inboxCursor = inboxCursor
        self.updated = updated
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
                case 26: updated.append(try reader.readMessage(Chat.self))
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
        for value in updated.reversed() {
            writer.writeMessage(value)
            writer.writeTag(26)
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
        case 3: "updated"
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
                case 3:
                    updated = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            updated.append(try reader.readMessage(Chat.self))
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
        writer.writeKey("inboxCursor")
        writer.writeString(inboxCursor)
        writer.writeKey("updated")
        writer.beginArray()
        for value in updated {
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
            if JSONReader.matches(key, "updated") { return 3 }
        case 11:
            if JSONReader.matches(key, "inboxCursor") { return 2 }
        case 12:
            if JSONReader.matches(key, "inbox_cursor") { return 2 }
        default: break
        }
        return 0
    }
}

public struct GetChatViewsRequest: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var userIDs: [UInt64] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, userIDs: [UInt64] = []) {
        self.chatID = chatID
        self.userIDs = userIDs
    }
}

extension GetChatViewsRequest {
    public static let protobufName: StaticString = "martlet.v1.GetChatViewsRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: userIDs.append(try reader.readUInt64())
                case 18:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { userIDs.append(try reader.readUInt64()) }
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
        if !userIDs.isEmpty {
            let before = writer.count
            for value in userIDs.reversed() { writer.writeUInt64(value) }
            writer.writeLength(since: before)
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
        case 2: "userIds"
        default: nil
        }
    }
}

extension GetChatViewsRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2:
                    userIDs = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            userIDs.append(try reader.readUInt64())
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
        writer.writeKey("chatId")
        writer.writeUInt64(chatID)
        writer.writeKey("userIds")
        writer.beginArray()
        for value in userIDs {
            writer.writeSeparator()
            writer.writeUInt64(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
            if JSONReader.matches(key, "userIds") { return 2 }
        case 8:
            if JSONReader.matches(key, "user_ids") { return 2 }
        default: break
        }
        return 0
    }
}

public struct ChatView: ProtobufMessage {
    public var userID: UInt64 = 0
    public var chat: Chat?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(userID: UInt64 = 0, chat: Chat? = nil) {
        self.userID = userID
        self.chat = chat
    }
}

extension ChatView {
    public static let protobufName: StaticString = "martlet.v1.ChatView"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 18:
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
            writer.writeTag(18)
        }
        if userID != 0 {
            writer.writeUInt64(userID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "userId"
        case 2: "chat"
        default: nil
        }
    }
}

extension ChatView {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: chat = try reader.readNull() ? nil : reader.readMessage(Chat.self)
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
        if let value = chat {
            writer.writeKey("chat")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "chat") { return 2 }
        case 6:
            if JSONReader.matches(key, "userId") { return 1 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 1 }
        default: break
        }
        return 0
    }
}

/// Of those who are members.
public struct GetChatViewsResponse: ProtobufMessage {
    public var views: [ChatView] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(views: [ChatView] = []) {
        self.views = views
    }
}

extension GetChatViewsResponse {
    public static let protobufName: StaticString = "martlet.v1.GetChatViewsResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: views.append(try reader.readMessage(ChatView.self))
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
        for value in views.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "views"
        default: nil
        }
    }
}

extension GetChatViewsResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    views = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            views.append(try reader.readMessage(ChatView.self))
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
        writer.writeKey("views")
        writer.beginArray()
        for value in views {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "views") { return 1 }
        default: break
        }
        return 0
    }
}

public struct GetChatStateRequest: ProtobufMessage {
    public var chatID: UInt64 = 0
    public var afterSeq: UInt64 = 0
    public var limit: UInt32 = 0
    public var userIDs: [UInt64] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(chatID: UInt64 = 0, afterSeq: UInt64 = 0, limit: UInt32 = 0, userIDs: [UInt64] = []) {
        self.chatID = chatID
        self.afterSeq = afterSeq
        self.limit = limit
        self.userIDs = userIDs
    }
}

extension GetChatStateRequest {
    public static let protobufName: StaticString = "martlet.v1.GetChatStateRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: chatID = try reader.readUInt64()
                case 16: afterSeq = try reader.readUInt64()
                case 24: limit = try reader.readUInt32()
                case 32: userIDs.append(try reader.readUInt64())
                case 34:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { userIDs.append(try reader.readUInt64()) }
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
        if !userIDs.isEmpty {
            let before = writer.count
            for value in userIDs.reversed() { writer.writeUInt64(value) }
            writer.writeLength(since: before)
            writer.writeTag(34)
        }
        if limit != 0 {
            writer.writeUInt32(limit)
            writer.writeTag(24)
        }
        if afterSeq != 0 {
            writer.writeUInt64(afterSeq)
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
        case 3: "limit"
        case 4: "userIds"
        default: nil
        }
    }
}

extension GetChatStateRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: afterSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: limit = try reader.readNull() ? 0 : reader.readUInt32()
                case 4:
                    userIDs = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            userIDs.append(try reader.readUInt64())
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
        writer.writeKey("chatId")
        writer.writeUInt64(chatID)
        writer.writeKey("afterSeq")
        writer.writeUInt64(afterSeq)
        writer.writeKey("limit")
        writer.writeUInt32(limit)
        writer.writeKey("userIds")
        writer.beginArray()
        for value in userIDs {
            writer.writeSeparator()
            writer.writeUInt64(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "limit") { return 3 }
        case 6:
            if JSONReader.matches(key, "chatId") { return 1 }
        case 7:
            if JSONReader.matches(key, "chat_id") { return 1 }
            if JSONReader.matches(key, "userIds") { return 4 }
        case 8:
            if JSONReader.matches(key, "afterSeq") { return 2 }
            if JSONReader.matches(key, "user_ids") { return 4 }
        case 9:
            if JSONReader.matches(key, "after_seq") { return 2 }
        default: break
        }
        return 0
    }
}

public struct MemberInterval: ProtobufMessage {
    public var userID: UInt64 = 0
    public var visibleFromSeq: UInt64 = 0
    public var leftSeq: UInt64?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(userID: UInt64 = 0, visibleFromSeq: UInt64 = 0, leftSeq: UInt64? = nil) {
        self.userID = userID
        self.visibleFromSeq = visibleFromSeq
        self.leftSeq = leftSeq
    }
}

extension MemberInterval {
    public static let protobufName: StaticString = "martlet.v1.MemberInterval"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 16: visibleFromSeq = try reader.readUInt64()
                case 24: leftSeq = try reader.readUInt64()
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
        if let value = leftSeq {
            writer.writeUInt64(value)
            writer.writeTag(24)
        }
        if visibleFromSeq != 0 {
            writer.writeUInt64(visibleFromSeq)
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
        case 2: "visibleFromSeq"
        case 3: "leftSeq"
        default: nil
        }
    }
}

extension MemberInterval {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: visibleFromSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: leftSeq = try reader.readNull() ? nil : reader.readUInt64()
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
        writer.writeKey("visibleFromSeq")
        writer.writeUInt64(visibleFromSeq)
        if let value = leftSeq {
            writer.writeKey("leftSeq")
            writer.writeUInt64(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "userId") { return 1 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 1 }
            if JSONReader.matches(key, "leftSeq") { return 3 }
        case 8:
            if JSONReader.matches(key, "left_seq") { return 3 }
        case 14:
            if JSONReader.matches(key, "visibleFromSeq") { return 2 }
        case 16:
            if JSONReader.matches(key, "visible_from_seq") { return 2 }
        default: break
        }
        return 0
    }
}

/// One consistent look at a chat: what a gateway needs that missed an event.
public struct GetChatStateResponse: ProtobufMessage {
    public var lastSeq: UInt64 = 0
    public var memberVersion: UInt64 = 0
    /// Those of the users that were asked for who are or were members.
    public var members: [MemberInterval] = []
    /// The entries after `after_seq`, at most `limit`, with the keys of all devices.
    public var entries: [Entry] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(lastSeq: UInt64 = 0, memberVersion: UInt64 = 0, members: [MemberInterval] = [], entries: [Entry] = []) {
        self.lastSeq = lastSeq
        self.memberVersion = memberVersion
        self.members = members
        self.entries = entries
    }
}

extension GetChatStateResponse {
    public static let protobufName: StaticString = "martlet.v1.GetChatStateResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: lastSeq = try reader.readUInt64()
                case 16: memberVersion = try reader.readUInt64()
                case 26: members.append(try reader.readMessage(MemberInterval.self))
                case 34: entries.append(try reader.readMessage(Entry.self))
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
        for value in entries.reversed() {
            writer.writeMessage(value)
            writer.writeTag(34)
        }
        for value in members.reversed() {
            writer.writeMessage(value)
            writer.writeTag(26)
        }
        if memberVersion != 0 {
            writer.writeUInt64(memberVersion)
            writer.writeTag(16)
        }
        if lastSeq != 0 {
            writer.writeUInt64(lastSeq)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "lastSeq"
        case 2: "memberVersion"
        case 3: "members"
        case 4: "entries"
        default: nil
        }
    }
}

extension GetChatStateResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: lastSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: memberVersion = try reader.readNull() ? 0 : reader.readUInt64()
                case 3:
                    members = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            members.append(try reader.readMessage(MemberInterval.self))
                        }
                    }
                case 4:
                    entries = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            entries.append(try reader.readMessage(Entry.self))
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
        writer.writeKey("lastSeq")
        writer.writeUInt64(lastSeq)
        writer.writeKey("memberVersion")
        writer.writeUInt64(memberVersion)
        writer.writeKey("members")
        writer.beginArray()
        for value in members {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.writeKey("entries")
        writer.beginArray()
        for value in entries {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 7:
            if JSONReader.matches(key, "lastSeq") { return 1 }
            if JSONReader.matches(key, "members") { return 3 }
            if JSONReader.matches(key, "entries") { return 4 }
        case 8:
            if JSONReader.matches(key, "last_seq") { return 1 }
        case 13:
            if JSONReader.matches(key, "memberVersion") { return 2 }
        case 14:
            if JSONReader.matches(key, "member_version") { return 2 }
        default: break
        }
        return 0
    }
}

public struct GetInboxRequest: ProtobufMessage {
    public var afterSeq: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(afterSeq: UInt64 = 0) {
        self.afterSeq = afterSeq
    }
}

extension GetInboxRequest {
    public static let protobufName: StaticString = "martlet.v1.GetInboxRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: afterSeq = try reader.readUInt64()
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
        if afterSeq != 0 {
            writer.writeUInt64(afterSeq)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "afterSeq"
        default: nil
        }
    }
}

extension GetInboxRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: afterSeq = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("afterSeq")
        writer.writeUInt64(afterSeq)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 8:
            if JSONReader.matches(key, "afterSeq") { return 1 }
        case 9:
            if JSONReader.matches(key, "after_seq") { return 1 }
        default: break
        }
        return 0
    }
}

public struct GetInboxResponse: ProtobufMessage {
    public var inboxSeq: UInt64 = 0
    /// As in GetHeadsResponse.
    public var updated: [Chat] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(inboxSeq: UInt64 = 0, updated: [Chat] = []) {
        self.inboxSeq = inboxSeq
        self.updated = updated
    }
}

extension GetInboxResponse {
    public static let protobufName: StaticString = "martlet.v1.GetInboxResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: inboxSeq = try reader.readUInt64()
                case 18: updated.append(try reader.readMessage(Chat.self))
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
        for value in updated.reversed() {
            writer.writeMessage(value)
            writer.writeTag(18)
        }
        if inboxSeq != 0 {
            writer.writeUInt64(inboxSeq)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "inboxSeq"
        case 2: "updated"
        default: nil
        }
    }
}

extension GetInboxResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: inboxSeq = try reader.readNull() ? 0 : reader.readUInt64()
                case 2:
                    updated = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            updated.append(try reader.readMessage(Chat.self))
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
        writer.writeKey("inboxSeq")
        writer.writeUInt64(inboxSeq)
        writer.writeKey("updated")
        writer.beginArray()
        for value in updated {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 7:
            if JSONReader.matches(key, "updated") { return 2 }
        case 8:
            if JSONReader.matches(key, "inboxSeq") { return 1 }
        case 9:
            if JSONReader.matches(key, "inbox_seq") { return 1 }
        default: break
        }
        return 0
    }
}

public struct SetLastSeenRequest: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension SetLastSeenRequest {
    public static let protobufName: StaticString = "martlet.v1.SetLastSeenRequest"

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

extension SetLastSeenRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

public struct SetLastSeenResponse: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension SetLastSeenResponse {
    public static let protobufName: StaticString = "martlet.v1.SetLastSeenResponse"

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

extension SetLastSeenResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
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

/// What the `cursor` of the member list holds; opaque to clients.
public struct MemberListCursor: ProtobufMessage {
    public var userID: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(userID: UInt64 = 0) {
        self.userID = userID
    }
}

extension MemberListCursor {
    public static let protobufName: StaticString = "martlet.v1.MemberListCursor"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
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
        if userID != 0 {
            writer.writeUInt64(userID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "userId"
        default: nil
        }
    }
}

extension MemberListCursor {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "userId") { return 1 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 1 }
        default: break
        }
        return 0
    }
}

public struct TakeNoteRequest: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension TakeNoteRequest {
    public static let protobufName: StaticString = "martlet.v1.TakeNoteRequest"

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

extension TakeNoteRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

public struct TakeNoteResponse: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension TakeNoteResponse {
    public static let protobufName: StaticString = "martlet.v1.TakeNoteResponse"

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

extension TakeNoteResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}
