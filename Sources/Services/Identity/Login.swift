internal import Basics
public import Contracts
internal import Cryptography
public import WireProtocol

extension IdentityService {
    public func login(_ request: LoginRequest, context: CallContext) async throws(APIError) -> AuthenticationResponse {
        let login = try AccountRules.login(email: request.email, username: request.username, limits: limits)
        try attempts.login(to: login.name, context)
        let secret = random.bytes(RefreshToken.secretByteCount)
        let session = try newSession(request.device, secret: secret, userAgent: context.userAgent)
        let credentials: Credentials?
        do throws(StoreError) {
            credentials = try await ports.accounts.credentials(for: login)
        } catch {
            throw error.apiError
        }
        let proved = try await prove(request.password, credentials)
        return try await start(session, secret: secret, for: proved)
    }

    private func start(
        _ session: NewSession, secret: [UInt8], for proved: Credentials
    ) async throws(APIError) -> AuthenticationResponse {
        let start: SessionStart
        do throws(StoreError) {
            start = try await ports.accounts.startSession(
                for: proved, session, sessionsMax: limits.sessionsPerUserMax)
        } catch {
            throw error.apiError
        }
        switch start {
        case .started(let user, let caller, let ended):
            announceEnd(of: ended)
            return try answer(user, caller, secret: secret)
        case .passwordChanged: throw APIError(.authCredentials)
        case .noSuchDevice: throw APIError(.deviceNotFound, details: ErrorDetails(field: "device.id"))
        }
    }

    /// Whether this is the account's password. No account and a wrong password are told alike, and take as long.
    func prove(_ password: String, _ credentials: Credentials?) async throws(APIError) -> Credentials {
        // No account has a password of another length, and a longer one would cost more to hash.
        guard password.unicodeScalars.count <= limits.passwordCharacters.upperBound else {
            throw APIError(.authCredentials)
        }
        do throws(CryptographyError) {
            let isRight = try await hasher.verifies(
                AccountRules.passwordSpelling(password), against: credentials?.password.hash ?? decoyHash)
            if isRight, let credentials { return credentials }
        } catch {
            throw error.apiError
        }
        throw APIError(.authCredentials)
    }

    /// - Parameter secret: of the session's first refresh token.
    func newSession(
        _ device: DeviceDescription?, secret: [UInt8], userAgent: String?
    ) throws(APIError) -> NewSession {
        let name = try deviceName(device?.name, userAgent: userAgent)
        let platform = device?.platform ?? ""
        guard platform.unicodeScalars.count <= limits.deviceNameCharactersMax else {
            throw .invalid(field: "device.platform", limit: UInt64(limits.deviceNameCharactersMax))
        }
        let now = clock.millisecondsSince1970()
        return NewSession(
            deviceID: device?.id.map { DeviceID($0) }, deviceName: name, platform: platform,
            refreshTokenHash: SHA256.hash(secret), startsAt: now,
            expiresAt: RefreshRules.expiry(usedAt: now, startedAt: now, refreshDays: Int64(settings.refreshDays)))
    }

    /// What its owner calls it, else what the program calls itself, as far as that can be shown.
    private func deviceName(_ given: String?, userAgent: String?) throws(APIError) -> String {
        if let given, !given.isEmpty {
            return try AccountRules.deviceName(given, field: "device.name", limits: limits)
        }
        let shown = userAgent.map { String($0.prefix(limits.deviceNameCharactersMax)) }
        let name = try? shown.map { (text) throws(APIError) in
            try AccountRules.deviceName(text, field: "device.name", limits: limits)
        }
        return name ?? "unknown"
    }

    func answer(_ user: User, _ caller: Caller, secret: [UInt8]) throws(APIError) -> AuthenticationResponse {
        let refreshToken = RefreshToken(sessionID: caller.sessionID.rawValue, generation: 0, secret: secret)
        return AuthenticationResponse(
            user: user, device: Device(id: caller.deviceID.rawValue), session: Session(id: caller.sessionID.rawValue),
            accessToken: try newAccessToken(for: caller), accessTokenExpiresIn: AccessToken.lifetimeSeconds,
            refreshToken: refreshTokens.text(of: refreshToken))
    }

    func newAccessToken(for caller: Caller) throws(APIError) -> String {
        let now = UInt32(clamping: clock.millisecondsSince1970() / 1_000)
        let key = keys.current
        do throws(CryptographyError) {
            return try AccessToken.issue(to: caller, key: key.privateKey, keyID: key.id, now: now)
        } catch {
            throw error.apiError
        }
    }
}
