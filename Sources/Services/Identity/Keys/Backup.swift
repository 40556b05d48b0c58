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

    public func putBackup(
        _ request: PutBackupRequest, context: CallContext
    ) async throws(APIError) -> BackupVersionResponse {
        let caller = try context.authenticated()
        guard !request.data.isEmpty else { throw .invalid(field: "data") }
        guard request.data.count <= limits.backupBytesMax else {
            throw APIError(.backupTooLarge, details: ErrorDetails(limit: UInt64(limits.backupBytesMax)))
        }
        let change: BackupChange
        do throws(StoreError) {
            change = try await ports.backups.put(
                request.data, of: caller.userID, expectedVersion: request.expectedVersion,
                now: clock.millisecondsSince1970())
        } catch {
            throw error.apiError
        }
        switch change {
        case .done(let version): return version
        case .conflict(let version): throw Self.conflict(version)
        }
    }

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
        case .conflict(let version): throw Self.conflict(version)
        }
    }

    private static func conflict(_ version: UInt64) -> APIError {
        APIError(.backupVersionConflict, details: ErrorDetails(version: version))
    }
}
