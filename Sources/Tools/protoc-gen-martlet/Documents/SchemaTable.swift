/// The JSON schemas (draft 2020-12) of the messages that a document uses.
///
/// What is sent and what is received differ: an answer always has the fields without presence, while a request may
/// leave them out, give null for them, and spell 64-bit numbers as numbers. A message that goes both ways has a schema
/// for each, of which the one for requests is named `…Input`.
struct SchemaTable {
    enum Direction {
        case request
        case answer
    }

    private let types: DeclaredTypes
    private let requestMessages: Set<String>
    private let answerMessages: Set<String>
    /// Fields that are not in the body, by message: they stand in the path.
    private let fieldsElsewhere: [String: Set<String>]
    private var schemas: [String: JSONNode] = [:]

    /// - Parameters:
    ///   - requests: the messages that clients send, by full name with a leading dot.
    ///   - answers: those that they receive.
    init(
        _ types: DeclaredTypes, requests: [String], answers: [String], fieldsElsewhere: [String: Set<String>] = [:]
    ) throws(GeneratorError) {
        self.types = types
        self.fieldsElsewhere = fieldsElsewhere
        requestMessages = try types.reachable(from: requests)
        answerMessages = try types.reachable(from: answers)
    }

    /// Every schema that was referred to, by name.
    var all: JSONNode {
        .object(schemas.sorted { $0.key < $1.key }.map { JSONNode.Member(name: $0.key, value: $0.value) })
    }

    /// A reference to the message's schema, which is added to the table.
    mutating func reference(to message: String, _ direction: Direction) throws(GeneratorError) -> JSONNode {
        let short = String(message.split(separator: ".").last ?? "")
        let isInput = direction == .request && answerMessages.contains(message)
        let name = isInput ? "\(short)Input" : short
        if schemas[name] == nil {
            // Before its fields, some of which may be of this type again.
            schemas[name] = [:]
            schemas[name] = try object(of: message, direction)
        }
        return .reference("components/schemas/\(name)")
    }

    private mutating func object(of name: String, _ direction: Direction) throws(GeneratorError) -> JSONNode {
        let message = try types.message(name)
        var properties: [JSONNode.Member] = []
        var required: [JSONNode] = []
        for field in message.descriptor.fields {
            let isElsewhere = direction == .request && fieldsElsewhere[name]?.contains(field.name) == true
            guard !field.options.isHiddenInJSON, !isElsewhere else { continue }
            let isRequired = Self.isRequired(field, direction)
            var schema = try property(field, direction, isNullable: direction == .request && !isRequired)
            if let comment = message.fieldComments[field.number], !comment.isEmpty {
                schema["description"] = .string(Self.prose(comment))
            }
            properties.append(JSONNode.Member(name: field.jsonName, value: schema))
            if isRequired { required.append(.string(field.jsonName)) }
        }
        var schema: JSONNode = ["type": "object"]
        if !message.comment.isEmpty { schema["description"] = .string(Self.prose(message.comment)) }
        if !required.isEmpty { schema["required"] = .array(required) }
        schema["properties"] = .object(properties)
        return schema
    }

    private static func isRequired(_ field: FieldDescriptor, _ direction: Direction) -> Bool {
        switch direction {
        case .request: field.options.isRequired
        case .answer: !field.isOptional && field.oneof == nil && !field.options.isOmittedWhenEmpty
        }
    }

    private mutating func property(
        _ field: FieldDescriptor, _ direction: Direction, isNullable: Bool
    ) throws(GeneratorError) -> JSONNode {
        guard field.isRepeated else {
            return Self.nullable(isNullable, try value(field, direction))
        }
        if let entry = types.messages[field.typeName], entry.descriptor.options.isMapEntry {
            guard let value = entry.descriptor.fields.first(where: { $0.number == 2 }) else { return [:] }
            let values = try self.value(value, direction)
            return Self.nullable(isNullable, ["type": "object", "additionalProperties": values])
        }
        var array: JSONNode = ["type": "array", "items": try value(field, direction)]
        if let least = field.options.limits.minItems { array["minItems"] = .number(least) }
        if let most = field.options.limits.maxItems { array["maxItems"] = .number(most) }
        return Self.nullable(isNullable, array)
    }

