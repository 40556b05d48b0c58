/// Writes a service's protocol and its HTTP routes.
struct ServiceGenerator {
    let file: FileDescriptor
    let types: TypeTable

    /// `CommunicationService` is `Communication`.
    static func baseName(_ service: ServiceDescriptor) -> String {
        service.name.hasSuffix("Service") ? String(service.name.dropLast(7)) : service.name
    }

    func generate(
        _ service: ServiceDescriptor, at path: [Int32], into out: inout SourceWriter
    ) throws(GeneratorError) {
        let name = Self.baseName(service)
        out.line("public import WireProtocol")
        out.line()
        out.documentation(file.source.comment(at: path))
        try out.block("public protocol \(name)API: Sendable {") { (out) throws(GeneratorError) in
            for (index, method) in service.methods.enumerated() {
                guard !method.isClientStreaming, !method.isServerStreaming else {
                    throw GeneratorError("\(service.name).\(method.name) streams; only unary calls are supported.")
                }
                out.documentation(file.source.comment(at: path + [2, Int32(index)]))
                let head = "func \(SwiftNames.method(method.name))("
                let input = try types.swiftName(of: method.input)
                let output = try types.swiftName(of: method.output)
                out.list(
                    head, ["_ request: \(input)", "context: CallContext"],
                    tail: ") async throws(APIError) -> \(output)")
            }
        }
        out.line()
        try out.block("public enum \(name)Routes {") { (out) throws(GeneratorError) in
            out.line("/// Every call of the service that HTTP has, in the order of the contract.")
            let head = "public static func all(calling service: any \(name)API) -> [HTTPRoute] {"
            try out.block(head) { (out) throws(GeneratorError) in
                try out.block("[", closing: "]") { (out) throws(GeneratorError) in
                    for method in service.methods {
                        guard let rule = method.options.http else { continue }
                        try route(method, rule, of: service, into: &out)
                    }
                }
            }
        }
    }

    private func route(
        _ method: MethodDescriptor, _ rule: HTTPRule, of service: ServiceDescriptor, into out: inout SourceWriter
    ) throws(GeneratorError) {
        let path = try CallPath.inJSON(rule.path, fields: types.messages[method.input]?.fields ?? [], of: method)
        guard rule.body.isEmpty || rule.body == "*" else {
            throw GeneratorError("\(service.name).\(method.name): the body can be \"*\" or nothing.")
        }
        let success = method.options.successStatus == 0 ? 200 : method.options.successStatus
        let input = try types.swiftName(of: method.input)
        let output = try types.swiftName(of: method.output)
        try out.block("HTTPRoute(", closing: "),") { (out) throws(GeneratorError) in
            out.line("method: \"\(rule.method)\", path: \(SwiftNames.literal(path)),")
            out.line("name: \"\(service.name)/\(method.name)\", access: \(try access(method)),")
            out.line("hasBody: \(rule.body == "*"), successStatus: \(success),")
            if method.options.replayStatus != 0 {
                try checkReplay(method)
                out.line("replayStatus: \(method.options.replayStatus), isReplay: { $0.replayed },")
            }
            out.list(
                "call: { (", ["request: \(input)", "context: CallContext"],
                tail: ") async throws(APIError) -> \(output) in")
            out.line("    try await service.\(SwiftNames.method(method.name))(request, context: context)")
            out.line("}")
        }
    }

    private func access(_ method: MethodDescriptor) throws(GeneratorError) -> String {
        switch method.options.access {
        case 0: return ".public"
        case 1: return ".session"
        case 2: return ".optional"
        default: throw GeneratorError("\(method.name) has an access that the generator does not know.")
        }
    }

    private func checkReplay(_ method: MethodDescriptor) throws(GeneratorError) {
        let field = types.messages[method.output]?.fields.first { $0.name == "replayed" }
        guard let field, field.type == 8, !field.isRepeated, !field.isOptional else {
            throw GeneratorError("\(method.name) has a replay_status but its answer has no bool `replayed`.")
        }
    }
}
