internal import Basics
public import Contracts
internal import Cryptography
public import WireProtocol

extension IdentityService {
    /// Days that a refresh token lives from its last use.
    static let refreshDays: Int64 = 30

    public func login(_ request: LoginRequest, context: CallContext) async throws(APIError) -> AuthenticationResponse {
        let login: Login
        switch (request.email, request.username) {
        case (let email?, nil): login = .email(email.lowercased())
        case (nil, let username?): login = .username(username.lowercased())
        default: throw .invalid(field: "email")
        }
        let refreshToken = newRefreshToken()
        let session = try newSession(request.device, refreshToken: refreshToken, userAgent: context.userAgent)
        let userID = try await authenticate(login, password: request.password)
        let start: SessionStart
        do throws(StoreError) {
            start = try await ports.accounts.startSession(for: userID, session, sessionsMax: limits.sessionsPerUserMax)
        } catch {
            throw error.apiError
        }
        switch start {
        case .started(let user, let caller): return try answer(user, caller, refreshToken: refreshToken)
        case .noSuchDevice: throw APIError(.deviceNotFound, details: ErrorDetails(field: "device.id"))
        }
    }

    /// An unknown login and a wrong password are told alike, and take as long.
    private func authenticate(_ login: Login, password: String) async throws(APIError) -> UserID {
        let credentials: Credentials?
        do throws(StoreError) {
            credentials = try await ports.accounts.credentials(for: login)
        } catch {
            throw error.apiError
        }
        // No account has a password of another length, and a longer one would cost more to hash.
        guard password.unicodeScalars.count <= limits.passwordCharacters.upperBound else {
            throw APIError(.authCredentials)
        }
        do throws(CryptographyError) {
            let isRight = try await hasher.verifies(password, against: credentials?.passwordHash ?? decoyHash)
            if isRight, let credentials { return credentials.userID }
        } catch {
            throw error.apiError
        }
        throw APIError(.authCredentials)
    }

    func newRefreshToken() -> String {
        Base64URL.encode(random.bytes(32))
    }

    func newSession(
        _ device: DeviceDescription?, refreshToken: String, userAgent: String?
    ) throws(APIError) -> NewSession {
        var name = device?.name ?? ""
        if name.isEmpty { name = userAgent.map { String($0.prefix(limits.deviceNameCharactersMax)) } ?? "unknown" }
        guard name.unicodeScalars.count <= limits.deviceNameCharactersMax else {
            throw .invalid(field: "device.name", limit: UInt64(limits.deviceNameCharactersMax))
        }
        let platform = device?.platform ?? ""
        guard platform.unicodeScalars.count <= limits.deviceNameCharactersMax else {
            throw .invalid(field: "device.platform", limit: UInt64(limits.deviceNameCharactersMax))
        }
        return NewSession(
            deviceID: device?.id.map { DeviceID($0) }, deviceName: name, platform: platform,
            refreshTokenHash: SHA256.hash(Array(refreshToken.utf8)),
            refreshTokenExpiresAt: clock.millisecondsSince1970() + Self.refreshDays * 86_400_000)
    }

    func answer(_ user: User, _ caller: Caller, refreshToken: String) throws(APIError) -> AuthenticationResponse {
        let now = UInt32(clamping: clock.millisecondsSince1970() / 1_000)
        let accessToken: String
        do throws(CryptographyError) {
            accessToken = try AccessToken.issue(to: caller, key: signingKey.privateKey, keyID: signingKey.id, now: now)
        } catch {
            throw error.apiError
        }
        return AuthenticationResponse(
            user: user, device: Device(id: caller.deviceID.rawValue), session: Session(id: caller.sessionID.rawValue),
            accessToken: accessToken, accessTokenExpiresIn: AccessToken.lifetimeSeconds, refreshToken: refreshToken)
    }
}
