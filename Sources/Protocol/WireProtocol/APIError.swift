/// The failure of a call, as every client sees it: a code of the closed registry and what exactly was wrong.
public struct APIError: Error, Equatable, Sendable {
    public let code: ErrorCode
    public let details: ErrorDetails?
    /// When to try again; only for codes that say so.
    public let retryAfterMilliseconds: UInt32?

    public init(_ code: ErrorCode, details: ErrorDetails? = nil, retryAfterMilliseconds: UInt32? = nil) {
        self.code = code
        self.details = details
        self.retryAfterMilliseconds = retryAfterMilliseconds
    }

    /// `request.invalid`, naming the field in JSON spelling.
    public static func invalid(field: String?, limit: UInt64? = nil) -> APIError {
        APIError(.requestInvalid, details: ErrorDetails(field: field, limit: limit))
    }

    /// `server.overloaded`: the same may be sent again after a second.
    public static let overloaded = APIError(.serverOverloaded, retryAfterMilliseconds: 1_000)

    /// `rate.limited`: the same may be sent again after this time.
    public static func rateLimited(nanoseconds: UInt64) -> APIError {
        APIError(.rateLimited, retryAfterMilliseconds: UInt32(clamping: nanoseconds / 1_000_000 + 1))
    }

    /// The public form.
    public func body(requestID: String? = nil) -> ErrorBody {
        ErrorBody(
            code: code, message: code.summary, details: details, retryAfterMs: retryAfterMilliseconds,
            requestID: requestID)
    }
}
