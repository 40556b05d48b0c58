/// The wire identifier of a log entry: `<chatId>.<seq>`, opaque to clients.
public struct MessageID: Hashable, Sendable {
    public let chatID: UInt64
    public let seq: UInt64

    public init(chatID: UInt64, seq: UInt64) {
        self.chatID = chatID
        self.seq = seq
    }

    /// nil for anything that this server never gave out.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let chatID = UInt64(parts[0]), let seq = UInt64(parts[1]), chatID > 0, seq > 0,
            chatID <= UInt64(Int64.max), seq <= UInt64(Int64.max)
        else { return nil }
        self.init(chatID: chatID, seq: seq)
        guard self.text == text else { return nil }
    }

    public var text: String { "\(chatID).\(seq)" }
}
