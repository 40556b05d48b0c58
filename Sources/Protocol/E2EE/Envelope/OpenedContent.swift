public import SecureFormat

/// A content that was sealed by the device that its header names, for this place, and for this device.
public struct OpenedContent: Equatable, Sendable {
    public let header: EnvelopeHeader
    /// SHA-256 of the header.
    public let headerHash: [UInt8]
    public let content: [UInt8]
    /// How many envelopes of this device in this chat are not there, between the lowest and the highest that were
    /// opened. Not a failure: clients show it.
    public let missingCounterCount: UInt64
    /// Whether the sender saw other devices in the roster than this client knows of the same version, or is none of
    /// them; nil when this client knows none of that version. Not a failure: clients show it.
    public let rosterDiffers: Bool?
    /// False when the message that it refers to is not known yet: it is to be compared with `header.refersTo` then.
    public let isTargetCompared: Bool

    /// What edits of it and reactions to it name.
    public var reference: EnvelopeReference {
        EnvelopeReference(authorID: header.senderID, clientID: header.clientID, headerHash: headerHash)
    }
}
