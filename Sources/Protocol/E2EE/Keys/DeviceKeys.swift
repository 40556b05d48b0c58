public import SecureFormat

/// What a device makes for itself before it is certified. In a browser the private ones are handles; all can be wrapped
/// until they are first used.
public struct DeviceKeys<Provider: CryptoProvider>: Sendable {
    public let suite: KeySuite
    public let signing: GeneratedKey<Provider.SigningKey>
    /// The public part is `SubjectPublicKeyInfo` in DER, of the suite.
    public let encryption: GeneratedKey<Provider.UnwrappingKey>
    /// 32 bytes, for the local history. Secret.
    public let storage: [UInt8]

    /// Takes as long as two large primes take to be found: from a tenth of a second to several.
    public static func generated(_ suite: KeySuite) throws(PrimitiveFailure) -> DeviceKeys {
        DeviceKeys(
            suite: suite, signing: try Provider.generateSigningKey(),
            encryption: try Provider.generateUnwrappingKey(suite),
            storage: try Provider.random(AES256GCM.keyByteCount))
    }
}
