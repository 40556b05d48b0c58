// Generated from martlet/v1/sessions.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import Protobuf

public struct PasswordMode: ProtobufEnum {
    /// `password` is the password itself.
    public static let plain = Self(rawValue: 0)
    /// `password` is the secret that was derived from it.
    public static let derived = Self(rawValue: 1)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .plain,
        .derived,
    ]

    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public init?(wireName: UnsafeRawBufferPointer) {
        switch wireName.count {
        case 5:
            if JSONReader.matches(wireName, "plain") {
                self.init(rawValue: 0)
                return
            }
        case 7:
            if JSONReader.matches(wireName, "derived") {
                self.init(rawValue: 1)
                return
            }
        default: break
        }
        return nil
    }

    public var wireName: StaticString? {
        switch rawValue {
        case 0: "plain"
        case 1: "derived"
        default: nil
        }
    }
}

/// How a client makes what it sends as `password` from what its owner types, so that the server never sees the latter.
public struct PasswordDerivation: ProtobufMessage {
    /// `pbkdf2-hmac-sha256`; others may come.
    public var algorithm: String = ""
    /// Chosen by the client at random: 16 to 64 bytes.
    public var salt: [UInt8] = []
    /// At least 600,000.
    public var iterations: UInt32 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(algorithm: String = "", salt: [UInt8] = [], iterations: UInt32 = 0) {
        self.algorithm = algorithm
        self.salt = salt
        self.iterations = iterations
    }
}

extension PasswordDerivation {
    public static let protobufName: StaticString = "martlet.v1.PasswordDerivation"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: algorithm = try reader.readString()
                case 18: salt = try reader.readBytes()
                case 24: iterations = try reader.readUInt32()
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
        if iterations != 0 {
            writer.writeUInt32(iterations)
            writer.writeTag(24)
        }
        if !salt.isEmpty {
            writer.writeBytes(salt)
            writer.writeTag(18)
        }
        if !algorithm.isEmpty {
            writer.writeString(algorithm)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "algorithm"
        case 2: "salt"
        case 3: "iterations"
        default: nil
        }
    }
}

extension PasswordDerivation {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: algorithm = try reader.readNull() ? "" : reader.readString()
                case 2: salt = try reader.readNull() ? [] : reader.readBytes()
                case 3: iterations = try reader.readNull() ? 0 : reader.readUInt32()
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
        writer.writeKey("algorithm")
        writer.writeString(algorithm)
        writer.writeKey("salt")
        writer.writeBytes(salt)
        writer.writeKey("iterations")
        writer.writeUInt32(iterations)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "salt") { return 2 }
        case 9:
            if JSONReader.matches(key, "algorithm") { return 1 }
        case 10:
            if JSONReader.matches(key, "iterations") { return 3 }
        default: break
        }
        return 0
    }
}

public struct PreloginRequest: ProtobufMessage {
    /// An e-mail address or a user name.
    public var login: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(login: String = "") {
        self.login = login
    }
}

extension PreloginRequest {
    public static let protobufName: StaticString = "martlet.v1.PreloginRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: login = try reader.readString()
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
        if !login.isEmpty {
            writer.writeString(login)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "login"
        default: nil
        }
    }
}

extension PreloginRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: login = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("login")
        writer.writeString(login)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "login") { return 1 }
        default: break
        }
        return 0
    }
}

public struct PreloginResponse: ProtobufMessage {
    public var mode: PasswordMode = PasswordMode(rawValue: 0)
    /// The algorithm; empty where nothing is derived.
    public var kdf: String = ""
    public var salt: [UInt8] = []
    public var iterations: UInt32 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        mode: PasswordMode = PasswordMode(rawValue: 0),
        kdf: String = "",
        salt: [UInt8] = [],
        iterations: UInt32 = 0
    ) {
        self.mode = mode
        self.kdf = kdf
        self.salt = salt
        self.iterations = iterations
    }
}

