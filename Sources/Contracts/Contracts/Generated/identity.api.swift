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
    /// Changes one's own profile. What is absent stays.
    func updateUser(_ request: UpdateUserRequest, context: CallContext) async throws(APIError) -> UserResponse
    /// Finds people by the begin of a name. Whom the caller has blocked is not among them.
    func findUsers(_ request: FindUsersRequest, context: CallContext) async throws(APIError) -> FindUsersResponse
    /// The caller's settings.
    func getSettings(_ request: GetSettingsRequest, context: CallContext) async throws(APIError) -> SettingsResponse
    /// Changes the caller's settings, if nobody else did since the version that is named. What is absent stays.
    func updateSettings(
        _ request: UpdateSettingsRequest,
        context: CallContext
    ) async throws(APIError) -> SettingsResponse
    /// One's own contacts, requests and blocks.
    func getContacts(_ request: GetContactsRequest, context: CallContext) async throws(APIError) -> GetContactsResponse
    /// Asks somebody to be a contact; whoever has asked the caller becomes one by that. A request to somebody who has
    /// blocked the caller looks like any other and reaches nobody.
    func requestContact(
        _ request: RequestContactRequest,
        context: CallContext
    ) async throws(APIError) -> ContactResponse
    /// Accepts a request, or blocks somebody: whoever they are, and whether they are in the list or not.
    func updateContact(_ request: UpdateContactRequest, context: CallContext) async throws(APIError) -> ContactResponse
    /// Ends a contact, declines or withdraws a request, or unblocks.
    func deleteContact(
        _ request: DeleteContactRequest,
        context: CallContext
    ) async throws(APIError) -> DeleteContactResponse
    /// Between services: which of these ids are users.
    func getUsersByIds(
        _ request: GetUsersByIdsRequest,
        context: CallContext
    ) async throws(APIError) -> GetUsersByIdsResponse
    /// Between services: what decides on what the caller's sockets are told of others.
    func getRelations(
        _ request: GetRelationsRequest,
        context: CallContext
    ) async throws(APIError) -> GetRelationsResponse
    /// Between services: what the caller may know of these people and do with them.
    func getStandings(
        _ request: GetStandingsRequest,
        context: CallContext
    ) async throws(APIError) -> GetStandingsResponse
    /// Publishes the account's identity key, once. The same again changes nothing.
    func putAccountKey(
        _ request: PutAccountKeyRequest,
        context: CallContext
    ) async throws(APIError) -> AccountKeyResponse
    /// Gives the account another identity key: the keys of all its devices become void, and its contacts are to be warned.
    /// The same again changes nothing.
    func resetAccountKey(
        _ request: ResetAccountKeyRequest,
        context: CallContext
    ) async throws(APIError) -> AccountKeyResponse
    /// Publishes the calling device's keys with their certificate, once. The same again changes nothing.
    func putDeviceKeys(
        _ request: PutDeviceKeysRequest,
        context: CallContext
    ) async throws(APIError) -> DeviceKeysResponse
    /// Somebody's identity key, and the devices that it certifies.
    func getUserKeys(_ request: GetUserKeysRequest, context: CallContext) async throws(APIError) -> UserKeysResponse
    /// The caller's devices.
    func getDevices(_ request: GetDevicesRequest, context: CallContext) async throws(APIError) -> GetDevicesResponse
    /// Gives one of the caller's devices another name.
    func renameDevice(_ request: RenameDeviceRequest, context: CallContext) async throws(APIError) -> OwnDeviceResponse
    /// Removes one of the caller's devices for good: its sessions end, its keys are void.
    func removeDevice(
        _ request: RemoveDeviceRequest,
        context: CallContext
    ) async throws(APIError) -> RemoveDeviceResponse
    /// A device without keys asks the account's other devices for approval. It replaces what this device asked before.
    func startDeviceLink(
        _ request: StartDeviceLinkRequest,
        context: CallContext
    ) async throws(APIError) -> StartDeviceLinkResponse
    /// What has become of the calling device's request.
    func getDeviceLink(
        _ request: GetDeviceLinkRequest,
        context: CallContext
    ) async throws(APIError) -> GetDeviceLinkResponse
    /// Which of the account's other devices wait to be approved.
    func getDeviceLinks(
        _ request: GetDeviceLinksRequest,
        context: CallContext
    ) async throws(APIError) -> GetDeviceLinksResponse
    /// A device with keys answers one that waits. The same again changes nothing.
    func approveDevice(
        _ request: ApproveDeviceRequest,
        context: CallContext
    ) async throws(APIError) -> ApproveDeviceResponse
    /// The account's backup, which only its owner can read.
    func getBackup(_ request: GetBackupRequest, context: CallContext) async throws(APIError) -> BackupResponse
    /// Stores a backup in place of the version that the caller has seen.
    func putBackup(_ request: PutBackupRequest, context: CallContext) async throws(APIError) -> BackupVersionResponse
    /// Erases the backup, if it is the version that the caller has seen.
    func deleteBackup(
        _ request: DeleteBackupRequest,
        context: CallContext
    ) async throws(APIError) -> DeleteBackupResponse
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
            HTTPRoute(
                method: "PUT", path: "/v1/users/{id}",
                name: "IdentityService/UpdateUser", access: .session,
                hasBody: true, successStatus: 200,
                call: { (request: UpdateUserRequest, context: CallContext) async throws(APIError) -> UserResponse in
                    try await service.updateUser(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/users",
                name: "IdentityService/FindUsers", access: .session,
                hasBody: false, successStatus: 200,
                call: { (request: FindUsersRequest, context: CallContext) async throws(APIError) -> FindUsersResponse in
                    try await service.findUsers(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/users/me/settings",
                name: "IdentityService/GetSettings", access: .session,
                hasBody: false, successStatus: 200,
                call: { (
                    request: GetSettingsRequest,
                    context: CallContext
                ) async throws(APIError) -> SettingsResponse in
                    try await service.getSettings(request, context: context)
                }
            ),
            HTTPRoute(
                method: "PUT", path: "/v1/users/me/settings",
                name: "IdentityService/UpdateSettings", access: .session,
                hasBody: true, successStatus: 200,
                call: { (
                    request: UpdateSettingsRequest,
                    context: CallContext
                ) async throws(APIError) -> SettingsResponse in
                    try await service.updateSettings(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/users/{id}/contacts",
                name: "IdentityService/GetContacts", access: .session,
                hasBody: false, successStatus: 200,
                call: { (
                    request: GetContactsRequest,
                    context: CallContext
                ) async throws(APIError) -> GetContactsResponse in
                    try await service.getContacts(request, context: context)
                }
            ),
            HTTPRoute(
                method: "POST", path: "/v1/users/{id}/contacts",
                name: "IdentityService/RequestContact", access: .session,
                hasBody: true, successStatus: 201,
                replayStatus: 200, isReplay: { $0.replayed },
                call: { (
                    request: RequestContactRequest,
                    context: CallContext
                ) async throws(APIError) -> ContactResponse in
                    try await service.requestContact(request, context: context)
                }
            ),
            HTTPRoute(
                method: "PUT", path: "/v1/users/{id}/contacts/{contactId}",
                name: "IdentityService/UpdateContact", access: .session,
                hasBody: true, successStatus: 200,
                call: { (
                    request: UpdateContactRequest,
                    context: CallContext
                ) async throws(APIError) -> ContactResponse in
                    try await service.updateContact(request, context: context)
                }
            ),
            HTTPRoute(
                method: "DELETE", path: "/v1/users/{id}/contacts/{contactId}",
                name: "IdentityService/DeleteContact", access: .session,
                hasBody: false, successStatus: 204,
                call: { (
                    request: DeleteContactRequest,
                    context: CallContext
                ) async throws(APIError) -> DeleteContactResponse in
                    try await service.deleteContact(request, context: context)
                }
            ),
            HTTPRoute(
                method: "PUT", path: "/v1/keys/account",
                name: "IdentityService/PutAccountKey", access: .session,
                hasBody: true, successStatus: 200,
                call: { (
                    request: PutAccountKeyRequest,
                    context: CallContext
                ) async throws(APIError) -> AccountKeyResponse in
                    try await service.putAccountKey(request, context: context)
                }
            ),
            HTTPRoute(
                method: "POST", path: "/v1/keys/account/reset",
                name: "IdentityService/ResetAccountKey", access: .session,
                hasBody: true, successStatus: 200,
                call: { (
                    request: ResetAccountKeyRequest,
                    context: CallContext
                ) async throws(APIError) -> AccountKeyResponse in
                    try await service.resetAccountKey(request, context: context)
                }
            ),
            HTTPRoute(
                method: "PUT", path: "/v1/keys/devices/{deviceId}",
                name: "IdentityService/PutDeviceKeys", access: .session,
                hasBody: true, successStatus: 200,
                call: { (
                    request: PutDeviceKeysRequest,
                    context: CallContext
                ) async throws(APIError) -> DeviceKeysResponse in
                    try await service.putDeviceKeys(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/users/{id}/keys",
                name: "IdentityService/GetUserKeys", access: .session,
                hasBody: false, successStatus: 200,
                call: { (
                    request: GetUserKeysRequest,
                    context: CallContext
                ) async throws(APIError) -> UserKeysResponse in
                    try await service.getUserKeys(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/devices",
                name: "IdentityService/GetDevices", access: .session,
                hasBody: false, successStatus: 200,
                call: { (
                    request: GetDevicesRequest,
                    context: CallContext
                ) async throws(APIError) -> GetDevicesResponse in
                    try await service.getDevices(request, context: context)
                }
            ),
            HTTPRoute(
                method: "PATCH", path: "/v1/devices/{id}",
                name: "IdentityService/RenameDevice", access: .session,
                hasBody: true, successStatus: 200,
                call: { (
                    request: RenameDeviceRequest,
                    context: CallContext
                ) async throws(APIError) -> OwnDeviceResponse in
                    try await service.renameDevice(request, context: context)
                }
            ),
            HTTPRoute(
                method: "DELETE", path: "/v1/devices/{id}",
                name: "IdentityService/RemoveDevice", access: .session,
                hasBody: false, successStatus: 204,
                call: { (
                    request: RemoveDeviceRequest,
                    context: CallContext
                ) async throws(APIError) -> RemoveDeviceResponse in
                    try await service.removeDevice(request, context: context)
                }
            ),
            HTTPRoute(
                method: "POST", path: "/v1/devices/link",
                name: "IdentityService/StartDeviceLink", access: .session,
                hasBody: true, successStatus: 201,
                call: { (
                    request: StartDeviceLinkRequest,
                    context: CallContext
                ) async throws(APIError) -> StartDeviceLinkResponse in
                    try await service.startDeviceLink(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/devices/link",
                name: "IdentityService/GetDeviceLink", access: .session,
                hasBody: false, successStatus: 200,
                call: { (
                    request: GetDeviceLinkRequest,
                    context: CallContext
                ) async throws(APIError) -> GetDeviceLinkResponse in
                    try await service.getDeviceLink(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/devices/links",
                name: "IdentityService/GetDeviceLinks", access: .session,
                hasBody: false, successStatus: 200,
                call: { (
                    request: GetDeviceLinksRequest,
                    context: CallContext
                ) async throws(APIError) -> GetDeviceLinksResponse in
                    try await service.getDeviceLinks(request, context: context)
                }
            ),
            HTTPRoute(
                method: "POST", path: "/v1/devices/{id}/approve",
                name: "IdentityService/ApproveDevice", access: .session,
                hasBody: true, successStatus: 204,
                call: { (
                    request: ApproveDeviceRequest,
                    context: CallContext
                ) async throws(APIError) -> ApproveDeviceResponse in
                    try await service.approveDevice(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/backup",
                name: "IdentityService/GetBackup", access: .session,
                hasBody: false, successStatus: 200,
                call: { (request: GetBackupRequest, context: CallContext) async throws(APIError) -> BackupResponse in
                    try await service.getBackup(request, context: context)
                }
            ),
            HTTPRoute(
                method: "PUT", path: "/v1/backup",
                name: "IdentityService/PutBackup", access: .session,
                hasBody: true, successStatus: 200,
                call: { (
                    request: PutBackupRequest,
                    context: CallContext
                ) async throws(APIError) -> BackupVersionResponse in
                    try await service.putBackup(request, context: context)
                }
            ),
            HTTPRoute(
                method: "DELETE", path: "/v1/backup",
                name: "IdentityService/DeleteBackup", access: .session,
                hasBody: false, successStatus: 204,
                call: { (
                    request: DeleteBackupRequest,
                    context: CallContext
                ) async throws(APIError) -> DeleteBackupResponse in
                    try await service.deleteBackup(request, context: context)
                }
            ),
        ]
    }
}
