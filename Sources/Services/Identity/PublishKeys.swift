public import Contracts
public import WireProtocol

extension IdentityService {
    public func getPublicKey(
        _ request: GetPublicKeyRequest, context: CallContext
    ) async throws(APIError) -> JsonWebKeySet {
        JsonWebKeySet(keys: keys.published.map(\.jsonWebKey))
    }
}
