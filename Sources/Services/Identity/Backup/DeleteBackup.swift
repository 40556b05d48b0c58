internal import Basics
public import Contracts
public import WireProtocol

extension IdentityService {
    public func deleteBackup(
        _ request: DeleteBackupRequest, context: CallContext
    ) async throws(APIError) -> DeleteBackupResponse {
        let caller = try context.authenticated()
        let change: BackupChange
        do throws(StoreError) {
            change = try await ports.backups.erase(
                of: caller.userID, expectedVersion: request.expectedVersion, now: clock.millisecondsSince1970())
        } catch {
            throw error.apiError
        }
        switch change {
        case .done: return DeleteBackupResponse()
        case .conflict(version: 0): throw APIError(.backupNotFound)
        case .conflict(let version): throw .backupConflict(version)
        }
    }
}
