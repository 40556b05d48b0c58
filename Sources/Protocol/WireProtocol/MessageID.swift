/// The wire identifier of a log entry: `<chatId>.<seq>`, opaque to clients.
public struct MessageID: Hashable, Sendable {
    public let chatID: UInt64
    public let seq: UInt64

    public init(chatID: UInt64, seq: UInt64) {
        self.chatID = chatID
        self.seq = seq
    }

    public var text: String { "\(chatID).\(seq)" }
}
