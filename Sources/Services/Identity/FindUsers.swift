internal import Basics
public import Contracts
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
}
