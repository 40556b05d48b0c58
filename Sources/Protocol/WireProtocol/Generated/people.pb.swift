// Generated from martlet/v1/people.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import Protobuf

public struct Audience: ProtobufEnum {
    public static let unspecified = Self(rawValue: 0)
    public static let everybody = Self(rawValue: 1)
    public static let contacts = Self(rawValue: 2)
    public static let nobody = Self(rawValue: 3)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .unspecified,
        .everybody,
        .contacts,
        .nobody,
    ]

    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public init?(wireName: UnsafeRawBufferPointer) {
        switch wireName.count {
        case 6:
            if JSONReader.matches(wireName, "nobody") {
                self.init(rawValue: 3)
                return
            }
        case 8:
            if JSONReader.matches(wireName, "contacts") {
                self.init(rawValue: 2)
                return
            }
        case 9:
            if JSONReader.matches(wireName, "everybody") {
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
        case 1: "everybody"
        case 2: "contacts"
        case 3: "nobody"
        default: nil
        }
    }
}

public struct ContactState: ProtobufEnum {
    /// None, or no longer.
    public static let unspecified = Self(rawValue: 0)
    /// One of the two has asked: see `direction`.
    public static let pending = Self(rawValue: 1)
    public static let accepted = Self(rawValue: 2)
    /// By the owner of the list.
    public static let blocked = Self(rawValue: 3)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .unspecified,
        .pending,
        .accepted,
        .blocked,
    ]

    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public init?(wireName: UnsafeRawBufferPointer) {
        switch wireName.count {
        case 4:
            if JSONReader.matches(wireName, "none") {
                self.init(rawValue: 0)
                return
            }
        case 7:
            if JSONReader.matches(wireName, "pending") {
                self.init(rawValue: 1)
                return
            }
            if JSONReader.matches(wireName, "blocked") {
                self.init(rawValue: 3)
                return
            }
        case 8:
            if JSONReader.matches(wireName, "accepted") {
                self.init(rawValue: 2)
                return
            }
        default: break
        }
        return nil
    }

    public var wireName: StaticString? {
        switch rawValue {
        case 0: "none"
        case 1: "pending"
        case 2: "accepted"
        case 3: "blocked"
        default: nil
        }
    }
}

public struct ContactDirection: ProtobufEnum {
    public static let unspecified = Self(rawValue: 0)
    /// The owner of the list has asked.
    public static let outgoing = Self(rawValue: 1)
    /// The other one has asked.
    public static let incoming = Self(rawValue: 2)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .unspecified,
        .outgoing,
        .incoming,
    ]

    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public init?(wireName: UnsafeRawBufferPointer) {
        switch wireName.count {
        case 8:
            if JSONReader.matches(wireName, "outgoing") {
                self.init(rawValue: 1)
                return
            }
            if JSONReader.matches(wireName, "incoming") {
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
        case 1: "outgoing"
        case 2: "incoming"
        default: nil
        }
    }
}

public struct User: ProtobufMessage {
    public var id: UInt64 = 0
    public var username: String = ""
    public var displayName: String = ""
    public var avatarURL: String = ""
    public var createdAt: Timestamp?
    /// Only in answers to its owner.
    public var email: String?
    public var bio: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        id: UInt64 = 0,
        username: String = "",
        displayName: String = "",
        avatarURL: String = "",
        createdAt: Timestamp? = nil,
        email: String? = nil,
        bio: String = ""
    ) {
        self.id = id
        self.username = username
        self.displayName = displayName
        self.avatarURL = avatarURL
        self.createdAt = createdAt
        self.email = email
        self.bio = bio
    }
}

extension User {
    public static let protobufName: StaticString = "martlet.v1.User"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: id = try reader.readUInt64()
                case 18: username = try reader.readString()
                case 26: displayName = try reader.readString()
                case 34: avatarURL = try reader.readString()
                case 42:
                    var value = createdAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    createdAt = value
                case 50: email = try reader.readString()
                case 58: bio = try reader.readString()
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
        if !bio.isEmpty {
            writer.writeString(bio)
            writer.writeTag(58)
        }
        if let value = email {
            writer.writeString(value)
            writer.writeTag(50)
        }
        if let value = createdAt {
            writer.writeMessage(value)
            writer.writeTag(42)
        }
        if !avatarURL.isEmpty {
            writer.writeString(avatarURL)
            writer.writeTag(34)
        }
        if !displayName.isEmpty {
            writer.writeString(displayName)
            writer.writeTag(26)
        }
        if !username.isEmpty {
            writer.writeString(username)
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
        case 2: "username"
        case 3: "displayName"
        case 4: "avatarUrl"
        case 5: "createdAt"
        case 6: "email"
        case 7: "bio"
        default: nil
        }
    }
}

