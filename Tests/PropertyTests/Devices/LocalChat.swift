import WireProtocol

/// A chat as a device keeps it.
struct LocalChat {
    /// What the device has and may see; deletions and edits carried out.
    private(set) var entries: [UInt64: Entry] = [:]
    /// Up to here the device has everything that it may see.
    private(set) var position: UInt64 = 0
    /// Up to here there is something, as far as the device was told.
    private(set) var knownLastSeq: UInt64 = 0
    private(set) var readSeq: UInt64 = 0
    private(set) var visibleFromSeq: UInt64 = 1
    private(set) var leftSeq: UInt64?
    /// How new the view is that was taken last: an older one that comes late says nothing.
    private var viewSeq: UInt64 = 0

    var isBehind: Bool { position < knownLastSeq }

    /// Messages after the read position.
    func unreadCount() -> Int {
        entries.values.count { $0.kind == .message && $0.seq > readSeq && $0.seq >= visibleFromSeq }
    }

    /// That there is something up to `lastSeq`, and that the person has read up to `readSeq`.
    mutating func hear(lastSeq: UInt64 = 0, readSeq: UInt64 = 0) {
        knownLastSeq = max(knownLastSeq, lastSeq)
        self.readSeq = max(self.readSeq, readSeq)
    }

    mutating func take(_ view: Chat) {
        guard view.lastSeq >= viewSeq else { return }
        viewSeq = view.lastSeq
        leftSeq = view.leftSeq
        visibleFromSeq = view.visibleFromSeq
        knownLastSeq = max(knownLastSeq, view.lastSeq)
        readSeq = max(readSeq, view.readSeq)
        position = max(position, visibleFromSeq - 1)
    }

    /// The next entry, of a page or live.
    mutating func take(_ entry: Entry, of user: UInt64) {
        guard entry.seq > position else { return }
        position = entry.seq
        knownLastSeq = max(knownLastSeq, entry.seq)
        entries[entry.seq] = entry
        if entry.kind == .message, entry.senderID == user { readSeq = max(readSeq, entry.seq) }
        if let change = entry.member, change.userID == user, entry.seq >= viewSeq {
            leftSeq = change.role == .unspecified ? entry.seq : nil
        }
        carryOut(entry)
    }

    private mutating func carryOut(_ entry: Entry) {
        guard let target = entry.refersTo, entries[target] != nil else { return }
        if entry.kind == .edit, entry.deletedBySeq == nil, entries[target]?.deletedBySeq == nil {
            entries[target]?.latestEdit = LatestEdit(
                seq: entry.seq, createdAt: entry.createdAt, content: entry.content)
        }
        guard entry.kind == .delete else { return }
        for seq in entries.keys {
            let isEdit = entries[seq]?.kind == .edit && entries[seq]?.refersTo == target
            guard seq == target || isEdit else { continue }
            entries[seq]?.content = nil
            entries[seq]?.fileIDs = []
            entries[seq]?.latestEdit = nil
            entries[seq]?.deletedBySeq = entry.seq
        }
    }

    /// In rising sequence, of the present stay only.
    var visible: [Entry] {
        entries.values.filter { $0.seq >= visibleFromSeq }.sorted { $0.seq < $1.seq }
    }
}
