internal import Basics
public import Contracts
public import WireProtocol

extension IdentityService {
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
        case .conflict(let version): throw .backupConflict(version)
        }
    }
}

extension APIError {
    /// - Parameter version: the one that is current; 0 when there is none.
    static func backupConflict(_ version: UInt64) -> APIError {
        APIError(.backupVersionConflict, details: ErrorDetails(version: version))
    }
}