extension User {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: username = try reader.readNull() ? "" : reader.readString()
                case 3: displayName = try reader.readNull() ? "" : reader.readString()
                case 4: avatarURL = try reader.readNull() ? "" : reader.readString()
                case 5: createdAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
                case 6: email = try reader.readNull() ? nil : reader.readString()
                case 7: bio = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("username")
        writer.writeString(username)
        writer.writeKey("displayName")
        writer.writeString(displayName)
        writer.writeKey("avatarUrl")
        writer.writeString(avatarURL)
        if let value = createdAt {
            writer.writeKey("createdAt")
            writer.writeMessage(value)
        }
        if let value = email {
            writer.writeKey("email")
            writer.writeString(value)
        }
        writer.writeKey("bio")
        writer.writeString(bio)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 3:
            if JSONReader.matches(key, "bio") { return 7 }
        case 5:
            if JSONReader.matches(key, "email") { return 6 }
        case 8:
            if JSONReader.matches(key, "username") { return 2 }
        case 9:
            if JSONReader.matches(key, "avatarUrl") { return 4 }
            if JSONReader.matches(key, "createdAt") { return 5 }
        case 10:
            if JSONReader.matches(key, "avatar_url") { return 4 }
            if JSONReader.matches(key, "created_at") { return 5 }
        case 11:
            if JSONReader.matches(key, "displayName") { return 3 }
        case 12:
            if JSONReader.matches(key, "display_name") { return 3 }
        default: break
        }
        return 0
    }
}

/// What is absent stays.
public struct UpdateUserRequest: ProtobufMessage {
    /// One's own.
    public var id: UInt64 = 0
    public var displayName: String?
    /// Can be changed once a day; nobody else can take the old one for 30 days.
    public var username: String?
    /// An https address, or nothing.
    public var avatarURL: String?
    public var bio: String?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        id: UInt64 = 0,
        displayName: String? = nil,
        username: String? = nil,
        avatarURL: String? = nil,
        bio: String? = nil
    ) {
        self.id = id
        self.displayName = displayName
        self.username = username
        self.avatarURL = avatarURL
        self.bio = bio
    }
}

extension UpdateUserRequest {
    public static let protobufName: StaticString = "martlet.v1.UpdateUserRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: id = try reader.readUInt64()
                case 18: displayName = try reader.readString()
                case 26: username = try reader.readString()
                case 34: avatarURL = try reader.readString()
                case 42: bio = try reader.readString()
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
        if let value = bio {
            writer.writeString(value)
            writer.writeTag(42)
        }
        if let value = avatarURL {
            writer.writeString(value)
            writer.writeTag(34)
        }
        if let value = username {
            writer.writeString(value)
            writer.writeTag(26)
        }
        if let value = displayName {
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
        case 2: "displayName"
        case 3: "username"
        case 4: "avatarUrl"
        case 5: "bio"
        default: nil
        }
    }
}

extension UpdateUserRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: displayName = try reader.readNull() ? nil : reader.readString()
                case 3: username = try reader.readNull() ? nil : reader.readString()
                case 4: avatarURL = try reader.readNull() ? nil : reader.readString()
                case 5: bio = try reader.readNull() ? nil : reader.readString()
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
        if let value = displayName {
            writer.writeKey("displayName")
            writer.writeString(value)
        }
        if let value = username {
            writer.writeKey("username")
            writer.writeString(value)
        }
        if let value = avatarURL {
            writer.writeKey("avatarUrl")
            writer.writeString(value)
        }
        if let value = bio {
            writer.writeKey("bio")
            writer.writeString(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 3:
            if JSONReader.matches(key, "bio") { return 5 }
        case 8:
            if JSONReader.matches(key, "username") { return 3 }
        case 9:
            if JSONReader.matches(key, "avatarUrl") { return 4 }
        case 10:
            if JSONReader.matches(key, "avatar_url") { return 4 }
        case 11:
            if JSONReader.matches(key, "displayName") { return 2 }
        case 12:
            if JSONReader.matches(key, "display_name") { return 2 }
        default: break
        }
        return 0
    }
}

public struct FindUsersRequest: ProtobufMessage {
    /// The begin of a user name, or of a display name from any of its words on; or a whole e-mail address.
    public var query: String = ""
    /// At most this many; 0 is 50.
    public var limit: UInt32 = 0
    /// `nextCursor` of the page before, of the same query.
    public var cursor: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(query: String = "", limit: UInt32 = 0, cursor: String = "") {
        self.query = query
        self.limit = limit
        self.cursor = cursor
    }
}

