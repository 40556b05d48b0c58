/// The key of one sealed content, wrapped for one device.
public struct DeviceKey: Equatable, Sendable {
    public let deviceID: UInt64
    public let key: [UInt8]

    public init(deviceID: UInt64, key: [UInt8]) {
        self.deviceID = deviceID
        self.key = key
    }
}
