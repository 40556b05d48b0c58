// Generated from martlet/v1/identity.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import Protobuf

public struct Device: ProtobufMessage {
    public var id: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64 = 0) {
        self.id = id
    }
}

extension Device {
    public static let protobufName: StaticString = "martlet.v1.Device"

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

extension Device {
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

public struct Session: ProtobufMessage {
    public var id: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64 = 0) {
        self.id = id
    }
}

extension Session {
    public static let protobufName: StaticString = "martlet.v1.Session"

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

extension Session {
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

/// The device that logs in: an id to use again, or a name for a new one.
public struct DeviceDescription: ProtobufMessage {
    public var id: UInt64?
    public var name: String = ""
    public var platform: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64? = nil, name: String = "", platform: String = "") {
        self.id = id
        self.name = name
        self.platform = platform
    }
}

extension DeviceDescription {
    public static let protobufName: StaticString = "martlet.v1.DeviceDescription"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: id = try reader.readUInt64()
                case 18: name = try reader.readString()
                case 26: platform = try reader.readString()
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
        if !platform.isEmpty {
            writer.writeString(platform)
            writer.writeTag(26)
        }
        if !name.isEmpty {
            writer.writeString(name)
            writer.writeTag(18)
        }
        if let value = id {
            writer.writeUInt64(value)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "id"
        case 2: "name"
        case 3: "platform"
        default: nil
        }
    }
}

extension DeviceDescription {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? nil : reader.readUInt64()
                case 2: name = try reader.readNull() ? "" : reader.readString()
                case 3: platform = try reader.readNull() ? "" : reader.readString()
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
        if let value = id {
            writer.writeKey("id")
            writer.writeUInt64(value)
        }
        writer.writeKey("name")
        writer.writeString(name)
        writer.writeKey("platform")
        writer.writeString(platform)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 4:
            if JSONReader.matches(key, "name") { return 2 }
        case 8:
            if JSONReader.matches(key, "platform") { return 3 }
        default: break
        }
        return 0
    }
}

public struct RegisterRequest: ProtobufMessage {
    public var email: String = ""
    public var password: String = ""
    /// Made from the address unless given.
    public var username: String?
    public var displayName: String?
    public var device: DeviceDescription?
    /// How `password` was derived; without it, it is the password itself.
    public var kdf: PasswordDerivation?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        email: String = "",
        password: String = "",
        username: String? = nil,
        displayName: String? = nil,
        device: DeviceDescription? = nil,
        kdf: PasswordDerivation? = nil
    ) {
        self.email = email
        self.password = password
        self.username = username
        self.displayName = displayName
        self.device = device
        self.kdf = kdf
    }
}

extension RegisterRequest {
    public static let protobufName: StaticString = "martlet.v1.RegisterRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: email = try reader.readString()
                case 18: password = try reader.readString()
                case 26: username = try reader.readString()
                case 34: displayName = try reader.readString()
                case 42:
                    var value = device ?? DeviceDescription()
                    try reader.readMessage(into: &value)
                    device = value
                case 50:
                    var value = kdf ?? PasswordDerivation()
                    try reader.readMessage(into: &value)
                    kdf = value
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
        if let value = kdf {
            writer.writeMessage(value)
            writer.writeTag(50)
        }
        if let value = device {
            writer.writeMessage(value)
            writer.writeTag(42)
        }
        if let value = displayName {
            writer.writeString(value)
            writer.writeTag(34)
        }
        if let value = username {
            writer.writeString(value)
            writer.writeTag(26)
        }
        if !password.isEmpty {
            writer.writeString(password)
            writer.writeTag(18)
        }
        if !email.isEmpty {
            writer.writeString(email)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "email"
        case 2: "password"
        case 3: "username"
        case 4: "displayName"
        case 5: "device"
        case 6: "kdf"
        default: nil
        }
    }
}

