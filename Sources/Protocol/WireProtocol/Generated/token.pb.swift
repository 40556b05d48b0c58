// Generated from martlet/v1/token.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import Protobuf

/// RFC 7515 §4.
public struct AccessTokenHeader: ProtobufMessage {
    public var alg: String = ""
    public var typ: String = ""
    public var kid: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(alg: String = "", typ: String = "", kid: String = "") {
        self.alg = alg
        self.typ = typ
        self.kid = kid
    }
}

extension AccessTokenHeader {
    public static let protobufName: StaticString = "martlet.v1.AccessTokenHeader"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: alg = try reader.readString()
                case 18: typ = try reader.readString()
                case 26: kid = try reader.readString()
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
        if !kid.isEmpty {
            writer.writeString(kid)
            writer.writeTag(26)
        }
        if !typ.isEmpty {
            writer.writeString(typ)
            writer.writeTag(18)
        }
        if !alg.isEmpty {
            writer.writeString(alg)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "alg"
        case 2: "typ"
        case 3: "kid"
        default: nil
        }
    }
}

extension AccessTokenHeader {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: alg = try reader.readNull() ? "" : reader.readString()
                case 2: typ = try reader.readNull() ? "" : reader.readString()
                case 3: kid = try reader.readNull() ? "" : reader.readString()
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
        writer.writeKey("alg")
        writer.writeString(alg)
        writer.writeKey("typ")
        writer.writeString(typ)
        writer.writeKey("kid")
        writer.writeString(kid)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 3:
            if JSONReader.matches(key, "alg") { return 1 }
            if JSONReader.matches(key, "typ") { return 2 }
            if JSONReader.matches(key, "kid") { return 3 }
        default: break
        }
        return 0
    }
}

public struct AccessTokenClaims: ProtobufMessage {
    public var iss: String = ""
    public var aud: String = ""
    /// The user's id.
    public var sub: String = ""
    /// The session's id.
    public var sid: String = ""
    /// The device's id.
    public var did: String = ""
    /// Seconds since 1970, as is `exp`.
    public var iat: UInt32 = 0
    public var exp: UInt32 = 0
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        iss: String = "",
        aud: String = "",
        sub: String = "",
        sid: String = "",
        did: String = "",
        iat: UInt32 = 0,
        exp: UInt32 = 0
    ) {
        self.iss = iss
        self.aud = aud
        self.sub = sub
        self.sid = sid
        self.did = did
        self.iat = iat
        self.exp = exp
    }
}

extension AccessTokenClaims {
    public static let protobufName: StaticString = "martlet.v1.AccessTokenClaims"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: iss = try reader.readString()
                case 18: aud = try reader.readString()
                case 26: sub = try reader.readString()
                case 34: sid = try reader.readString()
                case 42: did = try reader.readString()
                case 48: iat = try reader.readUInt32()
                case 56: exp = try reader.readUInt32()
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
        if exp != 0 {
            writer.writeUInt32(exp)
            writer.writeTag(56)
        }
        if iat != 0 {
            writer.writeUInt32(iat)
            writer.writeTag(48)
        }
        if !did.isEmpty {
            writer.writeString(did)
            writer.writeTag(42)
        }
        if !sid.isEmpty {
            writer.writeString(sid)
            writer.writeTag(34)
        }
        if !sub.isEmpty {
            writer.writeString(sub)
            writer.writeTag(26)
        }
        if !aud.isEmpty {
            writer.writeString(aud)
            writer.writeTag(18)
        }
        if !iss.isEmpty {
            writer.writeString(iss)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "iss"
        case 2: "aud"
        case 3: "sub"
        case 4: "sid"
        case 5: "did"
        case 6: "iat"
        case 7: "exp"
        default: nil
        }
    }
}

extension AccessTokenClaims {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: iss = try reader.readNull() ? "" : reader.readString()
                case 2: aud = try reader.readNull() ? "" : reader.readString()
                case 3: sub = try reader.readNull() ? "" : reader.readString()
                case 4: sid = try reader.readNull() ? "" : reader.readString()
                case 5: did = try reader.readNull() ? "" : reader.readString()
                case 6: iat = try reader.readNull() ? 0 : reader.readUInt32()
                case 7: exp = try reader.readNull() ? 0 : reader.readUInt32()
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
        writer.writeKey("iss")
        writer.writeString(iss)
        writer.writeKey("aud")
        writer.writeString(aud)
        writer.writeKey("sub")
        writer.writeString(sub)
        writer.writeKey("sid")
        writer.writeString(sid)
        writer.writeKey("did")
        writer.writeString(did)
        writer.writeKey("iat")
        writer.writeUInt32(iat)
        writer.writeKey("exp")
        writer.writeUInt32(exp)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 3:
            if JSONReader.matches(key, "iss") { return 1 }
            if JSONReader.matches(key, "aud") { return 2 }
            if JSONReader.matches(key, "sub") { return 3 }
            if JSONReader.matches(key, "sid") { return 4 }
            if JSONReader.matches(key, "did") { return 5 }
            if JSONReader.matches(key, "iat") { return 6 }
            if JSONReader.matches(key, "exp") { return 7 }
        default: break
        }
        return 0
    }
}
