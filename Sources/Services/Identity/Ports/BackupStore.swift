public import Basics
public import Contracts
public import WireProtocol

/// One backup for each account, replaced only by somebody who has seen it. Its versions go on after it was erased.
public protocol BackupStore: Sendable {
    func backup(of user: UserID) async throws(StoreError) -> BackupResponse?

    /// - Parameters:
    ///   - expectedVersion: 0 when there is none.
    ///   - now: milliseconds since 1970.
    func put(
        _ data: [UInt8], of user: UserID, expectedVersion: UInt64, now: Int64
    ) async throws(StoreError) -> BackupChange

    /// Erases the backup, also from the disk.
    ///
    /// - Parameter expectedVersion: nil for whatever there is.
    func erase(of user: UserID, expectedVersion: UInt64?, now: Int64) async throws(StoreError) -> BackupChange
}

public enum BackupChange: Sendable {
    /// Now, or before with the very same data: what there is.
    case done(BackupVersionResponse)
    /// There is another version, or none: 0.
    case conflict(version: UInt64)
}
