/// Why a password is not stretched. What asks for less than the minimum asks for the password itself.
public enum PasswordRefusal: Refusal {
    /// It has fewer than 16 or more than 64 bytes.
    case salt
    /// They are fewer than 600,000 or more than 10,000,000.
    case iterations
    case primitive(PrimitiveFailure)

    public var cause: Cause {
        switch self {
        case .salt: Cause("password", "salt")
        case .iterations: Cause("password", "iterations")
        case .primitive(let failure): failure.cause
        }
    }
}
