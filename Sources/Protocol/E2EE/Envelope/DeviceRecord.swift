internal import SecureFormat

/// What the server says of one device. Nothing of it is believed until its certificate is checked: `VerifiedDevice`.
public struct DeviceRecord: Equatable, Sendable {
    public let userID: UInt64
    public let deviceID: UInt64
    /// `SubjectPublicKeyInfo` in DER.
    public let encryptionKey: [UInt8]
    /// Ed25519.
    public let signingKey: [UInt8]
    public let certificate: [UInt8]

    public init(
        userID: UInt64, deviceID: UInt64, encryptionKey: [UInt8], signingKey: [UInt8], certificate: [UInt8]
    ) {
        self.userID = userID
        self.deviceID = deviceID
        self.encryptionKey = encryptionKey
        self.signingKey = signingKey
        self.certificate = certificate
    }

    var claim: DeviceClaim {
        DeviceClaim(userID: userID, deviceID: deviceID, signingKey: signingKey, encryptionKey: encryptionKey)
    }
}
