// Generated from martlet/v1/keys.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import Protobuf

public struct DeviceLinkStatus: ProtobufEnum {
    public static let unspecified = Self(rawValue: 0)
    public static let pending = Self(rawValue: 1)
    public static let approved = Self(rawValue: 2)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .unspecified,
        .pending,
        .approved,
    ]

    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public init?(wireName: UnsafeRawBufferPointer) {
        switch wireName.count {
        case 7:
            if JSONReader.matches(wireName, "pending") {
                self.init(rawValue: 1)
                return
            }
        case 8:
            if JSONReader.matches(wireName, "approved") {
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
        case 1: "pending"
        case 2: "approved"
        default: nil
        }
    }
}

public struct PutAccountKeyRequest: ProtobufMessage {
    /// Ed25519, 32 bytes.
    public var identityKey: [UInt8] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(identityKey: [UInt8] = []) {
        self.identityKey = identityKey
    }
}

extension PutAccountKeyRequest {
    public static let protobufName: StaticString = "martlet.v1.PutAccountKeyRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: identityKey = try reader.readBytes()
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
        if !identityKey.isEmpty {
            writer.writeBytes(identityKey)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "identityKey"
        default: nil
        }
    }
}

extension PutAccountKeyRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: identityKey = try reader.readNull() ? [] : reader.readBytes()
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
        writer.writeKey("identityKey")
        writer.writeBytes(identityKey)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 11:
            if JSONReader.matches(key, "identityKey") { return 1 }
        case 12:
            if JSONReader.matches(key, "identity_key") { return 1 }
        default: break
        }
        return 0
    }
}

public struct ResetAccountKeyRequest: ProtobufMessage {
    /// Ed25519, 32 bytes.
    public var identityKey: [UInt8] = []
    /// The account's, as at a log-in.
    public var password: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(identityKey: [UInt8] = [], password: String = "") {
        self.identityKey = identityKey
        self.password = password
    }
}

extension ResetAccountKeyRequest {
    public static let protobufName: StaticString = "martlet.v1.ResetAccountKeyRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: identityKey = try reader.readBytes()
                case 18: password = try reader.readString()
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
            writer.writeTag(18)
        }
        if !identityKey.isEmpty {
            writer.writeBytes(identityKey)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "identityKey"
        case 2: "password"
        default: nil
        }
    }
}

extension ResetAccountKeyRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: identityKey = try reader.readNull() ? [] : reader.readBytes()
                case 2: password = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("identityKey")
        writer.writeBytes(identityKey)
        writer.writeKey("password")
        writer.writeString(password)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 8:
            if JSONReader.matches(key, "password") { return 2 }
        case 11:
            if JSONReader.matches(key, "identityKey") { return 1 }
        case 12:
            if JSONReader.matches(key, "identity_key") { return 1 }
        default: break
        }
        return 0
    }
}

public struct AccountKeyResponse: ProtobufMessage {
    public var identityKey: [UInt8] = []
    public var createdAt: Timestamp?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(identityKey: [UInt8] = [], createdAt: Timestamp? = nil) {
        self.identityKey = identityKey
        self.createdAt = createdAt
    }
}

extension AccountKeyResponse {
    public static let protobufName: StaticString = "martlet.v1.AccountKeyResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: identityKey = try reader.readBytes()
                case 18:
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
            writer.writeTag(18)
        }
        if !identityKey.isEmpty {
            writer.writeBytes(identityKey)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "identityKey"
        case 2: "createdAt"
        default: nil
        }
    }
}

extension AccountKeyResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: identityKey = try reader.readNull() ? [] : reader.readBytes()
                case 2: createdAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
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
        writer.writeKey("identityKey")
        writer.writeBytes(identityKey)
        if let value = createdAt {
            writer.writeKey("createdAt")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 9:
            if JSONReader.matches(key, "createdAt") { return 2 }
        case 10:
            if JSONReader.matches(key, "created_at") { return 2 }
        case 11:
            if JSONReader.matches(key, "identityKey") { return 1 }
        case 12:
            if JSONReader.matches(key, "identity_key") { return 1 }
        default: break
        }
        return 0
    }
}

