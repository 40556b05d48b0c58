/// The device on which this runs, with its private keys.
public struct LocalDevice<Provider: CryptoProvider>: Sendable {
    public let userID: UInt64
    public let deviceID: UInt64
    public let signingKey: Provider.SigningKey
    public let unwrappingKey: Provider.UnwrappingKey

    public init(
        userID: UInt64, deviceID: UInt64, signingKey: Provider.SigningKey, unwrappingKey: Provider.UnwrappingKey
    ) {
        self.userID = userID
        self.deviceID = deviceID
        self.signingKey = signingKey
        self.unwrappingKey = unwrappingKey
    }
}
