/// Writes the extension that reads and writes JSON.
struct JSONCodecGenerator {
    let message: Message

    func generate(into out: inout SourceWriter) throws(GeneratorError) {
        try out.block("extension \(message.swiftName) {") { (out) throws(GeneratorError) in
            try merge(into: &out)
            out.line()
            try write(into: &out)
            if !message.jsonFields.isEmpty {
                out.line()
                fieldNumbers(of: message.jsonFields, into: &out)
            }
        }
    }

    static let mergeHead = "public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {"
    static let writeHead = "public func writeJSON(to writer: inout JSONWriter) {"

    private func merge(into out: inout SourceWriter) throws(GeneratorError) {
        guard !message.jsonFields.isEmpty else {
            out.block(Self.mergeHead) { out in
                out.line("try reader.beginObject()")
                out.line("while try reader.nextKey() != nil { try reader.skipValue() }")
            }
            return
        }
        try out.block(Self.mergeHead) { (out) throws(GeneratorError) in
            out.line("var field: UInt32 = 0")
            for oneof in message.oneofs { out.line("var \(seen(oneof)): UInt32 = 0") }
            try out.block("do throws(ProtobufError) {", closing: "} catch {") { (out) throws(GeneratorError) in
                out.line("try reader.beginObject()")
                try out.block("while let key = try reader.nextKey() {") { (out) throws(GeneratorError) in
                    out.line("field = Self.jsonField(named: key)")
                    out.line("switch field {")
                    for field in message.jsonFields { try read(field, into: &out) }
                    out.line("default: try reader.skipValue()")
                    out.line("}")
                    out.line("field = 0")
                }
            }
            out.line("    throw error.inside(Self.jsonName(of: field))")
            out.line("}")
        }
    }

    private func seen(_ oneof: Message.Oneof) -> String { "seenIn\(oneof.typeName)" }

    func read(_ field: Field, into out: inout SourceWriter) throws(GeneratorError) {
        let name = field.access
        switch field.shape {
        case .plain where field.type.isNullable, .optional where field.type.isNullable:
            out.line("case \(field.number): \(name) = try \(field.type.read)")
        case .plain, .optional:
            out.assignment(
                case: "\(field.number)", name, "try reader.readNull() ? \(field.nullValue) : \(field.type.read)")
        case .repeated:
            out.line("case \(field.number):")
            out.line("    \(name) = []")
            out.block("    if try !reader.readNull() {", closing: "    }") { out in
                out.line("    try reader.beginArray()")
                out.block("    while try reader.nextElement() {", closing: "    }") { out in
                    out.line("    \(name).append(try \(field.type.read))")
                }
            }
        case .map(let key):
            out.line("case \(field.number):")
            out.line("    \(name) = [:]")
            out.block("    if try !reader.readNull() {", closing: "    }") { out in
                out.line("    try reader.beginObject()")
                out.block("    while let key = try reader.nextKey() {", closing: "    }") { out in
                    out.line("    let key: \(key.swiftName) = try JSONReader.\(mapKey(key))(key)")
                    out.line("    \(name)[key] = try \(field.type.read)")
                }
            }
        case .oneof(let index):
            let oneof = try message.oneof(index)
            let seen = seen(oneof)
            out.line("case \(field.number):")
            let condition = field.type.isNullable ? "do" : "if try !reader.readNull()"
            out.block("    \(condition) {", closing: "    }") { out in
                out.line(
                    "    guard \(seen) == 0 || \(seen) == field else { throw ProtobufError(.conflictingOneof) }")
                out.line("    \(seen) = field")
                out.line("    \(oneof.swiftName) = .\(field.swiftName)(try \(field.type.read))")
            }
        }
    }

    private func mapKey(_ key: ValueType) -> String {
        switch key.codec {
        case "String": "stringMapKey"
        case "Bool": "boolMapKey"
        default: "integerMapKey"
        }
    }

    private func write(into out: inout SourceWriter) throws(GeneratorError) {
        var written: Set<Int> = []
        try out.block(Self.writeHead) { (out) throws(GeneratorError) in
            out.line("writer.beginObject()")
            for field in message.jsonFields {
                if let index = field.oneof {
                    if written.insert(index).inserted { write(try message.oneof(index), into: &out) }
                } else {
                    write(field, into: &out)
                }
            }
            out.line("writer.endObject()")
        }
    }

    private func key(_ field: Field) -> String { "writer.writeKey(\(SwiftNames.literal(field.jsonName)))" }

    private func write(_ field: Field, into out: inout SourceWriter) {
        let name = field.access
        switch field.shape {
        case .plain, .oneof:
            out.line(key(field))
            out.line(field.type.write(name))
        case .optional:
            out.block("if let value = \(name) {") { out in
                out.line(key(field))
                out.line(field.type.write("value"))
            }
        case .repeated where field.isOmittedWhenEmpty:
            out.block("if !\(name).isEmpty {") { out in writeArray(field, into: &out) }
        case .repeated: writeArray(field, into: &out)
        case .map:
            out.line(key(field))
            out.line("writer.beginObject()")
            out.block("for (key, value) in \(name) {") { out in
                out.line("writer.writeMapKey(key)")
                out.line(field.type.write("value"))
            }
            out.line("writer.endObject()")
        }
    }

    private func writeArray(_ field: Field, into out: inout SourceWriter) {
        out.line(key(field))
        out.line("writer.beginArray()")
        out.block("for value in \(field.access) {") { out in
            out.line("writer.writeSeparator()")
            out.line(field.type.write("value"))
        }
        out.line("writer.endArray()")
    }

    private func write(_ oneof: Message.Oneof, into out: inout SourceWriter) {
        out.line("switch \(oneof.swiftName) {")
        for member in oneof.members where !member.isHiddenInJSON {
            out.line("case .\(member.swiftName)(let value)?:")
            out.line("    \(key(member))")
            out.line("    \(member.type.write("value"))")
        }
        out.line(oneof.members.contains { $0.isHiddenInJSON } ? "default: break" : "case nil: break")
        out.line("}")
    }

    /// Which field a member of the object is: both spellings of its name are taken.
    func fieldNumbers(of fields: [Field], into out: inout SourceWriter) {
        var byLength: [Int: [(name: String, number: UInt32)]] = [:]
        for field in fields {
            for name in [field.jsonName, field.descriptor.name] {
                guard byLength[name.utf8.count, default: []].allSatisfy({ $0.name != name }) else { continue }
                byLength[name.utf8.count, default: []].append((name, field.number))
            }
        }
        out.block("private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {") { out in
            out.line("switch key.count {")
            for (length, names) in byLength.sorted(by: { $0.key < $1.key }) {
                out.line("case \(length):")
                for (name, number) in names {
                    out.line("    if JSONReader.matches(key, \(SwiftNames.literal(name))) { return \(number) }")
                }
            }
            out.line("default: break")
            out.line("}")
            out.line("return 0")
        }
    }
}
