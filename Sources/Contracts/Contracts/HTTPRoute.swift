public import Protobuf
public import WireProtocol

/// One HTTP call of a service, from the annotation in its contract. The tables are generated.
public struct HTTPRoute: Sendable {
    public enum Access: Sendable {
        /// Anyone may call.
        case `public`
        /// The holder of a valid access token.
        case session
        /// Anyone; a valid access token says who it is, another counts as none.
        case optional
    }

    public enum Segment: Hashable, Sendable {
        case literal(String)
        /// Bound to the request's field of this JSON name.
        case parameter(String)
    }

    private typealias Handler =
        @Sendable (_ request: HTTPRouteRequest, _ context: CallContext) async throws(APIError) -> HTTPRouteAnswer

    public let method: String
    public let path: [Segment]
    /// `Service/Method`, as in logs and metrics.
    public let name: String
    public let access: Access
    /// Whether the request's fields come from the body; else from the query.
    public let hasBody: Bool
    private let handler: Handler

    /// - Parameters:
    ///   - path: a template such as `/v1/chats/{id}`.
    ///   - replayStatus: the status of an answer for which `isReplay` holds.
    public init<Request: ProtobufMessage, Response: ProtobufMessage>(
        method: String, path: String, name: String, access: Access, hasBody: Bool, successStatus: Int,
        replayStatus: Int? = nil, isReplay: (@Sendable (Response) -> Bool)? = nil,
        call: @escaping @Sendable (Request, CallContext) async throws(APIError) -> Response
    ) {
        self.method = method
        self.path = Self.segments(of: path)
        self.name = name
        self.access = access
        self.hasBody = hasBody
        handler = { (request, context) async throws(APIError) -> HTTPRouteAnswer in
            let response = try await call(try request.decode(hasBody: hasBody), context)
            let isReplay = isReplay.map { $0(response) } ?? false
            let status = isReplay ? replayStatus ?? successStatus : successStatus
            if status == 204 { return HTTPRouteAnswer(status: status, body: [], message: response) }
            let body =
                switch request.answerForm {
                case .json: response.jsonBytes()
                case .protobuf: response.protobufBytes()
                }
            return HTTPRouteAnswer(status: status, body: body, message: response)
        }
    }

    private init(_ route: HTTPRoute, handler: @escaping Handler) {
        method = route.method
        path = route.path
        name = route.name
        access = route.access
        hasBody = route.hasBody
        self.handler = handler
    }

    /// The same call, which is answered only when `after` has returned; one that fails is answered at once.
    public func followed(by after: @escaping @Sendable (CallContext) async -> Void) -> HTTPRoute {
        HTTPRoute(self) { [handler] (request, context) async throws(APIError) -> HTTPRouteAnswer in
            let answer = try await handler(request, context)
            await after(context)
            return answer
        }
    }

    public func call(_ request: HTTPRouteRequest, _ context: CallContext) async throws(APIError) -> HTTPRouteAnswer {
        try await handler(request, context)
    }

    private static func segments(of template: String) -> [Segment] {
        template.split(separator: "/").map { part in
            part.hasPrefix("{") ? .parameter(String(part.dropFirst().dropLast())) : .literal(String(part))
        }
    }
}

/// The parts of an HTTP request that a route binds to its message.
public struct HTTPRouteRequest: Sendable {
    public var body: [UInt8]
    /// Query items, decoded.
    public var query: [(name: String, value: String)]
    /// The path's parameters, decoded; they win over all others.
    public var path: [(name: String, value: String)]

    /// Of `body`.
    public var form: BodyForm
    /// Of the answer's body.
    public var answerForm: BodyForm

    public init(
        body: [UInt8], query: [(name: String, value: String)], path: [(name: String, value: String)],
        form: BodyForm = .json, answerForm: BodyForm = .json
    ) {
        self.body = body
        self.query = query
        self.path = path
        self.form = form
        self.answerForm = answerForm
    }

    /// Query items and path parameters are read by the same JSON codec as bodies: numbers and enum names may be strings
    /// there, so one set of rules serves all three.
    func decode<Request: ProtobufMessage>(hasBody: Bool) throws(APIError) -> Request {
        var request = Request()
        do throws(ProtobufError) {
            if hasBody {
                switch form {
                case .json: try request.mergeJSON(body)
                case .protobuf: request = try Request(protobuf: body)
                }
            } else if !query.isEmpty {
                try request.mergeJSON(Self.json(of: query))
            }
            if !path.isEmpty { try request.mergeJSON(Self.json(of: path)) }
        } catch {
            throw .invalid(field: error.field)
        }
        return request
    }

    private static func json(of items: [(name: String, value: String)]) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        for item in items {
            writer.writeMapKey(item.name)
            writer.writeString(item.value)
        }
        writer.endObject()
        return writer.withBytes { Array($0) }
    }
}

public struct HTTPRouteAnswer: Sendable {
    public let status: Int
    public let body: [UInt8]
    /// What the body says.
    public let message: any ProtobufMessage
}
