/// Writes an enum as an open struct.
struct EnumGenerator {
    let file: FileDescriptor

    func generate(
        _ descriptor: EnumDescriptor, at path: [Int32], into out: inout SourceWriter
    ) throws(GeneratorError) {
        try check(descriptor)
        out.line()
        out.documentation(file.isWellKnown ? ["`google.protobuf.\(descriptor.name)`."] : file.source.comment(at: path))
        let swiftName = file.isWellKnown ? "Protobuf\(descriptor.name)" : SwiftNames.escaped(descriptor.name)
        out.block("public struct \(swiftName): ProtobufEnum {") { out in
            for (index, value) in descriptor.values.enumerated() where !isRepeatedAlias(value, of: descriptor) {
                out.documentation(file.isWellKnown ? [] : file.source.comment(at: path + [2, Int32(index)]))
                let name = SwiftNames.enumValue(value.name, in: descriptor.name)
                out.line("public static let \(name) = Self(rawValue: \(value.number))")
            }
            out.line()
            out.line("/// Every value that this build knows, in the order of the contract.")
            out.block("public static let allKnown: [Self] = [", closing: "]") { out in
                for value in known(descriptor) {
                    out.line(".\(SwiftNames.enumValue(value.name, in: descriptor.name)),")
                }
            }
            out.line()
            out.line("public let rawValue: Int32")
            out.line()
            out.line("public init(rawValue: Int32) { self.rawValue = rawValue }")
            out.line()
            names(of: descriptor, into: &out)
            if descriptor.values.contains(where: { $0.options.httpStatus != 0 }) {
                errors(of: descriptor, into: &out)
            }
        }
    }

    /// Without aliases.
    private func known(_ descriptor: EnumDescriptor) -> [EnumValueDescriptor] {
        var numbers: Set<Int32> = []
        return descriptor.values.filter { numbers.insert($0.number).inserted }
    }

    /// An alias that Swift would call what it calls an earlier value of the same number.
    private func isRepeatedAlias(_ value: EnumValueDescriptor, of descriptor: EnumDescriptor) -> Bool {
        let name = SwiftNames.enumValue(value.name, in: descriptor.name)
        let first = descriptor.values.first {
            $0.number == value.number && SwiftNames.enumValue($0.name, in: descriptor.name) == name
        }
        return first?.name != value.name
    }

    private func check(_ descriptor: EnumDescriptor) throws(GeneratorError) {
        var swiftNames: Set<String> = []
        var wireNames: Set<String> = []
        let hasErrors = descriptor.values.contains { $0.options.httpStatus != 0 || !$0.options.summary.isEmpty }
        for value in descriptor.values {
            let name = SwiftNames.enumValue(value.name, in: descriptor.name)
            let isAlias = isRepeatedAlias(value, of: descriptor)
            guard isAlias || swiftNames.insert(name).inserted, name != "allKnown" else {
                throw GeneratorError("\(descriptor.name) has two values that Swift would call \(name).")
            }
            guard wireNames.insert(value.wireName).inserted else {
                throw GeneratorError("\(descriptor.name) has two values that JSON would call \(value.wireName).")
            }
            guard value.wireName.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) else {
                throw GeneratorError("The wire name of \(value.name) would need escapes in JSON.")
            }
            if hasErrors, value.options.httpStatus == 0 || value.options.summary.isEmpty {
                throw GeneratorError("\(value.name) needs an http_status and a summary, as its neighbours have.")
            }
        }
    }

    private func names(of descriptor: EnumDescriptor, into out: inout SourceWriter) {
        out.block("public init?(wireName: UnsafeRawBufferPointer) {") { out in
            out.line("switch wireName.count {")
            let byLength = Dictionary(grouping: descriptor.values, by: { $0.wireName.utf8.count })
            for (length, values) in byLength.sorted(by: { $0.key < $1.key }) {
                out.line("case \(length):")
                for value in values {
                    let condition = "JSONReader.matches(wireName, \(SwiftNames.literal(value.wireName)))"
                    out.block("    if \(condition) {", closing: "    }") { out in
                        out.line("    self.init(rawValue: \(value.number))")
                        out.line("    return")
                    }
                }
            }
            out.line("default: break")
            out.line("}")
            out.line("return nil")
        }
        out.line()
        out.block("public var wireName: StaticString? {") { out in
            out.line("switch rawValue {")
            for value in known(descriptor) {
                out.line("case \(value.number): \(SwiftNames.literal(value.wireName))")
            }
            out.line("default: nil")
            out.line("}")
        }
    }

    private func errors(of descriptor: EnumDescriptor, into out: inout SourceWriter) {
        out.line()
        out.line("/// The HTTP status that goes with the code; 500 for a code that this build does not know.")
        out.block("public var httpStatus: Int {") { out in
            out.line("switch rawValue {")
            for value in known(descriptor) { out.line("case \(value.number): \(value.options.httpStatus)") }
            out.line("default: 500")
            out.line("}")
        }
        out.line()
        out.line("/// The status of gRPC that goes with the code.")
        out.block("public var grpcStatus: Int {") { out in
            out.line("switch rawValue {")
            for value in known(descriptor) {
                let code = ErrorRegistry.Code(value)
                out.line("case \(value.number): \(code.grpcStatus.number)")
            }
            out.line("default: 13")
            out.line("}")
        }
        out.line()
        out.line("/// Whether the same request, unchanged, may succeed later.")
        out.block("public var isRetryable: Bool {") { out in
            out.line("switch rawValue {")
            let retryable = known(descriptor).filter { ErrorRegistry.Code($0).isRetryable }
            out.line("case \(retryable.map { String($0.number) }.joined(separator: ", ")): true")
            out.line("default: false")
            out.line("}")
        }
        out.line()
        out.line("/// What went wrong and what to do next, for people. Empty for a code that this build does not know.")
        out.block("public var summary: String {") { out in
            out.line("switch rawValue {")
            for value in known(descriptor) {
                out.line("case \(value.number):")
                out.line("    \(SwiftNames.literal(value.options.summary))")
            }
            out.line("default: \"\"")
            out.line("}")
        }
    }
}