extension FindUsersRequest {
    public static let protobufName: StaticString = "martlet.v1.FindUsersRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: query = try reader.readString()
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
        if !query.isEmpty {
            writer.writeString(query)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "query"
        case 2: "limit"
        case 3: "cursor"
        default: nil
        }
    }
}

extension FindUsersRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: query = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("query")
        writer.writeString(query)
        writer.writeKey("limit")
        writer.writeUInt32(limit)
        writer.writeKey("cursor")
        writer.writeString(cursor)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "query") { return 1 }
            if JSONReader.matches(key, "limit") { return 2 }
        case 6:
            if JSONReader.matches(key, "cursor") { return 3 }
        default: break
        }
        return 0
    }
}

public struct FindUsersResponse: ProtobufMessage {
    public var users: [User] = []
    public var nextCursor: String?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(users: [User] = [], nextCursor: String? = nil) {
        self.users = users
        self.nextCursor = nextCursor
    }
}

extension FindUsersResponse {
    public static let protobufName: StaticString = "martlet.v1.FindUsersResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: users.append(try reader.readMessage(User.self))
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
        for value in users.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "users"
        case 2: "nextCursor"
        default: nil
        }
    }
}

extension FindUsersResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    users = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            users.append(try reader.readMessage(User.self))
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
        writer.writeKey("users")
        writer.beginArray()
        for value in users {
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
            if JSONReader.matches(key, "users") { return 1 }
        case 10:
            if JSONReader.matches(key, "nextCursor") { return 2 }
        case 11:
            if JSONReader.matches(key, "next_cursor") { return 2 }
        default: break
        }
        return 0
    }
}

/// Inside the cursor of a search: the last name on the page.
public struct UserSearchCursor: ProtobufMessage {
    public var name: String = ""
    public var userID: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(name: String = "", userID: UInt64 = 0) {
        self.name = name
        self.userID = userID
    }
}

extension UserSearchCursor {
    public static let protobufName: StaticString = "martlet.v1.UserSearchCursor"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: name = try reader.readString()
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
        if !name.isEmpty {
            writer.writeString(name)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "name"
        case 2: "userId"
        default: nil
        }
    }
}

extension UserSearchCursor {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: name = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("name")
        writer.writeString(name)
        writer.writeKey("userId")
        writer.writeUInt64(userID)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "name") { return 1 }
        case 6:
            if JSONReader.matches(key, "userId") { return 2 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 2 }
        default: break
        }
        return 0
    }
}

/// What the server keeps to. In answers everything is there; in requests, what is absent stays.
public struct PrivacySettings: ProtobufMessage {
    /// Who sees whether one is online, and when one was last. Everybody, unless set otherwise.
    public var lastSeen: Audience?
    /// Who may add one to groups and channels. Everybody, unless set otherwise.
    public var groupAdditions: Audience?
    /// Whether others are told how far one has read. So they are, unless set otherwise.
    public var readReceipts: Bool?
    /// Whether others are told that one types. So they are, unless set otherwise.
    public var typing: Bool?
    /// Whether the begin of a name finds one; else only the whole user name does. So it does, unless set otherwise.
    public var discoverable: Bool?
    /// Whether the whole e-mail address finds one. It does not, unless set otherwise.
    public var foundByEmail: Bool?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        lastSeen: Audience? = nil,
        groupAdditions: Audience? = nil,
        readReceipts: Bool? = nil,
        typing: Bool? = nil,
        discoverable: Bool? = nil,
        foundByEmail: Bool? = nil
    ) {
        self.lastSeen = lastSeen
        self.groupAdditions = groupAdditions
        self.readReceipts = readReceipts
        self.typing = typing
        self.discoverable = discoverable
        self.foundByEmail = foundByEmail
    }
}

extension PrivacySettings {
    public static let protobufName: StaticString = "martlet.v1.PrivacySettings"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: lastSeen = try reader.readEnum(Audience.self)
                case 16: groupAdditions = try reader.readEnum(Audience.self)
                case 24: readReceipts = try reader.readBool()
                case 32: typing = try reader.readBool()
                case 40: discoverable = try reader.readBool()
                case 48: foundByEmail = try reader.readBool()
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
        if let value = foundByEmail {
            writer.writeBool(value)
            writer.writeTag(48)
        }
        if let value = discoverable {
            writer.writeBool(value)
            writer.writeTag(40)
        }
        if let value = typing {
            writer.writeBool(value)
            writer.writeTag(32)
        }
        if let value = readReceipts {
            writer.writeBool(value)
            writer.writeTag(24)
        }
        if let value = groupAdditions {
            writer.writeEnum(value)
            writer.writeTag(16)
        }
        if let value = lastSeen {
            writer.writeEnum(value)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "lastSeen"
        case 2: "groupAdditions"
        case 3: "readReceipts"
        case 4: "typing"
        case 5: "discoverable"
        case 6: "foundByEmail"
        default: nil
        }
    }
}

