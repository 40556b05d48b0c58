public import Basics
public import Contracts
public import Identity
internal import SQLiteDriver
public import WireProtocol

/// Accounts, devices and sessions in one SQLite file.
public struct SQLiteAccountStore: AccountStore {
    let store: SQLiteStore<IdentityTables>
    let identifiers: SnowflakeGenerator
    let clock: WallClock

    public func create(_ account: NewAccount, session: NewSession) async throws(StoreError) -> AccountCreation {
        let copy = self
        return try await store.writing(byteCount: 1_024) { (tables) throws(SQLiteError) in
            if try tables.accounts.emailOwner.first({ $0.bind(1, account.email) }, read: { _ in true }) != nil {
                return .emailTaken
            }
            guard try tables.isFree(account.username, for: nil, now: copy.clock.millisecondsSince1970()) else {
                return .usernameTaken
            }
            let id = UserID(copy.identifiers.next())
            try copy.insert(account, id: id, into: tables)
            guard let caller = try copy.start(session, for: id, in: tables),
                let user = try Self.ownUser(id, tables: tables)
            else { throw SQLiteError(.corrupt, message: "an account that was just written is not there") }
            try tables.setNames(of: user, isDiscoverable: true)
            return .created(user, caller)
        }
    }

    public func credentials(for login: Login) async throws(StoreError) -> Credentials? {
        try await store.reading { (tables) throws(SQLiteError) in
            let (statement, name) =
                switch login {
                case .email(let email): (tables.accounts.credentialsByEmail, email)
                case .username(let username): (tables.accounts.credentialsByUsername, username)
                }
            return try statement.first({ $0.bind(1, name) }, read: AccountTable.credentials)
        }
    }

    public func credentials(of user: UserID) async throws(StoreError) -> Credentials? {
        try await store.reading { (tables) throws(SQLiteError) in
            try tables.accounts.credentialsOfUser.first(
                { $0.bind(1, user.rawValue) }, read: AccountTable.credentials)
        }
    }

    public func changePassword(
        of user: UserID, from checkedHash: String, to password: StoredPassword, keeping session: SessionID, now: Int64
    ) async throws(StoreError) -> [SessionID]? {
        try await store.writing(byteCount: 512) { (tables) throws(SQLiteError) in
            let current = try tables.accounts.credentialsOfUser.first(
                { $0.bind(1, user.rawValue) }, read: AccountTable.credentials)
            guard current?.password.hash == checkedHash else { return nil }
            try tables.accounts.changePassword.run { statement in
                statement.bind(1, user.rawValue)
                statement.bind(2, password.hash)
                AccountTable.bind(password.derivation, from: 3, to: statement)
            }
            return try tables.sessions.endOthers(of: user, but: session, now: now)
        }
    }

    public func startSession(
        for proved: Credentials, _ session: NewSession, sessionsMax: Int
    ) async throws(StoreError) -> SessionStart {
        let (copy, user) = (self, proved.userID)
        return try await store.writing(byteCount: 1_024) { (tables) throws(SQLiteError) in
            // Else somebody who knew the old password would outlive its change.
            let current = try tables.accounts.credentialsOfUser.first(
                { $0.bind(1, user.rawValue) }, read: AccountTable.credentials)
            guard current?.password.hash == proved.password.hash else { return .passwordChanged }
            guard let caller = try copy.start(session, for: user, in: tables),
                let found = try Self.ownUser(user, tables: tables)
            else { return .noSuchDevice }
            let ended = try tables.sessions.endOldest(of: user, over: sessionsMax, now: session.startsAt)
            return .started(found, caller, ended: ended)
        }
    }

    public func users(_ ids: [UserID]) async throws(StoreError) -> [User] {
        try await store.reading { (tables) throws(SQLiteError) in
            var found: [User] = []
            for id in ids {
                let user = try tables.accounts.user.first(
                    { $0.bind(1, id.rawValue) }, read: { AccountTable.user($0, withEmail: false) })
                if let user { found.append(user) }
            }
            return found
        }
    }

    public func ownUser(_ id: UserID) async throws(StoreError) -> User? {
        try await store.reading { (tables) throws(SQLiteError) in try Self.ownUser(id, tables: tables) }
    }

    // MARK: Inside a transaction

    private static func ownUser(_ id: UserID, tables: IdentityTables) throws(SQLiteError) -> User? {
        try tables.accounts.user.first({ $0.bind(1, id.rawValue) }, read: { AccountTable.user($0, withEmail: true) })
    }

    private func insert(_ account: NewAccount, id: UserID, into tables: IdentityTables) throws(SQLiteError) {
        try tables.accounts.insertUser.run { statement in
            statement.bind(1, id.rawValue)
            statement.bind(2, account.email)
            statement.bind(3, account.username)
            statement.bind(4, account.displayName)
            statement.bind(5, account.password.hash)
            AccountTable.bind(account.password.derivation, from: 6, to: statement)
            statement.bind(8, clock.millisecondsSince1970())
        }
    }

    /// - Returns: nil when the user has no such device.
    private func start(
        _ session: NewSession, for user: UserID, in tables: IdentityTables
    ) throws(SQLiteError) -> Caller? {
        guard let device = try device(of: session, user: user, in: tables) else { return nil }
        let caller = Caller(userID: user, deviceID: device, sessionID: SessionID(identifiers.next()))
        try tables.sessions.start(session, caller)
        return caller
    }

    private func device(
        of session: NewSession, user: UserID, in tables: IdentityTables
    ) throws(SQLiteError) -> DeviceID? {
        if let id = session.deviceID {
            return try tables.accounts.deviceOfUser.first(
                { statement in
                    statement.bind(1, id.rawValue)
                    statement.bind(2, user.rawValue)
                }, read: { DeviceID($0.uint64(0)) })
        }
        let id = DeviceID(identifiers.next())
        try tables.accounts.insertDevice.run { statement in
            statement.bind(1, id.rawValue)
            statement.bind(2, user.rawValue)
            statement.bind(3, session.deviceName)
            statement.bind(4, session.platform)
            // Not a moment later than its first session.
            statement.bind(5, session.startsAt)
        }
        return id
    }
}
