/// Which request a task works for: every line that is logged within it names it.
///
/// Bound by the Gateway around a call, so that what a service or a store logs on behalf of a request can be found by
/// the id that its client was told.
public struct LogScope: Sendable {
    @TaskLocal public static var current: LogScope?

    /// As in `X-Request-Id`.
    public let requestID: String
    /// Of W3C Trace Context, when the client named one.
    public let traceID: String?

    public init(requestID: String, traceID: String?) {
        self.requestID = requestID
        self.traceID = traceID
    }
}
