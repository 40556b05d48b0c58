internal import Basics
public import Contracts
internal import Cryptography
internal import Protobuf
public import WireProtocol

extension IdentityService {
    public func putAccountKey(
        _ request: PutAccountKeyRequest, context: CallContext
    ) async throws(APIError) -> AccountKeyResponse {
        let caller = try context.authenticated()
        let key = try KeyRules.ed25519(request.identityKey, field: "identityKey")
        let candidate = IdentityKey(bytes: key.bytes, createdAt: clock.millisecondsSince1970())
        let stored: IdentityKey
        do throws(StoreError) {
            stored = try await ports.keys.putIdentityKey(candidate, of: caller.userID)
        } catch {
            throw error.apiError
        }
        guard stored.bytes == key.bytes else { throw APIError(.keysAccountExists) }
        return AccountKeyResponse(stored)
    }
}

extension AccountKeyResponse {
    init(_ key: IdentityKey) {
        self.init(identityKey: key.bytes, createdAt: Timestamp(millisecondsSince1970: key.createdAt))
    }
}
