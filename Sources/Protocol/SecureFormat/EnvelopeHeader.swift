/// What an envelope says in the open of what is sealed in it: the server reads it, the sender's device signs it, and
/// the ciphertext does not open with another one. Layout: docs/encryption.md.
public struct EnvelopeHeader: Equatable, Sendable {
    public static let version: UInt8 = 1
    public static let clientIDByteCount = 16
    /// SHA-256.
    public static let hashByteCount = 32
    public static let commitmentByteCount = 32
    /// Numbers up to here are exact in every language that clients are written in.
    public static let counters: ClosedRange<UInt64> = 1...9_007_199_254_740_991

    public let chatID: UInt64
    /// The message's name in cryptography, as the server gives out the sequence. 16 bytes.
    public let clientID: [UInt8]
    public let senderID: UInt64
    public let senderDeviceID: UInt64
    /// Of this device in this chat: 1, then one more for each envelope.
    public let counter: UInt64
    /// Which roster it is sealed for, as the server counts them.
    public let rosterVersion: UInt64
    /// By the sender's clock, in milliseconds since 1970.
    public let sentAt: UInt64
    public let kind: EnvelopeKind
    public let refersTo: EnvelopeReference?
    /// SHA-256 of the roster as the sender saw it.
    public let rosterHash: [UInt8]
    /// To the content key: no other one opens the ciphertext. 32 bytes.
    public let commitment: [UInt8]
    /// By rising type, each once.
    public let extensions: [FormatExtension]

    public init(
        chatID: UInt64, clientID: [UInt8], senderID: UInt64, senderDeviceID: UInt64, counter: UInt64,
        rosterVersion: UInt64, sentAt: UInt64, kind: EnvelopeKind, refersTo: EnvelopeReference?, rosterHash: [UInt8],
        commitment: [UInt8], extensions: [FormatExtension] = []
    ) {
        self.chatID = chatID
        self.clientID = clientID
        self.senderID = senderID
        self.senderDeviceID = senderDeviceID
        self.counter = counter
        self.rosterVersion = rosterVersion
        self.sentAt = sentAt
        self.kind = kind
        self.refersTo = refersTo
        self.rosterHash = rosterHash
        self.commitment = commitment
        self.extensions = extensions
    }

    /// The associated data of the ciphertext; its SHA-256 names the message in references.
    public func encoded() throws(FormatError) -> [UInt8] {
        var writer = FormatWriter()
        try encode(to: &writer)
        return writer.bytes
    }

    func encode(to writer: inout FormatWriter) throws(FormatError) {
        writer.uint8(Self.version)
        writer.uint16(EnvelopeSuite.aes256GCM.rawValue)
        writer.uint64(chatID)
        try writer.fixed(clientID, Self.clientIDByteCount)
        writer.uint64(senderID)
        writer.uint64(senderDeviceID)
        writer.uint64(counter)
        writer.uint64(rosterVersion)
        writer.uint64(sentAt)
        writer.uint8(kind.rawValue)
        try EnvelopeReference.encodeList(refersTo, to: &writer)
        try writer.fixed(rosterHash, Self.hashByteCount)
        try writer.fixed(commitment, Self.commitmentByteCount)
        try FormatExtension.encodeList(extensions, to: &writer)
    }
}
