internal import WireProtocol

/// How a request that the transport refuses is told to its sender: the status is the transport's, the code is ours.
enum TransportFault {
    static func apiError(status: Int) -> APIError {
        switch status {
        case 413: APIError(.requestTooLarge)
        // The answer took too long, or there are too many connections: the request was right and may be sent again.
        case 503: .overloaded
        default: APIError(.requestInvalid)
        }
    }
}
