public import SecureFormat

/// Why a content was not opened. The state is as before. In the order of the steps.
public enum OpenRefusal: Refusal {
    case envelope(EnvelopeRefusal)
    /// What the sender has signed is not what the server says.
    case chat, clientID, sender, device
    /// The sender's device has none (any more), or no identity key of the sender is known.
    case certificateMissing
    case certificate(CertificateRefusal)
    case signature
    /// None for this device.
    case keyMissing
    /// It is not for this device and this message, or it is no content key.
    case unwrap
    /// The content key is not the one to which the sender is bound.
    case commitment
    case ciphertext
    case padding
    case counter(CounterRefusal)
    /// What the sender has signed is not what the server says.
    case kind, target

    public var cause: Cause {
        switch self {
        case .envelope(let refusal): refusal.cause
        case .chat: Cause("place", "chat")
        case .clientID: Cause("place", "client_id")
        case .sender: Cause("place", "sender")
        case .device: Cause("place", "device")
        case .certificateMissing: Cause("certificate", "missing")
        case .certificate(let refusal): refusal.cause
        case .signature: Cause("envelope", "signature")
        case .keyMissing: Cause("key", "missing")
        case .unwrap: Cause("key", "unwrap")
        case .commitment: Cause("envelope", "commitment")
        case .ciphertext: Cause("envelope", "ciphertext")
        case .padding: Cause("envelope", "padding")
        case .counter(let refusal): refusal.cause
        case .kind: Cause("place", "kind")
        case .target: Cause("place", "target")
        }
    }
}
