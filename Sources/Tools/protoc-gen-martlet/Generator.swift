import Protobuf

/// Makes protoc's answer to a request.
struct Generator {
    private struct GeneratedFile {
        let name: String
        let text: String
    }

    private let request: CodeGeneratorRequest
    private let types: TypeTable

    /// The bytes of a `CodeGeneratorResponse`, whatever the request.
    static func respond(to bytes: [UInt8]) -> [UInt8] {
        do throws(GeneratorError) {
            let generator = try Generator(bytes)
            return response(files: try generator.files(), error: nil)
        } catch {
            return response(files: [], error: error.message)
        }
    }

    private init(_ bytes: [UInt8]) throws(GeneratorError) {
        do throws(ProtobufError) {
            request = try bytes.withUnsafeBufferPointer { (buffer) throws(ProtobufError) -> CodeGeneratorRequest in
                var reader = BinaryReader(UnsafeRawBufferPointer(buffer))
                return try CodeGeneratorRequest(&reader)
            }
        } catch {
            throw GeneratorError("protoc's request cannot be read: \(error.reason).")
        }
        types = TypeTable(request.files)
    }

    private func files() throws(GeneratorError) -> [GeneratedFile] {
        var generated: [GeneratedFile] = []
        for file in request.files where request.filesToGenerate.contains(file.name) {
            guard file.syntax == "proto3" else { throw GeneratorError("\(file.name) is not proto3.") }
            switch request.parameter {
            case "messages":
                if let messages = try messages(of: file) { generated.append(messages) }
            case "services": generated += try services(of: file)
            case "calls": generated += try calls(of: file)
            case "types", "documents", "embedded", "module", "test-module": break
            default: throw GeneratorError("The generator does not know the parameter \(request.parameter).")
            }
        }
        switch request.parameter {
        case "types": generated.append(try registry())
        case "documents": generated += try documents()
        case "embedded": generated.append(try embedded())
        case "module": generated.append(try module())
        case "test-module": generated.append(try testModule())
        default: break
        }
        return generated
    }

    /// The files that protoc was asked to generate code for.
    private var ownFiles: [FileDescriptor] { request.files.filter { request.filesToGenerate.contains($0.name) } }

    private func documents() throws(GeneratorError) -> [GeneratedFile] {
        var openAPI = try OpenAPIDocument(ownFiles)
        var asyncAPI = try AsyncAPIDocument(ownFiles)
        return [
            GeneratedFile(name: "openapi.json", text: try openAPI.document().text),
            GeneratedFile(name: "asyncapi.json", text: try asyncAPI.document().text),
            GeneratedFile(name: "ERRORS.md", text: try ErrorRegistry(ownFiles).markdown()),
        ]
    }

    /// What clients need: the frames, what HTTP calls take and give, and what they seal.
    private func module() throws(GeneratorError) -> GeneratedFile {
        let types = DeclaredTypes(ownFiles)
        let methods = ownFiles.flatMap(\.services).flatMap(\.methods).filter { $0.options.http != nil }
        let roots = methods.flatMap { [$0.input, $0.output] }
        let frames = [".martlet.v1.ClientFrame", ".martlet.v1.ServerFrame", ".martlet.v1.ErrorResponse"]
        let sealed = ownFiles.filter { $0.baseName == "sealed" }.flatMap { file in
            file.messages.map { ".\(file.package).\($0.name)" }
        }
        let messages = try types.reachable(from: roots + frames + sealed).sorted()
        let generator = ModuleGenerator(types: types, errors: try ErrorRegistry(ownFiles), runtime: "../runtime.js")
        return GeneratedFile(
            name: "martlet.js", text: try generator.generate(messages: messages, services: ownFiles.flatMap(\.services))
        )
    }

    private func testModule() throws(GeneratorError) -> GeneratedFile {
        let types = DeclaredTypes(ownFiles)
        let messages = try types.reachable(from: [".martlet.test.Everything"]).sorted()
        let generator = ModuleGenerator(types: types, errors: nil, runtime: "../../../Web/contracts/runtime.js")
        return GeneratedFile(name: "everything.js", text: try generator.generate(messages: messages, services: []))
    }

    private func embedded() throws(GeneratorError) -> GeneratedFile {
        var openAPI = try OpenAPIDocument(ownFiles)
        var asyncAPI = try AsyncAPIDocument(ownFiles)
        let documents = EmbeddedDocuments(
            openAPI: try openAPI.document().compactText, asyncAPI: try asyncAPI.document().compactText)
        return GeneratedFile(name: "documents.swift", text: try documents.swift())
    }

