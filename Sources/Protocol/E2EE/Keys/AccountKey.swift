/// The identity key of an account: certifies its devices, and nothing else.
public struct AccountKey<Provider: CryptoProvider>: Sendable {
    public let privateKey: Provider.SigningKey
    /// 32 bytes.
    public let publicKey: [UInt8]

    /// One that was unwrapped, with what the server has of it.
    public init(privateKey: Provider.SigningKey, publicKey: [UInt8]) {
        self.privateKey = privateKey
        self.publicKey = publicKey
    }

    public static func generated() throws(PrimitiveFailure) -> AccountKey {
        let key = try Provider.generateSigningKey()
        return AccountKey(privateKey: key.privateKey, publicKey: key.publicKey)
    }
}
