public import SecureFormat

/// Why a row of the local history is not what was written.
public enum RowRefusal: Refusal {
    case malformed(FormatError)
    /// Another storage key, another place, or changed.
    case sealed
    case primitive(PrimitiveFailure)

    public var cause: Cause {
        switch self {
        case .malformed(let error): Cause("row", error.problem)
        case .sealed: Cause("row", "sealed")
        case .primitive(let failure): failure.cause
        }
    }
}
