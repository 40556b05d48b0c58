public import Contracts

/// The private keys that sign access tokens.
public protocol SigningKeyStore: Sendable {
    /// The newest key, or `candidate` made the first one: of two calls at the same time, both get the same key.
    func key(orFirst candidate: StoredSigningKey) async throws(StoreError) -> StoredSigningKey
}

public struct StoredSigningKey: Sendable {
    public let id: String
    /// Secret.
    public let der: [UInt8]

    public init(id: String, der: [UInt8]) {
        self.id = id
        self.der = der
    }
}
