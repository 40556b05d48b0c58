public import Basics
public import Contracts
public import WireProtocol

/// The public keys of accounts and of their devices. What changes in a device's keys is told to the other services by
/// the transaction that changes it.
public protocol KeyStore: Sendable {
    func identityKey(of user: UserID) async throws(StoreError) -> IdentityKey?

    /// Stores the account's first key; of two calls at the same time, one wins.
    ///
    /// - Returns: the key that the account has now.
    func putIdentityKey(_ key: IdentityKey, of user: UserID) async throws(StoreError) -> IdentityKey

    /// Replaces the account's key. The keys of all its devices become void, nobody waits for approval any longer, and a
    /// row tells who did it. The key that it has changes nothing.
    func resetIdentityKey(_ key: IdentityKey, by caller: Caller) async throws(StoreError) -> IdentityKeyReset

    /// Stores the keys of the caller's device, once.
    ///
    /// - Parameters:
    ///   - identityKey: the one that has certified them.
    ///   - devicesMax: devices of the account that may have keys.
    func putDeviceKeys(
        _ keys: DeviceKeys, of caller: Caller, certifiedBy identityKey: [UInt8], devicesMax: Int
    ) async throws(StoreError) -> DeviceKeysOutcome

    /// - Returns: nil when there is no such user.
    func keys(of user: UserID) async throws(StoreError) -> UserKeysResponse?
}

public struct IdentityKey: Equatable, Sendable {
    public let bytes: [UInt8]
    /// Milliseconds since 1970.
    public let createdAt: Int64

    public init(bytes: [UInt8], createdAt: Int64) {
        self.bytes = bytes
        self.createdAt = createdAt
    }
}

public enum IdentityKeyReset: Sendable {
    /// Now, or before: the key that the account has.
    case done(IdentityKey)
    /// It has none to be replaced.
    case none
}

public enum DeviceKeysOutcome: Sendable {
    /// Now, or before with the very same bytes.
    case stored
    /// The device has others.
    case exists
    case noSuchDevice
    case tooManyDevices
    /// The account has another identity key by now, or none.
    case notCertified
}
