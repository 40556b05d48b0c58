public import Basics
public import WireProtocol

/// What every call between roles carries beside its request.
public struct CallContext: Sendable {
    /// Who calls, once the Gateway has verified it; nil on public calls.
    public var caller: Caller?
    /// Stands in every log line and in error answers; see `RequestID`.
    public var requestID: String
    /// The socket that gets the answer in place of the event, if the call came over one.
    public var originSocket: SocketID?
    /// The `User-Agent` of the client: names a device that has no name of its own.
    public var userAgent: String?
    /// The trace that the client's request belongs to, if it says so.
    public var trace: TraceContext?
    /// Where the client calls from, behind trusted proxies too: for limits by address.
    public var clientAddress: IPAddress?
    /// The refresh token of the browser's cookie, where a call takes it.
    public var refreshCookie: BrowserCookie?

    public init(
        caller: Caller?, requestID: String, originSocket: SocketID? = nil, userAgent: String? = nil,
        trace: TraceContext? = nil, clientAddress: IPAddress? = nil
    ) {
        self.trace = trace
        self.clientAddress = clientAddress
        self.caller = caller
        self.requestID = requestID
        self.originSocket = originSocket
        self.userAgent = userAgent
    }

    /// The caller of a call that is not public. Throws `auth.required`.
    public func authenticated() throws(APIError) -> Caller {
        guard let caller else { throw APIError(.authRequired) }
        return caller
    }
}

/// A cookie that a browser sent by itself, whoever made it send the request.
public struct BrowserCookie: Sendable {
    public let value: String
    /// Whether the request comes from a page of this server, or of one that the operator trusts.
    public let isFromOwnPage: Bool

    public init(value: String, isFromOwnPage: Bool) {
        self.value = value
        self.isFromOwnPage = isFromOwnPage
    }
}

/// A user, on a device, in a session: proved by an access token.
public struct Caller: Hashable, Sendable {
    public let userID: UserID
    public let deviceID: DeviceID
    public let sessionID: SessionID

    public init(userID: UserID, deviceID: DeviceID, sessionID: SessionID) {
        self.userID = userID
        self.deviceID = deviceID
        self.sessionID = sessionID
    }
}
