// Generated from everything.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import Protobuf

/// Without wire names.
public struct Color: ProtobufEnum {
    public static let none = Self(rawValue: 0)
    public static let red = Self(rawValue: 1)
    public static let darkBlue = Self(rawValue: -2)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .none,
        .red,
        .darkBlue,
    ]

    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public init?(wireName: UnsafeRawBufferPointer) {
        switch wireName.count {
        case 9:
            if JSONReader.matches(wireName, "COLOR_RED") {
                self.init(rawValue: 1)
                return
            }
        case 10:
            if JSONReader.matches(wireName, "COLOR_NONE") {
                self.init(rawValue: 0)
                return
            }
        case 15:
            if JSONReader.matches(wireName, "COLOR_DARK_BLUE") {
                self.init(rawValue: -2)
                return
            }
        default: break
        }
        return nil
    }

    public var wireName: StaticString? {
        switch rawValue {
        case 0: "COLOR_NONE"
        case 1: "COLOR_RED"
        case -2: "COLOR_DARK_BLUE"
        default: nil
        }
    }
}

public struct Everything: ProtobufMessage {
    public var aDouble: Double = 0
    public var aFloat: Float = 0
    public var anInt32: Int32 = 0
    public var anInt64: Int64 = 0
    public var aUint32: UInt32 = 0
    public var aUint64: UInt64 = 0
    public var aSint32: Int32 = 0
    public var aSint64: Int64 = 0
    public var aFixed32: UInt32 = 0
    public var aFixed64: UInt64 = 0
    public var anSfixed32: Int32 = 0
    public var anSfixed64: Int64 = 0
    public var aBool: Bool = false
    public var aString: String = ""
    public var someBytes: [UInt8] = []
    public var color: Color = Color(rawValue: 0)
    public var nested: Everything.Nested?
    public var at: Timestamp?
    public var packedNumbers: [Int32] = []
    public var unpackedNumbers: [UInt64] = []
    public var strings: [String] = []
    public var nesteds: [Everything.Nested] = []
    public var colors: [Color] = []
    public var doubles: [Double] = []
    public var children: [Everything] = []
    public var textByText: [String: String] = [:]
    public var nestedByNumber: [UInt64: Everything.Nested] = [:]
    public var colorByBool: [Bool: Color] = [:]
    public var bytesByNumber: [Int32: [UInt8]] = [:]
    public var choice: Choice?
    public var maybeBool: Bool?
    public var maybeString: String?
    public var maybeColor: Color?
    public var maybeBytes: [UInt8]?
    /// Names that Swift or the generated functions use themselves.
    public var `default`: String = ""
    public var key: String = ""
    public var value: String = ""
    public var tag: UInt32 = 0
    public var reader: [String] = []
    public var writer: String?
    public var chatID: UInt64 = 0
    public var memberIDs: [UInt64] = []
    public var avatarURL: String = ""
    public var hidden: String = ""
    public var omitted: [String] = []
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        aDouble: Double = 0,
        aFloat: Float = 0,
        anInt32: Int32 = 0,
        anInt64: Int64 = 0,
        aUint32: UInt32 = 0,
        aUint64: UInt64 = 0,
        aSint32: Int32 = 0,
        aSint64: Int64 = 0,
        aFixed32: UInt32 = 0,
        aFixed64: UInt64 = 0,
        anSfixed32: Int32 = 0,
        anSfixed64: Int64 = 0,
        aBool: Bool = false,
        aString: String = "",
        someBytes: [UInt8] = [],
        color: Color = Color(rawValue: 0),
        nested: Everything.Nested? = nil,
        at: Timestamp? = nil,
        packedNumbers: [Int32] = [],
        unpackedNumbers: [UInt64] = [],
        strings: [String] = [],
        nesteds: [Everything.Nested] = [],
        colors: [Color] = [],
        doubles: [Double] = [],
        children: [Everything] = [],
        textByText: [String: String] = [:],
        nestedByNumber: [UInt64: Everything.Nested] = [:],
        colorByBool: [Bool: Color] = [:],
        bytesByNumber: [Int32: [UInt8]] = [:],
        choice: Choice? = nil,
        maybeBool: Bool? = nil,
        maybeString: String? = nil,
        maybeColor: Color? = nil,
        maybeBytes: [UInt8]? = nil,
        `default`: String = "",
        key: String = "",
        value: String = "",
        tag: UInt32 = 0,
        reader: [String] = [],
        writer: String? = nil,
        chatID: UInt64 = 0,
        memberIDs: [UInt64] = [],
        avatarURL: String = "",
        hidden: String = "",
        omitted: [String] = []
    ) {
        self.aDouble = aDouble
        self.aFloat = aFloat
        self.anInt32 = anInt32
        self.anInt64 = anInt64
        self.aUint32 = aUint32
        self.aUint64 = aUint64
        self.aSint32 = aSint32
        self.aSint64 = aSint64
        self.aFixed32 = aFixed32
        self.aFixed64 = aFixed64
        self.anSfixed32 = anSfixed32
        self.anSfixed64 = anSfixed64
        self.aBool = aBool
        self.aString = aString
        self.someBytes = someBytes
        self.color = color
        self.nested = nested
        self.at = at
        self.packedNumbers = packedNumbers
        self.unpackedNumbers = unpackedNumbers
        self.strings = strings
        self.nesteds = nesteds
        self.colors = colors
        self.doubles = doubles
        self.children = children
        self.textByText = textByText
        self.nestedByNumber = nestedByNumber
        self.colorByBool = colorByBool
        self.bytesByNumber = bytesByNumber
        self.choice = choice
        self.maybeBool = maybeBool
        self.maybeString = maybeString
        self.maybeColor = maybeColor
        self.maybeBytes = maybeBytes
        self.`default` = `default`
        self.key = key
        self.value = value
        self.tag = tag
        self.reader = reader
        self.writer = writer
        self.chatID = chatID
        self.memberIDs = memberIDs
        self.avatarURL = avatarURL
        self.hidden = hidden
        self.omitted = omitted
    }

    public enum Choice: Sendable, Equatable {
        case name(String)
        case count(UInt32)
        indirect case detail(Everything.Nested)
        case secret(Bool)
    }

    public struct Nested: ProtobufMessage {
        public var depth: Int32 = 0
        public var kind: Everything.Nested.Kind = Everything.Nested.Kind(rawValue: 0)
        /// Fields that this build does not know, in the binary encoding.
        public var unknownFields: [UInt8] = []

        public init() {}

        public init(depth: Int32 = 0, kind: Everything.Nested.Kind = Everything.Nested.Kind(rawValue: 0)) {
            self.depth = depth
            self.kind = kind
        }

        public struct Kind: ProtobufEnum {
            public static let unspecified = Self(rawValue: 0)
            public static let _2d = Self(rawValue: 1)

            /// Every value that this build knows, in the order of the contract.
            public static let allKnown: [Self] = [
                .unspecified,
                ._2d,
            ]

            public let rawValue: Int32

            public init(rawValue: Int32) { self.rawValue = rawValue }

            public init?(wireName: UnsafeRawBufferPointer) {
                switch wireName.count {
                case 4:
                    if JSONReader.matches(wireName, "flat") {
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
                case 1: "flat"
                default: nil
                }
            }
        }
    }
}

