/// Writes the JSON of a message whose oneof is a frame: `{"type", <other fields>, "payload"}`.
struct FrameUnionGenerator {
    private let message: Message
    private let oneof: Message.Oneof
    /// The fields beside the payload.
    private let fields: [Field]

    init(_ message: Message) throws(GeneratorError) {
        self.message = message
        guard message.oneofs.count == 1, let oneof = message.oneofs.first else {
            throw GeneratorError("\(message.protobufName) is a frame union and must have exactly one oneof.")
        }
        self.oneof = oneof
        fields = message.jsonFields.filter { $0.oneof == nil }
        var types: Set<String> = []
        for member in oneof.members {
            let type = member.descriptor.options.frameType
            guard member.type.isMessage, !type.isEmpty, types.insert(type).inserted,
                type.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C })
            else {
                throw GeneratorError(
                    "\(message.protobufName).\(member.descriptor.name) must be a message with a frame_type of its own.")
            }
        }
        for field in fields {
            switch field.shape {
            case .plain, .optional: break
            default: throw GeneratorError("\(message.protobufName).\(field.descriptor.name) must be a single value.")
            }
            guard !["type", "payload"].contains(field.jsonName), !["type", "payload"].contains(field.descriptor.name)
            else { throw GeneratorError("\(message.protobufName) uses \(field.jsonName), which frames need.") }
        }
    }

    func generate(into out: inout SourceWriter) throws(GeneratorError) {
        try out.block("extension \(message.swiftName) {") { (out) throws(GeneratorError) in
            try merge(into: &out)
            out.line()
            write(into: &out)
            if fields.contains(where: { $0.jsonName == "id" && $0.type.codec == "String" }) {
                out.line()
                peekID(into: &out)
            }
            if !fields.isEmpty {
                out.line()
                JSONCodecGenerator(message: message).fieldNumbers(of: fields, into: &out)
            }
        }
        out.line()
        payload(into: &out)
    }

    private func merge(into out: inout SourceWriter) throws(GeneratorError) {
        let reader = JSONCodecGenerator(message: message)
        try out.block(JSONCodecGenerator.mergeHead) { (out) throws(GeneratorError) in
            out.line("var frame = FrameReader<\(oneof.typeName)>()")
            if !fields.isEmpty { out.line("var field: UInt32 = 0") }
            let body = { (out: inout SourceWriter) throws(GeneratorError) in
                out.line("try reader.beginObject()")
                try out.block("while let key = try reader.nextKey() {") { (out) throws(GeneratorError) in
                    out.line("if JSONReader.matches(key, \"type\") {")
                    out.line("    try frame.readType(from: &reader)")
                    out.line("} else if JSONReader.matches(key, \"payload\") {")
                    out.line("    try frame.readPayload(from: &reader)")
                    try out.block("} else {") { (out) throws(GeneratorError) in
                        guard !fields.isEmpty else { return out.line("try reader.skipValue()") }
                        out.line("field = Self.jsonField(named: key)")
                        out.line("switch field {")
                        for field in fields { try reader.read(field, into: &out) }
                        out.line("default: try reader.skipValue()")
                        out.line("}")
                        out.line("field = 0")
                    }
                }
                out.line("\(oneof.swiftName) = try frame.finish(reader)")
            }
            guard !fields.isEmpty else { return try body(&out) }
            try out.block("do throws(ProtobufError) {", closing: "} catch {", body)
            out.line("    throw error.inside(Self.jsonName(of: field))")
            out.line("}")
        }
    }

    private func write(into out: inout SourceWriter) {
        out.block(JSONCodecGenerator.writeHead) { out in
            out.line("writer.beginObject()")
            out.block("if let \(oneof.swiftName) {") { out in
                out.line("writer.writeKey(\"type\")")
                out.line("writer.writeName(\(oneof.swiftName).frameType)")
            }
            for field in fields {
                let isOptional = if case .optional = field.shape { true } else { false }
                let condition = isOptional ? "let value = \(field.access)" : field.type.isSet(field.access)
                out.block("if \(condition) {") { out in
                    out.line("writer.writeKey(\(SwiftNames.literal(field.jsonName)))")
                    out.line(field.type.write(isOptional ? "value" : field.access))
                }
            }
            out.block("if let \(oneof.swiftName) {") { out in
                out.line("writer.writeKey(\"payload\")")
                out.line("\(oneof.swiftName).writeJSON(to: &writer)")
            }
            out.line("writer.endObject()")
        }
    }

    private func peekID(into out: inout SourceWriter) {
        out.documentation(["The frame's `id`, also when the frame is otherwise wrong; nil when it is not even JSON."])
        out.block("public static func peekID(json document: UnsafeRawBufferPointer) -> String? {") { out in
            out.line("JSONReader.topLevelString(named: \"id\", in: document)")
        }
    }

    private func payload(into out: inout SourceWriter) {
        out.block("extension \(message.swiftName).\(oneof.typeName): FramePayload {") { out in
            fields(into: &out)
            out.line()
            readers(into: &out)
            out.line()
            out.block("public var frameType: StaticString {") { out in
                out.line("switch self {")
                for member in oneof.members {
                    out.line("case .\(member.swiftName): \(SwiftNames.literal(member.descriptor.options.frameType))")
                }
                out.line("}")
            }
            out.line()
            out.block(JSONCodecGenerator.writeHead) { out in
                out.line("switch self {")
                for member in oneof.members {
                    out.line("case .\(member.swiftName)(let value): value.writeJSON(to: &writer)")
                }
                out.line("}")
            }
        }
    }

    private func fields(into out: inout SourceWriter) {
        out.block("public static func field(ofFrameType type: UnsafeRawBufferPointer) -> UInt32? {") { out in
            out.line("switch type.count {")
            let byLength = Dictionary(grouping: oneof.members, by: { $0.descriptor.options.frameType.utf8.count })
            for (length, members) in byLength.sorted(by: { $0.key < $1.key }) {
                out.line("case \(length):")
                for member in members {
                    let type = SwiftNames.literal(member.descriptor.options.frameType)
                    out.line("    if JSONReader.matches(type, \(type)) { return \(member.number) }")
                }
            }
            out.line("default: break")
            out.line("}")
            out.line("return nil")
        }
    }

    private func readers(into out: inout SourceWriter) {
        let last = oneof.members.last?.number
        out.block("public init(emptyField: UInt32) {") { out in
            out.line("switch emptyField {")
            for member in oneof.members {
                let label = member.number == last ? "default" : "case \(member.number)"
                out.line("\(label): self = .\(member.swiftName)(\(member.type.defaultValue))")
            }
            out.line("}")
        }
        out.line()
        let head = "public init(field: UInt32, json reader: inout JSONReader) throws(ProtobufError) {"
        out.block(head) { out in
            out.line("switch field {")
            for member in oneof.members {
                let label = member.number == last ? "default" : "case \(member.number)"
                out.line("\(label): self = .\(member.swiftName)(try reader.readMessage(\(member.type.swiftName).self))")
            }
            out.line("}")
        }
    }
}
