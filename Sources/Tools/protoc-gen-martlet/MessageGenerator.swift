/// Writes a message's struct; its encodings are extensions of it.
struct MessageGenerator {
    let file: FileDescriptor
    let types: TypeTable

    /// Writes the message and all that is declared in it.
    ///
    /// - Parameter name: the full name with a leading dot.
    func generate(
        _ descriptor: MessageDescriptor, name: String, at path: [Int32], into out: inout SourceWriter
    ) throws(GeneratorError) {
        let message = try Message(descriptor, name: name, at: path, in: file, types: types)
        out.line()
        try declare(message, path: path, into: &out)
        try encode(message, name: name, at: path, into: &out)
    }

    private func declare(
        _ message: Message, path: [Int32], into out: inout SourceWriter
    ) throws(GeneratorError) {
        out.documentation(file.isWellKnown ? ["`\(message.protobufName)`."] : message.comment)
        let shortName = message.swiftName.split(separator: ".").last.map(String.init) ?? message.swiftName
        try out.block("public struct \(shortName): ProtobufMessage {") { (out) throws(GeneratorError) in
            properties(of: message, into: &out)
            initializers(of: message, into: &out)
            for oneof in message.oneofs { declare(oneof, into: &out) }
            for (index, nested) in message.descriptor.messages.enumerated() where !nested.options.isMapEntry {
                let name = ".\(message.protobufName).\(nested.name)"
                let inner = try Message(
                    nested, name: name, at: path + [3, Int32(index)], in: file, types: types)
                out.line()
                try declare(inner, path: path + [3, Int32(index)], into: &out)
            }
            for (index, nested) in message.descriptor.enums.enumerated() {
                try EnumGenerator(file: file).generate(nested, at: path + [4, Int32(index)], into: &out)
            }
        }
    }

    /// The encodings of the message and of the messages declared in it. Extensions cannot be nested.
    private func encode(
        _ descriptor: Message, name: String, at path: [Int32], into out: inout SourceWriter
    ) throws(GeneratorError) {
        out.line()
        try BinaryCodecGenerator(message: descriptor).generate(into: &out)
        out.line()
        if file.isWellKnown {
            // Their JSON is each of its own kind and written by hand.
        } else if descriptor.isFrameUnion {
            try FrameUnionGenerator(descriptor).generate(into: &out)
        } else {
            try JSONCodecGenerator(message: descriptor).generate(into: &out)
        }
        for (index, nested) in descriptor.descriptor.messages.enumerated() where !nested.options.isMapEntry {
            let path = path + [3, Int32(index)]
            let name = "\(name).\(nested.name)"
            try encode(
                try Message(nested, name: name, at: path, in: file, types: types), name: name, at: path, into: &out)
        }
    }

    private func properties(of message: Message, into out: inout SourceWriter) {
        var declared: Set<Int> = []
        for field in message.fields {
            if let index = field.oneof {
                guard declared.insert(index).inserted, let oneof = message.oneofs.first(where: { $0.index == index })
                else { continue }
                out.documentation(file.isWellKnown ? [] : oneof.comment)
                out.line("public var \(oneof.swiftName): \(oneof.typeName)?")
            } else {
                out.documentation(file.isWellKnown ? [] : message.fieldComments[field.number] ?? [])
                guard !field.isBoxed else {
                    boxedProperty(of: field, into: &out)
                    continue
                }
                let initial = field.emptyValue == "nil" ? "" : " = \(field.emptyValue)"
                out.line("public var \(field.swiftName): \(field.propertyType)\(initial)")
            }
        }
        out.line("/// Fields that this build does not know, in the binary encoding.")
        out.line("public var unknownFields: [UInt8] = []")
    }

    /// A struct cannot contain itself, so the value is on the heap.
    private func boxedProperty(of field: Field, into out: inout SourceWriter) {
        out.block("public var \(field.swiftName): \(field.propertyType) {") { out in
            out.line("get { \(field.boxName)?.value }")
            out.line("set { \(field.boxName) = newValue.map { ProtobufBox($0) } }")
        }
        out.line("private var \(field.boxName): ProtobufBox<\(field.type.swiftName)>?")
    }

    private func initializers(of message: Message, into out: inout SourceWriter) {
        out.line()
        out.line("public init() {}")
        var parameters: [String] = []
        var names: [String] = []
        var declared: Set<Int> = []
        for field in message.fields {
            if let index = field.oneof {
                guard declared.insert(index).inserted, let oneof = message.oneofs.first(where: { $0.index == index })
                else { continue }
                parameters.append("\(oneof.swiftName): \(oneof.typeName)? = nil")
                names.append(oneof.swiftName)
            } else {
                parameters.append("\(field.swiftName): \(field.propertyType) = \(field.emptyValue)")
                names.append(field.swiftName)
            }
        }
        guard !names.isEmpty else { return }
        out.line()
        out.list("public init(", parameters, tail: ") {")
        for name in names { out.line("    self.\(name) = \(name)") }
        out.line("}")
    }

    private func declare(_ oneof: Message.Oneof, into out: inout SourceWriter) {
        out.line()
        out.documentation(file.isWellKnown ? [] : oneof.comment)
        out.block("public enum \(oneof.typeName): Sendable, Equatable {") { out in
            for member in oneof.members {
                // Messages on the heap: else the enum is as large as the largest, and each move of it copies all.
                let indirect = member.type.isMessage ? "indirect " : ""
                out.line("\(indirect)case \(member.swiftName)(\(member.type.swiftName))")
            }
        }
    }
}
