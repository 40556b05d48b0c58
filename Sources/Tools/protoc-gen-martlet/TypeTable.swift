/// Every type that the files of a request declare or use, by its full name with a leading dot.
struct TypeTable {
    private(set) var messages: [String: MessageDescriptor] = [:]
    private(set) var swiftNames: [String: String] = [:]

    /// Google's types that the runtime has. Those whose plain name Swift or everybody's code uses have a prefix.
    private static let wellKnown: [String: String] = {
        let prefixed = ["Any", "Duration", "Empty", "ListValue", "NullValue", "Struct", "Value"]
        let wrappers = ["Bool", "Bytes", "Double", "Float", "Int32", "Int64", "String", "UInt32", "UInt64"]
        var names = [".google.protobuf.FieldMask": "FieldMask", ".google.protobuf.Timestamp": "Timestamp"]
        for name in prefixed { names[".google.protobuf.\(name)"] = "Protobuf\(name)" }
        for name in wrappers { names[".google.protobuf.\(name)Value"] = "\(name)Value" }
        return names
    }()

    /// Whether null is a value of this type in JSON, and not its absence.
    static func isNullable(_ type: String) -> Bool {
        type == ".google.protobuf.Value" || type == ".google.protobuf.NullValue"
    }

    init(_ files: [FileDescriptor]) {
        for file in files {
            let scope = file.package.isEmpty ? "" : ".\(file.package)"
            for message in file.messages { declare(message, in: scope, swiftScope: "") }
            for declared in file.enums {
                let name = "\(scope).\(declared.name)"
                swiftNames[name] = Self.wellKnown[name] ?? SwiftNames.escaped(declared.name)
            }
        }
    }

    private mutating func declare(_ message: MessageDescriptor, in scope: String, swiftScope: String) {
        let name = "\(scope).\(message.name)"
        let swiftName = Self.wellKnown[name] ?? swiftScope + SwiftNames.escaped(message.name)
        messages[name] = message
        swiftNames[name] = swiftName
        for nested in message.messages { declare(nested, in: name, swiftScope: "\(swiftName).") }
        for nested in message.enums { swiftNames["\(name).\(nested.name)"] = "\(swiftName).\(nested.name)" }
    }

    func swiftName(of type: String) throws(GeneratorError) -> String {
        if type.hasPrefix(".google.protobuf."), Self.wellKnown[type] == nil {
            throw GeneratorError("\(type.dropFirst()) is not one of the well-known types of the runtime.")
        }
        guard let name = swiftNames[type] else { throw GeneratorError("The type \(type.dropFirst()) is unknown.") }
        return name
    }

    /// Whether a message without its repeated fields contains `target`, so that a Swift struct would contain itself.
    func contains(_ type: String, in message: String) -> Bool {
        var seen: Set<String> = []
        var open = [message]
        while let name = open.popLast() {
            guard seen.insert(name).inserted, let descriptor = messages[name] else { continue }
            for field in descriptor.fields where field.type == 11 && !field.isRepeated {
                if field.typeName == type { return true }
                open.append(field.typeName)
            }
        }
        return false
    }
}