/// What one device shows to others.
public struct DeviceKeys: ProtobufMessage {
    public var deviceID: UInt64 = 0
    /// RSA, 2,048 or 3,072 bits: SubjectPublicKeyInfo in DER.
    public var encryptionKey: [UInt8] = []
    /// Ed25519, 32 bytes.
    public var signingKey: [UInt8] = []
    /// Binds both keys to the device and its account, signed with the account's identity key.
    public var certificate: [UInt8] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        deviceID: UInt64 = 0,
        encryptionKey: [UInt8] = [],
        signingKey: [UInt8] = [],
        certificate: [UInt8] = []
    ) {
        self.deviceID = deviceID
        self.encryptionKey = encryptionKey
        self.signingKey = signingKey
        self.certificate = certificate
    }
}

extension DeviceKeys {
    public static let protobufName: StaticString = "martlet.v1.DeviceKeys"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: deviceID = try reader.readUInt64()
                case 18: encryptionKey = try reader.readBytes()
                case 26: signingKey = try reader.readBytes()
                case 34: certificate = try reader.readBytes()
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
            writer.writeTag(34)
        }
        if !signingKey.isEmpty {
            writer.writeBytes(signingKey)
            writer.writeTag(26)
        }
        if !encryptionKey.isEmpty {
            writer.writeBytes(encryptionKey)
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
        case 2: "encryptionKey"
        case 3: "signingKey"
        case 4: "certificate"
        default: nil
        }
    }
}

extension DeviceKeys {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: deviceID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: encryptionKey = try reader.readNull() ? [] : reader.readBytes()
                case 3: signingKey = try reader.readNull() ? [] : reader.readBytes()
                case 4: certificate = try reader.readNull() ? [] : reader.readBytes()
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
        case 8:
            if JSONReader.matches(key, "deviceId") { return 1 }
        case 9:
            if JSONReader.matches(key, "device_id") { return 1 }
        case 10:
            if JSONReader.matches(key, "signingKey") { return 3 }
        case 11:
            if JSONReader.matches(key, "signing_key") { return 3 }
            if JSONReader.matches(key, "certificate") { return 4 }
        case 13:
            if JSONReader.matches(key, "encryptionKey") { return 2 }
        case 14:
            if JSONReader.matches(key, "encryption_key") { return 2 }
        default: break
        }
        return 0
    }
}

public struct PutDeviceKeysRequest: ProtobufMessage {
    /// The calling device's own.
    public var deviceID: UInt64 = 0
    /// RSA, 2,048 or 3,072 bits, exponent 65,537: SubjectPublicKeyInfo in DER.
    public var encryptionKey: [UInt8] = []
    /// Ed25519, 32 bytes.
    public var signingKey: [UInt8] = []
    /// At most 2,048 bytes.
    public var certificate: [UInt8] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        deviceID: UInt64 = 0,
        encryptionKey: [UInt8] = [],
        signingKey: [UInt8] = [],
        certificate: [UInt8] = []
    ) {
        self.deviceID = deviceID
        self.encryptionKey = encryptionKey
        self.signingKey = signingKey
        self.certificate = certificate
    }
}

extension PutDeviceKeysRequest {
    public static let protobufName: StaticString = "martlet.v1.PutDeviceKeysRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: deviceID = try reader.readUInt64()
                case 18: encryptionKey = try reader.readBytes()
                case 26: signingKey = try reader.readBytes()
                case 34: certificate = try reader.readBytes()
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
            writer.writeTag(34)
        }
        if !signingKey.isEmpty {
            writer.writeBytes(signingKey)
            writer.writeTag(26)
        }
        if !encryptionKey.isEmpty {
            writer.writeBytes(encryptionKey)
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
        case 2: "encryptionKey"
        case 3: "signingKey"
        case 4: "certificate"
        default: nil
        }
    }
}

extension PutDeviceKeysRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: deviceID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: encryptionKey = try reader.readNull() ? [] : reader.readBytes()
                case 3: signingKey = try reader.readNull() ? [] : reader.readBytes()
                case 4: certificate = try reader.readNull() ? [] : reader.readBytes()
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
        case 8:
            if JSONReader.matches(key, "deviceId") { return 1 }
        case 9:
            if JSONReader.matches(key, "device_id") { return 1 }
        case 10:
            if JSONReader.matches(key, "signingKey") { return 3 }
        case 11:
            if JSONReader.matches(key, "signing_key") { return 3 }
            if JSONReader.matches(key, "certificate") { return 4 }
        case 13:
            if JSONReader.matches(key, "encryptionKey") { return 2 }
        case 14:
            if JSONReader.matches(key, "encryption_key") { return 2 }
        default: break
        }
        return 0
    }
}