extension RegisterRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: email = try reader.readNull() ? "" : reader.readString()
                case 2: password = try reader.readNull() ? "" : reader.readString()
                case 3: username = try reader.readNull() ? nil : reader.readString()
                case 4: displayName = try reader.readNull() ? nil : reader.readString()
                case 5: device = try reader.readNull() ? nil : reader.readMessage(DeviceDescription.self)
                case 6: kdf = try reader.readNull() ? nil : reader.readMessage(PasswordDerivation.self)
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
        writer.writeKey("email")
        writer.writeString(email)
        writer.writeKey("password")
        writer.writeString(password)
        if let value = username {
            writer.writeKey("username")
            writer.writeString(value)
        }
        if let value = displayName {
            writer.writeKey("displayName")
            writer.writeString(value)
        }
        if let value = device {
            writer.writeKey("device")
            writer.writeMessage(value)
        }
        if let value = kdf {
            writer.writeKey("kdf")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 3:
            if JSONReader.matches(key, "kdf") { return 6 }
        case 5:
            if JSONReader.matches(key, "email") { return 1 }
        case 6:
            if JSONReader.matches(key, "device") { return 5 }
        case 8:
            if JSONReader.matches(key, "password") { return 2 }
            if JSONReader.matches(key, "username") { return 3 }
        case 11:
            if JSONReader.matches(key, "displayName") { return 4 }
        case 12:
            if JSONReader.matches(key, "display_name") { return 4 }
        default: break
        }
        return 0
    }
}

/// With either `email` or `username`.
public struct LoginRequest: ProtobufMessage {
    public var email: String?
    public var username: String?
    public var password: String = ""
    public var device: DeviceDescription?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        email: String? = nil,
        username: String? = nil,
        password: String = "",
        device: DeviceDescription? = nil
    ) {
        self.email = email
        self.username = username
        self.password = password
        self.device = device
    }
}

extension LoginRequest {
    public static let protobufName: StaticString = "martlet.v1.LoginRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: email = try reader.readString()
                case 18: username = try reader.readString()
                case 26: password = try reader.readString()
                case 34:
                    var value = device ?? DeviceDescription()
                    try reader.readMessage(into: &value)
                    device = value
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
        if let value = device {
            writer.writeMessage(value)
            writer.writeTag(34)
        }
        if !password.isEmpty {
            writer.writeString(password)
            writer.writeTag(26)
        }
        if let value = username {
            writer.writeString(value)
            writer.writeTag(18)
        }
        if let value = email {
            writer.writeString(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "email"
        case 2: "username"
        case 3: "password"
        case 4: "device"
        default: nil
        }
    }
}

extension LoginRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: email = try reader.readNull() ? nil : reader.readString()
                case 2: username = try reader.readNull() ? nil : reader.readString()
                case 3: password = try reader.readNull() ? "" : reader.readString()
                case 4: device = try reader.readNull() ? nil : reader.readMessage(DeviceDescription.self)
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
        if let value = email {
            writer.writeKey("email")
            writer.writeString(value)
        }
        if let value = username {
            writer.writeKey("username")
            writer.writeString(value)
        }
        writer.writeKey("password")
        writer.writeString(password)
        if let value = device {
            writer.writeKey("device")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "email") { return 1 }
        case 6:
            if JSONReader.matches(key, "device") { return 4 }
        case 8:
            if JSONReader.matches(key, "username") { return 2 }
            if JSONReader.matches(key, "password") { return 3 }
        default: break
        }
        return 0
    }
}

public struct AuthenticationResponse: ProtobufMessage {
    public var user: User?
    public var device: Device?
    public var session: Session?
    public var accessToken: String = ""
    /// Seconds.
    public var accessTokenExpiresIn: UInt32 = 0
    public var refreshToken: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        user: User? = nil,
        device: Device? = nil,
        session: Session? = nil,
        accessToken: String = "",
        accessTokenExpiresIn: UInt32 = 0,
        refreshToken: String = ""
    ) {
        self.user = user
        self.device = device
        self.session = session
        self.accessToken = accessToken
        self.accessTokenExpiresIn = accessTokenExpiresIn
        self.refreshToken = refreshToken
    }
}

extension AuthenticationResponse {
    public static let protobufName: StaticString = "martlet.v1.AuthenticationResponse"

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
                case 18:
                    var value = device ?? Device()
                    try reader.readMessage(into: &value)
                    device = value
                case 26:
                    var value = session ?? Session()
                    try reader.readMessage(into: &value)
                    session = value
                case 34: accessToken = try reader.readString()
                case 40: accessTokenExpiresIn = try reader.readUInt32()
                case 50: refreshToken = try reader.readString()
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
        if !refreshToken.isEmpty {
            writer.writeString(refreshToken)
            writer.writeTag(50)
        }
        if accessTokenExpiresIn != 0 {
            writer.writeUInt32(accessTokenExpiresIn)
            writer.writeTag(40)
        }
        if !accessToken.isEmpty {
            writer.writeString(accessToken)
            writer.writeTag(34)
        }
        if let value = session {
            writer.writeMessage(value)
            writer.writeTag(26)
        }
        if let value = device {
            writer.writeMessage(value)
            writer.writeTag(18)
        }
        if let value = user {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "user"
        case 2: "device"
        case 3: "session"
        case 4: "accessToken"
        case 5: "accessTokenExpiresIn"
        case 6: "refreshToken"
        default: nil
        }
    }
}

