import Protobuf

struct ServiceDescriptor: Descriptor {
    var name = ""
    var methods: [MethodDescriptor] = []

    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
        switch tag {
        case lengthDelimited(1): name = try reader.readString()
        case lengthDelimited(2): methods.append(try reader.readDescriptor(MethodDescriptor.self))
        default: return false
        }
        return true
    }
}

struct MethodDescriptor: Descriptor {
    var name = ""
    var input = ""
    var output = ""
    var options = MethodOptions()
    var isClientStreaming = false
    var isServerStreaming = false

    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
        switch tag {
        case lengthDelimited(1): name = try reader.readString()
        case lengthDelimited(2): input = try reader.readString()
        case lengthDelimited(3): output = try reader.readString()
        case lengthDelimited(4): options = try reader.readDescriptor(MethodOptions.self)
        case varint(5): isClientStreaming = try reader.readBool()
        case varint(6): isServerStreaming = try reader.readBool()
        default: return false
        }
        return true
    }
}

struct MethodOptions: Descriptor {
    var http: HTTPRule?
    var successStatus: UInt32 = 0
    var replayStatus: UInt32 = 0
    /// `martlet.v1.Access`.
    var access: Int32 = 0
    var errors: [String] = []

    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
        switch tag {
        case varint(51020): successStatus = try reader.readUInt32()
        case varint(51021): replayStatus = try reader.readUInt32()
        case varint(51022): access = try reader.readInt32()
        case lengthDelimited(51023): errors.append(try reader.readString())
        case lengthDelimited(72_295_728): http = try reader.readDescriptor(HTTPRule.self)
        default: return false
        }
        return true
    }
}

/// `google.api.http`.
struct HTTPRule: Descriptor {
    var method = ""
    var path = ""
    var body = ""

    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
        switch tag {
        case lengthDelimited(2): method = "GET"
        case lengthDelimited(3): method = "PUT"
        case lengthDelimited(4): method = "POST"
        case lengthDelimited(5): method = "DELETE"
        case lengthDelimited(6): method = "PATCH"
        case lengthDelimited(7):
            body = try reader.readString()
            return true
        default: return false
        }
        path = try reader.readString()
        return true
    }
}