extension Everything {
    public static let protobufName: StaticString = "martlet.test.Everything"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 9: aDouble = try reader.readDouble()
                case 21: aFloat = try reader.readFloat()
                case 24: anInt32 = try reader.readInt32()
                case 32: anInt64 = try reader.readInt64()
                case 40: aUint32 = try reader.readUInt32()
                case 48: aUint64 = try reader.readUInt64()
                case 56: aSint32 = try reader.readSInt32()
                case 64: aSint64 = try reader.readSInt64()
                case 77: aFixed32 = try reader.readFixed32()
                case 81: aFixed64 = try reader.readFixed64()
                case 93: anSfixed32 = try reader.readSFixed32()
                case 97: anSfixed64 = try reader.readSFixed64()
                case 104: aBool = try reader.readBool()
                case 114: aString = try reader.readString()
                case 122: someBytes = try reader.readBytes()
                case 128: color = try reader.readEnum(Color.self)
                case 138:
                    var value = nested ?? Everything.Nested()
                    try reader.readMessage(into: &value)
                    nested = value
                case 146:
                    var value = at ?? Timestamp()
                    try reader.readMessage(into: &value)
                    at = value
                case 160: packedNumbers.append(try reader.readInt32())
                case 162:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { packedNumbers.append(try reader.readInt32()) }
                    reader.leave(outer)
                case 168: unpackedNumbers.append(try reader.readUInt64())
                case 170:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { unpackedNumbers.append(try reader.readUInt64()) }
                    reader.leave(outer)
                case 178: strings.append(try reader.readString())
                case 186: nesteds.append(try reader.readMessage(Everything.Nested.self))
                case 192: colors.append(try reader.readEnum(Color.self))
                case 194:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { colors.append(try reader.readEnum(Color.self)) }
                    reader.leave(outer)
                case 201: doubles.append(try reader.readDouble())
                case 202:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { doubles.append(try reader.readDouble()) }
                    reader.leave(outer)
                case 210: children.append(try reader.readMessage(Everything.self))
                case 242:
                    var key: String = ""
                    var value: String = ""
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 10: key = try reader.readString()
                        case 18: value = try reader.readString()
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    textByText[key] = value
                case 250:
                    var key: UInt64 = 0
                    var value: Everything.Nested = Everything.Nested()
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 8: key = try reader.readUInt64()
                        case 18: value = try reader.readMessage(Everything.Nested.self)
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    nestedByNumber[key] = value
                case 258:
                    var key: Bool = false
                    var value: Color = Color(rawValue: 0)
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 8: key = try reader.readBool()
                        case 16: value = try reader.readEnum(Color.self)
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    colorByBool[key] = value
                case 266:
                    var key: Int32 = 0
                    var value: [UInt8] = []
                    let outer = try reader.enter()
                    while !reader.isAtEnd {
                        let part = try reader.readTag()
                        switch part {
                        case 8: key = try reader.readSInt32()
                        case 18: value = try reader.readBytes()
                        default: try reader.skip(part)
                        }
                    }
                    reader.leave(outer)
                    bytesByNumber[key] = value
                case 322: choice = .name(try reader.readString())
                case 328: choice = .count(try reader.readUInt32())
                case 338:
                    var value = Everything.Nested()
                    if case .detail(let earlier)? = choice { value = earlier }
                    try reader.readMessage(into: &value)
                    choice = .detail(value)
                case 344: choice = .secret(try reader.readBool())
                case 400: maybeBool = try reader.readBool()
                case 410: maybeString = try reader.readString()
                case 416: maybeColor = try reader.readEnum(Color.self)
                case 426: maybeBytes = try reader.readBytes()
                case 482: `default` = try reader.readString()
                case 490: self.key = try reader.readString()
                case 498: self.value = try reader.readString()
                case 504: self.tag = try reader.readUInt32()
                case 514: self.reader.append(try reader.readString())
                case 522: self.writer = try reader.readString()
                case 528: chatID = try reader.readUInt64()
                case 536: memberIDs.append(try reader.readUInt64())
                case 538:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { memberIDs.append(try reader.readUInt64()) }
                    reader.leave(outer)
                case 546: avatarURL = try reader.readString()
                case 562: hidden = try reader.readString()
                case 570: omitted.append(try reader.readString())
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
        for value in omitted.reversed() {
            writer.writeString(value)
            writer.writeTag(570)
        }
        if !hidden.isEmpty {
            writer.writeString(hidden)
            writer.writeTag(562)
        }
        if !avatarURL.isEmpty {
            writer.writeString(avatarURL)
            writer.writeTag(546)
        }
        if !memberIDs.isEmpty {
            let before = writer.count
            for value in memberIDs.reversed() { writer.writeUInt64(value) }
            writer.writeLength(since: before)
            writer.writeTag(538)
        }
        if chatID != 0 {
            writer.writeUInt64(chatID)
            writer.writeTag(528)
        }
        if let value = self.writer {
            writer.writeString(value)
            writer.writeTag(522)
        }
        for value in self.reader.reversed() {
            writer.writeString(value)
            writer.writeTag(514)
        }
        if self.tag != 0 {
            writer.writeUInt32(self.tag)
            writer.writeTag(504)
        }
        if !self.value.isEmpty {
            writer.writeString(self.value)
            writer.writeTag(498)
        }
        if !self.key.isEmpty {
            writer.writeString(self.key)
            writer.writeTag(490)
        }
        if !`default`.isEmpty {
            writer.writeString(`default`)
            writer.writeTag(482)
        }
        if let value = maybeBytes {
            writer.writeBytes(value)
            writer.writeTag(426)
        }
        if let value = maybeColor {
            writer.writeEnum(value)
            writer.writeTag(416)
        }
        if let value = maybeString {
            writer.writeString(value)
            writer.writeTag(410)
        }
        if let value = maybeBool {
            writer.writeBool(value)
            writer.writeTag(400)
        }
        if case .secret(let value)? = choice {
            writer.writeBool(value)
            writer.writeTag(344)
        }
        if case .detail(let value)? = choice {
            writer.writeMessage(value)
            writer.writeTag(338)
        }
        if case .count(let value)? = choice {
            writer.writeUInt32(value)
            writer.writeTag(328)
        }
        if case .name(let value)? = choice {
            writer.writeString(value)
            writer.writeTag(322)
        }
        for (key, value) in bytesByNumber {
            let before = writer.count
            writer.writeBytes(value)
            writer.writeTag(18)
            writer.writeSInt32(key)
            writer.writeTag(8)
            writer.writeLength(since: before)
            writer.writeTag(266)
        }
        for (key, value) in colorByBool {
            let before = writer.count
            writer.writeEnum(value)
            writer.writeTag(16)
            writer.writeBool(key)
            writer.writeTag(8)
            writer.writeLength(since: before)
            writer.writeTag(258)
        }
        for (key, value) in nestedByNumber {
            let before = writer.count
            writer.writeMessage(value)
            writer.writeTag(18)
            writer.writeUInt64(key)
            writer.writeTag(8)
            writer.writeLength(since: before)
            writer.writeTag(250)
        }
        for (key, value) in textByText {
            let before = writer.count
            writer.writeString(value)
            writer.writeTag(18)
            writer.writeString(key)
            writer.writeTag(10)
            writer.writeLength(since: before)
            writer.writeTag(242)
        }
        for value in children.reversed() {
            writer.writeMessage(value)
            writer.writeTag(210)
        }
        if !doubles.isEmpty {
            let before = writer.count
            for value in doubles.reversed() { writer.writeDouble(value) }
            writer.writeLength(since: before)
            writer.writeTag(202)
        }
        if !colors.isEmpty {
            let before = writer.count
            for value in colors.reversed() { writer.writeEnum(value) }
            writer.writeLength(since: before)
            writer.writeTag(194)
        }
        for value in nesteds.reversed() {
            writer.writeMessage(value)
            writer.writeTag(186)
        }
        for value in strings.reversed() {
            writer.writeString(value)
            writer.writeTag(178)
        }
        for value in unpackedNumbers.reversed() {
            writer.writeUInt64(value)
            writer.writeTag(168)
        }
        if !packedNumbers.isEmpty {
            let before = writer.count
            for value in packedNumbers.reversed() { writer.writeInt32(value) }
            writer.writeLength(since: before)
            writer.writeTag(162)
        }
        if let value = at {
            writer.writeMessage(value)
            writer.writeTag(146)
        }
        if let value = nested {
            writer.writeMessage(value)
            writer.writeTag(138)
        }
        if color.rawValue != 0 {
            writer.writeEnum(color)
            writer.writeTag(128)
        }
        if !someBytes.isEmpty {
            writer.writeBytes(someBytes)
            writer.writeTag(122)
        }
        if !aString.isEmpty {
            writer.writeString(aString)
            writer.writeTag(114)
        }
        if aBool {
            writer.writeBool(aBool)
            writer.writeTag(104)
        }
        if anSfixed64 != 0 {
            writer.writeSFixed64(anSfixed64)
            writer.writeTag(97)
        }
        if anSfixed32 != 0 {
            writer.writeSFixed32(anSfixed32)
            writer.writeTag(93)
        }
        if aFixed64 != 0 {
            writer.writeFixed64(aFixed64)
            writer.writeTag(81)
        }
        if aFixed32 != 0 {
            writer.writeFixed32(aFixed32)
            writer.writeTag(77)
        }
        if aSint64 != 0 {
            writer.writeSInt64(aSint64)
            writer.writeTag(64)
        }
        if aSint32 != 0 {
            writer.writeSInt32(aSint32)
            writer.writeTag(56)
        }
        if aUint64 != 0 {
            writer.writeUInt64(aUint64)
            writer.writeTag(48)
        }
        if aUint32 != 0 {
            writer.writeUInt32(aUint32)
            writer.writeTag(40)
        }
        if anInt64 != 0 {
            writer.writeInt64(anInt64)
            writer.writeTag(32)
        }
        if anInt32 != 0 {
            writer.writeInt32(anInt32)
            writer.writeTag(24)
        }
        if aFloat.bitPattern != 0 {
            writer.writeFloat(aFloat)
            writer.writeTag(21)
        }
        if aDouble.bitPattern != 0 {
            writer.writeDouble(aDouble)
            writer.writeTag(9)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "aDouble"
        case 2: "aFloat"
        case 3: "anInt32"
        case 4: "anInt64"
        case 5: "aUint32"
        case 6: "aUint64"
        case 7: "aSint32"
        case 8: "aSint64"
        case 9: "aFixed32"
        case 10: "aFixed64"
        case 11: "anSfixed32"
        case 12: "anSfixed64"
        case 13: "aBool"
        case 14: "aString"
        case 15: "someBytes"
        case 16: "color"
        case 17: "nested"
        case 18: "at"
        case 20: "packedNumbers"
        case 21: "unpackedNumbers"
        case 22: "strings"
        case 23: "nesteds"
        case 24: "colors"
        case 25: "doubles"
        case 26: "children"
        case 30: "textByText"
        case 31: "nestedByNumber"
        case 32: "colorByBool"
        case 33: "bytesByNumber"
        case 40: "name"
        case 41: "count"
        case 42: "detail"
        case 43: "secret"
        case 50: "maybeBool"
        case 51: "maybeString"
        case 52: "maybeColor"
        case 53: "maybeBytes"
        case 60: "default"
        case 61: "key"
        case 62: "value"
        case 63: "tag"
        case 64: "reader"
        case 65: "writer"
        case 66: "chatId"
        case 67: "memberIds"
        case 68: "avatarUrl"
        case 70: "hidden"
        case 71: "omitted"
        default: nil
        }
    }
}