extension PrivacySettings {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: lastSeen = try reader.readNull() ? nil : reader.readEnum(Audience.self)
                case 2: groupAdditions = try reader.readNull() ? nil : reader.readEnum(Audience.self)
                case 3: readReceipts = try reader.readNull() ? nil : reader.readBool()
                case 4: typing = try reader.readNull() ? nil : reader.readBool()
                case 5: discoverable = try reader.readNull() ? nil : reader.readBool()
                case 6: foundByEmail = try reader.readNull() ? nil : reader.readBool()
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
        if let value = lastSeen {
            writer.writeKey("lastSeen")
            writer.writeEnum(value)
        }
        if let value = groupAdditions {
            writer.writeKey("groupAdditions")
            writer.writeEnum(value)
        }
        if let value = readReceipts {
            writer.writeKey("readReceipts")
            writer.writeBool(value)
        }
        if let value = typing {
            writer.writeKey("typing")
            writer.writeBool(value)
        }
        if let value = discoverable {
            writer.writeKey("discoverable")
            writer.writeBool(value)
        }
        if let value = foundByEmail {
            writer.writeKey("foundByEmail")
            writer.writeBool(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "typing") { return 4 }
        case 8:
            if JSONReader.matches(key, "lastSeen") { return 1 }
        case 9:
            if JSONReader.matches(key, "last_seen") { return 1 }
        case 12:
            if JSONReader.matches(key, "readReceipts") { return 3 }
            if JSONReader.matches(key, "discoverable") { return 5 }
            if JSONReader.matches(key, "foundByEmail") { return 6 }
        case 13:
            if JSONReader.matches(key, "read_receipts") { return 3 }
        case 14:
            if JSONReader.matches(key, "groupAdditions") { return 2 }
            if JSONReader.matches(key, "found_by_email") { return 6 }
        case 15:
            if JSONReader.matches(key, "group_additions") { return 2 }
        default: break
        }
        return 0
    }
}

public struct Settings: ProtobufMessage {
    /// Rises with each change; 0 while there was none.
    public var version: UInt64 = 0
    public var privacy: PrivacySettings?
    /// The client's own: the server does not look into it.
    public var client: [UInt8] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(version: UInt64 = 0, privacy: PrivacySettings? = nil, client: [UInt8] = []) {
        self.version = version
        self.privacy = privacy
        self.client = client
    }
}

extension Settings {
    public static let protobufName: StaticString = "martlet.v1.Settings"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: version = try reader.readUInt64()
                case 18:
                    var value = privacy ?? PrivacySettings()
                    try reader.readMessage(into: &value)
                    privacy = value
                case 26: client = try reader.readBytes()
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
        if !client.isEmpty {
            writer.writeBytes(client)
            writer.writeTag(26)
        }
        if let value = privacy {
            writer.writeMessage(value)
            writer.writeTag(18)
        }
        if version != 0 {
            writer.writeUInt64(version)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "version"
        case 2: "privacy"
        case 3: "client"
        default: nil
        }
    }
}

extension Settings {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: version = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: privacy = try reader.readNull() ? nil : reader.readMessage(PrivacySettings.self)
                case 3: client = try reader.readNull() ? [] : reader.readBytes()
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
        if let value = privacy {
            writer.writeKey("privacy")
            writer.writeMessage(value)
        }
        writer.writeKey("client")
        writer.writeBytes(client)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "client") { return 3 }
        case 7:
            if JSONReader.matches(key, "version") { return 1 }
            if JSONReader.matches(key, "privacy") { return 2 }
        default: break
        }
        return 0
    }
}

public struct GetSettingsRequest: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension GetSettingsRequest {
    public static let protobufName: StaticString = "martlet.v1.GetSettingsRequest"

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

extension GetSettingsRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

/// What is absent stays.
public struct UpdateSettingsRequest: ProtobufMessage {
    /// The one that is to be replaced.
    public var version: UInt64?
    public var privacy: PrivacySettings?
    /// At most 16 KiB.
    public var client: [UInt8]?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(version: UInt64? = nil, privacy: PrivacySettings? = nil, client: [UInt8]? = nil) {
        self.version = version
        self.privacy = privacy
        self.client = client
    }
}

extension UpdateSettingsRequest {
    public static let protobufName: StaticString = "martlet.v1.UpdateSettingsRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: version = try reader.readUInt64()
                case 18:
                    var value = privacy ?? PrivacySettings()
                    try reader.readMessage(into: &value)
                    privacy = value
                case 26: client = try reader.readBytes()
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
        if let value = client {
            writer.writeBytes(value)
            writer.writeTag(26)
        }
        if let value = privacy {
            writer.writeMessage(value)
            writer.writeTag(18)
        }
        if let value = version {
            writer.writeUInt64(value)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "version"
        case 2: "privacy"
        case 3: "client"
        default: nil
        }
    }
}

