// Generated from cross.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import Protobuf

public struct Mood: ProtobufEnum {
    public static let unspecified = Self(rawValue: 0)
    public static let glad = Self(rawValue: 1)
    public static let happy = Self(rawValue: 1)
    public static let sad = Self(rawValue: -7)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .unspecified,
        .glad,
        .sad,
    ]

    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public init?(wireName: UnsafeRawBufferPointer) {
        switch wireName.count {
        case 8:
            if JSONReader.matches(wireName, "MOOD_SAD") {
                self.init(rawValue: -7)
                return
            }
        case 9:
            if JSONReader.matches(wireName, "MOOD_GLAD") {
                self.init(rawValue: 1)
                return
            }
        case 10:
            if JSONReader.matches(wireName, "MOOD_HAPPY") {
                self.init(rawValue: 1)
                return
            }
        case 16:
            if JSONReader.matches(wireName, "MOOD_UNSPECIFIED") {
                self.init(rawValue: 0)
                return
            }
        default: break
        }
        return nil
    }

    public var wireName: StaticString? {
        switch rawValue {
        case 0: "MOOD_UNSPECIFIED"
        case 1: "MOOD_GLAD"
        case -7: "MOOD_SAD"
        default: nil
        }
    }
}

public struct Maps: ProtobufMessage {
    public var byInt32: [Int32: Int32] = [:]
    public var byInt64: [Int64: Int64] = [:]
    public var byUint32: [UInt32: UInt32] = [:]
    public var byUint64: [UInt64: UInt64] = [:]
    public var bySint32: [Int32: Int32] = [:]
    public var bySint64: [Int64: Int64] = [:]
    public var byFixed32: [UInt32: UInt32] = [:]
    public var byFixed64: [UInt64: UInt64] = [:]
    public var bySfixed32: [Int32: Int32] = [:]
    public var bySfixed64: [Int64: Int64] = [:]
    public var byBool: [Bool: Bool] = [:]
    public var byString: [String: Double] = [:]
    public var floats: [String: Float] = [:]
    public var moods: [String: Mood] = [:]
    public var nested: [String: Maps] = [:]
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        byInt32: [Int32: Int32] = [:],
        byInt64: [Int64: Int64] = [:],
        byUint32: [UInt32: UInt32] = [:],
        byUint64: [UInt64: UInt64] = [:],
        bySint32: [Int32: Int32] = [:],
        bySint64: [Int64: Int64] = [:],
        byFixed32: [UInt32: UInt32] = [:],
        byFixed64: [UInt64: UInt64] = [:],
        bySfixed32: [Int32: Int32] = [:],
        bySfixed64: [Int64: Int64] = [:],
        byBool: [Bool: Bool] = [:],
        byString: [String: Double] = [:],
        floats: [String: Float] = [:],
        moods: [String: Mood] = [:],
        nested: [String: Maps] = [:]
    ) {
        self.byInt32 = byInt32
        self.byInt64 = byInt64
        self.byUint32 = byUint32
        self.byUint64 = byUint64
        self.bySint32 = bySint32
        self.bySint64 = bySint64
        self.byFixed32 = byFixed32
        self.byFixed64 = byFixed64
        self.bySfixed32 = bySfixed32
        self.bySfixed64 = bySfixed64
        self.byBool = byBool
        self.byString = byString
        self.floats = floats
        self.moods = moods
        self.nested = nested
    }
}

