/// Writes the description of the WebSocket: AsyncAPI 3.0, from the server's point of view.
struct AsyncAPIDocument {
    private struct Union {
        let name: String
        let message: DeclaredTypes.DeclaredMessage
        /// The fields whose values are payloads.
        let frames: [FieldDescriptor]
        /// The other fields.
        let others: [FieldDescriptor]

        init(_ name: String, _ message: DeclaredTypes.DeclaredMessage) {
            self.name = name
            self.message = message
            frames = message.descriptor.fields.filter { !$0.options.frameType.isEmpty }
            others = message.descriptor.fields.filter { $0.options.frameType.isEmpty }
        }
    }

    private let client: Union
    private let server: Union
    private var schemas: SchemaTable

    init(_ files: [FileDescriptor]) throws(GeneratorError) {
        let types = DeclaredTypes(files)
        client = Union("client", try types.message(".martlet.v1.ClientFrame"))
        server = Union("server", try types.message(".martlet.v1.ServerFrame"))
        schemas = try SchemaTable(
            types, requests: client.frames.map(\.typeName), answers: server.frames.map(\.typeName))
        let known = Set(server.frames.map(\.options.frameType))
        for frame in client.frames {
            guard known.isSuperset(of: frame.options.answers) else {
                throw GeneratorError("\(frame.options.frameType) is answered by a frame that the server does not send.")
            }
        }
    }

    mutating func document() throws(GeneratorError) -> JSONNode {
        let messages = try self.messages()
        var references: JSONNode = [:]
        if case .object(let members) = messages {
            for member in members { references[member.name] = .reference("components/messages/\(member.name)") }
        }
        var document = Self.head
        document["channels"] = ["socket": Self.channel(references)]
        document["operations"] = operations()
        document["components"] = ["messages": messages, "schemas": schemas.all]
        return document
    }

    private static let head: JSONNode = [
        "asyncapi": "3.0.0",
        "info": [
            "title": "Martlet",
            "version": "1",
            "description": """
            The WebSocket of Martlet. A frame is one message of the socket: JSON text with the subprotocol \
            `martlet.v1.json` or none. The order of frames is given: on one connection the entries of a chat come \
            in rising sequence.
            """,
            "license": ["name": "Apache-2.0"],
        ],
        "defaultContentType": "application/json",
        "servers": [
            "here": [
                "host": "{host}", "protocol": "wss",
                "variables": ["host": ["description": "Where the server is.", "default": "localhost:8080"]],
            ]
        ],
    ]

    private static func channel(_ messages: JSONNode) -> JSONNode {
        [
            "address": "/v1/ws",
            "title": "The socket",
            "description": """
            `session.resume` comes first, within ten seconds. Answers carry the command's `id` as `replyTo`; what \
            is refused is answered by `error`.
            """,
            "servers": [.reference("servers/here")],
            "messages": messages,
            "bindings": ["ws": ["method": "GET", "bindingVersion": "0.1.0"]],
        ]
    }

    /// `message.send` of the client is `clientMessageSend`.
    private static func key(_ union: Union, _ type: String) -> String {
        let words = type.split(whereSeparator: { $0 == "." || $0 == "_" }).map(String.init)
        return union.name + words.map(SwiftNames.capitalized).joined()
    }

    private mutating func messages() throws(GeneratorError) -> JSONNode {
        var messages: JSONNode = [:]
        for frame in client.frames { messages[Self.key(client, frame.options.frameType)] = try message(frame, client) }
        for frame in server.frames { messages[Self.key(server, frame.options.frameType)] = try message(frame, server) }
        return messages
    }

    private mutating func message(_ frame: FieldDescriptor, _ union: Union) throws(GeneratorError) -> JSONNode {
        let direction: SchemaTable.Direction = union.name == "client" ? .request : .answer
        var properties: JSONNode = ["type": ["const": .string(frame.options.frameType)]]
        for field in union.others {
            var schema = try schemas.value(field, direction)
            if let comment = union.message.fieldComments[field.number], !comment.isEmpty {
                schema["description"] = .string(SchemaTable.prose(comment))
            }
            properties[field.jsonName] = schema
        }
        properties["payload"] = try schemas.reference(to: frame.typeName, direction)
        var message: JSONNode = ["name": .string(frame.options.frameType)]
        if let comment = union.message.fieldComments[frame.number], !comment.isEmpty {
            message["summary"] = .string(SchemaTable.prose(comment))
        }
        message["contentType"] = "application/json"
        // A payload without fields need not be sent.
        let required: JSONNode = direction == .answer ? ["type", "payload"] : ["type"]
        message["payload"] = ["type": "object", "required": required, "properties": properties]
        if direction == .request {
            message["correlationId"] = [
                "description": "Given by the client; the answer carries it.", "location": "$message.payload#/id",
            ]
        } else {
            message["correlationId"] = [
                "description": "The `id` of the frame that this one answers, if it answers one.",
                "location": "$message.payload#/replyTo",
            ]
        }
        return message
    }

    private func operations() -> JSONNode {
        var operations: JSONNode = [:]
        for frame in client.frames {
            let key = Self.key(client, frame.options.frameType)
            var operation = Self.operation("receive", message: key)
            if !frame.options.answers.isEmpty {
                let answers = frame.options.answers + ["error"]
                operation["reply"] = [
                    "channel": .reference("channels/socket"),
                    "messages": .array(answers.map { Self.messageReference(Self.key(server, $0)) }),
                ]
            }
            operations[key] = operation
        }
        for frame in server.frames {
            let key = Self.key(server, frame.options.frameType)
            operations[key] = Self.operation("send", message: key)
        }
        return operations
    }

    private static func operation(_ action: String, message: String) -> JSONNode {
        [
            "action": .string(action),
            "channel": .reference("channels/socket"),
            "messages": [messageReference(message)],
        ]
    }

    private static func messageReference(_ key: String) -> JSONNode { .reference("channels/socket/messages/\(key)") }
}
