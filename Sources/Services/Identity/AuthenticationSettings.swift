/// What the operator says about sessions and their tokens.
public struct AuthenticationSettings: Sendable {
    /// Days that a session lasts after it was used last.
    public var refreshDays = 30
    /// Days after which a new key signs access tokens.
    public var tokenKeyDays = 30

    public init() {}
}
