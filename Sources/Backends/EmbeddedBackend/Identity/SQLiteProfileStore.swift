public import Basics
public import Contracts
public import Identity
internal import SQLiteDriver
public import WireProtocol

/// Profiles beside the accounts.
public struct SQLiteProfileStore: ProfileStore {
    let store: SQLiteStore<IdentityTables>
    let clock: WallClock

    public func update(
        _ change: ProfileChange, of user: UserID, committed: @escaping @Sendable (ProfileOutcome) -> Void
    ) async throws(StoreError) -> ProfileOutcome {
        let clock = clock
        return try await store.writing(
            byteCount: 1_024,
            { (tables) throws(SQLiteError) in
                try Self.update(change, of: user, now: clock.millisecondsSince1970(), in: tables)
            }, committed: committed)
    }

    public func find(
        _ beginning: String, after cursor: UserSearchCursor?, for searcher: UserID, limit: Int
    ) async throws(StoreError) -> [FoundUser] {
        try await store.reading { (tables) throws(SQLiteError) in
            var found: [FoundUser] = []
            for row in try tables.names.find(beginning, after: cursor, for: searcher, limit: limit) {
                guard let user = try tables.accounts.publicUser(row.userID) else { continue }
                found.append(FoundUser(user: user, name: row.name, isDiscoverable: true))
            }
            return found
        }
    }

    public func find(_ login: Login, for searcher: UserID) async throws(StoreError) -> FoundUser? {
        try await store.reading { (tables) throws(SQLiteError) in
            let (statement, name) =
                switch login {
                case .email(let email): (tables.accounts.emailOwner, email)
                case .username(let username): (tables.accounts.usernameOwner, username)
                }
            guard let id = try statement.first({ $0.bind(1, name) }, read: { UserID($0.uint64(0)) }), id != searcher,
                try tables.contacts.link(to: id, of: searcher) != .blocked,
                let user = try tables.accounts.publicUser(id)
            else { return nil }
            let privacy = try tables.settings.privacy(of: id)
            if case .email = login, privacy.foundByEmail != true { return nil }
            return FoundUser(user: user, name: name, isDiscoverable: privacy.discoverable ?? true)
        }
    }

    // MARK: Inside a transaction

    private static func update(
        _ change: ProfileChange, of id: UserID, now: Int64, in tables: IdentityTables
    ) throws(SQLiteError) -> ProfileOutcome {
        guard var user = try tables.accounts.ownUser(id) else { return .noSuchUser }
        let old = user
        var usernameChangedAt = try tables.names.usernameChangedAt(of: id)
        if let username = change.username, username != old.username {
            if let refusal = try refusal(of: username, change, of: id, last: usernameChangedAt, now: now, in: tables) {
                return refusal
            }
            try tables.names.release(username)
            try tables.names.reserve(old.username, for: id, until: now + change.usernameReservedMilliseconds)
            user.username = username
            usernameChangedAt = now
        }
        user.displayName = change.displayName ?? old.displayName
        user.avatarURL = change.avatarURL ?? old.avatarURL
        user.bio = change.bio ?? old.bio
        guard user != old else { return .changed(user) }
        try tables.names.save(user, usernameChangedAt: usernameChangedAt)
        try tables.setNames(of: user, isDiscoverable: tables.settings.privacy(of: id).discoverable ?? true)
        return .changed(user)
    }

    private static func refusal(
        of username: String, _ change: ProfileChange, of id: UserID, last: Int64, now: Int64, in tables: IdentityTables
    ) throws(SQLiteError) -> ProfileOutcome? {
        guard try tables.isFree(username, for: id, now: now) else { return .usernameTaken }
        let next = last + change.usernameIntervalMilliseconds
        return last > 0 && now < next ? .tooSoon(retryAfterMilliseconds: next - now) : nil
    }
}

extension IdentityTables {
    /// The beginnings by which somebody is found follow their names, and whether they want to be.
    func setNames(of user: User, isDiscoverable: Bool) throws(SQLiteError) {
        let all = SearchNames.all(username: user.username, displayName: user.displayName)
        try names.setNames(isDiscoverable ? all : [], of: UserID(user.id))
    }

    /// Whether nobody has this user name, nor had it lately.
    ///
    /// - Parameter user: who may take back what was theirs; nil for somebody new.
    func isFree(_ username: String, for user: UserID?, now: Int64) throws(SQLiteError) -> Bool {
        guard try accounts.usernameOwner.first({ $0.bind(1, username) }, read: { _ in true }) == nil else {
            return false
        }
        let reserver = try names.reserver(of: username, now: now)
        return reserver == nil || reserver == user
    }
}
