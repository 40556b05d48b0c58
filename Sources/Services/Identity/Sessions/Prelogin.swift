internal import Basics
public import Contracts
internal import Cryptography
public import WireProtocol

extension IdentityService {
    public func prelogin(_ request: PreloginRequest, context: CallContext) async throws(APIError) -> PreloginResponse {
        try attempts.prelogin(context)
        guard !request.login.isEmpty else { throw .invalid(field: "login") }
        let isAddress = request.login.utf8.contains(UInt8(ascii: "@"))
        let login =
            isAddress
            ? try AccountRules.login(email: request.login, username: nil, field: "login", limits: limits)
            : try AccountRules.login(email: nil, username: request.login, field: "login", limits: limits)
        let credentials: Credentials?
        do throws(StoreError) {
            credentials = try await ports.accounts.credentials(for: login)
        } catch {
            throw error.apiError
        }
        // Made in any case, so that a known login is not answered sooner.
        let decoy = decoys.derivation(for: login.name)
        let derivation = credentials.map { $0.password.derivation } ?? decoy
        guard let derivation else { return PreloginResponse(mode: .plain) }
        return PreloginResponse(
            mode: .derived, kdf: AccountRules.derivationAlgorithm, salt: derivation.salt,
            iterations: derivation.iterations)
    }
}

/// What is answered about logins that do not exist: always the same for the same login, and like what those have that
/// do.
struct PreloginDecoys: Sendable {
    private let key: [UInt8]

    /// Of 256 unknown logins, so many are said to send their password as it is.
    private static let plainPer256: UInt8 = 64
    private static let saltByteCount = 16

    init(_ secret: ServerSecret) {
        key = secret.key(for: "prelogin decoy")
    }

    /// - Parameter login: in its one spelling.
    /// - Returns: nil for the plain mode.
    func derivation(for login: String) -> StoredPassword.Derivation? {
        let bytes = HMACSHA256.authenticate(Array(login.utf8), key: key)
        guard bytes[0] >= Self.plainPer256 else { return nil }
        return StoredPassword.Derivation(
            salt: Array(bytes.suffix(Self.saltByteCount)), iterations: AccountRules.derivationIterations.lowerBound)
    }
}