extension PreloginResponse {
    public static let protobufName: StaticString = "martlet.v1.PreloginResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: mode = try reader.readEnum(PasswordMode.self)
                case 18: kdf = try reader.readString()
                case 26: salt = try reader.readBytes()
                case 32: iterations = try reader.readUInt32()
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
        if iterations != 0 {
            writer.writeUInt32(iterations)
            writer.writeTag(32)
        }
        if !salt.isEmpty {
            writer.writeBytes(salt)
            writer.writeTag(26)
        }
        if !kdf.isEmpty {
            writer.writeString(kdf)
            writer.writeTag(18)
        }
        if mode.rawValue != 0 {
            writer.writeEnum(mode)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "mode"
        case 2: "kdf"
        case 3: "salt"
        case 4: "iterations"
        default: nil
        }
    }
}

extension PreloginResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: mode = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(PasswordMode.self)
                case 2: kdf = try reader.readNull() ? "" : reader.readString()
                case 3: salt = try reader.readNull() ? [] : reader.readBytes()
                case 4: iterations = try reader.readNull() ? 0 : reader.readUInt32()
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
        writer.writeKey("mode")
        writer.writeEnum(mode)
        writer.writeKey("kdf")
        writer.writeString(kdf)
        writer.writeKey("salt")
        writer.writeBytes(salt)
        writer.writeKey("iterations")
        writer.writeUInt32(iterations)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 3:
            if JSONReader.matches(key, "kdf") { return 2 }
        case 4:
            if JSONReader.matches(key, "mode") { return 1 }
            if JSONReader.matches(key, "salt") { return 3 }
        case 10:
            if JSONReader.matches(key, "iterations") { return 4 }
        default: break
        }
        return 0
    }
}

public struct RefreshRequest: ProtobufMessage {
    /// Instead of the cookie.
    public var refreshToken: String?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(refreshToken: String? = nil) {
        self.refreshToken = refreshToken
    }
}

extension RefreshRequest {
    public static let protobufName: StaticString = "martlet.v1.RefreshRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: refreshToken = try reader.readString()
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
        if let value = refreshToken {
            writer.writeString(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "refreshToken"
        default: nil
        }
    }
}

extension RefreshRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: refreshToken = try reader.readNull() ? nil : reader.readString()
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
        if let value = refreshToken {
            writer.writeKey("refreshToken")
            writer.writeString(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 12:
            if JSONReader.matches(key, "refreshToken") { return 1 }
        case 13:
            if JSONReader.matches(key, "refresh_token") { return 1 }
        default: break
        }
        return 0
    }
}

public struct RefreshResponse: ProtobufMessage {
    public var accessToken: String = ""
    /// Seconds.
    public var accessTokenExpiresIn: UInt32 = 0
    /// Takes the place of the one that was presented.
    public var refreshToken: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(accessToken: String = "", accessTokenExpiresIn: UInt32 = 0, refreshToken: String = "") {
        self.accessToken = accessToken
        self.accessTokenExpiresIn = accessTokenExpiresIn
        self.refreshToken = refreshToken
    }
}

extension RefreshResponse {
    public static let protobufName: StaticString = "martlet.v1.RefreshResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: accessToken = try reader.readString()
                case 16: accessTokenExpiresIn = try reader.readUInt32()
                case 26: refreshToken = try reader.readString()
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
            writer.writeTag(26)
        }
        if accessTokenExpiresIn != 0 {
            writer.writeUInt32(accessTokenExpiresIn)
            writer.writeTag(16)
        }
        if !accessToken.isEmpty {
            writer.writeString(accessToken)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "accessToken"
        case 2: "accessTokenExpiresIn"
        case 3: "refreshToken"
        default: nil
        }
    }
}

extension RefreshResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: accessToken = try reader.readNull() ? "" : reader.readString()
                case 2: accessTokenExpiresIn = try reader.readNull() ? 0 : reader.readUInt32()
                case 3: refreshToken = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("accessTokenExpiresIn")
        writer.writeUInt32(accessTokenExpiresIn)
        writer.writeKey("refreshToken")
        writer.writeString(refreshToken)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 11:
            if JSONReader.matches(key, "accessToken") { return 1 }
        case 12:
            if JSONReader.matches(key, "access_token") { return 1 }
            if JSONReader.matches(key, "refreshToken") { return 3 }
        case 13:
            if JSONReader.matches(key, "refresh_token") { return 3 }
        case 20:
            if JSONReader.matches(key, "accessTokenExpiresIn") { return 2 }
        case 23:
            if JSONReader.matches(key, "access_token_expires_in") { return 2 }
        default: break
        }
        return 0
    }
}