extension Maps {
    public static let protobufName: StaticString = "martlet.test.Maps"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10:
                    var key: Int32 = 0
                    var value: Int32 = 0
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 8: key = try reader.readInt32()
                        case 16: value = try reader.readInt32()
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    byInt32[key] = value
                case 18:
                    var key: Int64 = 0
                    var value: Int64 = 0
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 8: key = try reader.readInt64()
                        case 16: value = try reader.readInt64()
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    byInt64[key] = value
                case 26:
                    var key: UInt32 = 0
                    var value: UInt32 = 0
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 8: key = try reader.readUInt32()
                        case 16: value = try reader.readUInt32()
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    byUint32[key] = value
                case 34:
                    var key: UInt64 = 0
                    var value: UInt64 = 0
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 8: key = try reader.readUInt64()
                        case 16: value = try reader.readUInt64()
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    byUint64[key] = value
                case 42:
                    var key: Int32 = 0
                    var value: Int32 = 0
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 8: key = try reader.readSInt32()
                        case 16: value = try reader.readSInt32()
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    bySint32[key] = value
                case 50:
                    var key: Int64 = 0
                    var value: Int64 = 0
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 8: key = try reader.readSInt64()
                        case 16: value = try reader.readSInt64()
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    bySint64[key] = value
                case 58:
                    var key: UInt32 = 0
                    var value: UInt32 = 0
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 13: key = try reader.readFixed32()
                        case 21: value = try reader.readFixed32()
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    byFixed32[key] = value
                case 66:
                    var key: UInt64 = 0
                    var value: UInt64 = 0
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 9: key = try reader.readFixed64()
                        case 17: value = try reader.readFixed64()
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    byFixed64[key] = value
                case 74:
                    var key: Int32 = 0
                    var value: Int32 = 0
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 13: key = try reader.readSFixed32()
                        case 21: value = try reader.readSFixed32()
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    bySfixed32[key] = value
                case 82:
                    var key: Int64 = 0
                    var value: Int64 = 0
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 9: key = try reader.readSFixed64()
                        case 17: value = try reader.readSFixed64()
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    bySfixed64[key] = value
                case 90:
                    var key: Bool = false
                    var value: Bool = false
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 8: key = try reader.readBool()
                        case 16: value = try reader.readBool()
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    byBool[key] = value
                case 98:
                    var key: String = ""
                    var value: Double = 0
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 10: key = try reader.readString()
                        case 17: value = try reader.readDouble()
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    byString[key] = value
                case 106:
                    var key: String = ""
                    var value: Float = 0
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 10: key = try reader.readString()
                        case 21: value = try reader.readFloat()
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    floats[key] = value
                case 114:
                    var key: String = ""
                    var value: Mood = Mood(rawValue: 0)
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 10: key = try reader.readString()
                        case 16: value = try reader.readEnum(Mood.self)
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    moods[key] = value
                case 122:
                    var key: String = ""
                    var value: Maps = Maps()
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 10: key = try reader.readString()
                        case 18: value = try reader.readMessage(Maps.self)
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    nested[key] = value
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
        for (key, value) in nested {
            let before = writer.count
            writer.writeMessage(value)
            writer.writeTag(18)
            writer.writeString(key)
            writer.writeTag(10)
            writer.writeLength(since: before)
            writer.writeTag(122)
        }
        for (key, value) in moods {
            let before = writer.count
            writer.writeEnum(value)
            writer.writeTag(16)
            writer.writeString(key)
            writer.writeTag(10)
            writer.writeLength(since: before)
            writer.writeTag(114)
        }
        for (key, value) in floats {
            let before = writer.count
            writer.writeFloat(value)
            writer.writeTag(21)
            writer.writeString(key)
            writer.writeTag(10)
            writer.writeLength(since: before)
            writer.writeTag(106)
        }
        for (key, value) in byString {
            let before = writer.count
            writer.writeDouble(value)
            writer.writeTag(17)
            writer.writeString(key)
            writer.writeTag(10)
            writer.writeLength(since: before)
            writer.writeTag(98)
        }
        for (key, value) in byBool {
            let before = writer.count
            writer.writeBool(value)
            writer.writeTag(16)
            writer.writeBool(key)
            writer.writeTag(8)
            writer.writeLength(since: before)
            writer.writeTag(90)
        }
        for (key, value) in bySfixed64 {
            let before = writer.count
            writer.writeSFixed64(value)
            writer.writeTag(17)
            writer.writeSFixed64(key)
            writer.writeTag(9)
            writer.writeLength(since: before)
            writer.writeTag(82)
        }
        for (key, value) in bySfixed32 {
            let before = writer.count
            writer.writeSFixed32(value)
            writer.writeTag(21)
            writer.writeSFixed32(key)
            writer.writeTag(13)
            writer.writeLength(since: before)
            writer.writeTag(74)
        }
        for (key, value) in byFixed64 {
            let before = writer.count
            writer.writeFixed64(value)
            writer.writeTag(17)
            writer.writeFixed64(key)
            writer.writeTag(9)
            writer.writeLength(since: before)
            writer.writeTag(66)
        }
        for (key, value) in byFixed32 {
            let before = writer.count
            writer.writeFixed32(value)
            writer.writeTag(21)
            writer.writeFixed32(key)
            writer.writeTag(13)
            writer.writeLength(since: before)
            writer.writeTag(58)
        }
        for (key, value) in bySint64 {
            let before = writer.count
            writer.writeSInt64(value)
            writer.writeTag(16)
            writer.writeSInt64(key)
            writer.writeTag(8)
            writer.writeLength(since: before)
            writer.writeTag(50)
        }
        for (key, value) in bySint32 {
            let before = writer.count
            writer.writeSInt32(value)
            writer.writeTag(16)
            writer.writeSInt32(key)
            writer.writeTag(8)
            writer.writeLength(since: before)
            writer.writeTag(42)
        }
        for (key, value) in byUint64 {
            let before = writer.count
            writer.writeUInt64(value)
            writer.writeTag(16)
            writer.writeUInt64(key)
            writer.writeTag(8)
            writer.writeLength(since: before)
            writer.writeTag(34)
        }
        for (key, value) in byUint32 {
            let before = writer.count
            writer.writeUInt32(value)
            writer.writeTag(16)
            writer.writeUInt32(key)
            writer.writeTag(8)
            writer.writeLength(since: before)
            writer.writeTag(26)
        }
        for (key, value) in byInt64 {
            let before = writer.count
            writer.writeInt64(value)
            writer.writeTag(16)
            writer.writeInt64(key)
            writer.writeTag(8)
            writer.writeLength(since: before)
            writer.writeTag(18)
        }
        for (key, value) in byInt32 {
            let before = writer.count
            writer.writeInt32(value)
            writer.writeTag(16)
            writer.writeInt32(key)
            writer.writeTag(8)
            writer.writeLength(since: before)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "byInt32"
        case 2: "byInt64"
        case 3: "byUint32"
        case 4: "byUint64"
        case 5: "bySint32"
        case 6: "bySint64"
        case 7: "byFixed32"
        case 8: "byFixed64"
        case 9: "bySfixed32"
        case 10: "bySfixed64"
        case 11: "byBool"
        case 12: "byString"
        case 13: "floats"
        case 14: "moods"
        case 15: "nested"
        default: nil
        }
    }
}

