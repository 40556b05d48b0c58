/// Why bytes are no envelope that this version understands.
public enum EnvelopeRefusal: Error, Equatable, Sendable {
    case malformed(FormatError)
    /// It has an extension that must be understood, and is not.
    case criticalExtension
    /// A kind that this version does not know.
    case kind
    /// Not in `EnvelopeHeader.counters`.
    case counter
    /// A reference that this kind may not have, or none where it must have one.
    case reference
    /// An edit of a message of somebody else.
    case author
}
