/// How Swift holds one value of a field, and what the reader's and the writer's functions for it are called.
struct ValueType {
    let swiftName: String
    /// `UInt64` of `readUInt64` and `writeUInt64`.
    let codec: String
    let wireType: UInt32
    let defaultValue: String
    /// Whether JSON's null is one of its values.
    var isNullable = false

    var isMessage: Bool { codec == "Message" }

    /// An expression that reads a value, in either encoding.
    var read: String {
        codec == "Message" || codec == "Enum" ? "reader.read\(codec)(\(swiftName).self)" : "reader.read\(codec)()"
    }

    /// A statement that writes a value, in either encoding.
    func write(_ value: String) -> String { "writer.write\(codec)(\(value))" }

    /// A condition that is false for the value that proto3 does not send.
    func isSet(_ value: String) -> String {
        switch codec {
        case "Bool": value
        case "String", "Bytes": "!\(value).isEmpty"
        case "Enum", "NullValue": "\(value).rawValue != 0"
        case "Double", "Float": "\(value).bitPattern != 0"
        default: "\(value) != 0"
        }
    }

    private static let integers: [Int32: (name: String, codec: String, wireType: UInt32)] = [
        3: ("Int64", "Int64", 0), 4: ("UInt64", "UInt64", 0), 5: ("Int32", "Int32", 0), 6: ("UInt64", "Fixed64", 1),
        7: ("UInt32", "Fixed32", 5), 13: ("UInt32", "UInt32", 0), 15: ("Int32", "SFixed32", 5),
        16: ("Int64", "SFixed64", 1), 17: ("Int32", "SInt32", 0), 18: ("Int64", "SInt64", 0),
    ]

    static func of(_ field: FieldDescriptor, in types: TypeTable) throws(GeneratorError) -> ValueType {
        if let integer = integers[field.type] {
            return ValueType(
                swiftName: integer.name, codec: integer.codec, wireType: integer.wireType, defaultValue: "0")
        }
        switch field.type {
        case 1: return ValueType(swiftName: "Double", codec: "Double", wireType: 1, defaultValue: "0")
        case 2: return ValueType(swiftName: "Float", codec: "Float", wireType: 5, defaultValue: "0")
        case 8: return ValueType(swiftName: "Bool", codec: "Bool", wireType: 0, defaultValue: "false")
        case 9: return ValueType(swiftName: "String", codec: "String", wireType: 2, defaultValue: "\"\"")
        case 12: return ValueType(swiftName: "[UInt8]", codec: "Bytes", wireType: 2, defaultValue: "[]")
        case 11:
            let name = try types.swiftName(of: field.typeName)
            return ValueType(
                swiftName: name, codec: "Message", wireType: 2, defaultValue: "\(name)()",
                isNullable: TypeTable.isNullable(field.typeName))
        case 14:
            let name = try types.swiftName(of: field.typeName)
            let isNullable = TypeTable.isNullable(field.typeName)
            return ValueType(
                swiftName: name, codec: isNullable ? "NullValue" : "Enum", wireType: 0,
                defaultValue: "\(name)(rawValue: 0)", isNullable: isNullable)
        default: throw GeneratorError("The field \(field.name) is a group, which proto3 does not have.")
        }
    }
}

/// One field of a message.
struct Field {
    enum Shape {
        /// Always there.
        case plain
        /// A Swift optional.
        case optional
        case repeated
        case map(key: ValueType)
        /// A case of the enum that is the oneof of this index.
        case oneof(Int)
    }

    let descriptor: FieldDescriptor
    let shape: Shape
    /// Of the field, of its elements, or of the map's values.
    let type: ValueType
    let swiftName: String
    /// Whether the message would contain itself, so that it is kept in a box.
    let isBoxed: Bool
    /// The property that holds the box.
    var boxName: String { "boxed\(descriptor.name.isEmpty ? "" : SwiftNames.upperCamel(descriptor.name))" }
    /// The property inside of the generated functions, some of whose variables a field might be named like.
    var access: String { Self.localNames.contains(swiftName) ? "self.\(swiftName)" : swiftName }

    private static let localNames: Set<String> = [
        "before", "earlier", "error", "field", "frame", "key", "outer", "part", "reader", "start", "tag", "value",
        "writer",
    ]

    var number: UInt32 { UInt32(descriptor.number) }
    var jsonName: String { descriptor.jsonName }
    var isHiddenInJSON: Bool { descriptor.options.isHiddenInJSON }
    var isOmittedWhenEmpty: Bool { descriptor.options.isOmittedWhenEmpty }
    /// The tag of one value.
    var tag: UInt32 { number << 3 | type.wireType }
    /// The tag of a packed list and of a map's entry.
    var packedTag: UInt32 { number << 3 | 2 }
    var isPacked: Bool { type.wireType != 2 && descriptor.options.isPacked }

    /// The index of its oneof.
    var oneof: Int? {
        if case .oneof(let index) = shape { index } else { nil }
    }

    /// The Swift type of the property, unless it is in a oneof.
    var propertyType: String {
        switch shape {
        case .plain, .oneof: type.swiftName
        case .optional: "\(type.swiftName)?"
        case .repeated: "[\(type.swiftName)]"
        case .map(let key): "[\(key.swiftName): \(type.swiftName)]"
        }
    }

    /// The property's value in an empty message.
    var emptyValue: String {
        switch shape {
        case .plain, .oneof: type.defaultValue
        case .optional: "nil"
        case .repeated: "[]"
        case .map: "[:]"
        }
    }

    /// The property's value for JSON's null, where the property's type is known.
    var nullValue: String {
        if case .plain = shape, type.codec == "Enum" { ".init(rawValue: 0)" } else { emptyValue }
    }

    /// - Parameter message: the full name, with a leading dot, of the message that has the field.
    init(_ descriptor: FieldDescriptor, of message: String, in types: TypeTable) throws(GeneratorError) {
        self.descriptor = descriptor
        isBoxed =
            descriptor.type == 11 && !descriptor.isRepeated
            && (descriptor.typeName == message || types.contains(message, in: descriptor.typeName))
        swiftName = SwiftNames.escaped(SwiftNames.lowerCamel(descriptor.name))
        if descriptor.isRepeated, let entry = types.messages[descriptor.typeName], entry.options.isMapEntry {
            guard let key = entry.fields.first(where: { $0.number == 1 }),
                let value = entry.fields.first(where: { $0.number == 2 })
            else { throw GeneratorError("The map \(descriptor.name) has no key or no value.") }
            shape = .map(key: try ValueType.of(key, in: types))
            type = try ValueType.of(value, in: types)
            return
        }
        type = try ValueType.of(descriptor, in: types)
        if descriptor.isRepeated {
            shape = .repeated
        } else if descriptor.isOptional || (type.isMessage && descriptor.oneof == nil) {
            shape = .optional
        } else if let oneof = descriptor.oneof {
            shape = .oneof(Int(oneof))
        } else {
            shape = .plain
        }
    }
}