extension Maps {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    byInt32 = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: Int32 = try JSONReader.integerMapKey(key)
                            byInt32[key] = try reader.readInt32()
                        }
                    }
                case 2:
                    byInt64 = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: Int64 = try JSONReader.integerMapKey(key)
                            byInt64[key] = try reader.readInt64()
                        }
                    }
                case 3:
                    byUint32 = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: UInt32 = try JSONReader.integerMapKey(key)
                            byUint32[key] = try reader.readUInt32()
                        }
                    }
                case 4:
                    byUint64 = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: UInt64 = try JSONReader.integerMapKey(key)
                            byUint64[key] = try reader.readUInt64()
                        }
                    }
                case 5:
                    bySint32 = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: Int32 = try JSONReader.integerMapKey(key)
                            bySint32[key] = try reader.readSInt32()
                        }
                    }
                case 6:
                    bySint64 = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: Int64 = try JSONReader.integerMapKey(key)
                            bySint64[key] = try reader.readSInt64()
                        }
                    }
                case 7:
                    byFixed32 = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: UInt32 = try JSONReader.integerMapKey(key)
                            byFixed32[key] = try reader.readFixed32()
                        }
                    }
                case 8:
                    byFixed64 = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: UInt64 = try JSONReader.integerMapKey(key)
                            byFixed64[key] = try reader.readFixed64()
                        }
                    }
                case 9:
                    bySfixed32 = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: Int32 = try JSONReader.integerMapKey(key)
                            bySfixed32[key] = try reader.readSFixed32()
                        }
                    }
                case 10:
                    bySfixed64 = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: Int64 = try JSONReader.integerMapKey(key)
                            bySfixed64[key] = try reader.readSFixed64()
                        }
                    }
                case 11:
                    byBool = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: Bool = try JSONReader.boolMapKey(key)
                            byBool[key] = try reader.readBool()
                        }
                    }
                case 12:
                    byString = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: String = try JSONReader.stringMapKey(key)
                            byString[key] = try reader.readDouble()
                        }
                    }
                case 13:
                    floats = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: String = try JSONReader.stringMapKey(key)
                            floats[key] = try reader.readFloat()
                        }
                    }
                case 14:
                    moods = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: String = try JSONReader.stringMapKey(key)
                            moods[key] = try reader.readEnum(Mood.self)
                        }
                    }
                case 15:
                    nested = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: String = try JSONReader.stringMapKey(key)
                            nested[key] = try reader.readMessage(Maps.self)
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
        writer.writeKey("byInt32")
        writer.beginObject()
        for (key, value) in byInt32 {
            writer.writeMapKey(key)
            writer.writeInt32(value)
        }
        writer.endObject()
        writer.writeKey("byInt64")
        writer.beginObject()
        for (key, value) in byInt64 {
            writer.writeMapKey(key)
            writer.writeInt64(value)
        }
        writer.endObject()
        writer.writeKey("byUint32")
        writer.beginObject()
        for (key, value) in byUint32 {
            writer.writeMapKey(key)
            writer.writeUInt32(value)
        }
        writer.endObject()
        writer.writeKey("byUint64")
        writer.beginObject()
        for (key, value) in byUint64 {
            writer.writeMapKey(key)
            writer.writeUInt64(value)
        }
        writer.endObject()
        writer.writeKey("bySint32")
        writer.beginObject()
        for (key, value) in bySint32 {
            writer.writeMapKey(key)
            writer.writeSInt32(value)
        }
        writer.endObject()
        writer.writeKey("bySint64")
        writer.beginObject()
        for (key, value) in bySint64 {
            writer.writeMapKey(key)
            writer.writeSInt64(value)
        }
        writer.endObject()
        writer.writeKey("byFixed32")
        writer.beginObject()
        for (key, value) in byFixed32 {
            writer.writeMapKey(key)
            writer.writeFixed32(value)
        }
        writer.endObject()
        writer.writeKey("byFixed64")
        writer.beginObject()
        for (key, value) in byFixed64 {
            writer.writeMapKey(key)
            writer.writeFixed64(value)
        }
        writer.endObject()
        writer.writeKey("bySfixed32")
        writer.beginObject()
        for (key, value) in bySfixed32 {
            writer.writeMapKey(key)
            writer.writeSFixed32(value)
        }
        writer.endObject()
        writer.writeKey("bySfixed64")
        writer.beginObject()
        for (key, value) in bySfixed64 {
            writer.writeMapKey(key)
            writer.writeSFixed64(value)
        }
        writer.endObject()
        writer.writeKey("byBool")
        writer.beginObject()
        for (key, value) in byBool {
            writer.writeMapKey(key)
            writer.writeBool(value)
        }
        writer.endObject()
        writer.writeKey("byString")
        writer.beginObject()
        for (key, value) in byString {
            writer.writeMapKey(key)
            writer.writeDouble(value)
        }
        writer.endObject()
        writer.writeKey("floats")
        writer.beginObject()
        for (key, value) in floats {
            writer.writeMapKey(key)
            writer.writeFloat(value)
        }
        writer.endObject()
        writer.writeKey("moods")
        writer.beginObject()
        for (key, value) in moods {
            writer.writeMapKey(key)
            writer.writeEnum(value)
        }
        writer.endObject()
        writer.writeKey("nested")
        writer.beginObject()
        for (key, value) in nested {
            writer.writeMapKey(key)
            writer.writeMessage(value)
        }
        writer.endObject()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "moods") { return 14 }
        case 6:
            if JSONReader.matches(key, "byBool") { return 11 }
            if JSONReader.matches(key, "floats") { return 13 }
            if JSONReader.matches(key, "nested") { return 15 }
        case 7:
            if JSONReader.matches(key, "byInt32") { return 1 }
            if JSONReader.matches(key, "byInt64") { return 2 }
            if JSONReader.matches(key, "by_bool") { return 11 }
        case 8:
            if JSONReader.matches(key, "by_int32") { return 1 }
            if JSONReader.matches(key, "by_int64") { return 2 }
            if JSONReader.matches(key, "byUint32") { return 3 }
            if JSONReader.matches(key, "byUint64") { return 4 }
            if JSONReader.matches(key, "bySint32") { return 5 }
            if JSONReader.matches(key, "bySint64") { return 6 }
            if JSONReader.matches(key, "byString") { return 12 }
        case 9:
            if JSONReader.matches(key, "by_uint32") { return 3 }
            if JSONReader.matches(key, "by_uint64") { return 4 }
            if JSONReader.matches(key, "by_sint32") { return 5 }
            if JSONReader.matches(key, "by_sint64") { return 6 }
            if JSONReader.matches(key, "byFixed32") { return 7 }
            if JSONReader.matches(key, "byFixed64") { return 8 }
            if JSONReader.matches(key, "by_string") { return 12 }
        case 10:
            if JSONReader.matches(key, "by_fixed32") { return 7 }
            if JSONReader.matches(key, "by_fixed64") { return 8 }
            if JSONReader.matches(key, "bySfixed32") { return 9 }
            if JSONReader.matches(key, "bySfixed64") { return 10 }
        case 11:
            if JSONReader.matches(key, "by_sfixed32") { return 9 }
            if JSONReader.matches(key, "by_sfixed64") { return 10 }
        default: break
        }
        return 0
    }
}

