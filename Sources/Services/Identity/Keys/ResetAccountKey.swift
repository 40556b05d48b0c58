internal import Basics
public import Contracts
internal import Cryptography
public import WireProtocol

extension IdentityService {
    /// Wants the password again: whoever has an access token alone must not take an account over.
    public func resetAccountKey(
        _ request: ResetAccountKeyRequest, context: CallContext
    ) async throws(APIError) -> AccountKeyResponse {
        let caller = try context.authenticated()
        let key = try KeyRules.ed25519(request.identityKey, field: "identityKey")
        try await checkPassword(request.password, of: caller.userID)
        let replacement = IdentityKey(bytes: key.bytes, createdAt: clock.millisecondsSince1970())
        let outcome: IdentityKeyReset
        do throws(StoreError) {
            outcome = try await ports.keys.resetIdentityKey(replacement, by: caller)
        } catch {
            throw error.apiError
        }
        switch outcome {
        case .replaced: return AccountKeyResponse(replacement)
        case .none: throw APIError(.keysAccountMissing)
        case .same: throw APIError(.keysAccountExists)
        }
    }

    private func checkPassword(_ password: String, of user: UserID) async throws(APIError) {
        guard password.unicodeScalars.count <= limits.passwordCharacters.upperBound else {
            throw APIError(.authCredentials)
        }
        let hash: String?
        do throws(StoreError) {
            hash = try await ports.keys.passwordHash(of: user)
        } catch {
            throw error.apiError
        }
        do throws(CryptographyError) {
            if let hash, try await hasher.verifies(password, against: hash) { return }
        } catch {
            throw error.apiError
        }
        throw APIError(.authCredentials)
    }
}
