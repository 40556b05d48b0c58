/// What was backed up, by somebody who had the recovery key.
public struct OpenedBackup<Provider: CryptoProvider>: Sendable {
    public let identityKey: Provider.SigningKey
    /// From now on no lower one is to be taken.
    public let counter: UInt64
    /// Milliseconds since 1970, by the clock of the device that made it.
    public let madeAt: UInt64
    public let contents: [UInt8]
}