/// Contains itself in every way.
public struct Tree: ProtobufMessage {
    public var left: Tree? {
        get { boxedLeft?.value }
        set { boxedLeft = newValue.map { ProtobufBox($0) } }
    }
    private var boxedLeft: ProtobufBox<Tree>?
    public var right: Tree? {
        get { boxedRight?.value }
        set { boxedRight = newValue.map { ProtobufBox($0) } }
    }
    private var boxedRight: ProtobufBox<Tree>?
    public var more: [Tree] = []
    public var either: Either?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(left: Tree? = nil, right: Tree? = nil, more: [Tree] = [], either: Either? = nil) {
        self.left = left
        self.right = right
        self.more = more
        self.either = either
    }

    public enum Either: Sendable, Equatable {
        indirect case inner(Tree)
        case leaf(String)
        indirect case branch(Tree.Branch)
    }

    public struct Branch: ProtobufMessage {
        public var tree: Tree? {
            get { boxedTree?.value }
            set { boxedTree = newValue.map { ProtobufBox($0) } }
        }
        private var boxedTree: ProtobufBox<Tree>?
        public var weight: UInt32 = 0
        /// Fields that this build does not know, in the binary encoding.
        public var unknownFields: [UInt8] = []

        public init() {}

        public init(tree: Tree? = nil, weight: UInt32 = 0) {
            self.tree = tree
            self.weight = weight
        }
    }
}

extension Tree {
    public static let protobufName: StaticString = "martlet.test.Tree"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10:
                    var value = left ?? Tree()
                    try reader.readMessage(into: &value)
                    left = value
                case 18:
                    var value = right ?? Tree()
                    try reader.readMessage(into: &value)
                    right = value
                case 26: more.append(try reader.readMessage(Tree.self))
                case 34:
                    var value = Tree()
                    if case .inner(let earlier)? = either { value = earlier }
                    try reader.readMessage(into: &value)
                    either = .inner(value)
                case 42: either = .leaf(try reader.readString())
                case 50:
                    var value = Tree.Branch()
                    if case .branch(let earlier)? = either { value = earlier }
                    try reader.readMessage(into: &value)
                    either = .branch(value)
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
        if case .branch(let value)? = either {
            writer.writeMessage(value)
            writer.writeTag(50)
        }
        if case .leaf(let value)? = either {
            writer.writeString(value)
            writer.writeTag(42)
        }
        if case .inner(let value)? = either {
            writer.writeMessage(value)
            writer.writeTag(34)
        }
        for value in more.reversed() {
            writer.writeMessage(value)
            writer.writeTag(26)
        }
        if let value = right {
            writer.writeMessage(value)
            writer.writeTag(18)
        }
        if let value = left {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "left"
        case 2: "right"
        case 3: "more"
        case 4: "inner"
        case 5: "leaf"
        case 6: "branch"
        default: nil
        }
    }
}

extension Tree {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        var seenInEither: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: left = try reader.readNull() ? nil : reader.readMessage(Tree.self)
                case 2: right = try reader.readNull() ? nil : reader.readMessage(Tree.self)
                case 3:
                    more = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            more.append(try reader.readMessage(Tree.self))
                        }
                    }
                case 4:
                    if try !reader.readNull() {
                        guard seenInEither == 0 || seenInEither == field else { throw ProtobufError(.conflictingOneof) }
                        seenInEither = field
                        either = .inner(try reader.readMessage(Tree.self))
                    }
                case 5:
                    if try !reader.readNull() {
                        guard seenInEither == 0 || seenInEither == field else { throw ProtobufError(.conflictingOneof) }
                        seenInEither = field
                        either = .leaf(try reader.readString())
                    }
                case 6:
                    if try !reader.readNull() {
                        guard seenInEither == 0 || seenInEither == field else { throw ProtobufError(.conflictingOneof) }
                        seenInEither = field
                        either = .branch(try reader.readMessage(Tree.Branch.self))
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
        if let value = left {
            writer.writeKey("left")
            writer.writeMessage(value)
        }
        if let value = right {
            writer.writeKey("right")
            writer.writeMessage(value)
        }
        writer.writeKey("more")
        writer.beginArray()
        for value in more {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        switch either {
        case .inner(let value)?:
            writer.writeKey("inner")
            writer.writeMessage(value)
        case .leaf(let value)?:
            writer.writeKey("leaf")
            writer.writeString(value)
        case .branch(let value)?:
            writer.writeKey("branch")
            writer.writeMessage(value)
        case nil: break
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "left") { return 1 }
            if JSONReader.matches(key, "more") { return 3 }
            if JSONReader.matches(key, "leaf") { return 5 }
        case 5:
            if JSONReader.matches(key, "right") { return 2 }
            if JSONReader.matches(key, "inner") { return 4 }
        case 6:
            if JSONReader.matches(key, "branch") { return 6 }
        default: break
        }
        return 0
    }
}

extension Tree.Branch {
    public static let protobufName: StaticString = "martlet.test.Tree.Branch"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10:
                    var value = tree ?? Tree()
                    try reader.readMessage(into: &value)
                    tree = value
                case 16: weight = try reader.readUInt32()
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
        if weight != 0 {
            writer.writeUInt32(weight)
            writer.writeTag(16)
        }
        if let value = tree {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "tree"
        case 2: "weight"
        default: nil
        }
    }
}

extension Tree.Branch {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: tree = try reader.readNull() ? nil : reader.readMessage(Tree.self)
                case 2: weight = try reader.readNull() ? 0 : reader.readUInt32()
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
        if let value = tree {
            writer.writeKey("tree")
            writer.writeMessage(value)
        }
        writer.writeKey("weight")
        writer.writeUInt32(weight)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "tree") { return 1 }
        case 6:
            if JSONReader.matches(key, "weight") { return 2 }
        default: break
        }
        return 0
    }
}