public struct DeviceKeysResponse: ProtobufMessage {
    public var keys: DeviceKeys?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(keys: DeviceKeys? = nil) {
        self.keys = keys
    }
}

extension DeviceKeysResponse {
    public static let protobufName: StaticString = "martlet.v1.DeviceKeysResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10:
                    var value = keys ?? DeviceKeys()
                    try reader.readMessage(into: &value)
                    keys = value
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
        if let value = keys {
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

extension DeviceKeysResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: keys = try reader.readNull() ? nil : reader.readMessage(DeviceKeys.self)
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
        if let value = keys {
            writer.writeKey("keys")
            writer.writeMessage(value)
        }
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

public struct GetUserKeysRequest: ProtobufMessage {
    public var id: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64 = 0) {
        self.id = id
    }
}

extension GetUserKeysRequest {
    public static let protobufName: StaticString = "martlet.v1.GetUserKeysRequest"

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

extension GetUserKeysRequest {
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

public struct UserKeysResponse: ProtobufMessage {
    public var userID: UInt64 = 0
    /// Missing while the account has none.
    public var identityKey: [UInt8]?
    /// Those with an accepted certificate, in rising order of ids.
    public var devices: [DeviceKeys] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(userID: UInt64 = 0, identityKey: [UInt8]? = nil, devices: [DeviceKeys] = []) {
        self.userID = userID
        self.identityKey = identityKey
        self.devices = devices
    }
}

extension UserKeysResponse {
    public static let protobufName: StaticString = "martlet.v1.UserKeysResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: userID = try reader.readUInt64()
                case 18: identityKey = try reader.readBytes()
                case 26: devices.append(try reader.readMessage(DeviceKeys.self))
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
        for value in devices.reversed() {
            writer.writeMessage(value)
            writer.writeTag(26)
        }
        if let value = identityKey {
            writer.writeBytes(value)
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
        case 2: "identityKey"
        case 3: "devices"
        default: nil
        }
    }
}

extension UserKeysResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: userID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: identityKey = try reader.readNull() ? nil : reader.readBytes()
                case 3:
                    devices = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            devices.append(try reader.readMessage(DeviceKeys.self))
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
        writer.writeKey("userId")
        writer.writeUInt64(userID)
        if let value = identityKey {
            writer.writeKey("identityKey")
            writer.writeBytes(value)
        }
        writer.writeKey("devices")
        writer.beginArray()
        for value in devices {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "userId") { return 1 }
        case 7:
            if JSONReader.matches(key, "user_id") { return 1 }
            if JSONReader.matches(key, "devices") { return 3 }
        case 11:
            if JSONReader.matches(key, "identityKey") { return 2 }
        case 12:
            if JSONReader.matches(key, "identity_key") { return 2 }
        default: break
        }
        return 0
    }
}

/// A device as its owner sees it.
public struct OwnDevice: ProtobufMessage {
    public var id: UInt64 = 0
    public var name: String = ""
    public var platform: String = ""
    public var createdAt: Timestamp?
    /// When its newest session began, if it has one.
    public var lastSeenAt: Timestamp?
    /// Has an accepted certificate.
    public var hasKeys: Bool = false
    /// The one that asks.
    public var current: Bool = false
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        id: UInt64 = 0,
        name: String = "",
        platform: String = "",
        createdAt: Timestamp? = nil,
        lastSeenAt: Timestamp? = nil,
        hasKeys: Bool = false,
        current: Bool = false
    ) {
        self.id = id
        self.name = name
        self.platform = platform
        self.createdAt = createdAt
        self.lastSeenAt = lastSeenAt
        self.hasKeys = hasKeys
        self.current = current
    }
}

extension OwnDevice {
    public static let protobufName: StaticString = "martlet.v1.OwnDevice"

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
                case 34:
                    var value = createdAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    createdAt = value
                case 42:
                    var value = lastSeenAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    lastSeenAt = value
                case 48: hasKeys = try reader.readBool()
                case 56: current = try reader.readBool()
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
            writer.writeTag(56)
        }
        if hasKeys {
            writer.writeBool(hasKeys)
            writer.writeTag(48)
        }
        if let value = lastSeenAt {
            writer.writeMessage(value)
            writer.writeTag(42)
        }
        if let value = createdAt {
            writer.writeMessage(value)
            writer.writeTag(34)
        }
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
        case 4: "createdAt"
        case 5: "lastSeenAt"
        case 6: "hasKeys"
        case 7: "current"
        default: nil
        }
    }
}

