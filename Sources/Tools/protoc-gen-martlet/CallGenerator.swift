/// Writes a service's HTTP calls for clients in Swift.
struct CallGenerator {
    let file: FileDescriptor
    let types: TypeTable

    func generate(
        _ service: ServiceDescriptor, at path: [Int32], into out: inout SourceWriter
    ) throws(GeneratorError) {
        out.line("/// Every call of the service that HTTP has, in the order of the contract.")
        try out.block("public enum \(ServiceGenerator.baseName(service))Calls {") { (out) throws(GeneratorError) in
            for (index, method) in service.methods.enumerated() {
                guard let rule = method.options.http else { continue }
                out.documentation(file.source.comment(at: path + [2, Int32(index)]))
                try call(method, rule, of: service, into: &out)
            }
        }
    }

    private func call(
        _ method: MethodDescriptor, _ rule: HTTPRule, of service: ServiceDescriptor, into out: inout SourceWriter
    ) throws(GeneratorError) {
        let (input, output) = (try types.swiftName(of: method.input), try types.swiftName(of: method.output))
        let path = try CallPath.inJSON(rule.path, fields: types.messages[method.input]?.fields ?? [], of: method)
        let head = "public static let \(SwiftNames.method(method.name)) = APICall<\(input), \(output)>("
        try out.block(head, closing: ")") { (out) throws(GeneratorError) in
            out.line("name: \"\(service.name)/\(method.name)\",")
            out.line("method: \"\(rule.method)\", path: \(SwiftNames.literal(path)),")
            out.line("needsSession: \(method.options.access == 1), hasBody: \(rule.body == "*")")
        }
    }
}
