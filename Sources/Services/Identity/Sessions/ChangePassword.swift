internal import Basics
public import Contracts
public import WireProtocol

extension IdentityService {
    public func changePassword(
        _ request: ChangePasswordRequest, context: CallContext
    ) async throws(APIError) -> ChangePasswordResponse {
        let caller = try context.authenticated()
        try AccountRules.password(request.newPassword, field: "newPassword", limits: limits)
        let derivation = try request.kdf.map { kdf throws(APIError) in try AccountRules.derivation(kdf) }
        let proved = try await prove(request.currentPassword, of: caller, context)
        let password = StoredPassword(hash: try await hash(request.newPassword), derivation: derivation)
        let ended: [SessionID]?
        do throws(StoreError) {
            ended = try await ports.accounts.changePassword(
                of: caller.userID, from: proved.password.hash, to: password, keeping: caller.sessionID,
                now: clock.millisecondsSince1970())
        } catch {
            throw error.apiError
        }
        // Somebody else was sooner: the password that was proved is the old one by now.
        guard let ended else { throw APIError(.authCredentials) }
        announceEnd(of: ended)
        return ChangePasswordResponse()
    }
}
