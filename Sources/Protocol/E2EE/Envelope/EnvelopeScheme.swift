public import SecureFormat

/// `martlet.envelope.v1`: each message has a key of its own, which is wrapped for each device. docs/encryption.md is
/// what it does, step by step.
public struct EnvelopeScheme<Provider: CryptoProvider>: ContentScheme, Equatable {
    public static var name: StaticString { "martlet.envelope.v1" }

    public let chatID: UInt64
    var state: EnvelopeState

    public init(chatID: UInt64) {
        self.chatID = chatID
        state = EnvelopeState()
    }

    public init(restoring state: [UInt8], chatID: UInt64) throws(StateRefusal) {
        self.chatID = chatID
        self.state = try EnvelopeState(decoding: state, chatID: chatID)
    }

    public func encodedState() throws(FormatError) -> [UInt8] { try state.encoded(chatID: chatID) }
}