extension OwnDevice {
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
                case 4: createdAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
                case 5: lastSeenAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
                case 6: hasKeys = try reader.readNull() ? false : reader.readBool()
                case 7: current = try reader.readNull() ? false : reader.readBool()
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
        if let value = createdAt {
            writer.writeKey("createdAt")
            writer.writeMessage(value)
        }
        if let value = lastSeenAt {
            writer.writeKey("lastSeenAt")
            writer.writeMessage(value)
        }
        writer.writeKey("hasKeys")
        writer.writeBool(hasKeys)
        writer.writeKey("current")
        writer.writeBool(current)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 4:
            if JSONReader.matches(key, "name") { return 2 }
        case 7:
            if JSONReader.matches(key, "hasKeys") { return 6 }
            if JSONReader.matches(key, "current") { return 7 }
        case 8:
            if JSONReader.matches(key, "platform") { return 3 }
            if JSONReader.matches(key, "has_keys") { return 6 }
        case 9:
            if JSONReader.matches(key, "createdAt") { return 4 }
        case 10:
            if JSONReader.matches(key, "created_at") { return 4 }
            if JSONReader.matches(key, "lastSeenAt") { return 5 }
        case 12:
            if JSONReader.matches(key, "last_seen_at") { return 5 }
        default: break
        }
        return 0
    }
}

public struct GetDevicesRequest: ProtobufMessage {
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

extension GetDevicesRequest {
    public static let protobufName: StaticString = "martlet.v1.GetDevicesRequest"

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

extension GetDevicesRequest {
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

/// In rising order of ids.
public struct GetDevicesResponse: ProtobufMessage {
    public var devices: [OwnDevice] = []
    public var nextCursor: String?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(devices: [OwnDevice] = [], nextCursor: String? = nil) {
        self.devices = devices
        self.nextCursor = nextCursor
    }
}

extension GetDevicesResponse {
    public static let protobufName: StaticString = "martlet.v1.GetDevicesResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: devices.append(try reader.readMessage(OwnDevice.self))
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
        for value in devices.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "devices"
        case 2: "nextCursor"
        default: nil
        }
    }
}

extension GetDevicesResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    devices = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            devices.append(try reader.readMessage(OwnDevice.self))
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
        writer.writeKey("devices")
        writer.beginArray()
        for value in devices {
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
            if JSONReader.matches(key, "devices") { return 1 }
        case 10:
            if JSONReader.matches(key, "nextCursor") { return 2 }
        case 11:
            if JSONReader.matches(key, "next_cursor") { return 2 }
        default: break
        }
        return 0
    }
}

/// What `nextCursor` of a list of devices holds.
public struct DeviceListCursor: ProtobufMessage {
    public var deviceID: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(deviceID: UInt64 = 0) {
        self.deviceID = deviceID
    }
}

extension DeviceListCursor {
    public static let protobufName: StaticString = "martlet.v1.DeviceListCursor"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: deviceID = try reader.readUInt64()
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
        if deviceID != 0 {
            writer.writeUInt64(deviceID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "deviceId"
        default: nil
        }
    }
}

extension DeviceListCursor {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: deviceID = try reader.readNull() ? 0 : reader.readUInt64()
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
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 8:
            if JSONReader.matches(key, "deviceId") { return 1 }
        case 9:
            if JSONReader.matches(key, "device_id") { return 1 }
        default: break
        }
        return 0
    }
}

public struct RenameDeviceRequest: ProtobufMessage {
    public var id: UInt64 = 0
    public var name: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64 = 0, name: String = "") {
        self.id = id
        self.name = name
    }
}

extension RenameDeviceRequest {
    public static let protobufName: StaticString = "martlet.v1.RenameDeviceRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: id = try reader.readUInt64()
                case 18: name = try reader.readString()
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
        default: nil
        }
    }
}

extension RenameDeviceRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: name = try reader.readNull() ? "" : reader.readString()
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
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 4:
            if JSONReader.matches(key, "name") { return 2 }
        default: break
        }
        return 0
    }
}

public struct OwnDeviceResponse: ProtobufMessage {
    public var device: OwnDevice?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(device: OwnDevice? = nil) {
        self.device = device
    }
}

extension OwnDeviceResponse {
    public static let protobufName: StaticString = "martlet.v1.OwnDeviceResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10:
                    var value = device ?? OwnDevice()
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
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "device"
        default: nil
        }
    }
}

