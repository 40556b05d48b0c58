public import SecureFormat

/// Why a wrapped key is not what was put away.
public enum WrappedKeyRefusal: Refusal {
    case malformed(FormatError)
    /// An unknown one, or not the one that is wanted.
    case purpose
    /// It is of another account.
    case userID
    /// It is of another device.
    case deviceID
    /// It does not open, or inside is no such key.
    case key
    case primitive(PrimitiveFailure)

    public var cause: Cause {
        switch self {
        case .malformed(let error): Cause("wrapped_key", error.problem)
        case .purpose: Cause("wrapped_key", "purpose")
        case .userID: Cause("wrapped_key", "user_id")
        case .deviceID: Cause("wrapped_key", "device_id")
        case .key: Cause("wrapped_key", "key")
        case .primitive(let failure): failure.cause
        }
    }
}