public struct LogoutRequest: ProtobufMessage {
    /// Instead of the access token or the cookie.
    public var refreshToken: String?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(refreshToken: String? = nil) {
        self.refreshToken = refreshToken
    }
}

extension LogoutRequest {
    public static let protobufName: StaticString = "martlet.v1.LogoutRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: refreshToken = try reader.readString()
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
        if let value = refreshToken {
            writer.writeString(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "refreshToken"
        default: nil
        }
    }
}

extension LogoutRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: refreshToken = try reader.readNull() ? nil : reader.readString()
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
        if let value = refreshToken {
            writer.writeKey("refreshToken")
            writer.writeString(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 12:
            if JSONReader.matches(key, "refreshToken") { return 1 }
        case 13:
            if JSONReader.matches(key, "refresh_token") { return 1 }
        default: break
        }
        return 0
    }
}

public struct LogoutResponse: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension LogoutResponse {
    public static let protobufName: StaticString = "martlet.v1.LogoutResponse"

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

extension LogoutResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

public struct ListSessionsRequest: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension ListSessionsRequest {
    public static let protobufName: StaticString = "martlet.v1.ListSessionsRequest"

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

extension ListSessionsRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

/// A session as its owner sees it.
public struct SessionView: ProtobufMessage {
    public var id: UInt64 = 0
    public var device: SessionDevice?
    public var createdAt: Timestamp?
    /// When it was refreshed last.
    public var lastUsedAt: Timestamp?
    /// The session that asks.
    public var current: Bool = false
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        id: UInt64 = 0,
        device: SessionDevice? = nil,
        createdAt: Timestamp? = nil,
        lastUsedAt: Timestamp? = nil,
        current: Bool = false
    ) {
        self.id = id
        self.device = device
        self.createdAt = createdAt
        self.lastUsedAt = lastUsedAt
        self.current = current
    }
}

extension SessionView {
    public static let protobufName: StaticString = "martlet.v1.SessionView"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: id = try reader.readUInt64()
                case 18:
                    var value = device ?? SessionDevice()
                    try reader.readMessage(into: &value)
                    device = value
                case 26:
                    var value = createdAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    createdAt = value
                case 34:
                    var value = lastUsedAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    lastUsedAt = value
                case 40: current = try reader.readBool()
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
        if current {
            writer.writeBool(current)
            writer.writeTag(40)
        }
        if let value = lastUsedAt {
            writer.writeMessage(value)
            writer.writeTag(34)
        }
        if let value = createdAt {
            writer.writeMessage(value)
            writer.writeTag(26)
        }
        if let value = device {
            writer.writeMessage(value)
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
        case 2: "device"
        case 3: "createdAt"
        case 4: "lastUsedAt"
        case 5: "current"
        default: nil
        }
    }
}

extension SessionView {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: device = try reader.readNull() ? nil : reader.readMessage(SessionDevice.self)
                case 3: createdAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
                case 4: lastUsedAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
                case 5: current = try reader.readNull() ? false : reader.readBool()
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
        if let value = device {
            writer.writeKey("device")
            writer.writeMessage(value)
        }
        if let value = createdAt {
            writer.writeKey("createdAt")
            writer.writeMessage(value)
        }
        if let value = lastUsedAt {
            writer.writeKey("lastUsedAt")
            writer.writeMessage(value)
        }
        writer.writeKey("current")
        writer.writeBool(current)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 6:
            if JSONReader.matches(key, "device") { return 2 }
        case 7:
            if JSONReader.matches(key, "current") { return 5 }
        case 9:
            if JSONReader.matches(key, "createdAt") { return 3 }
        case 10:
            if JSONReader.matches(key, "created_at") { return 3 }
            if JSONReader.matches(key, "lastUsedAt") { return 4 }
        case 12:
            if JSONReader.matches(key, "last_used_at") { return 4 }
        default: break
        }
        return 0
    }
}

public struct SessionDevice: ProtobufMessage {
    public var id: UInt64 = 0
    public var name: String = ""
    public var platform: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64 = 0, name: String = "", platform: String = "") {
        self.id = id
        self.name = name
        self.platform = platform
    }
}

