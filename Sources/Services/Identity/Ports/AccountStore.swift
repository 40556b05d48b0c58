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

    /// Starts a session on a device of the user, or on a new one, unless the password is no longer the one that was
    /// proved. The oldest sessions over `sessionsMax` end.
    func startSession(
        for proved: Credentials, _ session: NewSession, sessionsMax: Int
    ) async throws(StoreError) -> SessionStart

    func credentials(of user: UserID) async throws(StoreError) -> Credentials?

    /// Gives the account another password, unless it is no longer the one that was checked, and ends its other
    /// sessions.
    ///
    /// - Parameters:
    ///   - checkedHash: of the password that the caller has proved to know.
    ///   - now: milliseconds since 1970.
    /// - Returns: the sessions that ended; nil when the password is another one by now.
    func changePassword(
        of user: UserID, from checkedHash: String, to password: StoredPassword, keeping session: SessionID, now: Int64
    ) async throws(StoreError) -> [SessionID]?

    /// Those of the ids that are users, without their e-mail addresses.
    func users(_ ids: [UserID]) async throws(StoreError) -> [User]

    /// A user with the e-mail address, for its owner.
    func ownUser(_ id: UserID) async throws(StoreError) -> User?
}

public enum Login: Hashable, Sendable {
    case email(String)
    case username(String)

    /// The address or the name.
    public var name: String {
        switch self {
        case .email(let name), .username(let name): name
        }
    }
}

public struct NewAccount: Sendable {
    public let email: String
    public let username: String
    public let displayName: String
    public let password: StoredPassword

    public init(email: String, username: String, displayName: String, password: StoredPassword) {
        self.email = email
        self.username = username
        self.displayName = displayName
        self.password = password
    }
}

/// What is kept of a password, whether its owner's client derived it or not.
public struct StoredPassword: Sendable {
    /// Argon2id, in its own format with cost and salt.
    public let hash: String
    /// How the client made it; nil when it is the password itself.
    public let derivation: Derivation?

    /// PBKDF2 with HMAC-SHA-256.
    public struct Derivation: Sendable {
        public let salt: [UInt8]
        public let iterations: UInt32

        public init(salt: [UInt8], iterations: UInt32) {
            self.salt = salt
            self.iterations = iterations
        }
    }

    public init(hash: String, derivation: Derivation?) {
        self.hash = hash
        self.derivation = derivation
    }
}

public struct NewSession: Sendable {
    /// nil makes a new device.
    public let deviceID: DeviceID?
    public let deviceName: String
    public let platform: String
    /// Of the refresh token; the token itself is never stored.
    public let refreshTokenHash: [UInt8]
    /// Milliseconds since 1970, as is `expiresAt`.
    public let startsAt: Int64
    public let expiresAt: Int64

    public init(
        deviceID: DeviceID?, deviceName: String, platform: String, refreshTokenHash: [UInt8], startsAt: Int64,
        expiresAt: Int64
    ) {
        self.deviceID = deviceID
        self.deviceName = deviceName
        self.platform = platform
        self.refreshTokenHash = refreshTokenHash
        self.startsAt = startsAt
        self.expiresAt = expiresAt
    }
}

public enum AccountCreation: Sendable {
    case created(User, Caller)
    case emailTaken
    case usernameTaken
}

public struct Credentials: Sendable {
    public let userID: UserID
    public let password: StoredPassword

    public init(userID: UserID, password: StoredPassword) {
        self.userID = userID
        self.password = password
    }
}

public enum SessionStart: Sendable {
    /// The user with the e-mail address, for its owner; and the sessions that were too many.
    case started(User, Caller, ended: [SessionID])
    case noSuchDevice
    case passwordChanged
}
