public import SecureFormat

/// Why a backup is not taken, or cannot be made.
public enum BackupRefusal: Refusal {
    case malformed(FormatError)
    /// It is of another account.
    case userID
    /// This device has seen a newer one: the server gives an old one out.
    case counter
    /// Not under this recovery key, or changed.
    case contents
    case padding
    case identityKey(WrappedKeyRefusal)
    case primitive(PrimitiveFailure)

    public var cause: Cause {
        switch self {
        case .malformed(let error): Cause("backup", error.problem)
        case .userID: Cause("backup", "user_id")
        case .counter: Cause("backup", "counter")
        case .contents: Cause("backup", "contents")
        case .padding: Cause("backup", "padding")
        case .identityKey(let refusal): refusal.cause
        case .primitive(let failure): failure.cause
        }
    }
}