extension SessionDevice {
    public static let protobufName: StaticString = "martlet.v1.SessionDevice"

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
        if id != 0 {
            writer.writeUInt64(id)
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

extension SessionDevice {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("id")
        writer.writeUInt64(id)
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

/// Those that last, the newest first.
public struct ListSessionsResponse: ProtobufMessage {
    public var sessions: [SessionView] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(sessions: [SessionView] = []) {
        self.sessions = sessions
    }
}

extension ListSessionsResponse {
    public static let protobufName: StaticString = "martlet.v1.ListSessionsResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: sessions.append(try reader.readMessage(SessionView.self))
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
        for value in sessions.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "sessions"
        default: nil
        }
    }
}

extension ListSessionsResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    sessions = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            sessions.append(try reader.readMessage(SessionView.self))
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
        writer.writeKey("sessions")
        writer.beginArray()
        for value in sessions {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 8:
            if JSONReader.matches(key, "sessions") { return 1 }
        default: break
        }
        return 0
    }
}

public struct EndSessionRequest: ProtobufMessage {
    public var id: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64 = 0) {
        self.id = id
    }
}

extension EndSessionRequest {
    public static let protobufName: StaticString = "martlet.v1.EndSessionRequest"

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

extension EndSessionRequest {
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

public struct EndSessionResponse: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension EndSessionResponse {
    public static let protobufName: StaticString = "martlet.v1.EndSessionResponse"

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

extension EndSessionResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

public struct EndOtherSessionsRequest: ProtobufMessage {
    public var password: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(password: String = "") {
        self.password = password
    }
}

extension EndOtherSessionsRequest {
    public static let protobufName: StaticString = "martlet.v1.EndOtherSessionsRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: password = try reader.readString()
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
        if !password.isEmpty {
            writer.writeString(password)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "password"
        default: nil
        }
    }
}

extension EndOtherSessionsRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: password = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("password")
        writer.writeString(password)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 8:
            if JSONReader.matches(key, "password") { return 1 }
        default: break
        }
        return 0
    }
}

public struct EndOtherSessionsResponse: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension EndOtherSessionsResponse {
    public static let protobufName: StaticString = "martlet.v1.EndOtherSessionsResponse"

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

extension EndOtherSessionsResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

public struct ChangePasswordRequest: ProtobufMessage {
    public var currentPassword: String = ""
    public var newPassword: String = ""
    /// Of the new one; without it, the new password is sent as it is.
    public var kdf: PasswordDerivation?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(currentPassword: String = "", newPassword: String = "", kdf: PasswordDerivation? = nil) {
        self.currentPassword = currentPassword
        self.newPassword = newPassword
        self.kdf = kdf
    }
}

extension ChangePasswordRequest {
    public static let protobufName: StaticString = "martlet.v1.ChangePasswordRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: currentPassword = try reader.readString()
                case 18: newPassword = try reader.readString()
                case 26:
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
            writer.writeTag(26)
        }
        if !newPassword.isEmpty {
            writer.writeString(newPassword)
            writer.writeTag(18)
        }
        if !currentPassword.isEmpty {
            writer.writeString(currentPassword)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "currentPassword"
        case 2: "newPassword"
        case 3: "kdf"
        default: nil
        }
    }
}

extension ChangePasswordRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: currentPassword = try reader.readNull() ? "" : reader.readString()
                case 2: newPassword = try reader.readNull() ? "" : reader.readString()
                case 3: kdf = try reader.readNull() ? nil : reader.readMessage(PasswordDerivation.self)
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
        writer.writeKey("currentPassword")
        writer.writeString(currentPassword)
        writer.writeKey("newPassword")
        writer.writeString(newPassword)
        if let value = kdf {
            writer.writeKey("kdf")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 3:
            if JSONReader.matches(key, "kdf") { return 3 }
        case 11:
            if JSONReader.matches(key, "newPassword") { return 2 }
        case 12:
            if JSONReader.matches(key, "new_password") { return 2 }
        case 15:
            if JSONReader.matches(key, "currentPassword") { return 1 }
        case 16:
            if JSONReader.matches(key, "current_password") { return 1 }
        default: break
        }
        return 0
    }
}

