/// Why a picture that was scanned does not confirm a key.
public enum SafetyCodeRefusal: Refusal {
    case length
    case version
    /// It is of other people.
    case parties
    /// Somebody is in between: one of the keys is not what the other device has. Or a key is none.
    case key

    public var cause: Cause {
        switch self {
        case .length: Cause("safety_code", "length")
        case .version: Cause("safety_code", "version")
        case .parties: Cause("safety_code", "parties")
        case .key: Cause("safety_code", "key")
        }
    }
}
