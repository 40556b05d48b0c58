import Protobuf
import WireProtocol

/// All that one socket has received.
struct Received: Sendable {
    private(set) var frames: [ServerFrame] = []
    /// As they came, to look for what must not be in them.
    private(set) var texts: [String] = []
    private(set) var order: EntryOrder
    private(set) var isEnded = false
    private(set) var closeCode: UInt16?
    /// Ids of frames whose answer may repeat an earlier one.
    var mayRepeat: Set<String> = []
    private var untaken: [Int] = []

    init(userID: UInt64) {
        order = EntryOrder(userID: userID)
    }

    mutating func take(_ bytes: [UInt8], isText: Bool) {
        texts.append(String(decoding: bytes, as: UTF8.self))
        // A frame that cannot be read is kept as one without payload, which nobody waits for.
        let frame = (isText ? try? ServerFrame(json: bytes) : try? ServerFrame(protobuf: bytes)) ?? ServerFrame()
        untaken.append(frames.count)
        frames.append(frame)
        order.received(frame, mayRepeat: frame.replyTo.map(mayRepeat.contains) ?? false)
    }

    mutating func end(_ code: UInt16?) {
        isEnded = true
        closeCode = code
    }

    mutating func takeFirst<Value>(_ look: (ServerFrame) -> Value?) -> Value? {
        for (position, index) in untaken.enumerated() {
            guard let value = look(frames[index]) else { continue }
            untaken.remove(at: position)
            return value
        }
        return nil
    }

    // MARK: Words of the tests

    /// The entries of a chat that came as `message.new`, in the order in which they came.
    func entries(of chat: UInt64) -> [Entry] {
        frames.compactMap { frame in
            guard case .messageNew(let new)? = frame.payload, new.entry?.chatID == chat else { return nil }
            return new.entry
        }
    }

    func acceptances(in chat: UInt64) -> [MessageAccepted] {
        frames.compactMap { frame in
            guard case .messageAccepted(let accepted)? = frame.payload, accepted.chatID == chat else { return nil }
            return accepted
        }
    }

    func hasEntry(_ seq: UInt64, of chat: UInt64) -> Bool { entries(of: chat).contains { $0.seq == seq } }

    /// Entries of a chat, live and in the order in which they came, be it as `message.new` or as `message.accepted`.
    func live(in chat: UInt64) -> [UInt64] { order.chats[chat]?.live ?? [] }

    func updates(of chat: UInt64) -> [Chat] {
        frames.compactMap { frame in
            guard case .chatUpdated(let updated)? = frame.payload, updated.chat?.id == chat else { return nil }
            return updated.chat
        }
    }

    /// Those of the entries that neither came, nor were told to the client.
    func missing(_ wanted: [UInt64], of chat: UInt64) -> [UInt64] {
        guard let progress = order.chats[chat] else { return wanted }
        let known = progress.answered.union(progress.live)
        return wanted.filter { seq in !known.contains(seq) && !progress.told.contains { $0.contains(seq) } }
    }

    /// Where in the order of the frames the first one stands that is as wanted.
    func position(where isWanted: (ServerFrame.Payload) -> Bool) -> Int? {
        frames.firstIndex { $0.payload.map(isWanted) ?? false }
    }

    func position(ofEntry seq: UInt64, in chat: UInt64) -> Int? {
        position { payload in
            guard case .messageNew(let new) = payload else { return false }
            return new.entry?.chatID == chat && new.entry?.seq == seq
        }
    }

    func position(ofAcceptance seq: UInt64, in chat: UInt64) -> Int? {
        position { payload in
            guard case .messageAccepted(let accepted) = payload else { return false }
            return accepted.chatID == chat && accepted.seq == seq
        }
    }

    /// The last frames, for people.
    var summary: String {
        let last = texts.suffix(12).map { String($0.prefix(200)) }.joined(separator: "\n  ")
        return "\(frames.count) frames\(isEnded ? ", ended with \(closeCode ?? 0)" : ""), the last:\n  \(last)"
    }
}
