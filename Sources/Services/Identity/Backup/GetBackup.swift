internal import Basics
public import Contracts
public import WireProtocol

extension IdentityService {
    public func getBackup(_ request: GetBackupRequest, context: CallContext) async throws(APIError) -> BackupResponse {
        let caller = try context.authenticated()
        do throws(StoreError) {
            if let backup = try await ports.backups.backup(of: caller.userID) { return backup }
        } catch {
            throw error.apiError
        }
        throw APIError(.backupNotFound)
    }
}
