public import Basics
public import Contracts
public import WireProtocol

/// Accounts, their devices and their sessions.
public protocol AccountStore: Sendable {
    /// Makes an account with its first device and session, or says which name is taken. Of two calls with one name at
    /// the same time, one wins.
    func create(_ account: NewAccount, session: NewSession) async throws(StoreError) -> AccountCreation

    /// - Parameter login: normalised.
    func credentials(for login: Login) async throws(StoreError) -> Credentials?

    /// Starts a session on a device of the user, or on a new one. The oldest sessions over `sessionsMax` end.
    func startSession(
        for user: UserID, _ session: NewSession, sessionsMax: Int
    ) async throws(StoreError) -> SessionStart

    /// Those of the ids that are users, without their e-mail addresses.
    func users(_ ids: [UserID]) async throws(StoreError) -> [User]

    /// A user with the e-mail address, for its owner.
    func ownUser(_ id: UserID) async throws(StoreError) -> User?
}

public enum Login: Hashable, Sendable {
    case email(String)
    case username(String)
}

public struct NewAccount: Sendable {
    public let email: String
    public let username: String
    public let displayName: String
    public let passwordHash: String

    public init(email: String, username: String, displayName: String, passwordHash: String) {
        self.email = email
        self.username = username
        self.displayName = displayName
        self.passwordHash = passwordHash
    }
}

public struct NewSession: Sendable {
    /// nil makes a new device.
    public let deviceID: DeviceID?
    public let deviceName: String
    public let platform: String
    /// Of the refresh token; the token itself is never stored.
    public let refreshTokenHash: [UInt8]
    /// Milliseconds since 1970.
    public let refreshTokenExpiresAt: Int64

    public init(
        deviceID: DeviceID?, deviceName: String, platform: String, refreshTokenHash: [UInt8],
        refreshTokenExpiresAt: Int64
    ) {
        self.deviceID = deviceID
        self.deviceName = deviceName
        self.platform = platform
        self.refreshTokenHash = refreshTokenHash
        self.refreshTokenExpiresAt = refreshTokenExpiresAt
    }
}

public enum AccountCreation: Sendable {
    case created(User, Caller)
    case emailTaken
    case usernameTaken
}

public struct Credentials: Sendable {
    public let userID: UserID
    public let passwordHash: String

    public init(userID: UserID, passwordHash: String) {
        self.userID = userID
        self.passwordHash = passwordHash
    }
}

public enum SessionStart: Sendable {
    /// The user with the e-mail address, for its owner.
    case started(User, Caller)
    case noSuchDevice
}
