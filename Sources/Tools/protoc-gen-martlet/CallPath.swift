/// The path of a call.
enum CallPath {
    /// The template with its parameters in JSON spelling.
    ///
    /// - Parameter fields: of the request.
    static func inJSON(
        _ template: String, fields: [FieldDescriptor], of method: MethodDescriptor
    ) throws(GeneratorError) -> String {
        var path = ""
        for part in template.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            guard part.hasPrefix("{"), part.hasSuffix("}") else {
                path += "/\(part)"
                continue
            }
            let name = part.dropFirst().dropLast()
            guard let field = fields.first(where: { $0.name == name }) else {
                throw GeneratorError("\(method.name): the path names \(name), which the request does not have.")
            }
            path += "/{\(field.jsonName)}"
        }
        return path
    }
}