    /// A list of all messages, for programs that find a message by its name.
    private func registry() throws(GeneratorError) -> GeneratedFile {
        var out = SourceWriter()
        out.line("// Generated by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.")
        out.line("import Protobuf")
        out.line("import TestMessages")
        out.line("import WireProtocol")
        out.line()
        try out.block("let messageTypes: [any ProtobufMessage.Type] = [", closing: "]") {
            (out) throws(GeneratorError) in
            for file in request.files where request.filesToGenerate.contains(file.name) && file.baseName != "options" {
                let scope = file.package.isEmpty ? "" : ".\(file.package)"
                for message in file.messages { try list(message, in: scope, into: &out) }
            }
        }
        return GeneratedFile(name: "MessageTypes.swift", text: out.text)
    }

    private func list(
        _ message: MessageDescriptor, in scope: String, into out: inout SourceWriter
    ) throws(GeneratorError) {
        guard !message.options.isMapEntry else { return }
        let name = "\(scope).\(message.name)"
        out.line("\(try types.swiftName(of: name)).self,")
        for nested in message.messages { try list(nested, in: name, into: &out) }
    }

    private func header(of file: FileDescriptor) -> String {
        "// Generated from \(file.name) by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh."
    }

    /// Options are for the generator alone, so their file has no code.
    private func messages(of file: FileDescriptor) throws(GeneratorError) -> GeneratedFile? {
        guard file.baseName != "options", !file.messages.isEmpty || !file.enums.isEmpty else { return nil }
        var out = SourceWriter()
        out.line(header(of: file))
        if !file.isWellKnown { out.line("public import Protobuf") }
        for (index, declared) in file.enums.enumerated() {
            try EnumGenerator(file: file).generate(declared, at: [5, Int32(index)], into: &out)
        }
        let scope = file.package.isEmpty ? "" : ".\(file.package)"
        let generator = MessageGenerator(file: file, types: types)
        for (index, message) in file.messages.enumerated() {
            try generator.generate(message, name: "\(scope).\(message.name)", at: [4, Int32(index)], into: &out)
        }
        return GeneratedFile(name: "\(file.baseName).pb.swift", text: out.text)
    }

    private func services(of file: FileDescriptor) throws(GeneratorError) -> [GeneratedFile] {
        let generator = ServiceGenerator(file: file, types: types)
        return try eachService(of: file, as: "api") { (service, path, out) throws(GeneratorError) in
            try generator.generate(service, at: path, into: &out)
        }
    }

    private func calls(of file: FileDescriptor) throws(GeneratorError) -> [GeneratedFile] {
        let generator = CallGenerator(file: file, types: types)
        return try eachService(of: file, as: "calls") { (service, path, out) throws(GeneratorError) in
            try generator.generate(service, at: path, into: &out)
        }
    }

    /// A file for each service.
    private func eachService(
        of file: FileDescriptor, as kind: String,
        _ write: (ServiceDescriptor, [Int32], inout SourceWriter) throws(GeneratorError) -> Void
    ) throws(GeneratorError) -> [GeneratedFile] {
        var generated: [GeneratedFile] = []
        for (index, service) in file.services.enumerated() {
            var out = SourceWriter()
            out.line(header(of: file))
            try write(service, [6, Int32(index)], &out)
            let name = ServiceGenerator.baseName(service)
            generated.append(
                GeneratedFile(name: "\(name.prefix(1).lowercased())\(name.dropFirst()).\(kind).swift", text: out.text))
        }
        return generated
    }

    private static func response(files: [GeneratedFile], error: String?) -> [UInt8] {
        var writer = BinaryWriter()
        for file in files.reversed() {
            let before = writer.count
            writer.writeString(file.text)
            writer.writeTag(lengthDelimited(15))
            writer.writeString(file.name)
            writer.writeTag(lengthDelimited(1))
            writer.writeLength(since: before)
            writer.writeTag(lengthDelimited(15))
        }
        // FEATURE_PROTO3_OPTIONAL
        writer.writeUInt64(1)
        writer.writeTag(varint(2))
        if let error {
            writer.writeString(error)
            writer.writeTag(lengthDelimited(1))
        }
        return writer.bytes
    }
}
