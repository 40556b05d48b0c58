public import SecureFormat

/// What is to be sealed.
public struct Draft: Sendable {
    /// Longer ones are refused. With their padding they fill the largest ciphertext.
    public static let contentByteCountMax = 63_487

    /// The 16 bytes of the entry's `clientId`.
    public let clientID: [UInt8]
    public let kind: EnvelopeKind
    /// The message that an edit or a reaction is about.
    public let refersTo: EnvelopeReference?
    /// By this device's clock, in milliseconds since 1970.
    public let sentAt: UInt64
    public let content: [UInt8]
    /// Nil for a message that was never sealed. One that is sealed again, because the roster has changed, keeps the
    /// counter that it got first.
    public let counter: UInt64?

    public init(
        clientID: [UInt8], kind: EnvelopeKind, refersTo: EnvelopeReference? = nil, sentAt: UInt64, content: [UInt8],
        counter: UInt64? = nil
    ) {
        self.clientID = clientID
        self.kind = kind
        self.refersTo = refersTo
        self.sentAt = sentAt
        self.content = content
        self.counter = counter
    }
}
