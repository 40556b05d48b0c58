internal import Basics
public import Contracts
public import WireProtocol

extension IdentityService {
    public func updateUser(_ request: UpdateUserRequest, context: CallContext) async throws(APIError) -> UserResponse {
        let caller = try context.owner(of: request.id)
        let change = try change(request)
        let bus = bus
        let outcome: ProfileOutcome
        do throws(StoreError) {
            outcome = try await ports.profiles.update(change, of: caller.userID) { outcome in
                guard case .changed(var user) = outcome else { return }
                user.email = nil
                bus.publish(Event(body: .userChanged(UserChanged(user: user))))
            }
        } catch {
            throw error.apiError
        }
        switch outcome {
        case .changed(let user): return UserResponse(user: user)
        case .usernameTaken: throw APIError(.userUsernameTaken, details: ErrorDetails(field: "username"))
        case .tooSoon(let milliseconds):
            throw APIError(
                .rateLimited, details: ErrorDetails(field: "username"),
                retryAfterMilliseconds: UInt32(clamping: milliseconds))
        case .noSuchUser: throw APIError(.userNotFound)
        }
    }

    private func change(_ request: UpdateUserRequest) throws(APIError) -> ProfileChange {
        var change = ProfileChange()
        change.usernameIntervalMilliseconds = limits.usernameIntervalMilliseconds
        change.usernameReservedMilliseconds = limits.usernameReservedMilliseconds
        if let name = request.displayName { change.displayName = try AccountRules.displayName(name, limits: limits) }
        if let name = request.username { change.username = try AccountRules.username(name, limits: limits) }
        if let url = request.avatarURL { change.avatarURL = try AccountRules.avatarURL(url, limits: limits) }
        if let bio = request.bio { change.bio = try AccountRules.bio(bio, limits: limits) }
        return change
    }
}
