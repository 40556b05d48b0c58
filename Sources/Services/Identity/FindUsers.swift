internal import Basics
public import Contracts
internal import Protobuf
public import WireProtocol

extension IdentityService {
    public func getOwnUser(_ request: GetOwnUserRequest, context: CallContext) async throws(APIError) -> UserResponse {
        let caller = try context.authenticated()
        do throws(StoreError) {
            if let user = try await ports.accounts.ownUser(caller.userID) { return UserResponse(user: user) }
        } catch {
            throw error.apiError
        }
        throw APIError(.userNotFound)
    }

    public func getUserById(_ request: GetUserByIdRequest, context: CallContext) async throws(APIError) -> UserResponse
    {
        let caller = try context.authenticated()
        guard caller.userID != UserID(request.id) else {
            return try await getOwnUser(GetOwnUserRequest(), context: context)
        }
        guard let user = try await users([UserID(request.id)]).first else { throw APIError(.userNotFound) }
        return UserResponse(user: user)
    }

    public func getUsersByIds(
        _ request: GetUsersByIdsRequest, context: CallContext
    ) async throws(APIError) -> GetUsersByIdsResponse {
        GetUsersByIdsResponse(users: try await users(request.ids.map { UserID($0) }))
    }

    private func users(_ ids: [UserID]) async throws(APIError) -> [User] {
        do throws(StoreError) {
            return try await ports.accounts.users(ids)
        } catch {
            throw error.apiError
        }
    }

    // MARK: By name

    public func findUsers(_ request: FindUsersRequest, context: CallContext) async throws(APIError) -> FindUsersResponse
    {
        let caller = try context.authenticated()
        try attempts.search(by: caller.userID)
        let limit = try pageSize(request.limit)
        let query = try query(request.query)
        let cursor = try Self.searchCursor(request.cursor, query: query)
        var users: [User] = []
        if cursor == nil, let exact = try await exact(request.query, for: caller) { users.append(exact) }
        let found: [FoundUser]
        do throws(StoreError) {
            // One more than asked for tells whether there is another page.
            found = try await ports.profiles.find(
                query, after: cursor, for: caller.userID, limit: limit - users.count + 1)
        } catch {
            throw error.apiError
        }
        let page = found.prefix(limit - users.count)
        var next: String?
        if found.count > page.count {
            let last = page.last.map { UserSearchCursor(name: $0.name, userID: $0.user.id) }
            next = Base64URL.encode((last ?? UserSearchCursor(name: query)).protobufBytes())
        }
        return FindUsersResponse(users: users + page.map(\.user), nextCursor: next)
    }

    private func query(_ text: String) throws(APIError) -> String {
        do throws(HumanText.Flaw) {
            return SearchNames.folded(try HumanText.line(text, charactersMax: limits.searchCharactersMax))
        } catch {
            throw error.apiError(field: "query")
        }
    }

    /// Whom no begin of a name finds, but the whole one, or the whole address.
    private func exact(_ text: String, for caller: Caller) async throws(APIError) -> User? {
        let login: Login
        if text.contains("@") {
            guard let email = try? AccountRules.email(text, limits: limits) else { return nil }
            login = .email(email)
        } else {
            guard let username = try? AccountRules.username(text, limits: limits) else { return nil }
            login = .username(username)
        }
        let found: FoundUser?
        do throws(StoreError) {
            found = try await ports.profiles.find(login, for: caller.userID)
        } catch {
            throw error.apiError
        }
        // Whoever is found by the begin of the name as well comes with the others.
        if case .username = login, found?.isDiscoverable == true { return nil }
        return found?.user
    }

    private static func searchCursor(_ text: String, query: String) throws(APIError) -> UserSearchCursor? {
        guard !text.isEmpty else { return nil }
        guard let bytes = Base64URL.decode(text), let cursor = try? UserSearchCursor(protobuf: bytes),
            cursor.userID <= UInt64(Int64.max), cursor.name.utf8.starts(with: query.utf8)
        else { throw .invalid(field: "cursor") }
        return cursor
    }

    /// The size of a page that a client asked for; 0 means the default.
    func pageSize(_ limit: UInt32) throws(APIError) -> Int {
        guard limit > 0 else { return limits.pageEntriesDefault }
        guard limit <= limits.pageEntriesMax else {
            throw .invalid(field: "limit", limit: UInt64(limits.pageEntriesMax))
        }
        return Int(limit)
    }
}
