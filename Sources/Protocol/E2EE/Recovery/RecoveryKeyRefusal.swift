/// Why a text is no recovery key.
public enum RecoveryKeyRefusal: Refusal {
    /// Letters are missing, or there are too many.
    case length
    /// Something that no recovery key has.
    case letter
    /// A letter was misread, or two stand in each other's place.
    case checksum

    public var cause: Cause {
        switch self {
        case .length: Cause("recovery_key", "length")
        case .letter: Cause("recovery_key", "letter")
        case .checksum: Cause("recovery_key", "checksum")
        }
    }
}