public struct Repeated: ProtobufMessage {
    public var sint32s: [Int32] = []
    public var sint64s: [Int64] = []
    public var fixed32s: [UInt32] = []
    public var fixed64s: [UInt64] = []
    public var sfixed32s: [Int32] = []
    public var sfixed64s: [Int64] = []
    public var bools: [Bool] = []
    public var floats: [Float] = []
    public var blobs: [[UInt8]] = []
    public var moods: [Mood] = []
    public var uint32s: [UInt32] = []
    public var int64s: [Int64] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        sint32s: [Int32] = [],
        sint64s: [Int64] = [],
        fixed32s: [UInt32] = [],
        fixed64s: [UInt64] = [],
        sfixed32s: [Int32] = [],
        sfixed64s: [Int64] = [],
        bools: [Bool] = [],
        floats: [Float] = [],
        blobs: [[UInt8]] = [],
        moods: [Mood] = [],
        uint32s: [UInt32] = [],
        int64s: [Int64] = []
    ) {
        self.sint32s = sint32s
        self.sint64s = sint64s
        self.fixed32s = fixed32s
        self.fixed64s = fixed64s
        self.sfixed32s = sfixed32s
        self.sfixed64s = sfixed64s
        self.bools = bools
        self.floats = floats
        self.blobs = blobs
        self.moods = moods
        self.uint32s = uint32s
        self.int64s = int64s
    }
}

extension Repeated {
    public static let protobufName: StaticString = "martlet.test.Repeated"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: sint32s.append(try reader.readSInt32())
                case 10:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { sint32s.append(try reader.readSInt32()) }
                    reader.leave(outer)
                case 16: sint64s.append(try reader.readSInt64())
                case 18:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { sint64s.append(try reader.readSInt64()) }
                    reader.leave(outer)
                case 29: fixed32s.append(try reader.readFixed32())
                case 26:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { fixed32s.append(try reader.readFixed32()) }
                    reader.leave(outer)
                case 33: fixed64s.append(try reader.readFixed64())
                case 34:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { fixed64s.append(try reader.readFixed64()) }
                    reader.leave(outer)
                case 45: sfixed32s.append(try reader.readSFixed32())
                case 42:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { sfixed32s.append(try reader.readSFixed32()) }
                    reader.leave(outer)
                case 49: sfixed64s.append(try reader.readSFixed64())
                case 50:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { sfixed64s.append(try reader.readSFixed64()) }
                    reader.leave(outer)
                case 56: bools.append(try reader.readBool())
                case 58:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { bools.append(try reader.readBool()) }
                    reader.leave(outer)
                case 69: floats.append(try reader.readFloat())
                case 66:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { floats.append(try reader.readFloat()) }
                    reader.leave(outer)
                case 74: blobs.append(try reader.readBytes())
                case 80: moods.append(try reader.readEnum(Mood.self))
                case 82:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { moods.append(try reader.readEnum(Mood.self)) }
                    reader.leave(outer)
                case 88: uint32s.append(try reader.readUInt32())
                case 90:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { uint32s.append(try reader.readUInt32()) }
                    reader.leave(outer)
                case 96: int64s.append(try reader.readInt64())
                case 98:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { int64s.append(try reader.readInt64()) }
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
        if !int64s.isEmpty {
            let before = writer.count
            for value in int64s.reversed() { writer.writeInt64(value) }
            writer.writeLength(since: before)
            writer.writeTag(98)
        }
        if !uint32s.isEmpty {
            let before = writer.count
            for value in uint32s.reversed() { writer.writeUInt32(value) }
            writer.writeLength(since: before)
            writer.writeTag(90)
        }
        for value in moods.reversed() {
            writer.writeEnum(value)
            writer.writeTag(80)
        }
        for value in blobs.reversed() {
            writer.writeBytes(value)
            writer.writeTag(74)
        }
        for value in floats.reversed() {
            writer.writeFloat(value)
            writer.writeTag(69)
        }
        if !bools.isEmpty {
            let before = writer.count
            for value in bools.reversed() { writer.writeBool(value) }
            writer.writeLength(since: before)
            writer.writeTag(58)
        }
        if !sfixed64s.isEmpty {
            let before = writer.count
            for value in sfixed64s.reversed() { writer.writeSFixed64(value) }
            writer.writeLength(since: before)
            writer.writeTag(50)
        }
        if !sfixed32s.isEmpty {
            let before = writer.count
            for value in sfixed32s.reversed() { writer.writeSFixed32(value) }
            writer.writeLength(since: before)
            writer.writeTag(42)
        }
        for value in fixed64s.reversed() {
            writer.writeFixed64(value)
            writer.writeTag(33)
        }
        if !fixed32s.isEmpty {
            let before = writer.count
            for value in fixed32s.reversed() { writer.writeFixed32(value) }
            writer.writeLength(since: before)
            writer.writeTag(26)
        }
        for value in sint64s.reversed() {
            writer.writeSInt64(value)
            writer.writeTag(16)
        }
        if !sint32s.isEmpty {
            let before = writer.count
            for value in sint32s.reversed() { writer.writeSInt32(value) }
            writer.writeLength(since: before)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "sint32s"
        case 2: "sint64s"
        case 3: "fixed32s"
        case 4: "fixed64s"
        case 5: "sfixed32s"
        case 6: "sfixed64s"
        case 7: "bools"
        case 8: "floats"
        case 9: "blobs"
        case 10: "moods"
        case 11: "uint32s"
        case 12: "int64s"
        default: nil
        }
    }
}

