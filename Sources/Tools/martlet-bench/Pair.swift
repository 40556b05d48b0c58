internal import EventLoop
internal import HTTPTransport

/// Two people and what has passed between them. On the loop.
final class Pair {
    let index: Int
    /// Messages accepted and messages delivered, which is also the number of the one that has to come next.
    private(set) var accepted = 0
    private(set) var delivered = 0
    var writer: WebSocket?

    private let firstSeq: UInt64
    private var frame: MessageFrame
    /// By message. All are kept: delivery may lag behind acceptance by any number.
    private var sentAt: [UInt64] = []

    init(_ account: PairAccount, textBytes: Int) {
        index = account.index
        firstSeq = account.lastSeq + 1
        frame = MessageFrame(chatID: account.chatID, textBytes: textBytes)
    }

    var sent: Int { sentAt.count }

    /// Sends the next message.
    func send() throws(BenchFailure) {
        guard let writer else { throw BenchFailure("pair \(index): nobody to write") }
        frame.setNumber(MessageFrame.number(pair: index, message: sent))
        sentAt.append(Clock.monotonic)
        if writer.sendText(frame.bytes) == .overflow { throw BenchFailure("pair \(index): the server does not read") }
    }

    /// Takes an answer to the writer. Returns when its message was sent.
    func acceptedNext(_ entry: EntryFrame) throws(BenchFailure) -> UInt64 {
        let time = try check(entry, accepted, "accepted")
        accepted += 1
        return time
    }

    /// Takes what has come to the reader. Returns when it was sent.
    func deliveredNext(_ entry: EntryFrame) throws(BenchFailure) -> UInt64 {
        let time = try check(entry, delivered, "delivered")
        delivered += 1
        return time
    }

    /// In order, without a gap, each once, and each the message that it has to be: all of these are one comparison.
    private func check(_ entry: EntryFrame, _ message: Int, _ what: String) throws(BenchFailure) -> UInt64 {
        let seq = firstSeq + UInt64(message)
        guard entry.seq == seq else {
            throw BenchFailure("pair \(index): sequence \(entry.seq) was \(what) where \(seq) had to come")
        }
        guard message < sent else { throw BenchFailure("pair \(index): \(what) \(seq), which was never sent") }
        guard entry.number == MessageFrame.number(pair: index, message: message) else {
            throw BenchFailure("pair \(index): sequence \(seq) was \(what) as another message than was sent")
        }
        return sentAt[message]
    }
}