extension UpdateSettingsRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: version = try reader.readNull() ? nil : reader.readUInt64()
                case 2: privacy = try reader.readNull() ? nil : reader.readMessage(PrivacySettings.self)
                case 3: client = try reader.readNull() ? nil : reader.readBytes()
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
        if let value = version {
            writer.writeKey("version")
            writer.writeUInt64(value)
        }
        if let value = privacy {
            writer.writeKey("privacy")
            writer.writeMessage(value)
        }
        if let value = client {
            writer.writeKey("client")
            writer.writeBytes(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "client") { return 3 }
        case 7:
            if JSONReader.matches(key, "version") { return 1 }
            if JSONReader.matches(key, "privacy") { return 2 }
        default: break
        }
        return 0
    }
}

public struct SettingsResponse: ProtobufMessage {
    public var settings: Settings?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(settings: Settings? = nil) {
        self.settings = settings
    }
}

extension SettingsResponse {
    public static let protobufName: StaticString = "martlet.v1.SettingsResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10:
                    var value = settings ?? Settings()
                    try reader.readMessage(into: &value)
                    settings = value
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
        if let value = settings {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "settings"
        default: nil
        }
    }
}

extension SettingsResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: settings = try reader.readNull() ? nil : reader.readMessage(Settings.self)
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
        if let value = settings {
            writer.writeKey("settings")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 8:
            if JSONReader.matches(key, "settings") { return 1 }
        default: break
        }
        return 0
    }
}

/// Somebody in a user's list.
public struct Contact: ProtobufMessage {
    public var userID: UInt64 = 0
    public var state: ContactState = ContactState(rawValue: 0)
    /// Of a pending contact.
    public var direction: ContactDirection?
    /// Of the last change.
    public var updatedAt: Timestamp?
    public var user: User?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        userID: UInt64 = 0,
        state: ContactState = ContactState(rawValue: 0),
        direction: ContactDirection? = nil,
        updatedAt: Timestamp? = nil,
        user: User? = nil
    ) {
        self.userID = userID
        self.state = state
        self.direction = direction
        self.updatedAt = updatedAt
        self.user = user
    }
}

extension Contact {
    public static let protobufName: StaticString = "martlet.v1.Contact"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 16: state = try reader.readEnum(ContactState.self)
                case 24: direction = try reader.readEnum(ContactDirection.self)
                case 34:
                    var value = updatedAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    updatedAt = value
                case 42:
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
            writer.writeTag(42)
        }
        if let value = updatedAt {
            writer.writeMessage(value)
            writer.writeTag(34)
        }
        if let value = direction {
            writer.writeEnum(value)
            writer.writeTag(24)
        }
        if state.rawValue != 0 {
            writer.writeEnum(state)
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
        case 2: "state"
        case 3: "direction"
        case 4: "updatedAt"
        case 5: "user"
        default: nil
        }
    }
}

extension Contact {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: state = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(ContactState.self)
                case 3: direction = try reader.readNull() ? nil : reader.readEnum(ContactDirection.self)
                case 4: updatedAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
                case 5: user = try reader.readNull() ? nil : reader.readMessage(User.self)
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
        writer.writeKey("state")
        writer.writeEnum(state)
        if let value = direction {
            writer.writeKey("direction")
            writer.writeEnum(value)
        }
        if let value = updatedAt {
            writer.writeKey("updatedAt")
            writer.writeMessage(value)
        }
        if let value = user {
            writer.writeKey("user")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "user") { return 5 }
        case 5:
            if JSONReader.matches(key, "state") { return 2 }
        case 6:
            if JSONReader.matches(key, "userId") { return 1 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 1 }
        case 9:
            if JSONReader.matches(key, "direction") { return 3 }
            if JSONReader.matches(key, "updatedAt") { return 4 }
        case 10:
            if JSONReader.matches(key, "updated_at") { return 4 }
        default: break
        }
        return 0
    }
}

public struct GetContactsRequest: ProtobufMessage {
    /// The owner of the list: oneself.
    public var id: UInt64 = 0
    /// Only contacts in this state.
    public var state: ContactState?
    /// At most this many; 0 is 50.
    public var limit: UInt32 = 0
    /// `nextCursor` of the page before.
    public var cursor: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64 = 0, state: ContactState? = nil, limit: UInt32 = 0, cursor: String = "") {
        self.id = id
        self.state = state
        self.limit = limit
        self.cursor = cursor
    }
}