public struct ChangePasswordResponse: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension ChangePasswordResponse {
    public static let protobufName: StaticString = "martlet.v1.ChangePasswordResponse"

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

extension ChangePasswordResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

public struct GetRevocationsRequest: ProtobufMessage {
    /// The number up to which the caller knows the log.
    public var after: UInt64 = 0
    /// What ended before is left out.
    public var since: Timestamp?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(after: UInt64 = 0, since: Timestamp? = nil) {
        self.after = after
        self.since = since
    }
}

extension GetRevocationsRequest {
    public static let protobufName: StaticString = "martlet.v1.GetRevocationsRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: after = try reader.readUInt64()
                case 18:
                    var value = since ?? Timestamp()
                    try reader.readMessage(into: &value)
                    since = value
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
        if let value = since {
            writer.writeMessage(value)
            writer.writeTag(18)
        }
        if after != 0 {
            writer.writeUInt64(after)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "after"
        case 2: "since"
        default: nil
        }
    }
}

extension GetRevocationsRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: after = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: since = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
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
        writer.writeKey("after")
        writer.writeUInt64(after)
        if let value = since {
            writer.writeKey("since")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "after") { return 1 }
            if JSONReader.matches(key, "since") { return 2 }
        default: break
        }
        return 0
    }
}

/// The log of sessions that have ended, without gaps. What is older than a day may be gone.
public struct GetRevocationsResponse: ProtobufMessage {
    public var revocations: [Revocation] = []
    /// Where the log ends; more can be read when it is past the last revocation here.
    public var lastNumber: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(revocations: [Revocation] = [], lastNumber: UInt64 = 0) {
        self.revocations = revocations
        self.lastNumber = lastNumber
    }
}

extension GetRevocationsResponse {
    public static let protobufName: StaticString = "martlet.v1.GetRevocationsResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: revocations.append(try reader.readMessage(Revocation.self))
                case 16: lastNumber = try reader.readUInt64()
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
        if lastNumber != 0 {
            writer.writeUInt64(lastNumber)
            writer.writeTag(16)
        }
        for value in revocations.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "revocations"
        case 2: "lastNumber"
        default: nil
        }
    }
}

extension GetRevocationsResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    revocations = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            revocations.append(try reader.readMessage(Revocation.self))
                        }
                    }
                case 2: lastNumber = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.writeKey("revocations")
        writer.beginArray()
        for value in revocations {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.writeKey("lastNumber")
        writer.writeUInt64(lastNumber)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 10:
            if JSONReader.matches(key, "lastNumber") { return 2 }
        case 11:
            if JSONReader.matches(key, "revocations") { return 1 }
            if JSONReader.matches(key, "last_number") { return 2 }
        default: break
        }
        return 0
    }
}

public struct Revocation: ProtobufMessage {
    public var number: UInt64 = 0
    public var sessionID: UInt64 = 0
    public var revokedAt: Timestamp?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(number: UInt64 = 0, sessionID: UInt64 = 0, revokedAt: Timestamp? = nil) {
        self.number = number
        self.sessionID = sessionID
        self.revokedAt = revokedAt
    }
}

extension Revocation {
    public static let protobufName: StaticString = "martlet.v1.Revocation"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: number = try reader.readUInt64()
                case 16: sessionID = try reader.readUInt64()
                case 26:
                    var value = revokedAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    revokedAt = value
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
        if let value = revokedAt {
            writer.writeMessage(value)
            writer.writeTag(26)
        }
        if sessionID != 0 {
            writer.writeUInt64(sessionID)
            writer.writeTag(16)
        }
        if number != 0 {
            writer.writeUInt64(number)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "number"
        case 2: "sessionId"
        case 3: "revokedAt"
        default: nil
        }
    }
}

extension Revocation {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: number = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: sessionID = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: revokedAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
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
        writer.writeKey("number")
        writer.writeUInt64(number)
        writer.writeKey("sessionId")
        writer.writeUInt64(sessionID)
        if let value = revokedAt {
            writer.writeKey("revokedAt")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "number") { return 1 }
        case 9:
            if JSONReader.matches(key, "sessionId") { return 2 }
            if JSONReader.matches(key, "revokedAt") { return 3 }
        case 10:
            if JSONReader.matches(key, "session_id") { return 2 }
            if JSONReader.matches(key, "revoked_at") { return 3 }
        default: break
        }
        return 0
    }
}
