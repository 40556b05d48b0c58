internal import HTTPCodec
internal import WireProtocol

/// A request that is refused before any service is called.
struct HTTPFault: Error {
    let error: APIError
    /// Where HTTP has a status of its own for it; else that of the code.
    var status: Int?
    /// To be added to the answer.
    var headers = HTTPHeaders()

    init(_ error: APIError, status: Int? = nil, headers: HTTPHeaders = HTTPHeaders()) {
        self.error = error
        self.status = status
        self.headers = headers
    }

    /// 400, naming the header field or nothing.
    static func invalid(_ field: String?, status: Int? = nil) -> HTTPFault {
        HTTPFault(.invalid(field: field), status: status)
    }
}
