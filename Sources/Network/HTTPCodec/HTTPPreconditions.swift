/// Whether a representation is sent, under the request's conditions (RFC 9110 §13).
public enum HTTPPreconditions {
    public enum Verdict: Sendable, Equatable {
        case proceed
        /// 304.
        case notModified
        /// 412.
        case failed
    }

    /// In the order of RFC 9110 §13.2.2. Dates that are malformed are passed over, as if they were not there.
    ///
    /// - Parameters:
    ///   - tag: the strong entity tag of the selected representation, with its quotes.
    ///   - modified: when it was changed last, in seconds since 1970.
    public static func evaluate(_ request: HTTPRequest, tag: String, modified: UInt64) -> Verdict {
        let headers = request.headers
        let isRead = request.method == "GET" || request.method == "HEAD"
        let wanted = headers.all("if-match")
        if !wanted.isEmpty {
            if !names(wanted, tag, weakly: false) { return .failed }
        } else if let date = date(headers, "if-unmodified-since"), modified > date {
            return .failed
        }
        let had = headers.all("if-none-match")
        if !had.isEmpty {
            if names(had, tag, weakly: true) { return isRead ? .notModified : .failed }
        } else if isRead, let date = date(headers, "if-modified-since"), modified <= date {
            return .notModified
        }
        return .proceed
    }

    /// Whether `Range` is to be heeded (RFC 9110 §13.1.5): without `If-Range`, or when that names what we have. A date
    /// must be ours exactly, and then it says enough: a file is read once.
    public static func allowsRange(_ headers: HTTPHeaders, tag: String, modified: UInt64) -> Bool {
        guard let condition = headers.first("if-range") else { return true }
        if condition.hasPrefix("\"") { return condition == tag }
        return HTTPDate.seconds(condition) == modified
    }

    /// Whether a list of entity tags holds `tag`. Weak tags count only where the comparison is weak (RFC 9110
    /// §8.8.3.2).
    private static func names(_ values: [String], _ tag: String, weakly: Bool) -> Bool {
        values.flatMap { $0.split(separator: ",") }.map(ASCII.trimmed).contains { element in
            element == "*" || element == tag || (weakly && element == "W/" + tag)
        }
    }

    private static func date(_ headers: HTTPHeaders, _ name: String) -> UInt64? {
        headers.first(name).flatMap(HTTPDate.seconds)
    }
}
