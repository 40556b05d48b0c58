import Protobuf

struct MessageDescriptor: Descriptor {
    var name = ""
    var fields: [FieldDescriptor] = []
    var messages: [MessageDescriptor] = []
    var enums: [EnumDescriptor] = []
    var oneofs: [OneofDescriptor] = []
    var options = MessageOptions()

    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
        switch tag {
        case lengthDelimited(1): name = try reader.readString()
        case lengthDelimited(2): fields.append(try reader.readDescriptor(FieldDescriptor.self))
        case lengthDelimited(3): messages.append(try reader.readDescriptor(MessageDescriptor.self))
        case lengthDelimited(4): enums.append(try reader.readDescriptor(EnumDescriptor.self))
        case lengthDelimited(7): options = try reader.readDescriptor(MessageOptions.self)
        case lengthDelimited(8): oneofs.append(try reader.readDescriptor(OneofDescriptor.self))
        default: return false
        }
        return true
    }
}

struct MessageOptions: Descriptor {
    var isMapEntry = false
    var isFrameUnion = false

    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
        switch tag {
        case varint(7): isMapEntry = try reader.readBool()
        case varint(51001): isFrameUnion = try reader.readBool()
        default: return false
        }
        return true
    }
}

struct OneofDescriptor: Descriptor {
    var name = ""

    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
        guard tag == lengthDelimited(1) else { return false }
        name = try reader.readString()
        return true
    }
}

struct FieldDescriptor: Descriptor {
    var name = ""
    var number: Int32 = 0
    var label: Int32 = 0
    var type: Int32 = 0
    var typeName = ""
    var jsonName = ""
    /// The index of its oneof, which is also there for `optional`.
    var oneof: Int32?
    var isOptional = false
    var options = FieldOptions()

    var isRepeated: Bool { label == 3 }

    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
        switch tag {
        case lengthDelimited(1): name = try reader.readString()
        case varint(3): number = try reader.readInt32()
        case varint(4): label = try reader.readInt32()
        case varint(5): type = try reader.readInt32()
        case lengthDelimited(6): typeName = try reader.readString()
        case lengthDelimited(8): options = try reader.readDescriptor(FieldOptions.self)
        case varint(9): oneof = try reader.readInt32()
        case lengthDelimited(10): jsonName = try reader.readString()
        case varint(17): isOptional = try reader.readBool()
        default: return false
        }
        return true
    }
}

struct FieldOptions: Descriptor {
    var isPacked = true
    var frameType = ""
    var isHiddenInJSON = false
    var isOmittedWhenEmpty = false
    var isRequired = false
    var limits = FieldLimits()
    var answers: [String] = []

    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
        switch tag {
        case varint(2): isPacked = try reader.readBool()
        case lengthDelimited(51002): frameType = try reader.readString()
        case varint(51003): isHiddenInJSON = try reader.readBool()
        case varint(51004): isOmittedWhenEmpty = try reader.readBool()
        case varint(51005): isRequired = try reader.readBool()
        case lengthDelimited(51006): limits = try reader.readDescriptor(FieldLimits.self)
        case lengthDelimited(51007): answers.append(try reader.readString())
        default: return false
        }
        return true
    }
}

/// `martlet.v1.Limits`.
struct FieldLimits: Descriptor {
    var minLength: UInt64?
    var maxLength: UInt64?
    var minItems: UInt64?
    var maxItems: UInt64?
    var maximum: UInt64?
    var pattern = ""
    var format = ""

    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
        switch tag {
        case varint(1): minLength = try reader.readUInt64()
        case varint(2): maxLength = try reader.readUInt64()
        case varint(3): minItems = try reader.readUInt64()
        case varint(4): maxItems = try reader.readUInt64()
        case varint(5): maximum = try reader.readUInt64()
        case lengthDelimited(6): pattern = try reader.readString()
        case lengthDelimited(7): format = try reader.readString()
        default: return false
        }
        return true
    }
}

struct EnumDescriptor: Descriptor {
    var name = ""
    var values: [EnumValueDescriptor] = []

    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
        switch tag {
        case lengthDelimited(1): name = try reader.readString()
        case lengthDelimited(2): values.append(try reader.readDescriptor(EnumValueDescriptor.self))
        default: return false
        }
        return true
    }
}

struct EnumValueDescriptor: Descriptor {
    var name = ""
    var number: Int32 = 0
    var options = EnumValueOptions()

    /// The name in JSON.
    var wireName: String { options.wireName.isEmpty ? name : options.wireName }

    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
        switch tag {
        case lengthDelimited(1): name = try reader.readString()
        case varint(2): number = try reader.readInt32()
        case lengthDelimited(3): options = try reader.readDescriptor(EnumValueOptions.self)
        default: return false
        }
        return true
    }
}

struct EnumValueOptions: Descriptor {
    var wireName = ""
    var httpStatus: UInt32 = 0
    var summary = ""

    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
        switch tag {
        case lengthDelimited(51010): wireName = try reader.readString()
        case varint(51011): httpStatus = try reader.readUInt32()
        case lengthDelimited(51012): summary = try reader.readString()
        default: return false
        }
        return true
    }
}