extension Repeated {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1:
                    sint32s = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            sint32s.append(try reader.readSInt32())
                        }
                    }
                case 2:
                    sint64s = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            sint64s.append(try reader.readSInt64())
                        }
                    }
                case 3:
                    fixed32s = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            fixed32s.append(try reader.readFixed32())
                        }
                    }
                case 4:
                    fixed64s = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            fixed64s.append(try reader.readFixed64())
                        }
                    }
                case 5:
                    sfixed32s = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            sfixed32s.append(try reader.readSFixed32())
                        }
                    }
                case 6:
                    sfixed64s = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            sfixed64s.append(try reader.readSFixed64())
                        }
                    }
                case 7:
                    bools = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            bools.append(try reader.readBool())
                        }
                    }
                case 8:
                    floats = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            floats.append(try reader.readFloat())
                        }
                    }
                case 9:
                    blobs = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            blobs.append(try reader.readBytes())
                        }
                    }
                case 10:
                    moods = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            moods.append(try reader.readEnum(Mood.self))
                        }
                    }
                case 11:
                    uint32s = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            uint32s.append(try reader.readUInt32())
                        }
                    }
                case 12:
                    int64s = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            int64s.append(try reader.readInt64())
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
        writer.writeKey("sint32s")
        writer.beginArray()
        for value in sint32s {
            writer.writeSeparator()
            writer.writeSInt32(value)
        }
        writer.endArray()
        writer.writeKey("sint64s")
        writer.beginArray()
        for value in sint64s {
            writer.writeSeparator()
            writer.writeSInt64(value)
        }
        writer.endArray()
        writer.writeKey("fixed32s")
        writer.beginArray()
        for value in fixed32s {
            writer.writeSeparator()
            writer.writeFixed32(value)
        }
        writer.endArray()
        writer.writeKey("fixed64s")
        writer.beginArray()
        for value in fixed64s {
            writer.writeSeparator()
            writer.writeFixed64(value)
        }
        writer.endArray()
        writer.writeKey("sfixed32s")
        writer.beginArray()
        for value in sfixed32s {
            writer.writeSeparator()
            writer.writeSFixed32(value)
        }
        writer.endArray()
        writer.writeKey("sfixed64s")
        writer.beginArray()
        for value in sfixed64s {
            writer.writeSeparator()
            writer.writeSFixed64(value)
        }
        writer.endArray()
        writer.writeKey("bools")
        writer.beginArray()
        for value in bools {
            writer.writeSeparator()
            writer.writeBool(value)
        }
        writer.endArray()
        writer.writeKey("floats")
        writer.beginArray()
        for value in floats {
            writer.writeSeparator()
            writer.writeFloat(value)
        }
        writer.endArray()
        writer.writeKey("blobs")
        writer.beginArray()
        for value in blobs {
            writer.writeSeparator()
            writer.writeBytes(value)
        }
        writer.endArray()
        writer.writeKey("moods")
        writer.beginArray()
        for value in moods {
            writer.writeSeparator()
            writer.writeEnum(value)
        }
        writer.endArray()
        writer.writeKey("uint32s")
        writer.beginArray()
        for value in uint32s {
            writer.writeSeparator()
            writer.writeUInt32(value)
        }
        writer.endArray()
        writer.writeKey("int64s")
        writer.beginArray()
        for value in int64s {
            writer.writeSeparator()
            writer.writeInt64(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "bools") { return 7 }
            if JSONReader.matches(key, "blobs") { return 9 }
            if JSONReader.matches(key, "moods") { return 10 }
        case 6:
            if JSONReader.matches(key, "floats") { return 8 }
            if JSONReader.matches(key, "int64s") { return 12 }
        case 7:
            if JSONReader.matches(key, "sint32s") { return 1 }
            if JSONReader.matches(key, "sint64s") { return 2 }
            if JSONReader.matches(key, "uint32s") { return 11 }
        case 8:
            if JSONReader.matches(key, "fixed32s") { return 3 }
            if JSONReader.matches(key, "fixed64s") { return 4 }
        case 9:
            if JSONReader.matches(key, "sfixed32s") { return 5 }
            if JSONReader.matches(key, "sfixed64s") { return 6 }
        default: break
        }
        return 0
    }
}

public struct WellKnown: ProtobufMessage {
    public var `any`: ProtobufAny?
    public var duration: ProtobufDuration?
    public var empty: ProtobufEmpty?
    public var mask: FieldMask?
    public var `struct`: ProtobufStruct?
    public var value: ProtobufValue?
    public var list: ProtobufListValue?
    public var null: ProtobufNullValue = ProtobufNullValue(rawValue: 0)
    public var timestamp: Timestamp?
    public var boolValue: BoolValue?
    public var bytesValue: BytesValue?
    public var doubleValue: DoubleValue?
    public var floatValue: FloatValue?
    public var int32Value: Int32Value?
    public var int64Value: Int64Value?
    public var stringValue: StringValue?
    public var uint32Value: UInt32Value?
    public var uint64Value: UInt64Value?
    public var values: [ProtobufValue] = []
    public var durations: [ProtobufDuration] = []
    public var valueByName: [String: ProtobufValue] = [:]
    public var anys: [ProtobufAny] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        `any`: ProtobufAny? = nil,
        duration: ProtobufDuration? = nil,
        empty: ProtobufEmpty? = nil,
        mask: FieldMask? = nil,
        `struct`: ProtobufStruct? = nil,
        value: ProtobufValue? = nil,
        list: ProtobufListValue? = nil,
        null: ProtobufNullValue = ProtobufNullValue(rawValue: 0),
        timestamp: Timestamp? = nil,
        boolValue: BoolValue? = nil,
        bytesValue: BytesValue? = nil,
        doubleValue: DoubleValue? = nil,
        floatValue: FloatValue? = nil,
        int32Value: Int32Value? = nil,
        int64Value: Int64Value? = nil,
        stringValue: StringValue? = nil,
        uint32Value: UInt32Value? = nil,
        uint64Value: UInt64Value? = nil,
        values: [ProtobufValue] = [],
        durations: [ProtobufDuration] = [],
        valueByName: [String: ProtobufValue] = [:],
        anys: [ProtobufAny] = []
    ) {
        self.`any` = `any`
        self.duration = duration
        self.empty = empty
        self.mask = mask
        self.`struct` = `struct`
        self.value = value
        self.list = list
        self.null = null
        self.timestamp = timestamp
        self.boolValue = boolValue
        self.bytesValue = bytesValue
        self.doubleValue = doubleValue
        self.floatValue = floatValue
        self.int32Value = int32Value
        self.int64Value = int64Value
        self.stringValue = stringValue
        self.uint32Value = uint32Value
        self.uint64Value = uint64Value
        self.values = values
        self.durations = durations
        self.valueByName = valueByName
        self.anys = anys
    }
}

