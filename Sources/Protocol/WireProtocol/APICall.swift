internal import Basics
public import Protobuf

/// One HTTP call as a client makes it, from the annotation in its contract. The lists are generated.
public struct APICall<Request: ProtobufMessage, Response: ProtobufMessage>: Sendable {
    /// `Service/Method`, as in the server's log.
    public let name: String
    public let method: String
    /// A template such as `/v1/chats/{id}`; parameters have the request's fields' JSON names.
    public let path: String
    /// Whether it is made with an access token; if not, one does no harm.
    public let needsSession: Bool
    /// Whether the request is the body; else what the path does not hold stands in the query.
    public let hasBody: Bool

    public init(name: String, method: String, path: String, needsSession: Bool, hasBody: Bool) {
        self.name = name
        self.method = method
        self.path = path
        self.needsSession = needsSession
        self.hasBody = hasBody
    }

    /// Path and query of a request (RFC 9112 §3.2.1).
    ///
    /// - Returns: nil when a parameter of the path is empty: the path would be another resource's.
    public func target(of request: Request) -> String? {
        var fields = RequestFields(request)
        var target = ""
        for segment in path.split(separator: "/") {
            guard segment.hasPrefix("{") else {
                target += "/\(segment)"
                continue
            }
            guard let value = fields.take(segment.dropFirst().dropLast()), !value.isEmpty else { return nil }
            target += "/\(PercentEncoding.encode(value))"
        }
        return hasBody ? target : target + fields.query(beside: Request())
    }
}
