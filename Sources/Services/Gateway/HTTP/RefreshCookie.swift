internal import Contracts
internal import HTTPCodec
internal import WireProtocol

/// The cookie in which a browser keeps its refresh token, out of reach of the page's scripts (RFC 6265).
///
/// It is sent to the calls below `/v1/auth` only, and counts for pages of this server only: beside `SameSite`, which
/// not every browser knows, the request has to say where it comes from.
enum RefreshCookie {
    static let name = "refreshToken"
    /// No session lasts longer than 60 days.
    private static let secondsMax = 60 * 86_400
    private static let attributes = "Path=/v1/auth; HttpOnly; Secure; SameSite=Strict"

    /// What the browser sent, for the calls that take it. Of several cookies of the name none counts: one of them was
    /// put there by another host of the domain.
    static func read(_ request: HTTPRequest, for route: HTTPRoute, _ rules: CrossOriginRules) -> BrowserCookie? {
        guard isTaken(by: route) else { return nil }
        let values = request.headers.all("cookie").flatMap { $0.split(separator: ";") }.compactMap(value)
        guard values.count == 1, let value = values.first else { return nil }
        return BrowserCookie(value: value, isFromOwnPage: rules.isOwnPage(request))
    }

    /// Adds what the answer of a call means for the cookie.
    static func add(to response: inout HTTPResponse, for answer: HTTPRouteAnswer) {
        switch answer.message {
        case let message as AuthenticationResponse: set(message.refreshToken, on: &response)
        case let message as RefreshResponse: set(message.refreshToken, on: &response)
        case is LogoutResponse: response.headers.add("Set-Cookie", "\(name)=; Max-Age=0; \(attributes)")
        default: break
        }
    }

    private static func set(_ token: String, on response: inout HTTPResponse) {
        response.headers.add("Set-Cookie", "\(name)=\(token); Max-Age=\(secondsMax); \(attributes)")
    }

    private static func isTaken(by route: HTTPRoute) -> Bool {
        route.path == [.literal("v1"), .literal("auth"), .literal("refresh")]
            || route.path == [.literal("v1"), .literal("auth"), .literal("logout")]
    }

    private static func value(of pair: Substring) -> String? {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].drop(while: { $0 == " " || $0 == "\t" }) == name else { return nil }
        return String(parts[1])
    }
}