extension GetContactsRequest {
    public static let protobufName: StaticString = "martlet.v1.GetContactsRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: id = try reader.readUInt64()
                case 16: state = try reader.readEnum(ContactState.self)
                case 24: limit = try reader.readUInt32()
                case 34: cursor = try reader.readString()
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
            writer.writeTag(34)
        }
        if limit != 0 {
            writer.writeUInt32(limit)
            writer.writeTag(24)
        }
        if let value = state {
            writer.writeEnum(value)
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
        case 2: "state"
        case 3: "limit"
        case 4: "cursor"
        default: nil
        }
    }
}

extension GetContactsRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: state = try reader.readNull() ? nil : reader.readEnum(ContactState.self)
                case 3: limit = try reader.readNull() ? 0 : reader.readUInt32()
                case 4: cursor = try reader.readNull() ? "" : reader.readString()
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
        if let value = state {
            writer.writeKey("state")
            writer.writeEnum(value)
        }
        writer.writeKey("limit")
        writer.writeUInt32(limit)
        writer.writeKey("cursor")
        writer.writeString(cursor)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 5:
            if JSONReader.matches(key, "state") { return 2 }
            if JSONReader.matches(key, "limit") { return 3 }
        case 6:
            if JSONReader.matches(key, "cursor") { return 4 }
        default: break
        }
        return 0
    }
}

/// In rising order of user ids.
public struct GetContactsResponse: ProtobufMessage {
    public var contacts: [Contact] = []
    public var nextCursor: String?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(contacts: [Contact] = [], nextCursor: String? = nil) {
        self.contacts = contacts
        self.nextCursor = nextCursor
    }
}

extension GetContactsResponse {
    public static let protobufName: StaticString = "martlet.v1.GetContactsResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: contacts.append(try reader.readMessage(Contact.self))
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
        for value in contacts.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "contacts"
        case 2: "nextCursor"
        default: nil
        }
    }
}

extension GetContactsResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    contacts = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            contacts.append(try reader.readMessage(Contact.self))
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
        writer.writeKey("contacts")
        writer.beginArray()
        for value in contacts {
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
        case 8:
            if JSONReader.matches(key, "contacts") { return 1 }
        case 10:
            if JSONReader.matches(key, "nextCursor") { return 2 }
        case 11:
            if JSONReader.matches(key, "next_cursor") { return 2 }
        default: break
        }
        return 0
    }
}

/// Inside the cursor of a list of contacts: the last user on the page.
public struct ContactListCursor: ProtobufMessage {
    public var userID: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(userID: UInt64 = 0) {
        self.userID = userID
    }
}

extension ContactListCursor {
    public static let protobufName: StaticString = "martlet.v1.ContactListCursor"

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

extension ContactListCursor {
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

public struct RequestContactRequest: ProtobufMessage {
    /// The owner of the list: oneself.
    public var id: UInt64 = 0
    public var userID: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64 = 0, userID: UInt64 = 0) {
        self.id = id
        self.userID = userID
    }
}

extension RequestContactRequest {
    public static let protobufName: StaticString = "martlet.v1.RequestContactRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: id = try reader.readUInt64()
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
        if id != 0 {
            writer.writeUInt64(id)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "id"
        case 2: "userId"
        default: nil
        }
    }
}

extension RequestContactRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("id")
        writer.writeUInt64(id)
        writer.writeKey("userId")
        writer.writeUInt64(userID)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 6:
            if JSONReader.matches(key, "userId") { return 2 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 2 }
        default: break
        }
        return 0
    }
}

public struct ContactResponse: ProtobufMessage {
    public var contact: Contact?
    /// It was so before this call.
    public var replayed: Bool = false
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(contact: Contact? = nil, replayed: Bool = false) {
        self.contact = contact
        self.replayed = replayed
    }
}

extension ContactResponse {
    public static let protobufName: StaticString = "martlet.v1.ContactResponse"

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
        if let value = contact {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "contact"
        case 2: "replayed"
        default: nil
        }
    }
}

extension ContactResponse {
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

public struct UpdateContactRequest: ProtobufMessage {
    /// The owner of the list: oneself.
    public var id: UInt64 = 0
    public var contactID: UInt64 = 0
    /// `accepted` or `blocked`.
    public var state: ContactState = ContactState(rawValue: 0)
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64 = 0, contactID: UInt64 = 0, state: ContactState = ContactState(rawValue: 0)) {
        self.id = id
        self.contactID = contactID
        self.state = state
    }
}

