/// Writes the description of the HTTP API: OpenAPI 3.1.
struct OpenAPIDocument {
    private let services: [(file: FileDescriptor, index: Int, service: ServiceDescriptor)]
    private let types: DeclaredTypes
    private let errors: ErrorRegistry
    private var schemas: SchemaTable

    init(_ files: [FileDescriptor]) throws(GeneratorError) {
        types = DeclaredTypes(files)
        errors = try ErrorRegistry(files)
        services = files.flatMap { file in
            file.services.enumerated().map { (file, $0.offset, $0.element) }
        }
        let methods = services.flatMap(\.service.methods).filter { $0.options.http != nil }
        var fieldsElsewhere: [String: Set<String>] = [:]
        for method in methods { fieldsElsewhere[method.input] = Set(method.options.http?.pathFields ?? []) }
        schemas = try SchemaTable(
            types, requests: methods.map(\.input),
            answers: methods.filter { $0.options.successStatus != 204 }.map(\.output) + [Self.errorResponse],
            fieldsElsewhere: fieldsElsewhere)
    }

    private static let errorResponse = ".martlet.v1.ErrorResponse"

    mutating func document() throws(GeneratorError) -> JSONNode {
        var paths: JSONNode = [:]
        for (file, index, service) in services {
            for (number, method) in service.methods.enumerated() {
                guard let rule = method.options.http else { continue }
                let comment = file.source.comment(at: [6, Int32(index), 2, Int32(number)])
                let path = try jsonPath(rule, of: method)
                var item = paths[path] ?? [:]
                guard item[rule.method.lowercased()] == nil else {
                    throw GeneratorError("\(method.name): another call has \(rule.method) \(path) too.")
                }
                item[rule.method.lowercased()] = try operation(method, rule, of: service, comment)
                paths[path] = item
            }
        }
        for member in HandWrittenPaths.all { paths[member.name] = member.value }
        var document = Self.head
        document["paths"] = paths
        document["components"] = try components()
        return document
    }

    private static let head: JSONNode = [
        "openapi": "3.1.0",
        "info": [
            "title": "Martlet",
            "version": "1",
            "summary": "A self-hosted messenger with end-to-end encryption",
            "description": """
            Field names are camelCase. Ids and other 64-bit numbers are strings in answers; requests may use numbers \
            too. Times are RFC 3339 in UTC, bytes are base64. Fields that a client does not know are to be ignored, \
            as the server ignores those that it does not know.
            """,
            "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
        ],
        "servers": [["url": "/"]],
        "tags": [
            ["name": "Identity", "description": "Accounts, devices, sessions and the keys that verify access tokens."],
            ["name": "Communication", "description": "Chats and their logs."],
            ["name": "Operations", "description": "For whoever runs the server."],
            ["name": "Documents", "description": "What describes this API."],
        ],
    ]

    private mutating func components() throws(GeneratorError) -> JSONNode {
        let error = try answer("An error that any call may have.", schema: Self.errorResponse)
        return [
            "schemas": schemas.all,
            "responses": ["Error": error],
            "headers": [
                "RequestId": [
                    "description": "Names this call in the server's log.", "schema": ["type": "string"],
                ],
                "RetryAfter": [
                    "description": "After how many seconds the same may be sent again.",
                    "schema": ["type": "integer", "minimum": 0],
                ],
            ],
            "securitySchemes": [
                "accessToken": [
                    "type": "http", "scheme": "bearer", "bearerFormat": "JWT",
                    "description": "`accessToken` of registration or log-in.",
                ]
            ],
        ]
    }
}

// MARK: - Operations

extension OpenAPIDocument {
    private mutating func operation(
        _ method: MethodDescriptor, _ rule: HTTPRule, of service: ServiceDescriptor, _ comment: [String]
    ) throws(GeneratorError) -> JSONNode {
        guard !comment.isEmpty else { throw GeneratorError("\(method.name) needs a comment: it is in the documents.") }
        let description = SchemaTable.prose(comment)
        var operation: JSONNode = [
            "operationId": .string(SwiftNames.method(method.name)),
            "tags": [.string(ServiceGenerator.baseName(service))],
            "summary": .string(Self.firstSentence(of: description)),
            "description": .string(description),
        ]
        let parameters = try parameters(of: method, rule)
        if !parameters.isEmpty { operation["parameters"] = .array(parameters) }
        if rule.body == "*" {
            let schema = try schemas.reference(to: method.input, .request)
            operation["requestBody"] = ["required": true, "content": Self.content(schema)]
        }
        operation["responses"] = try responses(of: method, rule)
        operation["security"] = security(method)
        return operation
    }

    private func security(_ method: MethodDescriptor) -> JSONNode {
        switch method.options.access {
        case 0: []
        case 2: [[:], ["accessToken": []]]
        default: [["accessToken": []]]
        }
    }

