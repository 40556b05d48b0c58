public import Basics
public import Contracts
public import WireProtocol

/// The devices of accounts as their owners see them, and what those who are new ask of the others.
///
/// Times are milliseconds since 1970. A device that was removed is nobody's.
public protocol DeviceStore: Sendable {
    /// The devices above an id, in rising order; none of them is `current`.
    func devices(of user: UserID, above device: DeviceID, limit: Int) async throws(StoreError) -> [OwnDevice]

    /// - Returns: nil when the user has no such device.
    func rename(_ device: DeviceID, of user: UserID, to name: String) async throws(StoreError) -> OwnDevice?

    /// Ends the device's sessions, voids its keys and forgets its name.
    ///
    /// - Returns: the sessions that ended; nil when the user has no such device.
    func remove(_ device: DeviceID, of user: UserID, now: Int64) async throws(StoreError) -> [SessionID]?

    // MARK: Links

    /// Takes the place of what the caller's device asked before.
    ///
    /// - Parameter pendingMax: devices of the account that may wait.
    func startLink(_ link: NewDeviceLink, by caller: Caller, pendingMax: Int) async throws(StoreError) -> LinkStart

    /// What the device has asked, unless that is over.
    func link(of device: DeviceID, now: Int64) async throws(StoreError) -> GetDeviceLinkResponse?

    /// The account's devices that wait, but for one.
    func pendingLinks(
        of user: UserID, except device: DeviceID, now: Int64
    ) async throws(StoreError) -> [PendingDeviceLink]

    /// Answers a device that waits.
    func approve(_ approval: LinkApproval, by caller: Caller, now: Int64) async throws(StoreError) -> LinkAnswer
}

public struct NewDeviceLink: Sendable {
    public let offer: [UInt8]
    public let createdAt: Int64
    public let expiresAt: Int64

    public init(offer: [UInt8], createdAt: Int64, expiresAt: Int64) {
        self.offer = offer
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}

public enum LinkStart: Sendable {
    /// With the link's id.
    case started(UInt64)
    case noSuchDevice
    case hasKeys
    case tooManyPending
}

public struct LinkApproval: Sendable {
    /// The one that waits.
    public let deviceID: DeviceID
    public let linkID: UInt64
    public let payload: [UInt8]

    public init(deviceID: DeviceID, linkID: UInt64, payload: [UInt8]) {
        self.deviceID = deviceID
        self.linkID = linkID
        self.payload = payload
    }
}

public enum LinkAnswer: Sendable {
    /// Now, or before with the very same payload.
    case approved
    case noSuchLink
    case otherAnswer
    /// The device that answers has no keys itself.
    case noKeys
}
