/// Which algorithms a device's keys are for. The number stands in certificates and is never given another meaning.
public enum KeySuite: UInt16, Sendable, CaseIterable {
    /// Signatures with Ed25519 (RFC 8032), keys wrapped with RSA-OAEP (RFC 8017 §7.1), SHA-256, 2,048 bits.
    case ed25519RSA2048 = 1
    /// The same with 3,072 bits.
    case ed25519RSA3072 = 2

    public var modulusByteCount: Int {
        switch self {
        case .ed25519RSA2048: 256
        case .ed25519RSA3072: 384
        }
    }
}
