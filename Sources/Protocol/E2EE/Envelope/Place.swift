public import SecureFormat

/// Where a sealed content was found: what the server says of the entry. All of it is compared with what the sender
/// has signed.
public struct Place: Equatable, Sendable {
    /// What the entry is about.
    public enum Target: Equatable, Sendable {
        case none
        /// A message that this client has not opened (yet).
        case unknown
        case known(EnvelopeReference)
    }

    /// Nil of a copy, with which it does not come.
    public let clientID: [UInt8]?
    public let senderID: UInt64
    /// Nil of a copy.
    public let senderDeviceID: UInt64?
    public let kind: EnvelopeKind
    public let target: Target
    /// Whether the entry of this content is another one, where it is opened too: its counter is neither compared nor
    /// recorded here.
    public let isCopy: Bool

    /// An entry.
    public init(
        clientID: [UInt8], senderID: UInt64, senderDeviceID: UInt64, kind: EnvelopeKind, target: Target
    ) {
        self.clientID = clientID
        self.senderID = senderID
        self.senderDeviceID = senderDeviceID
        self.kind = kind
        self.target = target
        self.isCopy = false
    }

    /// `latestEdit` of a message.
    public init(latestEditOf message: Target, authorID: UInt64) {
        self.clientID = nil
        self.senderID = authorID
        self.senderDeviceID = nil
        self.kind = .edit
        self.target = message
        self.isCopy = true
    }
}
