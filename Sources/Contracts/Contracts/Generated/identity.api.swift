// Generated from martlet/v1/identity.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import WireProtocol

public protocol IdentityAPI: Sendable {
    /// Makes an account and logs its first device in.
    func register(_ request: RegisterRequest, context: CallContext) async throws(APIError) -> AuthenticationResponse
    /// Logs a device in. An unknown login and a wrong password are answered alike.
    func login(_ request: LoginRequest, context: CallContext) async throws(APIError) -> AuthenticationResponse
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