extension OwnDeviceResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: device = try reader.readNull() ? nil : reader.readMessage(OwnDevice.self)
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
        if let value = device {
            writer.writeKey("device")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "device") { return 1 }
        default: break
        }
        return 0
    }
}

public struct RemoveDeviceRequest: ProtobufMessage {
    public var id: UInt64 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64 = 0) {
        self.id = id
    }
}

extension RemoveDeviceRequest {
    public static let protobufName: StaticString = "martlet.v1.RemoveDeviceRequest"

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

extension RemoveDeviceRequest {
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

public struct RemoveDeviceResponse: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension RemoveDeviceResponse {
    public static let protobufName: StaticString = "martlet.v1.RemoveDeviceResponse"

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

extension RemoveDeviceResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

public struct StartDeviceLinkRequest: ProtobufMessage {
    /// For the account's other devices; opaque to the server. At most 4 KiB.
    public var offer: [UInt8] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(offer: [UInt8] = []) {
        self.offer = offer
    }
}

extension StartDeviceLinkRequest {
    public static let protobufName: StaticString = "martlet.v1.StartDeviceLinkRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: offer = try reader.readBytes()
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
        if !offer.isEmpty {
            writer.writeBytes(offer)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "offer"
        default: nil
        }
    }
}

extension StartDeviceLinkRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: offer = try reader.readNull() ? [] : reader.readBytes()
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
        writer.writeKey("offer")
        writer.writeBytes(offer)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "offer") { return 1 }
        default: break
        }
        return 0
    }
}

public struct StartDeviceLinkResponse: ProtobufMessage {
    public var linkID: UInt64 = 0
    public var expiresAt: Timestamp?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(linkID: UInt64 = 0, expiresAt: Timestamp? = nil) {
        self.linkID = linkID
        self.expiresAt = expiresAt
    }
}

extension StartDeviceLinkResponse {
    public static let protobufName: StaticString = "martlet.v1.StartDeviceLinkResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: linkID = try reader.readUInt64()
                case 18:
                    var value = expiresAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    expiresAt = value
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
        if let value = expiresAt {
            writer.writeMessage(value)
            writer.writeTag(18)
        }
        if linkID != 0 {
            writer.writeUInt64(linkID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "linkId"
        case 2: "expiresAt"
        default: nil
        }
    }
}

extension StartDeviceLinkResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: linkID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: expiresAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
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
        writer.writeKey("linkId")
        writer.writeUInt64(linkID)
        if let value = expiresAt {
            writer.writeKey("expiresAt")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "linkId") { return 1 }
        case 7:
            if JSONReader.matches(key, "link_id") { return 1 }
        case 9:
            if JSONReader.matches(key, "expiresAt") { return 2 }
        case 10:
            if JSONReader.matches(key, "expires_at") { return 2 }
        default: break
        }
        return 0
    }
}

public struct GetDeviceLinkRequest: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension GetDeviceLinkRequest {
    public static let protobufName: StaticString = "martlet.v1.GetDeviceLinkRequest"

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

extension GetDeviceLinkRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

public struct GetDeviceLinkResponse: ProtobufMessage {
    public var linkID: UInt64 = 0
    public var status: DeviceLinkStatus = DeviceLinkStatus(rawValue: 0)
    public var expiresAt: Timestamp?
    /// Once it is approved: what the approving device wrote.
    public var payload: [UInt8]?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        linkID: UInt64 = 0,
        status: DeviceLinkStatus = DeviceLinkStatus(rawValue: 0),
        expiresAt: Timestamp? = nil,
        payload: [UInt8]? = nil
    ) {
        self.linkID = linkID
        self.status = status
        self.expiresAt = expiresAt
        self.payload = payload
    }
}

extension GetDeviceLinkResponse {
    public static let protobufName: StaticString = "martlet.v1.GetDeviceLinkResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: linkID = try reader.readUInt64()
                case 16: status = try reader.readEnum(DeviceLinkStatus.self)
                case 26:
                    var value = expiresAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    expiresAt = value
                case 34: payload = try reader.readBytes()
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
        if let value = payload {
            writer.writeBytes(value)
            writer.writeTag(34)
        }
        if let value = expiresAt {
            writer.writeMessage(value)
            writer.writeTag(26)
        }
        if status.rawValue != 0 {
            writer.writeEnum(status)
            writer.writeTag(16)
        }
        if linkID != 0 {
            writer.writeUInt64(linkID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "linkId"
        case 2: "status"
        case 3: "expiresAt"
        case 4: "payload"
        default: nil
        }
    }
}

