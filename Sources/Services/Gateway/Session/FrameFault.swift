internal import Protobuf
internal import WireProtocol

/// How a frame that cannot be read is told to its sender.
enum FrameFault {
    /// A frame that is no frame, or of no known type, is `frame.invalid`; one whose payload is wrong is
    /// `request.invalid` with the field.
    static func apiError(_ error: ProtobufError) -> APIError {
        guard let field = error.field, field != "type" else {
            return APIError(.frameInvalid, details: error.field.map { ErrorDetails(field: $0) })
        }
        return .invalid(field: field)
    }
}