extension Everything {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        var seenInChoice: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: aDouble = try reader.readNull() ? 0 : reader.readDouble()
                case 2: aFloat = try reader.readNull() ? 0 : reader.readFloat()
                case 3: anInt32 = try reader.readNull() ? 0 : reader.readInt32()
                case 4: anInt64 = try reader.readNull() ? 0 : reader.readInt64()
                case 5: aUint32 = try reader.readNull() ? 0 : reader.readUInt32()
                case 6: aUint64 = try reader.readNull() ? 0 : reader.readUInt64()
                case 7: aSint32 = try reader.readNull() ? 0 : reader.readSInt32()
                case 8: aSint64 = try reader.readNull() ? 0 : reader.readSInt64()
                case 9: aFixed32 = try reader.readNull() ? 0 : reader.readFixed32()
                case 10: aFixed64 = try reader.readNull() ? 0 : reader.readFixed64()
                case 11: anSfixed32 = try reader.readNull() ? 0 : reader.readSFixed32()
                case 12: anSfixed64 = try reader.readNull() ? 0 : reader.readSFixed64()
                case 13: aBool = try reader.readNull() ? false : reader.readBool()
                case 14: aString = try reader.readNull() ? "" : reader.readString()
                case 15: someBytes = try reader.readNull() ? [] : reader.readBytes()
                case 16: color = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(Color.self)
                case 17: nested = try reader.readNull() ? nil : reader.readMessage(Everything.Nested.self)
                case 18: at = try reader.readNull() ? nil : reader.readMessage(Timestamp.self)
                case 20:
                    packedNumbers = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            packedNumbers.append(try reader.readInt32())
                        }
                    }
                case 21:
                    unpackedNumbers = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            unpackedNumbers.append(try reader.readUInt64())
                        }
                    }
                case 22:
                    strings = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            strings.append(try reader.readString())
                        }
                    }
                case 23:
                    nesteds = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            nesteds.append(try reader.readMessage(Everything.Nested.self))
                        }
                    }
                case 24:
                    colors = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            colors.append(try reader.readEnum(Color.self))
                        }
                    }
                case 25:
                    doubles = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            doubles.append(try reader.readDouble())
                        }
                    }
                case 26:
                    children = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            children.append(try reader.readMessage(Everything.self))
                        }
                    }
                case 30:
                    textByText = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: String = try JSONReader.stringMapKey(key)
                            textByText[key] = try reader.readString()
                        }
                    }
                case 31:
                    nestedByNumber = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: UInt64 = try JSONReader.integerMapKey(key)
                            nestedByNumber[key] = try reader.readMessage(Everything.Nested.self)
                        }
                    }
                case 32:
                    colorByBool = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: Bool = try JSONReader.boolMapKey(key)
                            colorByBool[key] = try reader.readEnum(Color.self)
                        }
                    }
                case 33:
                    bytesByNumber = [:]
                    if try !reader.readNull() {
                        try reader.beginObject()
                        while let key = try reader.nextKey() {
                            let key: Int32 = try JSONReader.integerMapKey(key)
                            bytesByNumber[key] = try reader.readBytes()
                        }
                    }
                case 40:
                    if try !reader.readNull() {
                        guard seenInChoice == 0 || seenInChoice == field else { throw ProtobufError(.conflictingOneof) }
                        seenInChoice = field
                        choice = .name(try reader.readString())
                    }
                case 41:
                    if try !reader.readNull() {
                        guard seenInChoice == 0 || seenInChoice == field else { throw ProtobufError(.conflictingOneof) }
                        seenInChoice = field
                        choice = .count(try reader.readUInt32())
                    }
                case 42:
                    if try !reader.readNull() {
                        guard seenInChoice == 0 || seenInChoice == field else { throw ProtobufError(.conflictingOneof) }
                        seenInChoice = field
                        choice = .detail(try reader.readMessage(Everything.Nested.self))
                    }
                case 50: maybeBool = try reader.readNull() ? nil : reader.readBool()
                case 51: maybeString = try reader.readNull() ? nil : reader.readString()
                case 52: maybeColor = try reader.readNull() ? nil : reader.readEnum(Color.self)
                case 53: maybeBytes = try reader.readNull() ? nil : reader.readBytes()
                case 60: `default` = try reader.readNull() ? "" : reader.readString()
                case 61: self.key = try reader.readNull() ? "" : reader.readString()
                case 62: self.value = try reader.readNull() ? "" : reader.readString()
                case 63: self.tag = try reader.readNull() ? 0 : reader.readUInt32()
                case 64:
                    self.reader = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            self.reader.append(try reader.readString())
                        }
                    }
                case 65: self.writer = try reader.readNull() ? nil : reader.readString()
                case 66: chatID = try reader.readNull() ? 0 : reader.readUInt64()
                case 67:
                    memberIDs = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            memberIDs.append(try reader.readUInt64())
                        }
                    }
                case 68: avatarURL = try reader.readNull() ? "" : reader.readString()
                case 71:
                    omitted = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            omitted.append(try reader.readString())
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
        writer.writeKey("aDouble")
        writer.writeDouble(aDouble)
        writer.writeKey("aFloat")
        writer.writeFloat(aFloat)
        writer.writeKey("anInt32")
        writer.writeInt32(anInt32)
        writer.writeKey("anInt64")
        writer.writeInt64(anInt64)
        writer.writeKey("aUint32")
        writer.writeUInt32(aUint32)
        writer.writeKey("aUint64")
        writer.writeUInt64(aUint64)
        writer.writeKey("aSint32")
        writer.writeSInt32(aSint32)
        writer.writeKey("aSint64")
        writer.writeSInt64(aSint64)
        writer.writeKey("aFixed32")
        writer.writeFixed32(aFixed32)
        writer.writeKey("aFixed64")
        writer.writeFixed64(aFixed64)
        writer.writeKey("anSfixed32")
        writer.writeSFixed32(anSfixed32)
        writer.writeKey("anSfixed64")
        writer.writeSFixed64(anSfixed64)
        writer.writeKey("aBool")
        writer.writeBool(aBool)
        writer.writeKey("aString")
        writer.writeString(aString)
        writer.writeKey("someBytes")
        writer.writeBytes(someBytes)
        writer.writeKey("color")
        writer.writeEnum(color)
        if let value = nested {
            writer.writeKey("nested")
            writer.writeMessage(value)
        }
        if let value = at {
            writer.writeKey("at")
            writer.writeMessage(value)
        }
        writer.writeKey("packedNumbers")
        writer.beginArray()
        for value in packedNumbers {
            writer.writeSeparator()
            writer.writeInt32(value)
        }
        writer.endArray()
        writer.writeKey("unpackedNumbers")
        writer.beginArray()
        for value in unpackedNumbers {
            writer.writeSeparator()
            writer.writeUInt64(value)
        }
        writer.endArray()
        writer.writeKey("strings")
        writer.beginArray()
        for value in strings {
            writer.writeSeparator()
            writer.writeString(value)
        }
        writer.endArray()
        writer.writeKey("nesteds")
        writer.beginArray()
        for value in nesteds {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.writeKey("colors")
        writer.beginArray()
        for value in colors {
            writer.writeSeparator()
            writer.writeEnum(value)
        }
        writer.endArray()
        writer.writeKey("doubles")
        writer.beginArray()
        for value in doubles {
            writer.writeSeparator()
            writer.writeDouble(value)
        }
        writer.endArray()
        writer.writeKey("children")
        writer.beginArray()
        for value in children {
            writer.writeSeparator()
            writer.writeMessage(value)
        }
        writer.endArray()
        writer.writeKey("textByText")
        writer.beginObject()
        for (key, value) in textByText {
            writer.writeMapKey(key)
            writer.writeString(value)
        }
        writer.endObject()
        writer.writeKey("nestedByNumber")
        writer.beginObject()
        for (key, value) in nestedByNumber {
            writer.writeMapKey(key)
            writer.writeMessage(value)
        }
        writer.endObject()
        writer.writeKey("colorByBool")
        writer.beginObject()
        for (key, value) in colorByBool {
            writer.writeMapKey(key)
            writer.writeEnum(value)
        }
        writer.endObject()
        writer.writeKey("bytesByNumber")
        writer.beginObject()
        for (key, value) in bytesByNumber {
            writer.writeMapKey(key)
            writer.writeBytes(value)
        }
        writer.endObject()
        switch choice {
        case .name(let value)?:
            writer.writeKey("name")
            writer.writeString(value)
        case .count(let value)?:
            writer.writeKey("count")
            writer.writeUInt32(value)
        case .detail(let value)?:
            writer.writeKey("detail")
            writer.writeMessage(value)
        default: break
        }
        if let value = maybeBool {
            writer.writeKey("maybeBool")
            writer.writeBool(value)
        }
        if let value = maybeString {
            writer.writeKey("maybeString")
            writer.writeString(value)
        }
        if let value = maybeColor {
            writer.writeKey("maybeColor")
            writer.writeEnum(value)
        }
        if let value = maybeBytes {
            writer.writeKey("maybeBytes")
            writer.writeBytes(value)
        }
        writer.writeKey("default")
        writer.writeString(`default`)
        writer.writeKey("key")
        writer.writeString(self.key)
        writer.writeKey("value")
        writer.writeString(self.value)
        writer.writeKey("tag")
        writer.writeUInt32(self.tag)
        writer.writeKey("reader")
        writer.beginArray()
        for value in self.reader {
            writer.writeSeparator()
            writer.writeString(value)
        }
        writer.endArray()
        if let value = self.writer {
            writer.writeKey("writer")
            writer.writeString(value)
        }
        writer.writeKey("chatId")
        writer.writeUInt64(chatID)
        writer.writeKey("memberIds")
        writer.beginArray()
        for value in memberIDs {
            writer.writeSeparator()
            writer.writeUInt64(value)
        }
        writer.endArray()
        writer.writeKey("avatarUrl")
        writer.writeString(avatarURL)
        if !omitted.isEmpty {
            writer.writeKey("omitted")
            writer.beginArray()
            for value in omitted {
                writer.writeSeparator()
                writer.writeString(value)
            }
            writer.endArray()
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 2:
            if JSONReader.matches(key, "at") { return 18 }
        case 3:
            if JSONReader.matches(key, "key") { return 61 }
            if JSONReader.matches(key, "tag") { return 63 }
        case 4:
            if JSONReader.matches(key, "name") { return 40 }
        case 5:
            if JSONReader.matches(key, "aBool") { return 13 }
            if JSONReader.matches(key, "color") { return 16 }
            if JSONReader.matches(key, "count") { return 41 }
            if JSONReader.matches(key, "value") { return 62 }
        case 6:
            if JSONReader.matches(key, "aFloat") { return 2 }
            if JSONReader.matches(key, "a_bool") { return 13 }
            if JSONReader.matches(key, "nested") { return 17 }
            if JSONReader.matches(key, "colors") { return 24 }
            if JSONReader.matches(key, "detail") { return 42 }
            if JSONReader.matches(key, "reader") { return 64 }
            if JSONReader.matches(key, "writer") { return 65 }
            if JSONReader.matches(key, "chatId") { return 66 }
        case 7:
            if JSONReader.matches(key, "aDouble") { return 1 }
            if JSONReader.matches(key, "a_float") { return 2 }
            if JSONReader.matches(key, "anInt32") { return 3 }
            if JSONReader.matches(key, "anInt64") { return 4 }
            if JSONReader.matches(key, "aUint32") { return 5 }
            if JSONReader.matches(key, "aUint64") { return 6 }
            if JSONReader.matches(key, "aSint32") { return 7 }
            if JSONReader.matches(key, "aSint64") { return 8 }
            if JSONReader.matches(key, "aString") { return 14 }
            if JSONReader.matches(key, "strings") { return 22 }
            if JSONReader.matches(key, "nesteds") { return 23 }
            if JSONReader.matches(key, "doubles") { return 25 }
            if JSONReader.matches(key, "default") { return 60 }
            if JSONReader.matches(key, "chat_id") { return 66 }
            if JSONReader.matches(key, "omitted") { return 71 }
        case 8:
            if JSONReader.matches(key, "a_double") { return 1 }
            if JSONReader.matches(key, "an_int32") { return 3 }
            if JSONReader.matches(key, "an_int64") { return 4 }
            if JSONReader.matches(key, "a_uint32") { return 5 }
            if JSONReader.matches(key, "a_uint64") { return 6 }
            if JSONReader.matches(key, "a_sint32") { return 7 }
            if JSONReader.matches(key, "a_sint64") { return 8 }
            if JSONReader.matches(key, "aFixed32") { return 9 }
            if JSONReader.matches(key, "aFixed64") { return 10 }
            if JSONReader.matches(key, "a_string") { return 14 }
            if JSONReader.matches(key, "children") { return 26 }
        case 9:
            if JSONReader.matches(key, "a_fixed32") { return 9 }
            if JSONReader.matches(key, "a_fixed64") { return 10 }
            if JSONReader.matches(key, "someBytes") { return 15 }
            if JSONReader.matches(key, "maybeBool") { return 50 }
            if JSONReader.matches(key, "memberIds") { return 67 }
            if JSONReader.matches(key, "avatarUrl") { return 68 }
        case 10:
            if JSONReader.matches(key, "anSfixed32") { return 11 }
            if JSONReader.matches(key, "anSfixed64") { return 12 }
            if JSONReader.matches(key, "some_bytes") { return 15 }
            if JSONReader.matches(key, "textByText") { return 30 }
            if JSONReader.matches(key, "maybe_bool") { return 50 }
            if JSONReader.matches(key, "maybeColor") { return 52 }
            if JSONReader.matches(key, "maybeBytes") { return 53 }
            if JSONReader.matches(key, "member_ids") { return 67 }
            if JSONReader.matches(key, "avatar_url") { return 68 }
        case 11:
            if JSONReader.matches(key, "an_sfixed32") { return 11 }
            if JSONReader.matches(key, "an_sfixed64") { return 12 }
            if JSONReader.matches(key, "colorByBool") { return 32 }
            if JSONReader.matches(key, "maybeString") { return 51 }
            if JSONReader.matches(key, "maybe_color") { return 52 }
            if JSONReader.matches(key, "maybe_bytes") { return 53 }
        case 12:
            if JSONReader.matches(key, "text_by_text") { return 30 }
            if JSONReader.matches(key, "maybe_string") { return 51 }
        case 13:
            if JSONReader.matches(key, "packedNumbers") { return 20 }
            if JSONReader.matches(key, "color_by_bool") { return 32 }
            if JSONReader.matches(key, "bytesByNumber") { return 33 }
        case 14:
            if JSONReader.matches(key, "packed_numbers") { return 20 }
            if JSONReader.matches(key, "nestedByNumber") { return 31 }
        case 15:
            if JSONReader.matches(key, "unpackedNumbers") { return 21 }
            if JSONReader.matches(key, "bytes_by_number") { return 33 }
        case 16:
            if JSONReader.matches(key, "unpacked_numbers") { return 21 }
            if JSONReader.matches(key, "nested_by_number") { return 31 }
        default: break
        }
        return 0
    }
}

extension Everything.Nested {
    public static let protobufName: StaticString = "martlet.test.Everything.Nested"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: depth = try reader.readSInt32()
                case 16: kind = try reader.readEnum(Everything.Nested.Kind.self)
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
        if kind.rawValue != 0 {
            writer.writeEnum(kind)
            writer.writeTag(16)
        }
        if depth != 0 {
            writer.writeSInt32(depth)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "depth"
        case 2: "kind"
        default: nil
        }
    }
}

extension Everything.Nested {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: depth = try reader.readNull() ? 0 : reader.readSInt32()
                case 2: kind = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(Everything.Nested.Kind.self)
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
        writer.writeKey("depth")
        writer.writeSInt32(depth)
        writer.writeKey("kind")
        writer.writeEnum(kind)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "kind") { return 2 }
        case 5:
            if JSONReader.matches(key, "depth") { return 1 }
        default: break
        }
        return 0
    }
}
