// Generated from martlet/v1/identity.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import WireProtocol

public protocol IdentityAPI: Sendable {
    /// Makes an account and logs its first device in.
    func register(_ request: RegisterRequest, context: CallContext) async throws(APIError) -> AuthenticationResponse
    /// How to make `password` for a log-in. An unknown login gets an answer like any other, always the same.
    func prelogin(_ request: PreloginRequest, context: CallContext) async throws(APIError) -> PreloginResponse
    /// Logs a device in. An unknown login and a wrong password are answered alike.
    func login(_ request: LoginRequest, context: CallContext) async throws(APIError) -> AuthenticationResponse
    /// Gives a new access token and the next refresh token for a refresh token, which is spent with that. Presented again
    /// within 30 s, while its successor is unused, it gives the same successor; later it ends the session.
    func refresh(_ request: RefreshRequest, context: CallContext) async throws(APIError) -> RefreshResponse
    /// Ends the session of the access token, of the refresh token or of the cookie, whichever comes first in this order.
    func logout(_ request: LogoutRequest, context: CallContext) async throws(APIError) -> LogoutResponse
    /// The caller's sessions.
    func listSessions(
        _ request: ListSessionsRequest,
        context: CallContext
    ) async throws(APIError) -> ListSessionsResponse
    /// Ends one of the caller's sessions, and its sockets.
    func endSession(_ request: EndSessionRequest, context: CallContext) async throws(APIError) -> EndSessionResponse
    /// Ends all of the caller's sessions but this one.
    func endOtherSessions(
        _ request: EndOtherSessionsRequest,
        context: CallContext
    ) async throws(APIError) -> EndOtherSessionsResponse
    /// Gives the account another password. Its other sessions end.
    func changePassword(
        _ request: ChangePasswordRequest,
        context: CallContext
    ) async throws(APIError) -> ChangePasswordResponse
    /// Between services: the sessions that have ended since.
    func getRevocations(
        _ request: GetRevocationsRequest,
        context: CallContext
    ) async throws(APIError) -> GetRevocationsResponse
    /// The keys that verify access tokens.
    func getPublicKey(_ request: GetPublicKeyRequest, context: CallContext) async throws(APIError) -> JsonWebKeySet
    /// The caller's own account, with its e-mail address.
    func getOwnUser(_ request: GetOwnUserRequest, context: CallContext) async throws(APIError) -> UserResponse
    /// Somebody, as everybody may see them.
    func getUserById(_ request: GetUserByIdRequest, context: CallContext) async throws(APIError) -> UserResponse
    /// Between services: which of these ids are users.
    func getUsersByIds(
        _ request: GetUsersByIdsRequest,
        context: CallContext
    ) async throws(APIError) -> GetUsersByIdsResponse
}

public enum IdentityRoutes {
    /// Every call of the service that HTTP has, in the order of the contract.
    public static func all(calling service: any IdentityAPI) -> [HTTPRoute] {
        [
            HTTPRoute(
                method: "POST", path: "/v1/auth/register",
                name: "IdentityService/Register", access: .public,
                hasBody: true, successStatus: 201,
                call: { (
                    request: RegisterRequest,
                    context: CallContext
                ) async throws(APIError) -> AuthenticationResponse in
                    try await service.register(request, context: context)
                }
            ),
            HTTPRoute(
                method: "POST", path: "/v1/auth/prelogin",
                name: "IdentityService/Prelogin", access: .public,
                hasBody: true, successStatus: 200,
                call: { (request: PreloginRequest, context: CallContext) async throws(APIError) -> PreloginResponse in
                    try await service.prelogin(request, context: context)
                }
            ),
            HTTPRoute(
                method: "POST", path: "/v1/auth/login",
                name: "IdentityService/Login", access: .public,
                hasBody: true, successStatus: 200,
                call: { (
                    request: LoginRequest,
                    context: CallContext
                ) async throws(APIError) -> AuthenticationResponse in
                    try await service.login(request, context: context)
                }
            ),
            HTTPRoute(
                method: "POST", path: "/v1/auth/refresh",
                name: "IdentityService/Refresh", access: .public,
                hasBody: true, successStatus: 200,
                call: { (request: RefreshRequest, context: CallContext) async throws(APIError) -> RefreshResponse in
                    try await service.refresh(request, context: context)
                }
            ),
            HTTPRoute(
                method: "POST", path: "/v1/auth/logout",
                name: "IdentityService/Logout", access: .optional,
                hasBody: true, successStatus: 204,
                call: { (request: LogoutRequest, context: CallContext) async throws(APIError) -> LogoutResponse in
                    try await service.logout(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/sessions",
                name: "IdentityService/ListSessions", access: .session,
                hasBody: false, successStatus: 200,
                call: { (
                    request: ListSessionsRequest,
                    context: CallContext
                ) async throws(APIError) -> ListSessionsResponse in
                    try await service.listSessions(request, context: context)
                }
            ),
            HTTPRoute(
                method: "DELETE", path: "/v1/sessions/{id}",
                name: "IdentityService/EndSession", access: .session,
                hasBody: false, successStatus: 204,
                call: { (
                    request: EndSessionRequest,
                    context: CallContext
                ) async throws(APIError) -> EndSessionResponse in
                    try await service.endSession(request, context: context)
                }
            ),
            HTTPRoute(
                method: "POST", path: "/v1/sessions/end-others",
                name: "IdentityService/EndOtherSessions", access: .session,
                hasBody: true, successStatus: 204,
                call: { (
                    request: EndOtherSessionsRequest,
                    context: CallContext
                ) async throws(APIError) -> EndOtherSessionsResponse in
                    try await service.endOtherSessions(request, context: context)
                }
            ),
            HTTPRoute(
                method: "POST", path: "/v1/auth/change-password",
                name: "IdentityService/ChangePassword", access: .session,
                hasBody: true, successStatus: 204,
                call: { (
                    request: ChangePasswordRequest,
                    context: CallContext
                ) async throws(APIError) -> ChangePasswordResponse in
                    try await service.changePassword(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/.well-known/jwks.json",
                name: "IdentityService/GetPublicKey", access: .public,
                hasBody: false, successStatus: 200,
                call: { (request: GetPublicKeyRequest, context: CallContext) async throws(APIError) -> JsonWebKeySet in
                    try await service.getPublicKey(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/users/me",
                name: "IdentityService/GetOwnUser", access: .session,
                hasBody: false, successStatus: 200,
                call: { (request: GetOwnUserRequest, context: CallContext) async throws(APIError) -> UserResponse in
                    try await service.getOwnUser(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/users/{id}",
                name: "IdentityService/GetUserById", access: .session,
                hasBody: false, successStatus: 200,
                call: { (request: GetUserByIdRequest, context: CallContext) async throws(APIError) -> UserResponse in
                    try await service.getUserById(request, context: context)
                }
            ),
        ]
    }
}
