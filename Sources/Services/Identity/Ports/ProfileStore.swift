public import Basics
public import Contracts
public import WireProtocol

/// What people tell of themselves, and how they are found by it.
public protocol ProfileStore: Sendable {
    /// Changes what is given. A user name that is given up stays reserved for its owner for a while.
    ///
    /// - Parameter committed: called once the change is durable, in the order of the commits.
    func update(
        _ change: ProfileChange, of user: UserID, committed: @escaping @Sendable (ProfileOutcome) -> Void
    ) async throws(StoreError) -> ProfileOutcome

    /// Those whose name begins so, as `SearchNames` spells it, by name; everybody once, without `searcher`, those whom
    /// `searcher` has blocked, and those who do not want to be found.
    ///
    /// - Parameter cursor: where the page before ended; nil for the first one.
    func find(
        _ beginning: String, after cursor: UserSearchCursor?, for searcher: UserID, limit: Int
    ) async throws(StoreError) -> [FoundUser]

    /// The one with exactly this name, unless `searcher` has blocked them; by address only if they want to be found so.
    func find(_ login: Login, for searcher: UserID) async throws(StoreError) -> FoundUser?
}

/// What is nil stays. Checked, in the one spelling that names have.
public struct ProfileChange: Sendable {
    public var displayName: String?
    public var username: String?
    public var avatarURL: String?
    public var bio: String?
    /// How long after one change of the user name the next may come.
    public var usernameIntervalMilliseconds: Int64 = 0
    /// How long a user name that was given up is kept from others.
    public var usernameReservedMilliseconds: Int64 = 0

    public init() {}
}

public enum ProfileOutcome: Sendable {
    /// With the e-mail address, for its owner.
    case changed(User)
    case usernameTaken
    /// The user name was changed too lately.
    case tooSoon(retryAfterMilliseconds: Int64)
    case noSuchUser
}

public struct FoundUser: Sendable {
    public let user: User
    /// By which they were found.
    public let name: String
    /// Whether the begin of a name finds them too.
    public let isDiscoverable: Bool

    public init(user: User, name: String, isDiscoverable: Bool) {
        self.user = user
        self.name = name
        self.isDiscoverable = isDiscoverable
    }
}
