internal import Basics
public import Contracts
internal import Cryptography
public import WireProtocol

extension IdentityService {
    /// How often a name made from the address is tried with another ending before the caller is told to choose one.
    private static let usernameTries = 5

    public func register(
        _ request: RegisterRequest, context: CallContext
    ) async throws(APIError) -> AuthenticationResponse {
        try attempts.registration(context)
        let email = try AccountRules.email(request.email, limits: limits)
        try AccountRules.password(request.password, limits: limits)
        var username = ""
        if let chosen = request.username { username = try AccountRules.username(chosen, limits: limits) }
        let displayName = try request.displayName.map { name throws(APIError) in
            try AccountRules.displayName(name, limits: limits)
        }
        guard request.device?.id == nil else { throw .invalid(field: "device.id") }
        let derivation = try request.kdf.map { kdf throws(APIError) in try AccountRules.derivation(kdf) }
        let secret = random.bytes(RefreshToken.secretByteCount)
        let session = try newSession(request.device, secret: secret, userAgent: context.userAgent)
        let password = StoredPassword(hash: try await hash(request.password), derivation: derivation)

        for attempt in 0..<Self.usernameTries {
            if request.username == nil {
                let suffix = attempt == 0 ? "" : Hexadecimal.encode(random.bytes(3))
                username = AccountRules.username(from: email, suffix: suffix, limits: limits)
            }
            let account = NewAccount(
                email: email, username: username, displayName: displayName ?? username, password: password)
            switch try await create(account, session: session) {
            case .created(let user, let caller):
                return try answer(user, caller, secret: secret)
            case .emailTaken: throw APIError(.userEmailTaken, details: ErrorDetails(field: "email"))
            case .usernameTaken where request.username == nil: continue
            case .usernameTaken: throw APIError(.userUsernameTaken, details: ErrorDetails(field: "username"))
            }
        }
        throw APIError(.userUsernameTaken, details: ErrorDetails(field: "username"))
    }

    private func create(_ account: NewAccount, session: NewSession) async throws(APIError) -> AccountCreation {
        do throws(StoreError) {
            return try await ports.accounts.create(account, session: session)
        } catch {
            throw error.apiError
        }
    }

    func hash(_ password: String) async throws(APIError) -> String {
        do throws(CryptographyError) {
            return try await hasher.hash(AccountRules.passwordSpelling(password))
        } catch {
            throw error.apiError
        }
    }
}
