/// What is to be backed up.
public struct BackupDraft<Provider: CryptoProvider>: Sendable {
    /// In a browser one that can be sealed: new, or opened as `resealable`.
    public let identityKey: Provider.SigningKey
    /// One more than that of the backup before.
    public let counter: UInt64
    /// Milliseconds since 1970.
    public let madeAt: UInt64
    /// At most `Backup.contentByteCountMax` bytes; what they mean is the client's.
    public let contents: [UInt8]

    public init(identityKey: Provider.SigningKey, counter: UInt64, madeAt: UInt64, contents: [UInt8]) {
        self.identityKey = identityKey
        self.counter = counter
        self.madeAt = madeAt
        self.contents = contents
    }
}
