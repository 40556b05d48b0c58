/// Writes the extension that reads and writes the binary encoding.
struct BinaryCodecGenerator {
    let message: Message

    func generate(into out: inout SourceWriter) throws(GeneratorError) {
        try out.block("extension \(message.swiftName) {") { (out) throws(GeneratorError) in
            out.line("public static let protobufName: StaticString = \(SwiftNames.literal(message.protobufName))")
            out.line()
            try merge(into: &out)
            out.line()
            try write(into: &out)
            if !message.fields.isEmpty {
                out.line()
                fieldNames(into: &out)
            }
        }
    }

    private func merge(into out: inout SourceWriter) throws(GeneratorError) {
        let head = "public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {"
        guard !message.fields.isEmpty else {
            out.block(head) { out in
                out.block("while !reader.isAtEnd {") { out in
                    out.line("let start = reader.position")
                    out.line("try reader.readUnknown(try reader.readTag(), from: start, into: &unknownFields)")
                }
            }
            return
        }
        try out.block(head) { (out) throws(GeneratorError) in
            out.line("var tag: UInt32 = 0")
            try out.block("do throws(ProtobufError) {", closing: "} catch {") { (out) throws(GeneratorError) in
                try out.block("while !reader.isAtEnd {") { (out) throws(GeneratorError) in
                    out.line("let start = reader.position")
                    out.line("tag = try reader.readTag()")
                    out.line("switch tag {")
                    for field in message.fields { try read(field, into: &out) }
                    out.line("default: try reader.readUnknown(tag, from: start, into: &unknownFields)")
                    out.line("}")
                    out.line("tag = 0")
                }
            }
            out.line("    throw error.inside(Self.jsonName(of: tag >> 3))")
            out.line("}")
        }
    }

    private func read(_ field: Field, into out: inout SourceWriter) throws(GeneratorError) {
        let name = field.access
        switch field.shape {
        case .plain: out.line("case \(field.tag): \(name) = try \(field.type.read)")
        case .optional where field.type.isMessage:
            out.line("case \(field.tag):")
            out.line("    var value = \(name) ?? \(field.type.defaultValue)")
            out.line("    try reader.readMessage(into: &value)")
            out.line("    \(name) = value")
        case .optional: out.line("case \(field.tag): \(name) = try \(field.type.read)")
        case .repeated:
            out.line("case \(field.tag): \(name).append(try \(field.type.read))")
            guard field.type.wireType != 2 else { return }
            out.line("case \(field.packedTag):")
            out.line("    let outer = try reader.enter()")
            out.line("    while !reader.isAtEnd { \(name).append(try \(field.type.read)) }")
            out.line("    reader.leave(outer)")
        case .map(let key): readMap(field, key: key, into: &out)
        case .oneof(let index):
            let oneof = try message.oneof(index)
            guard field.type.isMessage else {
                return out.line("case \(field.tag): \(oneof.swiftName) = .\(field.swiftName)(try \(field.type.read))")
            }
            out.line("case \(field.tag):")
            out.line("    var value = \(field.type.defaultValue)")
            out.line("    if case .\(field.swiftName)(let earlier)? = \(oneof.swiftName) { value = earlier }")
            out.line("    try reader.readMessage(into: &value)")
            out.line("    \(oneof.swiftName) = .\(field.swiftName)(value)")
        }
    }

    private func readMap(_ field: Field, key: ValueType, into out: inout SourceWriter) {
        out.line("case \(field.packedTag):")
        out.line("    var key: \(key.swiftName) = \(key.defaultValue)")
        out.line("    var value: \(field.type.swiftName) = \(field.type.defaultValue)")
        out.line("    let outer = try reader.enter()")
        out.block("    while !reader.isAtEnd {", closing: "    }") { out in
            out.line("    let part = try reader.readTag()")
            out.line("    switch part {")
            out.line("    case \(8 | key.wireType): key = try \(key.read)")
            out.line("    case \(16 | field.type.wireType): value = try \(field.type.read)")
            out.line("    default: try reader.skip(part)")
            out.line("    }")
        }
        out.line("    reader.leave(outer)")
        out.line("    \(field.access)[key] = value")
    }

    private func write(into out: inout SourceWriter) throws(GeneratorError) {
        try out.block("public func write(to writer: inout BinaryWriter) {") { (out) throws(GeneratorError) in
            out.line("writer.append(unknownFields)")
            for field in message.fields.sorted(by: { $0.number > $1.number }) { try write(field, into: &out) }
        }
    }

    private func write(_ field: Field, into out: inout SourceWriter) throws(GeneratorError) {
        let name = field.access
        switch field.shape {
        case .plain:
            out.block("if \(field.type.isSet(name)) {") { out in
                out.line(field.type.write(name))
                out.line("writer.writeTag(\(field.tag))")
            }
        case .optional:
            out.block("if let value = \(name) {") { out in
                out.line(field.type.write("value"))
                out.line("writer.writeTag(\(field.tag))")
            }
        case .repeated where field.isPacked:
            out.block("if !\(name).isEmpty {") { out in
                out.line("let before = writer.count")
                out.line("for value in \(name).reversed() { \(field.type.write("value")) }")
                out.line("writer.writeLength(since: before)")
                out.line("writer.writeTag(\(field.packedTag))")
            }
        case .repeated:
            out.block("for value in \(name).reversed() {") { out in
                out.line(field.type.write("value"))
                out.line("writer.writeTag(\(field.tag))")
            }
        case .map(let key):
            out.block("for (key, value) in \(name) {") { out in
                out.line("let before = writer.count")
                out.line(field.type.write("value"))
                out.line("writer.writeTag(\(16 | field.type.wireType))")
                out.line(key.write("key"))
                out.line("writer.writeTag(\(8 | key.wireType))")
                out.line("writer.writeLength(since: before)")
                out.line("writer.writeTag(\(field.packedTag))")
            }
        case .oneof(let index):
            let oneof = try message.oneof(index)
            out.block("if case .\(field.swiftName)(let value)? = \(oneof.swiftName) {") { out in
                out.line(field.type.write("value"))
                out.line("writer.writeTag(\(field.tag))")
            }
        }
    }

    /// What errors call the fields.
    private func fieldNames(into out: inout SourceWriter) {
        out.block("private static func jsonName(of field: UInt32) -> StaticString? {") { out in
            out.line("switch field {")
            for field in message.fields { out.line("case \(field.number): \(SwiftNames.literal(field.jsonName))") }
            out.line("default: nil")
            out.line("}")
        }
    }
}
