/// Why the server closes a socket; the number tells a client whether to come back (docs/PROTOCOL.md).
enum CloseCode: UInt16, Sendable {
    /// The server restarts: reconnect.
    case goingAway = 1012
    /// No valid access token: log in or refresh, then reconnect.
    case authenticationRequired = 4001
    /// The session has ended: do not reconnect, log in.
    case revoked = 4003
    /// Too many connections in too short a time: reconnect after the time given.
    case rateLimited = 4008
    /// More waits to be sent than the client reads: reconnect and resume.
    case slowConsumer = 4010
    /// The server cannot serve this socket now: reconnect later.
    case tryAgainLater = 4013
    /// A frame of a kind that this socket does not take.
    case badFrame = 4400

    var reason: String {
        switch self {
        case .goingAway: "going away"
        case .authenticationRequired: "auth.required"
        case .revoked: "auth.revoked"
        case .rateLimited: "rate.limited"
        case .slowConsumer: "slow consumer"
        case .tryAgainLater: "try again later"
        case .badFrame: "bad frame"
        }
    }
}
