import Protobuf

/// A message of `descriptor.proto` or `plugin.proto`, of which only the fields that the generator needs are read.
protocol Descriptor {
    init()
    /// Reads the value of the field that has just given its tag.
    ///
    /// - Returns: false when the field is not needed, and then nothing has been read.
    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool
}

extension Descriptor {
    init(_ reader: inout BinaryReader) throws(ProtobufError) {
        self.init()
        while !reader.isAtEnd {
            let tag = try reader.readTag()
            let isNeeded = try read(tag, from: &reader)
            if !isNeeded { try reader.skip(tag) }
        }
    }
}

extension BinaryReader {
    mutating func readDescriptor<Value: Descriptor>(_: Value.Type) throws(ProtobufError) -> Value {
        let outer = try enter()
        let value = try Value(&self)
        leave(outer)
        return value
    }
}

/// The tag of a field whose value has a length.
func lengthDelimited(_ field: UInt32) -> UInt32 { field << 3 | 2 }

/// The tag of a field whose value is a varint.
func varint(_ field: UInt32) -> UInt32 { field << 3 }

/// What protoc asks for.
struct CodeGeneratorRequest: Descriptor {
    var filesToGenerate: [String] = []
    var parameter = ""
    var files: [FileDescriptor] = []

    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
        switch tag {
        case lengthDelimited(1): filesToGenerate.append(try reader.readString())
        case lengthDelimited(2): parameter = try reader.readString()
        case lengthDelimited(15): files.append(try reader.readDescriptor(FileDescriptor.self))
        default: return false
        }
        return true
    }
}

struct FileDescriptor: Descriptor {
    var name = ""
    var package = ""
    var syntax = "proto2"
    var messages: [MessageDescriptor] = []
    var enums: [EnumDescriptor] = []
    var services: [ServiceDescriptor] = []
    var source = SourceCodeInfo()

    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
        switch tag {
        case lengthDelimited(1): name = try reader.readString()
        case lengthDelimited(2): package = try reader.readString()
        case lengthDelimited(4): messages.append(try reader.readDescriptor(MessageDescriptor.self))
        case lengthDelimited(5): enums.append(try reader.readDescriptor(EnumDescriptor.self))
        case lengthDelimited(6): services.append(try reader.readDescriptor(ServiceDescriptor.self))
        case lengthDelimited(9): source = try reader.readDescriptor(SourceCodeInfo.self)
        case lengthDelimited(12): syntax = try reader.readString()
        default: return false
        }
        return true
    }

    /// Google's types, which are part of the runtime and whose JSON is written by hand.
    var isWellKnown: Bool { package == "google.protobuf" }

    /// The file's own name without folders and ending: `martlet/v1/frames.proto` is `frames`.
    var baseName: String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        return last.hasSuffix(".proto") ? String(last.dropLast(6)) : last
    }
}

/// The comments of a file, by the path of what they describe.
struct SourceCodeInfo: Descriptor {
    private struct Location: Descriptor {
        var path: [Int32] = []
        var comment = ""

        mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
            switch tag {
            case lengthDelimited(1):
                let outer = try reader.enter()
                while !reader.isAtEnd { path.append(try reader.readInt32()) }
                reader.leave(outer)
            case lengthDelimited(3): comment = try reader.readString()
            default: return false
            }
            return true
        }
    }

    private var comments: [[Int32]: String] = [:]

    mutating func read(_ tag: UInt32, from reader: inout BinaryReader) throws(ProtobufError) -> Bool {
        guard tag == lengthDelimited(1) else { return false }
        let location = try reader.readDescriptor(Location.self)
        if !location.comment.isEmpty { comments[location.path] = location.comment }
        return true
    }

    /// The comment in front of the thing at `path`, line by line.
    func comment(at path: [Int32]) -> [String] {
        guard let comment = comments[path] else { return [] }
        var lines = comment.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.hasPrefix(" ") ? line.dropFirst() : line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
