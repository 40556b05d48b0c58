internal import Basics
public import Contracts
public import WireProtocol

extension IdentityService {
    public func getUserKeys(
        _ request: GetUserKeysRequest, context: CallContext
    ) async throws(APIError) -> UserKeysResponse {
        _ = try context.authenticated()
        do throws(StoreError) {
            if let keys = try await ports.keys.keys(of: UserID(request.id)) { return keys }
        } catch {
            throw error.apiError
        }
        throw APIError(.userNotFound)
    }
}
