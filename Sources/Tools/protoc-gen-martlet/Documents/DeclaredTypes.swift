/// Where messages and enums are declared, for what their comments say.
struct DeclaredTypes {
    struct DeclaredMessage {
        let descriptor: MessageDescriptor
        let comment: [String]
        /// By field number.
        let fieldComments: [Int32: [String]]
    }

    struct DeclaredEnum {
        let descriptor: EnumDescriptor
        let comment: [String]
        /// By number.
        let valueComments: [Int32: [String]]
    }

    /// By full name with a leading dot.
    private(set) var messages: [String: DeclaredMessage] = [:]
    private(set) var enums: [String: DeclaredEnum] = [:]

    init(_ files: [FileDescriptor]) {
        for file in files {
            let scope = file.package.isEmpty ? "" : ".\(file.package)"
            for (index, message) in file.messages.enumerated() {
                declare(message, in: scope, at: [4, Int32(index)], of: file)
            }
            for (index, declared) in file.enums.enumerated() {
                declare(declared, in: scope, at: [5, Int32(index)], of: file)
            }
        }
    }

    private mutating func declare(
        _ message: MessageDescriptor, in scope: String, at path: [Int32], of file: FileDescriptor
    ) {
        let name = "\(scope).\(message.name)"
        var comments: [Int32: [String]] = [:]
        for (index, field) in message.fields.enumerated() {
            comments[field.number] = file.source.comment(at: path + [2, Int32(index)])
        }
        messages[name] = DeclaredMessage(
            descriptor: message, comment: file.source.comment(at: path), fieldComments: comments)
        for (index, nested) in message.messages.enumerated() {
            declare(nested, in: name, at: path + [3, Int32(index)], of: file)
        }
        for (index, nested) in message.enums.enumerated() {
            declare(nested, in: name, at: path + [4, Int32(index)], of: file)
        }
    }

    private mutating func declare(
        _ declared: EnumDescriptor, in scope: String, at path: [Int32], of file: FileDescriptor
    ) {
        var comments: [Int32: [String]] = [:]
        for (index, value) in declared.values.enumerated() {
            comments[value.number] = file.source.comment(at: path + [2, Int32(index)])
        }
        enums["\(scope).\(declared.name)"] = DeclaredEnum(
            descriptor: declared, comment: file.source.comment(at: path), valueComments: comments)
    }

    /// These messages and all that they contain, without Google's types and the entries of maps.
    func reachable(from names: [String]) throws(GeneratorError) -> Set<String> {
        var seen: Set<String> = []
        var open = names
        while let name = open.popLast() {
            guard seen.insert(name).inserted else { continue }
            let fields = try message(name).descriptor.fields
            open += fields.filter { $0.type == 11 && !$0.typeName.hasPrefix(".google.") }.map(\.typeName)
        }
        return seen.filter { messages[$0]?.descriptor.options.isMapEntry == false }
    }

    func message(_ name: String) throws(GeneratorError) -> DeclaredMessage {
        guard let message = messages[name] else { throw GeneratorError("The type \(name) is unknown.") }
        return message
    }
}
