// Generated from martlet/v1/identity.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
/// Every call of the service that HTTP has, in the order of the contract.
public enum IdentityCalls {
    /// Makes an account and logs its first device in.
    public static let register = APICall<RegisterRequest, AuthenticationResponse>(
        name: "IdentityService/Register",
        method: "POST", path: "/v1/auth/register",
        needsSession: false, hasBody: true
    )
    /// How to make `password` for a log-in. An unknown login gets an answer like any other, always the same.
    public static let prelogin = APICall<PreloginRequest, PreloginResponse>(
        name: "IdentityService/Prelogin",
        method: "POST", path: "/v1/auth/prelogin",
        needsSession: false, hasBody: true
    )
    /// Logs a device in. An unknown login and a wrong password are answered alike.
    public static let login = APICall<LoginRequest, AuthenticationResponse>(
        name: "IdentityService/Login",
        method: "POST", path: "/v1/auth/login",
        needsSession: false, hasBody: true
    )
    /// Gives a new access token and the next refresh token for a refresh token, which is spent with that. Presented again
    /// within 30 s, while its successor is unused, it gives the same successor; later it ends the session.
    public static let refresh = APICall<RefreshRequest, RefreshResponse>(
        name: "IdentityService/Refresh",
        method: "POST", path: "/v1/auth/refresh",
        needsSession: false, hasBody: true
    )
    /// Ends the session of the access token, of the refresh token or of the cookie, whichever comes first in this order.
    public static let logout = APICall<LogoutRequest, LogoutResponse>(
        name: "IdentityService/Logout",
        method: "POST", path: "/v1/auth/logout",
        needsSession: false, hasBody: true
    )
    /// The caller's sessions.
    public static let listSessions = APICall<ListSessionsRequest, ListSessionsResponse>(
        name: "IdentityService/ListSessions",
        method: "GET", path: "/v1/sessions",
        needsSession: true, hasBody: false
    )
    /// Ends one of the caller's sessions, and its sockets.
    public static let endSession = APICall<EndSessionRequest, EndSessionResponse>(
        name: "IdentityService/EndSession",
        method: "DELETE", path: "/v1/sessions/{id}",
        needsSession: true, hasBody: false
    )
    /// Ends all of the caller's sessions but this one.
    public static let endOtherSessions = APICall<EndOtherSessionsRequest, EndOtherSessionsResponse>(
        name: "IdentityService/EndOtherSessions",
        method: "POST", path: "/v1/sessions/end-others",
        needsSession: true, hasBody: true
    )
    /// Gives the account another password. Its other sessions end.
    public static let changePassword = APICall<ChangePasswordRequest, ChangePasswordResponse>(
        name: "IdentityService/ChangePassword",
        method: "POST", path: "/v1/auth/change-password",
        needsSession: true, hasBody: true
    )
    /// The keys that verify access tokens.
    public static let getPublicKey = APICall<GetPublicKeyRequest, JsonWebKeySet>(
        name: "IdentityService/GetPublicKey",
        method: "GET", path: "/.well-known/jwks.json",
        needsSession: false, hasBody: false
    )
    /// The caller's own account, with its e-mail address.
    public static let getOwnUser = APICall<GetOwnUserRequest, UserResponse>(
        name: "IdentityService/GetOwnUser",
        method: "GET", path: "/v1/users/me",
        needsSession: true, hasBody: false
    )
    /// Somebody, as everybody may see them.
    public static let getUserById = APICall<GetUserByIdRequest, UserResponse>(
        name: "IdentityService/GetUserById",
        method: "GET", path: "/v1/users/{id}",
        needsSession: true, hasBody: false
    )
    /// Changes one's own profile. What is absent stays.
    public static let updateUser = APICall<UpdateUserRequest, UserResponse>(
        name: "IdentityService/UpdateUser",
        method: "PUT", path: "/v1/users/{id}",
        needsSession: true, hasBody: true
    )
    /// Finds people by the begin of a name. Whom the caller has blocked is not among them.
    public static let findUsers = APICall<FindUsersRequest, FindUsersResponse>(
        name: "IdentityService/FindUsers",
        method: "GET", path: "/v1/users",
        needsSession: true, hasBody: false
    )
    /// The caller's settings.
    public static let getSettings = APICall<GetSettingsRequest, SettingsResponse>(
        name: "IdentityService/GetSettings",
        method: "GET", path: "/v1/users/me/settings",
        needsSession: true, hasBody: false
    )
    /// Changes the caller's settings, if nobody else did since the version that is named. What is absent stays.
    public static let updateSettings = APICall<UpdateSettingsRequest, SettingsResponse>(
        name: "IdentityService/UpdateSettings",
        method: "PUT", path: "/v1/users/me/settings",
        needsSession: true, hasBody: true
    )
    /// One's own contacts, requests and blocks.
    public static let getContacts = APICall<GetContactsRequest, GetContactsResponse>(
        name: "IdentityService/GetContacts",
        method: "GET", path: "/v1/users/{id}/contacts",
        needsSession: true, hasBody: false
    )
    /// Asks somebody to be a contact; whoever has asked the caller becomes one by that. A request to somebody who has
    /// blocked the caller looks like any other and reaches nobody.
    public static let requestContact = APICall<RequestContactRequest, ContactResponse>(
        name: "IdentityService/RequestContact",
        method: "POST", path: "/v1/users/{id}/contacts",
        needsSession: true, hasBody: true
    )
    /// Accepts a request, or blocks somebody: whoever they are, and whether they are in the list or not.
    public static let updateContact = APICall<UpdateContactRequest, ContactResponse>(
        name: "IdentityService/UpdateContact",
        method: "PUT", path: "/v1/users/{id}/contacts/{contactId}",
        needsSession: true, hasBody: true
    )
    /// Ends a contact, declines or withdraws a request, or unblocks.
    public static let deleteContact = APICall<DeleteContactRequest, DeleteContactResponse>(
        name: "IdentityService/DeleteContact",
        method: "DELETE", path: "/v1/users/{id}/contacts/{contactId}",
        needsSession: true, hasBody: false
    )
    /// Publishes the account's identity key, once. The same again changes nothing.
    public static let putAccountKey = APICall<PutAccountKeyRequest, AccountKeyResponse>(
        name: "IdentityService/PutAccountKey",
        method: "PUT", path: "/v1/keys/account",
        needsSession: true, hasBody: true
    )
    /// Gives the account another identity key: the keys of all its devices become void, and its contacts are to be warned.
    /// The same again changes nothing.
    public static let resetAccountKey = APICall<ResetAccountKeyRequest, AccountKeyResponse>(
        name: "IdentityService/ResetAccountKey",
        method: "POST", path: "/v1/keys/account/reset",
        needsSession: true, hasBody: true
    )
    /// Publishes the calling device's keys with their certificate, once. The same again changes nothing.
    public static let putDeviceKeys = APICall<PutDeviceKeysRequest, DeviceKeysResponse>(
        name: "IdentityService/PutDeviceKeys",
        method: "PUT", path: "/v1/keys/devices/{deviceId}",
        needsSession: true, hasBody: true
    )
    /// Somebody's identity key, and the devices that it certifies.
    public static let getUserKeys = APICall<GetUserKeysRequest, UserKeysResponse>(
        name: "IdentityService/GetUserKeys",
        method: "GET", path: "/v1/users/{id}/keys",
        needsSession: true, hasBody: false
    )
    /// The caller's devices.
    public static let getDevices = APICall<GetDevicesRequest, GetDevicesResponse>(
        name: "IdentityService/GetDevices",
        method: "GET", path: "/v1/devices",
        needsSession: true, hasBody: false
    )
    /// Gives one of the caller's devices another name.
    public static let renameDevice = APICall<RenameDeviceRequest, OwnDeviceResponse>(
        name: "IdentityService/RenameDevice",
        method: "PATCH", path: "/v1/devices/{id}",
        needsSession: true, hasBody: true
    )
    /// Removes one of the caller's devices for good: its sessions end, its keys are void.
    public static let removeDevice = APICall<RemoveDeviceRequest, RemoveDeviceResponse>(
        name: "IdentityService/RemoveDevice",
        method: "DELETE", path: "/v1/devices/{id}",
        needsSession: true, hasBody: false
    )
    /// A device without keys asks the account's other devices for approval. It replaces what this device asked before.
    public static let startDeviceLink = APICall<StartDeviceLinkRequest, StartDeviceLinkResponse>(
        name: "IdentityService/StartDeviceLink",
        method: "POST", path: "/v1/devices/link",
        needsSession: true, hasBody: true
    )
    /// What has become of the calling device's request.
    public static let getDeviceLink = APICall<GetDeviceLinkRequest, GetDeviceLinkResponse>(
        name: "IdentityService/GetDeviceLink",
        method: "GET", path: "/v1/devices/link",
        needsSession: true, hasBody: false
    )
    /// Which of the account's other devices wait to be approved.
    public static let getDeviceLinks = APICall<GetDeviceLinksRequest, GetDeviceLinksResponse>(
        name: "IdentityService/GetDeviceLinks",
        method: "GET", path: "/v1/devices/links",
        needsSession: true, hasBody: false
    )
    /// A device with keys answers one that waits. The same again changes nothing.
    public static let approveDevice = APICall<ApproveDeviceRequest, ApproveDeviceResponse>(
        name: "IdentityService/ApproveDevice",
        method: "POST", path: "/v1/devices/{id}/approve",
        needsSession: true, hasBody: true
    )
    /// The account's backup, which only its owner can read.
    public static let getBackup = APICall<GetBackupRequest, BackupResponse>(
        name: "IdentityService/GetBackup",
        method: "GET", path: "/v1/backup",
        needsSession: true, hasBody: false
    )
    /// Stores a backup in place of the version that the caller has seen.
    public static let putBackup = APICall<PutBackupRequest, BackupVersionResponse>(
        name: "IdentityService/PutBackup",
        method: "PUT", path: "/v1/backup",
        needsSession: true, hasBody: true
    )
    /// Erases the backup, if it is the version that the caller has seen.
    public static let deleteBackup = APICall<DeleteBackupRequest, DeleteBackupResponse>(
        name: "IdentityService/DeleteBackup",
        method: "DELETE", path: "/v1/backup",
        needsSession: true, hasBody: false
    )
}
