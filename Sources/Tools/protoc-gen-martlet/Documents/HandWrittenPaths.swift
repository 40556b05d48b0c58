/// The routes that are no calls of a service, so that the contract does not declare them.
enum HandWrittenPaths {
    static let all: [JSONNode.Member] = [
        .init(name: "/v1/ws", value: ["get": socket]),
        .init(
            name: "/healthz",
            value: ["get": operation("getHealth", "The process is alive", tag: "Operations", plain: "alive")]),
        .init(name: "/readyz", value: ["get": readiness]),
        .init(
            name: "/metrics",
            value: ["get": operation("getMetrics", "Metrics in Prometheus' text format", tag: "Operations")]),
        .init(name: "/openapi.json", value: ["get": document("getOpenAPI", "This description")]),
        .init(
            name: "/asyncapi.json", value: ["get": document("getAsyncAPI", "The description of the WebSocket's frames")]
        ),
    ]

    private static let error: JSONNode = .reference("components/responses/Error")

    private static let socket: JSONNode = [
        "operationId": "openSocket",
        "tags": ["Communication"],
        "summary": "Opens the WebSocket",
        "description": """
        RFC 6455, subprotocol `martlet.v1.json` or none. Its frames are described by `/asyncapi.json`. The access \
        token is in the header or in the first frame.
        """,
        "responses": [
            "101": ["description": "The connection is a WebSocket from here on."],
            "default": error,
        ],
        "security": [[:], ["accessToken": []]],
    ]

    private static let readiness: JSONNode = {
        var readiness = operation(
            "getReadiness", "Every dependency answers and the server is not going away", tag: "Operations",
            plain: "ready")
        var responses = readiness["responses"] ?? [:]
        responses["503"] = text("Not ready, or going away.", plain: "not ready")
        readiness["responses"] = responses
        return readiness
    }()

    private static func operation(_ id: String, _ summary: String, tag: String, plain: String? = nil) -> JSONNode {
        [
            "operationId": .string(id),
            "tags": [.string(tag)],
            "summary": .string(summary),
            "responses": ["200": text("As asked.", plain: plain), "default": error],
            "security": [],
        ]
    }

    private static func document(_ id: String, _ summary: String) -> JSONNode {
        let content: JSONNode = ["application/json": ["schema": ["type": "object"]]]
        return [
            "operationId": .string(id),
            "tags": ["Documents"],
            "summary": .string(summary),
            "responses": [
                "200": ["description": "The document.", "content": content],
                "default": error,
            ],
            "security": [],
        ]
    }

    private static func text(_ description: String, plain: String?) -> JSONNode {
        let schema: JSONNode = plain.map { ["type": "string", "examples": [.string($0 + "\n")]] } ?? ["type": "string"]
        return ["description": .string(description), "content": ["text/plain": ["schema": schema]]]
    }
}