extension UpdateContactRequest {
    public static let protobufName: StaticString = "martlet.v1.UpdateContactRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: id = try reader.readUInt64()
                case 16: contactID = try reader.readUInt64()
                case 24: state = try reader.readEnum(ContactState.self)
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
        if state.rawValue != 0 {
            writer.writeEnum(state)
            writer.writeTag(24)
        }
        if contactID != 0 {
            writer.writeUInt64(contactID)
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
        case 2: "contactId"
        case 3: "state"
        default: nil
        }
    }
}

extension UpdateContactRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: contactID = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: state = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(ContactState.self)
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
        writer.writeKey("contactId")
        writer.writeUInt64(contactID)
        writer.writeKey("state")
        writer.writeEnum(state)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 5:
            if JSONReader.matches(key, "state") { return 3 }
        case 9:
            if JSONReader.matches(key, "contactId") { return 2 }
        case 10:
            if JSONReader.matches(key, "contact_id") { return 2 }
        default: break
        }
        return 0
    }
}

public struct DeleteContactRequest: ProtobufMessage {
    /// The owner of the list: oneself.
    public var id: UInt64 = 0
    public var contactID: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64 = 0, contactID: UInt64 = 0) {
        self.id = id
        self.contactID = contactID
    }
}

extension DeleteContactRequest {
    public static let protobufName: StaticString = "martlet.v1.DeleteContactRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: id = try reader.readUInt64()
                case 16: contactID = try reader.readUInt64()
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
        if contactID != 0 {
            writer.writeUInt64(contactID)
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
        case 2: "contactId"
        default: nil
        }
    }
}

extension DeleteContactRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: contactID = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("contactId")
        writer.writeUInt64(contactID)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 9:
            if JSONReader.matches(key, "contactId") { return 2 }
        case 10:
            if JSONReader.matches(key, "contact_id") { return 2 }
        default: break
        }
        return 0
    }
}

public struct DeleteContactResponse: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension DeleteContactResponse {
    public static let protobufName: StaticString = "martlet.v1.DeleteContactResponse"

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

extension DeleteContactResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

public struct GetRelationsRequest: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension GetRelationsRequest {
    public static let protobufName: StaticString = "martlet.v1.GetRelationsRequest"

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

extension GetRelationsRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

/// What decides on what the caller's sockets are told of others.
public struct GetRelationsResponse: ProtobufMessage {
    /// Rises by one with each change of the two lists.
    public var version: UInt64 = 0
    public var contactIDs: [UInt64] = []
    /// Those whom the caller has blocked, and those who have blocked the caller.
    public var blockedIDs: [UInt64] = []
    /// All of it set.
    public var privacy: PrivacySettings?
    public var settingsVersion: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        version: UInt64 = 0,
        contactIDs: [UInt64] = [],
        blockedIDs: [UInt64] = [],
        privacy: PrivacySettings? = nil,
        settingsVersion: UInt64 = 0
    ) {
        self.version = version
        self.contactIDs = contactIDs
        self.blockedIDs = blockedIDs
        self.privacy = privacy
        self.settingsVersion = settingsVersion
    }
}

extension GetRelationsResponse {
    public static let protobufName: StaticString = "martlet.v1.GetRelationsResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: version = try reader.readUInt64()
                case 16: contactIDs.append(try reader.readUInt64())
                case 18:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { contactIDs.append(try reader.readUInt64()) }
                    reader.leave(outer)
                case 24: blockedIDs.append(try reader.readUInt64())
                case 26:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { blockedIDs.append(try reader.readUInt64()) }
                    reader.leave(outer)
                case 34:
                    var value = privacy ?? PrivacySettings()
                    try reader.readMessage(into: &value)
                    privacy = value
                case 40: settingsVersion = try reader.readUInt64()
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
        if settingsVersion != 0 {
            writer.writeUInt64(settingsVersion)
            writer.writeTag(40)
        }
        if let value = privacy {
            writer.writeMessage(value)
            writer.writeTag(34)
        }
        if !blockedIDs.isEmpty {
            let before = writer.count
            for value in blockedIDs.reversed() { writer.writeUInt64(value) }
            writer.writeLength(since: before)
            writer.writeTag(26)
        }
        if !contactIDs.isEmpty {
            let before = writer.count
            for value in contactIDs.reversed() { writer.writeUInt64(value) }
            writer.writeLength(since: before)
            writer.writeTag(18)
        }
        if version != 0 {
            writer.writeUInt64(version)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "version"
        case 2: "contactIds"
        case 3: "blockedIds"
        case 4: "privacy"
        case 5: "settingsVersion"
        default: nil
        }
    }
}