    private static func nullable(_ isNullable: Bool, _ schema: JSONNode) -> JSONNode {
        guard isNullable else { return schema }
        guard var type = schema["type"] else { return ["anyOf": [schema, ["type": "null"]]] }
        if case .array(let several) = type { type = .array(several + ["null"]) } else { type = [type, "null"] }
        var nullable = schema
        nullable["type"] = type
        // An enumeration must name null too.
        if case .array(let values)? = schema["enum"] { nullable["enum"] = .array(values) }
        return nullable
    }

    /// The schema of one value of a field.
    mutating func value(_ field: FieldDescriptor, _ direction: Direction) throws(GeneratorError) -> JSONNode {
        switch field.type {
        case 1, 2: ["type": "number"]
        case 3, 16, 18: integer64("Int64", direction)
        case 4, 6: integer64("UInt64", direction)
        case 5, 15, 17: ["type": "integer", "format": "int32"]
        case 7, 13: Self.unsigned32(field)
        case 8: ["type": "boolean"]
        case 9: Self.string(field)
        case 12: ["type": "string", "contentEncoding": "base64"]
        case 14: try enumeration(field.typeName)
        case 11 where field.typeName == ".google.protobuf.Timestamp": ["type": "string", "format": "date-time"]
        case 11: try reference(to: field.typeName, direction)
        default: throw GeneratorError("\(field.name) has a type that JSON schemas lack.")
        }
    }

    private static func unsigned32(_ field: FieldDescriptor) -> JSONNode {
        let maximum = field.options.limits.maximum ?? UInt64(UInt32.max)
        return ["type": "integer", "minimum": 0, "maximum": .number(maximum)]
    }

    private static func string(_ field: FieldDescriptor) -> JSONNode {
        var schema: JSONNode = ["type": "string"]
        let limits = field.options.limits
        if !limits.format.isEmpty { schema["format"] = .string(limits.format) }
        if !limits.pattern.isEmpty { schema["pattern"] = .string(limits.pattern) }
        if let least = limits.minLength { schema["minLength"] = .number(least) }
        if let most = limits.maxLength { schema["maxLength"] = .number(most) }
        return schema
    }

    private mutating func integer64(_ name: String, _ direction: Direction) -> JSONNode {
        let pattern = name == "UInt64" ? "^(0|[1-9][0-9]{0,19})$" : "^(0|-?[1-9][0-9]{0,18})$"
        let what = name == "UInt64" ? "A 64-bit number from 0 on" : "A signed 64-bit number"
        switch direction {
        case .answer:
            schemas[name] = [
                "type": "string", "pattern": .string(pattern),
                "description": "\(what), as a string: JavaScript's numbers hold 53 bits.",
            ]
            return .reference("components/schemas/\(name)")
        case .request:
            var schema: JSONNode = [
                "type": ["string", "integer"], "pattern": .string(pattern),
                "description": "\(what), best as a string; a number is taken too.",
            ]
            if name == "UInt64" { schema["minimum"] = 0 }
            schemas["\(name)Input"] = schema
            return .reference("components/schemas/\(name)Input")
        }
    }

    private mutating func enumeration(_ type: String) throws(GeneratorError) -> JSONNode {
        guard let declared = types.enums[type] else { throw GeneratorError("The type \(type) is unknown.") }
        let name = declared.descriptor.name
        if schemas[name] == nil {
            var schema: JSONNode = ["type": "string"]
            var lines = declared.comment
            for value in declared.descriptor.values {
                guard let comment = declared.valueComments[value.number], !comment.isEmpty else { continue }
                lines += ["", "`\(value.wireName)`: \(comment.joined(separator: " "))"]
            }
            if !lines.isEmpty { schema["description"] = .string(Self.prose(lines)) }
            schema["enum"] = .array(declared.descriptor.values.map { .string($0.wireName) })
            schemas[name] = schema
        }
        return .reference("components/schemas/\(name)")
    }

    /// A comment as Markdown: its lines joined, paragraphs kept.
    static func prose(_ lines: [String]) -> String {
        var paragraphs: [String] = []
        for paragraph in lines.split(separator: "", omittingEmptySubsequences: true) {
            paragraphs.append(paragraph.joined(separator: " "))
        }
        return paragraphs.joined(separator: "\n\n")
    }
}
