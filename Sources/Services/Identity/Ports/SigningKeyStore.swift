public import Contracts

/// The private keys that sign access tokens, the oldest first.
public protocol SigningKeyStore: Sendable {
    func keys() async throws(StoreError) -> [StoredSigningKey]

    /// Adds a key, unless another one was added after `newest` meanwhile.
    ///
    /// - Parameter newest: the id of the newest key that is known; nil when there is none.
    /// - Returns: all keys.
    func add(_ key: StoredSigningKey, after newest: String?) async throws(StoreError) -> [StoredSigningKey]

    func remove(_ ids: [String]) async throws(StoreError)
}

public struct StoredSigningKey: Sendable {
    public let id: String
    /// Secret.
    public let der: [UInt8]
    /// Milliseconds since 1970.
    public let createdAt: Int64

    public init(id: String, der: [UInt8], createdAt: Int64) {
        self.id = id
        self.der = der
        self.createdAt = createdAt
    }
}