extension GetDeviceLinkResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: linkID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: status = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(DeviceLinkStatus.self)
                case 3: expiresAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
                case 4: payload = try reader.readNull() ? nil : reader.readBytes()
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
        writer.writeKey("linkId")
        writer.writeUInt64(linkID)
        writer.writeKey("status")
        writer.writeEnum(status)
        if let value = expiresAt {
            writer.writeKey("expiresAt")
            writer.writeMessage(value)
        }
        if let value = payload {
            writer.writeKey("payload")
            writer.writeBytes(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 6:
            if JSONReader.matches(key, "linkId") { return 1 }
            if JSONReader.matches(key, "status") { return 2 }
        case 7:
            if JSONReader.matches(key, "link_id") { return 1 }
            if JSONReader.matches(key, "payload") { return 4 }
        case 9:
            if JSONReader.matches(key, "expiresAt") { return 3 }
        case 10:
            if JSONReader.matches(key, "expires_at") { return 3 }
        default: break
        }
        return 0
    }
}

public struct GetDeviceLinksRequest: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension GetDeviceLinksRequest {
    public static let protobufName: StaticString = "martlet.v1.GetDeviceLinksRequest"

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

extension GetDeviceLinksRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

/// A device that waits to be approved.
public struct PendingDeviceLink: ProtobufMessage {
    public var linkID: UInt64 = 0
    public var deviceID: UInt64 = 0
    public var deviceName: String = ""
    public var platform: String = ""
    public var offer: [UInt8] = []
    public var createdAt: Timestamp?
    public var expiresAt: Timestamp?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        linkID: UInt64 = 0,
        deviceID: UInt64 = 0,
        deviceName: String = "",
        platform: String = "",
        offer: [UInt8] = [],
        createdAt: Timestamp? = nil,
        expiresAt: Timestamp? = nil
    ) {
        self.linkID = linkID
        self.deviceID = deviceID
        self.deviceName = deviceName
        self.platform = platform
        self.offer = offer
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}

extension PendingDeviceLink {
    public static let protobufName: StaticString = "martlet.v1.PendingDeviceLink"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: linkID = try reader.readUInt64()
                case 16: deviceID = try reader.readUInt64()
                case 26: deviceName = try reader.readString()
                case 34: platform = try reader.readString()
                case 42: offer = try reader.readBytes()
                case 50:
                    var value = createdAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    createdAt = value
                case 58:
                    var value = expiresAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    expiresAt = value
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
        if let value = expiresAt {
            writer.writeMessage(value)
            writer.writeTag(58)
        }
        if let value = createdAt {
            writer.writeMessage(value)
            writer.writeTag(50)
        }
        if !offer.isEmpty {
            writer.writeBytes(offer)
            writer.writeTag(42)
        }
        if !platform.isEmpty {
            writer.writeString(platform)
            writer.writeTag(34)
        }
        if !deviceName.isEmpty {
            writer.writeString(deviceName)
            writer.writeTag(26)
        }
        if deviceID != 0 {
            writer.writeUInt64(deviceID)
            writer.writeTag(16)
        }
        if linkID != 0 {
            writer.writeUInt64(linkID)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "linkId"
        case 2: "deviceId"
        case 3: "deviceName"
        case 4: "platform"
        case 5: "offer"
        case 6: "createdAt"
        case 7: "expiresAt"
        default: nil
        }
    }
}

extension PendingDeviceLink {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: linkID = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: deviceID = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: deviceName = try reader.readNull() ? "" : reader.readString()
                case 4: platform = try reader.readNull() ? "" : reader.readString()
                case 5: offer = try reader.readNull() ? [] : reader.readBytes()
                case 6: createdAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
                case 7: expiresAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
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
        writer.writeKey("linkId")
        writer.writeUInt64(linkID)
        writer.writeKey("deviceId")
        writer.writeUInt64(deviceID)
        writer.writeKey("deviceName")
        writer.writeString(deviceName)
        writer.writeKey("platform")
        writer.writeString(platform)
        writer.writeKey("offer")
        writer.writeBytes(offer)
        if let value = createdAt {
            writer.writeKey("createdAt")
            writer.writeMessage(value)
        }
        if let value = expiresAt {
            writer.writeKey("expiresAt")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "offer") { return 5 }
        case 6:
            if JSONReader.matches(key, "linkId") { return 1 }
        case 7:
            if JSONReader.matches(key, "link_id") { return 1 }
        case 8:
            if JSONReader.matches(key, "deviceId") { return 2 }
            if JSONReader.matches(key, "platform") { return 4 }
        case 9:
            if JSONReader.matches(key, "device_id") { return 2 }
            if JSONReader.matches(key, "createdAt") { return 6 }
            if JSONReader.matches(key, "expiresAt") { return 7 }
        case 10:
            if JSONReader.matches(key, "deviceName") { return 3 }
            if JSONReader.matches(key, "created_at") { return 6 }
            if JSONReader.matches(key, "expires_at") { return 7 }
        case 11:
            if JSONReader.matches(key, "device_name") { return 3 }
        default: break
        }
        return 0
    }
}