extension GetRelationsResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: version = try reader.readNull() ? 0 : reader.readUInt64()
                case 2:
                    contactIDs = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            contactIDs.append(try reader.readUInt64())
                        }
                    }
                case 3:
                    blockedIDs = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            blockedIDs.append(try reader.readUInt64())
                        }
                    }
                case 4: privacy = try reader.readNull() ? nil : reader.readMessage(PrivacySettings.self)
                case 5: settingsVersion = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("contactIds")
        writer.beginArray()
        for value in contactIDs {
            writer.writeSeparator()
            writer.writeUInt64(value)
        }
        writer.endArray()
        writer.writeKey("blockedIds")
        writer.beginArray()
        for value in blockedIDs {
            writer.writeSeparator()
            writer.writeUInt64(value)
        }
        writer.endArray()
        if let value = privacy {
            writer.writeKey("privacy")
            writer.writeMessage(value)
        }
        writer.writeKey("settingsVersion")
        writer.writeUInt64(settingsVersion)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 7:
            if JSONReader.matches(key, "version") { return 1 }
            if JSONReader.matches(key, "privacy") { return 4 }
        case 10:
            if JSONReader.matches(key, "contactIds") { return 2 }
            if JSONReader.matches(key, "blockedIds") { return 3 }
        case 11:
            if JSONReader.matches(key, "contact_ids") { return 2 }
            if JSONReader.matches(key, "blocked_ids") { return 3 }
        case 15:
            if JSONReader.matches(key, "settingsVersion") { return 5 }
        case 16:
            if JSONReader.matches(key, "settings_version") { return 5 }
        default: break
        }
        return 0
    }
}

public struct GetStandingsRequest: ProtobufMessage {
    public var userIDs: [UInt64] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(userIDs: [UInt64] = []) {
        self.userIDs = userIDs
    }
}

extension GetStandingsRequest {
    public static let protobufName: StaticString = "martlet.v1.GetStandingsRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userIDs.append(try reader.readUInt64())
                case 10:
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
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "userIds"
        default: nil
        }
    }
}

extension GetStandingsRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
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
        case 7:
            if JSONReader.matches(key, "userIds") { return 1 }
        case 8:
            if JSONReader.matches(key, "user_ids") { return 1 }
        default: break
        }
        return 0
    }
}

/// How the caller stands with somebody.
public struct Standing: ProtobufMessage {
    public var userID: UInt64 = 0
    /// Whether the caller may be told when this person was last seen.
    public var seesLastSeen: Bool = false
    /// Whether the caller may add this person to chats.
    public var mayAdd: Bool = false
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(userID: UInt64 = 0, seesLastSeen: Bool = false, mayAdd: Bool = false) {
        self.userID = userID
        self.seesLastSeen = seesLastSeen
        self.mayAdd = mayAdd
    }
}

extension Standing {
    public static let protobufName: StaticString = "martlet.v1.Standing"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 16: seesLastSeen = try reader.readBool()
                case 24: mayAdd = try reader.readBool()
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
        if mayAdd {
            writer.writeBool(mayAdd)
            writer.writeTag(24)
        }
        if seesLastSeen {
            writer.writeBool(seesLastSeen)
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
        case 2: "seesLastSeen"
        case 3: "mayAdd"
        default: nil
        }
    }
}

extension Standing {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: seesLastSeen = try reader.readNull() ? false : reader.readBool()
                case 3: mayAdd = try reader.readNull() ? false : reader.readBool()
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
        writer.writeKey("seesLastSeen")
        writer.writeBool(seesLastSeen)
        writer.writeKey("mayAdd")
        writer.writeBool(mayAdd)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "userId") { return 1 }
            if JSONReader.matches(key, "mayAdd") { return 3 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 1 }
            if JSONReader.matches(key, "may_add") { return 3 }
        case 12:
            if JSONReader.matches(key, "seesLastSeen") { return 2 }
        case 14:
            if JSONReader.matches(key, "sees_last_seen") { return 2 }
        default: break
        }
        return 0
    }
}

/// Of those who exist, in no particular order.
public struct GetStandingsResponse: ProtobufMessage {
    public var standings: [Standing] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(standings: [Standing] = []) {
        self.standings = standings
    }
}

extension GetStandingsResponse {
    public static let protobufName: StaticString = "martlet.v1.GetStandingsResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: standings.append(try reader.readMessage(Standing.self))
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
        for value in standings.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "standings"
        default: nil
        }
    }
}

extension GetStandingsResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    standings = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            standings.append(try reader.readMessage(Standing.self))
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
        writer.writeKey("standings")
        writer.beginArray()
        for value in standings {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 9:
            if JSONReader.matches(key, "standings") { return 1 }
        default: break
        }
        return 0
    }
}
