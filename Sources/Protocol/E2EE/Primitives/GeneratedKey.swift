/// A new private key and its public part: 32 bytes of Ed25519, or `SubjectPublicKeyInfo` in DER.
public struct GeneratedKey<PrivateKey: Sendable>: Sendable {
    public let privateKey: PrivateKey
    public let publicKey: [UInt8]

    public init(privateKey: PrivateKey, publicKey: [UInt8]) {
        self.privateKey = privateKey
        self.publicKey = publicKey
    }
}