public struct GetDeviceLinksResponse: ProtobufMessage {
    public var links: [PendingDeviceLink] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(links: [PendingDeviceLink] = []) {
        self.links = links
    }
}

extension GetDeviceLinksResponse {
    public static let protobufName: StaticString = "martlet.v1.GetDeviceLinksResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: links.append(try reader.readMessage(PendingDeviceLink.self))
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
        for value in links.reversed() {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "links"
        default: nil
        }
    }
}

extension GetDeviceLinksResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    links = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            links.append(try reader.readMessage(PendingDeviceLink.self))
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
        writer.writeKey("links")
        writer.beginArray()
        for value in links {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "links") { return 1 }
        default: break
        }
        return 0
    }
}

public struct ApproveDeviceRequest: ProtobufMessage {
    /// Of the device that waits.
    public var id: UInt64 = 0
    /// The offer that was seen: a later one of the same device has another id.
    public var linkID: UInt64 = 0
    /// For the device that waits; opaque to the server. At most 64 KiB.
    public var payload: [UInt8] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(id: UInt64 = 0, linkID: UInt64 = 0, payload: [UInt8] = []) {
        self.id = id
        self.linkID = linkID
        self.payload = payload
    }
}

extension ApproveDeviceRequest {
    public static let protobufName: StaticString = "martlet.v1.ApproveDeviceRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: id = try reader.readUInt64()
                case 16: linkID = try reader.readUInt64()
                case 26: payload = try reader.readBytes()
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
        if !payload.isEmpty {
            writer.writeBytes(payload)
            writer.writeTag(26)
        }
        if linkID != 0 {
            writer.writeUInt64(linkID)
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
        case 2: "linkId"
        case 3: "payload"
        default: nil
        }
    }
}

extension ApproveDeviceRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: id = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: linkID = try reader.readNull() ? 0 : reader.readUInt64()
                case 3: payload = try reader.readNull() ? [] : reader.readBytes()
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
        writer.writeKey("linkId")
        writer.writeUInt64(linkID)
        writer.writeKey("payload")
        writer.writeBytes(payload)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "id") { return 1 }
        case 6:
            if JSONReader.matches(key, "linkId") { return 2 }
        case 7:
            if JSONReader.matches(key, "link_id") { return 2 }
            if JSONReader.matches(key, "payload") { return 3 }
        default: break
        }
        return 0
    }
}

public struct ApproveDeviceResponse: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension ApproveDeviceResponse {
    public static let protobufName: StaticString = "martlet.v1.ApproveDeviceResponse"

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

extension ApproveDeviceResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

public struct GetBackupRequest: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension GetBackupRequest {
    public static let protobufName: StaticString = "martlet.v1.GetBackupRequest"

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

extension GetBackupRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

public struct PutBackupRequest: ProtobufMessage {
    /// 0 when there is none.
    public var expectedVersion: UInt64 = 0
    /// Opaque to the server. At most 512 KiB.
    public var data: [UInt8] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(expectedVersion: UInt64 = 0, data: [UInt8] = []) {
        self.expectedVersion = expectedVersion
        self.data = data
    }
}

extension PutBackupRequest {
    public static let protobufName: StaticString = "martlet.v1.PutBackupRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: expectedVersion = try reader.readUInt64()
                case 18: data = try reader.readBytes()
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
        if !data.isEmpty {
            writer.writeBytes(data)
            writer.writeTag(18)
        }
        if expectedVersion != 0 {
            writer.writeUInt64(expectedVersion)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "expectedVersion"
        case 2: "data"
        default: nil
        }
    }
}

extension PutBackupRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: expectedVersion = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: data = try reader.readNull() ? [] : reader.readBytes()
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
        writer.writeKey("expectedVersion")
        writer.writeUInt64(expectedVersion)
        writer.writeKey("data")
        writer.writeBytes(data)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "data") { return 2 }
        case 15:
            if JSONReader.matches(key, "expectedVersion") { return 1 }
        case 16:
            if JSONReader.matches(key, "expected_version") { return 1 }
        default: break
        }
        return 0
    }
}

