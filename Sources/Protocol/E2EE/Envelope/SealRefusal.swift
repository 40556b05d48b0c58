public import SecureFormat

/// Why a draft was not sealed. The state is as before.
public enum SealRefusal: Refusal {
    /// This device is not in the roster.
    case ownDevice
    /// There is no counter left, after 2^53 - 1 envelopes.
    case exhausted
    /// The draft is none of an envelope; `counter`: it was not given out.
    case envelope(EnvelopeRefusal)
    case primitive(PrimitiveFailure)

    public var cause: Cause {
        switch self {
        case .ownDevice: Cause("roster", "own_device")
        case .exhausted: Cause("counter", "exhausted")
        case .envelope(let refusal): refusal.cause
        case .primitive(let failure): failure.cause
        }
    }
}