extension WellKnown {
    public static let protobufName: StaticString = "martlet.test.WellKnown"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10:
                    var value = `any` ?? ProtobufAny()
                    try reader.readMessage(into: &value)
                    `any` = value
                case 18:
                    var value = duration ?? ProtobufDuration()
                    try reader.readMessage(into: &value)
                    duration = value
                case 26:
                    var value = empty ?? ProtobufEmpty()
                    try reader.readMessage(into: &value)
                    empty = value
                case 34:
                    var value = mask ?? FieldMask()
                    try reader.readMessage(into: &value)
                    mask = value
                case 42:
                    var value = `struct` ?? ProtobufStruct()
                    try reader.readMessage(into: &value)
                    `struct` = value
                case 50:
                    var value = self.value ?? ProtobufValue()
                    try reader.readMessage(into: &value)
                    self.value = value
                case 58:
                    var value = list ?? ProtobufListValue()
                    try reader.readMessage(into: &value)
                    list = value
                case 64: null = try reader.readNullValue()
                case 74:
                    var value = timestamp ?? Timestamp()
                    try reader.readMessage(into: &value)
                    timestamp = value
                case 82:
                    var value = boolValue ?? BoolValue()
                    try reader.readMessage(into: &value)
                    boolValue = value
                case 90:
                    var value = bytesValue ?? BytesValue()
                    try reader.readMessage(into: &value)
                    bytesValue = value
                case 98:
                    var value = doubleValue ?? DoubleValue()
                    try reader.readMessage(into: &value)
                    doubleValue = value
                case 106:
                    var value = floatValue ?? FloatValue()
                    try reader.readMessage(into: &value)
                    floatValue = value
                case 114:
                    var value = int32Value ?? Int32Value()
                    try reader.readMessage(into: &value)
                    int32Value = value
                case 122:
                    var value = int64Value ?? Int64Value()
                    try reader.readMessage(into: &value)
                    int64Value = value
                case 130:
                    var value = stringValue ?? StringValue()
                    try reader.readMessage(into: &value)
                    stringValue = value
                case 138:
                    var value = uint32Value ?? UInt32Value()
                    try reader.readMessage(into: &value)
                    uint32Value = value
                case 146:
                    var value = uint64Value ?? UInt64Value()
                    try reader.readMessage(into: &value)
                    uint64Value = value
                case 154: values.append(try reader.readMessage(ProtobufValue.self))
                case 162: durations.append(try reader.readMessage(ProtobufDuration.self))
                case 170:
                    var key: String = ""
                    var value: ProtobufValue = ProtobufValue()
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 10: key = try reader.readString()
                        case 18: value = try reader.readMessage(ProtobufValue.self)
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    valueByName[key] = value
                case 178: anys.append(try reader.readMessage(ProtobufAny.self))
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
        for value in anys.reversed() {
            writer.writeMessage(value)
            writer.writeTag(178)
        }
        for (key, value) in valueByName {
            let before = writer.count
            writer.writeMessage(value)
            writer.writeTag(18)
            writer.writeString(key)
            writer.writeTag(10)
            writer.writeLength(since: before)
            writer.writeTag(170)
        }
        for value in durations.reversed() {
            writer.writeMessage(value)
            writer.writeTag(162)
        }
        for value in values.reversed() {
            writer.writeMessage(value)
            writer.writeTag(154)
        }
        if let value = uint64Value {
            writer.writeMessage(value)
            writer.writeTag(146)
        }
        if let value = uint32Value {
            writer.writeMessage(value)
            writer.writeTag(138)
        }
        if let value = stringValue {
            writer.writeMessage(value)
            writer.writeTag(130)
        }
        if let value = int64Value {
            writer.writeMessage(value)
            writer.writeTag(122)
        }
        if let value = int32Value {
            writer.writeMessage(value)
            writer.writeTag(114)
        }
        if let value = floatValue {
            writer.writeMessage(value)
            writer.writeTag(106)
        }
        if let value = doubleValue {
            writer.writeMessage(value)
            writer.writeTag(98)
        }
        if let value = bytesValue {
            writer.writeMessage(value)
            writer.writeTag(90)
        }
        if let value = boolValue {
            writer.writeMessage(value)
            writer.writeTag(82)
        }
        if let value = timestamp {
            writer.writeMessage(value)
            writer.writeTag(74)
        }
        if null.rawValue != 0 {
            writer.writeNullValue(null)
            writer.writeTag(64)
        }
        if let value = list {
            writer.writeMessage(value)
            writer.writeTag(58)
        }
        if let value = self.value {
            writer.writeMessage(value)
            writer.writeTag(50)
        }
        if let value = `struct` {
            writer.writeMessage(value)
            writer.writeTag(42)
        }
        if let value = mask {
            writer.writeMessage(value)
            writer.writeTag(34)
        }
        if let value = empty {
            writer.writeMessage(value)
            writer.writeTag(26)
        }
        if let value = duration {
            writer.writeMessage(value)
            writer.writeTag(18)
        }
        if let value = `any` {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "any"
        case 2: "duration"
        case 3: "empty"
        case 4: "mask"
        case 5: "struct"
        case 6: "value"
        case 7: "list"
        case 8: "null"
        case 9: "timestamp"
        case 10: "boolValue"
        case 11: "bytesValue"
        case 12: "doubleValue"
        case 13: "floatValue"
        case 14: "int32Value"
        case 15: "int64Value"
        case 16: "stringValue"
        case 17: "uint32Value"
        case 18: "uint64Value"
        case 19: "values"
        case 20: "durations"
        case 21: "valueByName"
        case 22: "anys"
        default: nil
        }
    }
}