public struct DeleteBackupRequest: ProtobufMessage {
    /// Without it, whatever version there is.
    public var expectedVersion: UInt64?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(expectedVersion: UInt64? = nil) {
        self.expectedVersion = expectedVersion
    }
}

extension DeleteBackupRequest {
    public static let protobufName: StaticString = "martlet.v1.DeleteBackupRequest"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: expectedVersion = try reader.readUInt64()
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
        if let value = expectedVersion {
            writer.writeUInt64(value)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "expectedVersion"
        default: nil
        }
    }
}

extension DeleteBackupRequest {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: expectedVersion = try reader.readNull() ? nil : reader.readUInt64()
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
        if let value = expectedVersion {
            writer.writeKey("expectedVersion")
            writer.writeUInt64(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 15:
            if JSONReader.matches(key, "expectedVersion") { return 1 }
        case 16:
            if JSONReader.matches(key, "expected_version") { return 1 }
        default: break
        }
        return 0
    }
}

public struct DeleteBackupResponse: ProtobufMessage {
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}
}

extension DeleteBackupResponse {
    public static let protobufName: StaticString = "martlet.v1.DeleteBackupResponse"

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

extension DeleteBackupResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        try reader.beginObject()
        while try reader.nextKey() != nil { try reader.skipValue() }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

public struct BackupResponse: ProtobufMessage {
    /// Rises with each change, and is never used twice.
    public var version: UInt64 = 0
    public var data: [UInt8] = []
    public var updatedAt: Timestamp?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(version: UInt64 = 0, data: [UInt8] = [], updatedAt: Timestamp? = nil) {
        self.version = version
        self.data = data
        self.updatedAt = updatedAt
    }
}

extension BackupResponse {
    public static let protobufName: StaticString = "martlet.v1.BackupResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: version = try reader.readUInt64()
                case 18: data = try reader.readBytes()
                case 26:
                    var value = updatedAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    updatedAt = value
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
        if let value = updatedAt {
            writer.writeMessage(value)
            writer.writeTag(26)
        }
        if !data.isEmpty {
            writer.writeBytes(data)
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
        case 2: "data"
        case 3: "updatedAt"
        default: nil
        }
    }
}

extension BackupResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: version = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: data = try reader.readNull() ? [] : reader.readBytes()
                case 3: updatedAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
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
        writer.writeKey("data")
        writer.writeBytes(data)
        if let value = updatedAt {
            writer.writeKey("updatedAt")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "data") { return 2 }
        case 7:
            if JSONReader.matches(key, "version") { return 1 }
        case 9:
            if JSONReader.matches(key, "updatedAt") { return 3 }
        case 10:
            if JSONReader.matches(key, "updated_at") { return 3 }
        default: break
        }
        return 0
    }
}

public struct BackupVersionResponse: ProtobufMessage {
    public var version: UInt64 = 0
    public var updatedAt: Timestamp?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(version: UInt64 = 0, updatedAt: Timestamp? = nil) {
        self.version = version
        self.updatedAt = updatedAt
    }
}

extension BackupVersionResponse {
    public static let protobufName: StaticString = "martlet.v1.BackupVersionResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: version = try reader.readUInt64()
                case 18:
                    var value = updatedAt ?? Timestamp()
                    try reader.readMessage(into: &value)
                    updatedAt = value
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
        if let value = updatedAt {
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
        case 2: "updatedAt"
        default: nil
        }
    }
}

extension BackupVersionResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: version = try reader.readNull() ? 0 : reader.readUInt64()
                case 2: updatedAt = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
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
        if let value = updatedAt {
            writer.writeKey("updatedAt")
            writer.writeMessage(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 7:
            if JSONReader.matches(key, "version") { return 1 }
        case 9:
            if JSONReader.matches(key, "updatedAt") { return 2 }
        case 10:
            if JSONReader.matches(key, "updated_at") { return 2 }
        default: break
        }
        return 0
    }
}
