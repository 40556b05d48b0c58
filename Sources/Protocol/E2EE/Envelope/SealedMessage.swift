public import SecureFormat

/// A draft that was sealed.
public struct SealedMessage: Equatable, Sendable {
    /// What is sent.
    public let content: SealedContent
    /// What the draft is given when it must be sealed again.
    public let counter: UInt64
    /// What edits of it and reactions to it name.
    public let reference: EnvelopeReference
}
