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
        _ = try await prove(request.password, of: caller, context)
        let replacement = IdentityKey(bytes: key.bytes, createdAt: clock.millisecondsSince1970())
        let outcome: IdentityKeyReset
        do throws(StoreError) {
            outcome = try await ports.keys.resetIdentityKey(replacement, by: caller)
        } catch {
            throw error.apiError
        }
        switch outcome {
        case .done(let key): return AccountKeyResponse(key)
        case .none: throw APIError(.keysAccountMissing)
        }
    }
}
