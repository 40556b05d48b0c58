/// What a wrapped key is for. The number stands in it and is never given another meaning.
public enum KeyPurpose: UInt8, Sendable, CaseIterable {
    /// A device's, Ed25519.
    case signing = 1
    /// A device's, RSA.
    case encryption = 2
    /// The account's, Ed25519.
    case identity = 3
    /// A device's, for its local history.
    case storage = 4
}