extension WellKnown {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: `any` = try reader.readNull() ? nil : reader.readMessage(ProtobufAny.self)
                case 2: duration = try reader.readNull() ? nil : reader.readMessage(ProtobufDuration.self)
                case 3: empty = try reader.readNull() ? nil : reader.readMessage(ProtobufEmpty.self)
                case 4: mask = try reader.readNull() ? nil : reader.readMessage(FieldMask.self)
                case 5: `struct` = try reader.readNull() ? nil : reader.readMessage(ProtobufStruct.self)
                case 6: self.value = try reader.readMessage(ProtobufValue.self)
                case 7: list = try reader.readNull() ? nil : reader.readMessage(ProtobufListValue.self)
                case 8: null = try reader.readNullValue()
                case 9: timestamp = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
                case 10: boolValue = try reader.readNull() ? nil : reader.readMessage(BoolValue.self)
                case 11: bytesValue = try reader.readNull() ? nil : reader.readMessage(BytesValue.self)
                case 12: doubleValue = try reader.readNull() ? nil : reader.readMessage(DoubleValue.self)
                case 13: floatValue = try reader.readNull() ? nil : reader.readMessage(FloatValue.self)
                case 14: int32Value = try reader.readNull() ? nil : reader.readMessage(Int32Value.self)
                case 15: int64Value = try reader.readNull() ? nil : reader.readMessage(Int64Value.self)
                case 16: stringValue = try reader.readNull() ? nil : reader.readMessage(StringValue.self)
                case 17: uint32Value = try reader.readNull() ? nil : reader.readMessage(UInt32Value.self)
                case 18: uint64Value = try reader.readNull() ? nil : reader.readMessage(UInt64Value.self)
                case 19:
                    values = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            values.append(try reader.readMessage(ProtobufValue.self))
                        }
                    }
                case 20:
                    durations = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            durations.append(try reader.readMessage(ProtobufDuration.self))
                        }
                    }
                case 21:
                    valueByName = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: String = try JSONReader.stringMapKey(key)
                            valueByName[key] = try reader.readMessage(ProtobufValue.self)
                        }
                    }
                case 22:
                    anys = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            anys.append(try reader.readMessage(ProtobufAny.self))
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
        if let value = `any` {
            writer.writeKey("any")
            writer.writeMessage(value)
        }
        if let value = duration {
            writer.writeKey("duration")
            writer.writeMessage(value)
        }
        if let value = empty {
            writer.writeKey("empty")
            writer.writeMessage(value)
        }
        if let value = mask {
            writer.writeKey("mask")
            writer.writeMessage(value)
        }
        if let value = `struct` {
            writer.writeKey("struct")
            writer.writeMessage(value)
        }
        if let value = self.value {
            writer.writeKey("value")
            writer.writeMessage(value)
        }
        if let value = list {
            writer.writeKey("list")
            writer.writeMessage(value)
        }
        writer.writeKey("null")
        writer.writeNullValue(null)
        if let value = timestamp {
            writer.writeKey("timestamp")
            writer.writeMessage(value)
        }
        if let value = boolValue {
            writer.writeKey("boolValue")
            writer.writeMessage(value)
        }
        if let value = bytesValue {
            writer.writeKey("bytesValue")
            writer.writeMessage(value)
        }
        if let value = doubleValue {
            writer.writeKey("doubleValue")
            writer.writeMessage(value)
        }
        if let value = floatValue {
            writer.writeKey("floatValue")
            writer.writeMessage(value)
        }
        if let value = int32Value {
            writer.writeKey("int32Value")
            writer.writeMessage(value)
        }
        if let value = int64Value {
            writer.writeKey("int64Value")
            writer.writeMessage(value)
        }
        if let value = stringValue {
            writer.writeKey("stringValue")
            writer.writeMessage(value)
        }
        if let value = uint32Value {
            writer.writeKey("uint32Value")
            writer.writeMessage(value)
        }
        if let value = uint64Value {
            writer.writeKey("uint64Value")
            writer.writeMessage(value)
        }
        writer.writeKey("values")
        writer.beginArray()
        for value in values {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.writeKey("durations")
        writer.beginArray()
        for value in durations {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.writeKey("valueByName")
        writer.beginObject()
        for (key, value) in valueByName {
            writer.writeMapKey(key)
            writer.writeMessage(value)
        }
        writer.endObject()
        writer.writeKey("anys")
        writer.beginArray()
        for value in anys {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 3:
            if JSONReader.matches(key, "any") { return 1 }
        case 4:
            if JSONReader.matches(key, "mask") { return 4 }
            if JSONReader.matches(key, "list") { return 7 }
            if JSONReader.matches(key, "null") { return 8 }
            if JSONReader.matches(key, "anys") { return 22 }
        case 5:
            if JSONReader.matches(key, "empty") { return 3 }
            if JSONReader.matches(key, "value") { return 6 }
        case 6:
            if JSONReader.matches(key, "struct") { return 5 }
            if JSONReader.matches(key, "values") { return 19 }
        case 8:
            if JSONReader.matches(key, "duration") { return 2 }
        case 9:
            if JSONReader.matches(key, "timestamp") { return 9 }
            if JSONReader.matches(key, "boolValue") { return 10 }
            if JSONReader.matches(key, "durations") { return 20 }
        case 10:
            if JSONReader.matches(key, "bool_value") { return 10 }
            if JSONReader.matches(key, "bytesValue") { return 11 }
            if JSONReader.matches(key, "floatValue") { return 13 }
            if JSONReader.matches(key, "int32Value") { return 14 }
            if JSONReader.matches(key, "int64Value") { return 15 }
        case 11:
            if JSONReader.matches(key, "bytes_value") { return 11 }
            if JSONReader.matches(key, "doubleValue") { return 12 }
            if JSONReader.matches(key, "float_value") { return 13 }
            if JSONReader.matches(key, "int32_value") { return 14 }
            if JSONReader.matches(key, "int64_value") { return 15 }
            if JSONReader.matches(key, "stringValue") { return 16 }
            if JSONReader.matches(key, "uint32Value") { return 17 }
            if JSONReader.matches(key, "uint64Value") { return 18 }
            if JSONReader.matches(key, "valueByName") { return 21 }
        case 12:
            if JSONReader.matches(key, "double_value") { return 12 }
            if JSONReader.matches(key, "string_value") { return 16 }
            if JSONReader.matches(key, "uint32_value") { return 17 }
            if JSONReader.matches(key, "uint64_value") { return 18 }
        case 13:
            if JSONReader.matches(key, "value_by_name") { return 21 }
        default: break
        }
        return 0
    }
}