    /// In JSON as the schema says, or in protobuf's binary form, for which OpenAPI has no words.
    private static func content(_ schema: JSONNode) -> JSONNode {
        ["application/json": ["schema": schema], "application/x-protobuf": ["schema": [:]]]
    }

    private static func firstSentence(of text: String) -> String {
        var sentence = ""
        for character in text {
            if character == "." || character == "\n" { break }
            sentence.append(character)
        }
        return sentence
    }

    /// The path with its parameters in JSON spelling.
    private func jsonPath(_ rule: HTTPRule, of method: MethodDescriptor) throws(GeneratorError) -> String {
        var path = rule.path
        for name in rule.pathFields {
            guard let field = try types.message(method.input).descriptor.fields.first(where: { $0.name == name })
            else { throw GeneratorError("\(method.name): the path names \(name), which the request does not have.") }
            path = path.split(separator: "/", omittingEmptySubsequences: false)
                .map { $0 == "{\(name)}" ? "{\(field.jsonName)}" : String($0) }.joined(separator: "/")
        }
        return path
    }

    private mutating func parameters(
        of method: MethodDescriptor, _ rule: HTTPRule
    ) throws(GeneratorError) -> [JSONNode] {
        let message = try types.message(method.input)
        var parameters: [JSONNode] = []
        for field in message.descriptor.fields where !field.options.isHiddenInJSON {
            let isInPath = rule.pathFields.contains(field.name)
            guard isInPath || rule.body != "*" else { continue }
            var parameter: JSONNode = [
                "name": .string(field.jsonName), "in": isInPath ? "path" : "query",
                "required": .bool(isInPath || field.options.isRequired),
            ]
            if let comment = message.fieldComments[field.number], !comment.isEmpty {
                parameter["description"] = .string(SchemaTable.prose(comment))
            }
            // A 64-bit number is digits here, whichever type a client takes it for.
            let direction: SchemaTable.Direction = [3, 4, 6, 16, 18].contains(field.type) ? .answer : .request
            parameter["schema"] = try schemas.value(field, direction)
            parameters.append(parameter)
        }
        return parameters
    }
}

// MARK: - Responses

extension OpenAPIDocument {
    private mutating func responses(
        of method: MethodDescriptor, _ rule: HTTPRule
    ) throws(GeneratorError) -> JSONNode {
        var responses: [String: JSONNode] = [:]
        let success = method.options.successStatus == 0 ? 200 : method.options.successStatus
        let what = success == 204 ? "Done." : success == 201 ? "Made." : "The answer."
        responses[String(success)] = try answer(what, schema: success == 204 ? nil : method.output)
        if method.options.replayStatus != 0 {
            responses[String(method.options.replayStatus)] = try answer(
                "It was there before this call: the first result.", schema: method.output)
        }
        for (status, codes) in Dictionary(grouping: try codes(of: method, rule), by: \.status) {
            let lines = codes.map { "`\($0.name)`: \($0.summary)" }
            responses[String(status)] = try answer(
                lines.joined(separator: "\n\n"), schema: Self.errorResponse,
                isRetryable: status == 429 || status == 503)
        }
        var ordered = responses.sorted { $0.key < $1.key }.map { JSONNode.Member(name: $0.key, value: $0.value) }
        ordered.append(JSONNode.Member(name: "default", value: .reference("components/responses/Error")))
        return .object(ordered)
    }

    private func codes(of method: MethodDescriptor, _ rule: HTTPRule) throws(GeneratorError) -> [ErrorRegistry.Code] {
        var names = ["request.invalid"]
        if rule.body == "*" { names.append("request.too_large") }
        if method.options.access != 0 { names += ["auth.required", "auth.revoked", "auth.unavailable"] }
        if method.options.access == 1 { names += ["auth.expired", "auth.invalid"] }
        names +=
            method.options.errors + ["rate.limited", "server.internal", "server.overloaded", "server.storage_failed"]
        var codes: [ErrorRegistry.Code] = []
        for name in names { codes.append(try errors.code(name)) }
        return codes
    }

    private mutating func answer(
        _ description: String, schema: String?, isRetryable: Bool = false
    ) throws(GeneratorError) -> JSONNode {
        var headers: JSONNode = ["X-Request-Id": .reference("components/headers/RequestId")]
        if isRetryable { headers["Retry-After"] = .reference("components/headers/RetryAfter") }
        var answer: JSONNode = ["description": .string(description), "headers": headers]
        if let schema {
            answer["content"] = Self.content(try schemas.reference(to: schema, .answer))
        }
        return answer
    }
}

extension HTTPRule {
    /// The request's fields that stand in the path, in the contract's spelling.
    var pathFields: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }
}
