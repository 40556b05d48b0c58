public import SecureFormat

/// Why a file is not what was sealed, or is not sealed.
public enum FileRefusal: Refusal {
    /// What the message says of the file.
    case malformed(FormatError)
    /// Above `FileShape.byteCountMax`.
    case tooLarge
    /// One does not open: changed, of another file, or in another's place.
    case chunk
    /// More or fewer bytes than the size asks for.
    case length
    /// Behind the file are not only zeros.
    case padding
    /// It is not the file that the message names.
    case hash
    case primitive(PrimitiveFailure)

    public var cause: Cause {
        switch self {
        case .malformed(let error): Cause("file", error.problem)
        case .tooLarge: Cause("file", "too_large")
        case .chunk: Cause("file", "chunk")
        case .length: Cause("file", "length")
        case .padding: Cause("file", "padding")
        case .hash: Cause("file", "hash")
        case .primitive(let failure): failure.cause
        }
    }
}
