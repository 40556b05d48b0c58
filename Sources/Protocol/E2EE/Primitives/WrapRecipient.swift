/// For whom a secret is wrapped, and the label (RFC 8017 §7.1.1) without which it does not unwrap.
public struct WrapRecipient<Key: Sendable>: Sendable {
    public let key: Key
    public let label: [UInt8]

    public init(key: Key, label: [UInt8]) {
        self.key = key
        self.label = label
    }
}
