internal import HTTPCodec
internal import Protobuf
internal import WireProtocol

/// The shapes of HTTP answers.
enum Answers {
    static func json(_ status: Int, _ body: [UInt8], requestID: String) -> HTTPResponse {
        var response = HTTPResponse(status: status, body: body)
        response.headers.add("X-Request-Id", requestID)
        response.headers.add("Cache-Control", "no-store")
        if !body.isEmpty { response.headers.add("Content-Type", "application/json") }
        return response
    }

    static func error(_ error: APIError, requestID: String) -> HTTPResponse {
        let body = ErrorResponse(error: error.body(), requestID: requestID).jsonBytes()
        var response = json(error.code.httpStatus, body, requestID: requestID)
        if error.code.httpStatus == 401 { response.headers.add("WWW-Authenticate", "Bearer") }
        if let milliseconds = error.retryAfterMilliseconds {
            response.headers.add("Retry-After", String((milliseconds + 999) / 1_000))
        }
        return response
    }

    static func text(_ status: Int, _ text: String, type: String = "text/plain; charset=utf-8") -> HTTPResponse {
        var response = HTTPResponse(status: status, body: Array(text.utf8))
        response.headers.add("Content-Type", type)
        response.headers.add("Cache-Control", "no-store")
        return response
    }
}
