/// Two people and the chat that they share, as the server has made them.
struct PairAccount: Sendable {
    let index: Int
    let chatID: UInt64
    /// Where the chat's log stands before the first message.
    let lastSeq: UInt64
    let writerToken: String
    let readerToken: String
}
