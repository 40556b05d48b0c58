/// What a certificate is held against.
public struct DeviceClaim: Equatable, Sendable {
    public let userID: UInt64
    public let deviceID: UInt64
    public let signingKey: [UInt8]
    public let encryptionKey: [UInt8]

    public init(userID: UInt64, deviceID: UInt64, signingKey: [UInt8], encryptionKey: [UInt8]) {
        self.userID = userID
        self.deviceID = deviceID
        self.signingKey = signingKey
        self.encryptionKey = encryptionKey
    }
}