extension AuthenticationResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: user = try reader.readNull() ? nil : reader.readMessage(User.self)
                case 2: device = try reader.readNull() ? nil : reader.readMessage(Device.self)
                case 3: session = try reader.readNull() ? nil : reader.readMessage(Session.self)
                case 4: accessToken = try reader.readNull() ? "" : reader.readString()
                case 5: accessTokenExpiresIn = try reader.readNull() ? 0 : reader.readUInt32()
                case 6: refreshToken = try reader.readNull() ? "" : reader.readString()
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
        if let value = device {
            writer.writeKey("device")
            writer.writeMessage(value)
        }
        if let value = session {
            writer.writeKey("session")
            writer.writeMessage(value)
        }
        writer.writeKey("accessToken")
        writer.writeString(accessToken)
        writer.writeKey("accessTokenExpiresIn")
        writer.writeUInt32(accessTokenExpiresIn)
        writer.writeKey("refreshToken")
        writer.writeString(refreshToken)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "user") { return 1 }
        case 6:
            if JSONReader.matches(key, "device") { return 2 }
        case 7:
            if JSONReader.matches(key, "session") { return 3 }
        case 11:
            if JSONReader.matches(key, "accessToken") { return 4 }
        case 12:
            if JSONReader.matches(key, "access_token") { return 4 }
            if JSONReader.matches(key, "refreshToken") { return 6 }
        case 13:
            if JSONReader.matches(key, "refresh_token") { return 6 }
        case 20:
            if JSONReader.matches(key, "accessTokenExpiresIn") { return 5 }
        case 23:
            if JSONReader.matches(key, "access_token_expires_in") { return 5 }
        default: break
        }
        return 0
    }
}

public struct GetOwnUserRequest: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension GetOwnUserRequest {
    public static let protobufName: StaticString = "martlet.v1.GetOwnUserRequest"

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

extension GetOwnUserRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

public struct GetUserByIdRequest: ProtobufMessage {
    public var id: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64 = 0) {
        self.id = id
    }
}

extension GetUserByIdRequest {
    public static let protobufName: StaticString = "martlet.v1.GetUserByIdRequest"

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

extension GetUserByIdRequest {
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

public struct UserResponse: ProtobufMessage {
    public var user: User?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(user: User? = nil) {
        self.user = user
    }
}

extension UserResponse {
    public static let protobufName: StaticString = "martlet.v1.UserResponse"

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

extension UserResponse {
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

public struct GetUsersByIdsRequest: ProtobufMessage {
    public var ids: [UInt64] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(ids: [UInt64] = []) {
        self.ids = ids
    }
}

extension GetUsersByIdsRequest {
    public static let protobufName: StaticString = "martlet.v1.GetUsersByIdsRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: ids.append(try reader.readUInt64())
                case 10:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { ids.append(try reader.readUInt64()) }
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
        if !ids.isEmpty {
            let before = writer.count
            for value in ids.reversed() { writer.writeUInt64(value) }
            writer.writeLength(since: before)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "ids"
        default: nil
        }
    }
}

extension GetUsersByIdsRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    ids = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            ids.append(try reader.readUInt64())
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
        writer.writeKey("ids")
        writer.beginArray()
        for value in ids {
            writer.writeSeparator()
            writer.writeUInt64(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 3:
            if JSONReader.matches(key, "ids") { return 1 }
        default: break
        }
        return 0
    }
}

/// The users that exist, in no particular order.
public struct GetUsersByIdsResponse: ProtobufMessage {
    public var users: [User] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(users: [User] = []) {
        self.users = users
    }
}

extension GetUsersByIdsResponse {
    public static let protobufName: StaticString = "martlet.v1.GetUsersByIdsResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: users.append(try reader.readMessage(User.self))
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
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "users"
        default: nil
        }
    }
}

