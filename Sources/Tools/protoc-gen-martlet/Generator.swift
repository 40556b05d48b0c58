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
            default: throw GeneratorError("The generator's parameter must be `messages` or `services`.")
            }
        }
        return generated
    }

    private func header(of file: FileDescriptor) -> String {
        "// Generated from \(file.name) by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh."
    }

    /// Options are for the generator alone, so their file has no code.
    private func messages(of file: FileDescriptor) throws(GeneratorError) -> GeneratedFile? {
        guard file.baseName != "options", !file.messages.isEmpty || !file.enums.isEmpty else { return nil }
        var out = SourceWriter()
        out.line(header(of: file))
        out.line("public import Protobuf")
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
        var generated: [GeneratedFile] = []
        for (index, service) in file.services.enumerated() {
            var out = SourceWriter()
            out.line(header(of: file))
            try ServiceGenerator(file: file, types: types).generate(service, at: [6, Int32(index)], into: &out)
            let name = ServiceGenerator.baseName(service)
            generated.append(
                GeneratedFile(name: "\(name.prefix(1).lowercased())\(name.dropFirst()).api.swift", text: out.text))
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
