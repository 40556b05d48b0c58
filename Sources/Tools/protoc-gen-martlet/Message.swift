/// A message with everything about it resolved, as the generators of its parts need it.
struct Message {
    struct Oneof {
        let index: Int
        let swiftName: String
        let typeName: String
        let comment: [String]
        let members: [Field]
    }

    let descriptor: MessageDescriptor
    let swiftName: String
    /// Without the leading dot.
    let protobufName: String
    /// In the order of the contract.
    let fields: [Field]
    let oneofs: [Oneof]
    let comment: [String]
    /// By field number.
    let fieldComments: [UInt32: [String]]

    var isFrameUnion: Bool { descriptor.options.isFrameUnion }
    var jsonFields: [Field] { fields.filter { !$0.isHiddenInJSON } }

    init(
        _ descriptor: MessageDescriptor, name: String, at path: [Int32], in file: FileDescriptor, types: TypeTable
    ) throws(GeneratorError) {
        self.descriptor = descriptor
        protobufName = String(name.dropFirst())
        swiftName = try types.swiftName(of: name)
        comment = file.source.comment(at: path)
        var fields: [Field] = []
        var comments: [UInt32: [String]] = [:]
        for (index, field) in descriptor.fields.enumerated() {
            fields.append(try Field(field, of: name, in: types))
            comments[UInt32(field.number)] = file.source.comment(at: path + [2, Int32(index)])
        }
        self.fields = fields
        fieldComments = comments
        oneofs = descriptor.oneofs.enumerated().compactMap { index, oneof in
            let members = fields.filter { $0.oneof == index }
            guard !members.isEmpty else { return nil }
            return Oneof(
                index: index, swiftName: SwiftNames.escaped(SwiftNames.lowerCamel(oneof.name)),
                typeName: SwiftNames.upperCamel(oneof.name),
                comment: file.source.comment(at: path + [8, Int32(index)]), members: members)
        }
        try checkNames()
    }

    private func checkNames() throws(GeneratorError) {
        var swiftNames: Set<String> = ["unknownFields"]
        for name in fields.filter({ $0.oneof == nil }).map(\.swiftName) + oneofs.map(\.swiftName) {
            guard swiftNames.insert(name).inserted else {
                throw GeneratorError("\(protobufName) has two fields that Swift would call \(name).")
            }
        }
        var jsonNames: [String: UInt32] = [:]
        for field in jsonFields {
            for name in Set([field.jsonName, field.descriptor.name]) {
                guard jsonNames.updateValue(field.number, forKey: name) == nil else {
                    throw GeneratorError("\(protobufName) has two fields that JSON would call \(name).")
                }
                guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) else {
                    throw GeneratorError("The name \(name) in \(protobufName) would need escapes in JSON.")
                }
            }
        }
    }

    func oneof(_ index: Int) throws(GeneratorError) -> Oneof {
        guard let oneof = oneofs.first(where: { $0.index == index }) else {
            throw GeneratorError("\(protobufName) has no oneof with the index \(index).")
        }
        return oneof
    }
}