extension GetUsersByIdsResponse {
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
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "users") { return 1 }
        default: break
        }
        return 0
    }
}

public struct GetPublicKeyRequest: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension GetPublicKeyRequest {
    public static let protobufName: StaticString = "martlet.v1.GetPublicKeyRequest"

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

extension GetPublicKeyRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

/// RFC 7517 §4, with the parameters of an elliptic curve key (RFC 7518 §6.2.1).
public struct JsonWebKey: ProtobufMessage {
    public var kty: String = ""
    public var crv: String = ""
    public var x: String = ""
    public var y: String = ""
    public var kid: String = ""
    public var alg: String = ""
    public var use: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        kty: String = "",
        crv: String = "",
        x: String = "",
        y: String = "",
        kid: String = "",
        alg: String = "",
        use: String = ""
    ) {
        self.kty = kty
        self.crv = crv
        self.x = x
        self.y = y
        self.kid = kid
        self.alg = alg
        self.use = use
    }
}

extension JsonWebKey {
    public static let protobufName: StaticString = "martlet.v1.JsonWebKey"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: kty = try reader.readString()
                case 18: crv = try reader.readString()
                case 26: x = try reader.readString()
                case 34: y = try reader.readString()
                case 42: kid = try reader.readString()
                case 50: alg = try reader.readString()
                case 58: use = try reader.readString()
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
        if !use.isEmpty {
            writer.writeString(use)
            writer.writeTag(58)
        }
        if !alg.isEmpty {
            writer.writeString(alg)
            writer.writeTag(50)
        }
        if !kid.isEmpty {
            writer.writeString(kid)
            writer.writeTag(42)
        }
        if !y.isEmpty {
            writer.writeString(y)
            writer.writeTag(34)
        }
        if !x.isEmpty {
            writer.writeString(x)
            writer.writeTag(26)
        }
        if !crv.isEmpty {
            writer.writeString(crv)
            writer.writeTag(18)
        }
        if !kty.isEmpty {
            writer.writeString(kty)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "kty"
        case 2: "crv"
        case 3: "x"
        case 4: "y"
        case 5: "kid"
        case 6: "alg"
        case 7: "use"
        default: nil
        }
    }
}

extension JsonWebKey {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: kty = try reader.readNull() ? "" : reader.readString()
                case 2: crv = try reader.readNull() ? "" : reader.readString()
                case 3: x = try reader.readNull() ? "" : reader.readString()
                case 4: y = try reader.readNull() ? "" : reader.readString()
                case 5: kid = try reader.readNull() ? "" : reader.readString()
                case 6: alg = try reader.readNull() ? "" : reader.readString()
                case 7: use = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("kty")
        writer.writeString(kty)
        writer.writeKey("crv")
        writer.writeString(crv)
        writer.writeKey("x")
        writer.writeString(x)
        writer.writeKey("y")
        writer.writeString(y)
        writer.writeKey("kid")
        writer.writeString(kid)
        writer.writeKey("alg")
        writer.writeString(alg)
        writer.writeKey("use")
        writer.writeString(use)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 1:
            if JSONReader.matches(key, "x") { return 3 }
            if JSONReader.matches(key, "y") { return 4 }
        case 3:
            if JSONReader.matches(key, "kty") { return 1 }
            if JSONReader.matches(key, "crv") { return 2 }
            if JSONReader.matches(key, "kid") { return 5 }
            if JSONReader.matches(key, "alg") { return 6 }
            if JSONReader.matches(key, "use") { return 7 }
        default: break
        }
        return 0
    }
}

/// RFC 7517 §5.
public struct JsonWebKeySet: ProtobufMessage {
    public var keys: [JsonWebKey] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(keys: [JsonWebKey] = []) {
        self.keys = keys
    }
}

extension JsonWebKeySet {
    public static let protobufName: StaticString = "martlet.v1.JsonWebKeySet"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: keys.append(try reader.readMessage(JsonWebKey.self))
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
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "keys"
        default: nil
        }
    }
}

extension JsonWebKeySet {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    keys = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            keys.append(try reader.readMessage(JsonWebKey.self))
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
        writer.writeKey("keys")
        writer.beginArray()
        for value in keys {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "keys") { return 1 }
        default: break
        }
        return 0
    }
}
