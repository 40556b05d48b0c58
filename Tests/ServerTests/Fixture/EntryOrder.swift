import WireProtocol

/// The promise about order, as the client of one connection can hold the server to it: the entries of a chat come in
/// rising sequence, none is left out unless the client is told so, `message.accepted` stands in its entry's place, and
/// nothing comes after the own removal.
///
/// An acceptance stands for no entry when it repeats an earlier one, or when the client does not know yet that it is a
/// member again: what is in a chat that the client does not follow comes with the chat.
struct EntryOrder: Sendable {
    struct Progress: Sendable {
        /// The entries that came live, in the order in which they came.
        var live: [UInt64] = []
        /// What the client can pull: it was told that it is there.
        var told: [ClosedRange<UInt64>] = []
        /// Entries that the client knows by their acceptance only.
        var answered: Set<UInt64> = []
        /// The highest sequence that the client knows of.
        var known: UInt64 = 0
        /// Whether the next entry goes on exactly behind the last one.
        var isFollowed = false
        /// The own removal, as long as it lasts.
        var endSeq: UInt64?
    }

    let userID: UInt64
    private(set) var chats: [UInt64: Progress] = [:]
    /// How the server broke the promise, in words.
    private(set) var violations: [String] = []
    /// Whether the client knows all of its chats.
    private var hasHeads = false

    init(userID: UInt64) {
        self.userID = userID
    }

    /// - Parameter mayRepeat: whether an acceptance answers a command that was, or may have been, accepted before.
    mutating func received(_ frame: ServerFrame, mayRepeat: Bool) {
        switch frame.payload {
        case .syncHeads(let heads):
            for head in heads.chats { tell(head.chatID, upTo: head.lastSeq) }
            if !heads.more { hasHeads = true }
        case .chatUpdated(let updated): if let chat = updated.chat { update(chat) }
        case .messageNew(let new): if let entry = new.entry { received(entry) }
        case .messageAccepted(let accepted):
            if mayRepeat, accepted.seq <= chats[accepted.chatID]?.known ?? 0 { return }
            accept(accepted.seq, in: accepted.chatID)
        case .syncGap(let gap): pass(gap)
        default: break
        }
    }

    private mutating func tell(_ id: UInt64, upTo seq: UInt64) {
        guard seq > 0 else { return }
        chats[id, default: Progress()].told.append(1...seq)
        chats[id, default: Progress()].known = max(seq, chats[id]?.known ?? 0)
    }

    private mutating func update(_ view: Chat) {
        let isMember = view.leftSeq == nil
        let wasMember = chats[view.id].map { $0.endSeq == nil } ?? false
        let last = chats[view.id]?.live.last ?? 0
        if !isMember {
            // Of a membership of which the client never heard it is told the end alone.
            if !wasMember { tell(view.id, upTo: view.lastSeq) }
            chats[view.id, default: Progress()].endSeq = view.leftSeq
        } else if !wasMember || view.visibleFromSeq > last + 1 {
            // A new membership: what follows goes on anywhere up to behind what the client now knows of.
            chats[view.id, default: Progress()].endSeq = nil
            chats[view.id, default: Progress()].isFollowed = false
            tell(view.id, upTo: view.lastSeq)
        }
    }

    private mutating func received(_ entry: Entry) {
        let change = entry.member.flatMap { $0.userID == userID ? $0.change : nil }
        // The own return tells of itself; what was in between was not meant for this client.
        if change == .joined, var chat = chats[entry.chatID], chat.endSeq != nil {
            chat.endSeq = nil
            chat.isFollowed = false
            chat.known = max(chat.known, entry.seq - 1)
            chats[entry.chatID] = chat
        }
        count(entry.seq, in: entry.chatID)
        if change == .left || change == .removed { chats[entry.chatID]?.endSeq = entry.seq }
    }

    private mutating func accept(_ seq: UInt64, in id: UInt64) {
        guard let end = chats[id]?.endSeq, seq > end else { return count(seq, in: id) }
        chats[id]?.answered.insert(seq)
    }

    private mutating func count(_ seq: UInt64, in id: UInt64) {
        guard var chat = chats[id] else {
            if hasHeads { violations.append("entry \(seq) of chat \(id), which the client does not know") }
            chats[id] = Progress(live: [seq], known: seq, isFollowed: true)
            return
        }
        let last = chat.live.last ?? 0
        if seq <= last { violations.append("entry \(seq) of chat \(id) after entry \(last)") }
        if let end = chat.endSeq, seq > end {
            violations.append("entry \(seq) of chat \(id) after the own removal, \(end)")
        }
        let next = chat.isFollowed ? last + 1 : chat.known + 1
        if hasHeads, seq > next { violations.append("entry \(seq) of chat \(id), but \(next) would have been next") }
        chat.live.append(seq)
        chat.known = max(chat.known, seq)
        chat.isFollowed = true
        chats[id] = chat
    }

    private mutating func pass(_ gap: SyncGap) {
        guard gap.fromSeq <= gap.toSeq, var chat = chats[gap.chatID] else {
            return violations.append("a gap that is none: \(gap.fromSeq) to \(gap.toSeq) of chat \(gap.chatID)")
        }
        let last = chat.live.last ?? 0
        if chat.isFollowed, gap.fromSeq != last + 1 {
            violations.append("a gap from \(gap.fromSeq) of chat \(gap.chatID) after entry \(last)")
        }
        chat.told.append(gap.fromSeq...gap.toSeq)
        chat.known = max(chat.known, gap.toSeq)
        chat.isFollowed = false
        chats[gap.chatID] = chat
    }
}
