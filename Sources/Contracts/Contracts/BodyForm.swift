/// How a message stands in the body of a request or an answer.
public enum BodyForm: Sendable, Equatable {
    case json
    case protobuf

    /// As in `Content-Type`.
    public var mediaType: String {
        switch self {
        case .json: "application/json"
        case .protobuf: "application/x-protobuf"
        }
    }
}
