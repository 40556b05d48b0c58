import Basics
import Communication
import WireProtocol

/// What the store should hold, in the simplest form that can be thought of.
struct Model: Sendable {
    /// What a device keeps between two times that it asks.
    struct SyncState: Sendable {
        var cursor = InboxCursor()
        /// The step of the newest head that it was shown.
        var step = 0
    }

    struct OutboxRow: Sendable {
        let item: OutboxItem
        var hold: Hold?
    }

    struct Hold: Sendable {
        let claimID: UInt64
        let until: Int64
    }

    var chats: [ModelChat] = []
    var devices = ModelDevices()
    /// Pairs of people of whom one blocks the other.
    var blocks: Set<Set<Int>> = []
    /// Commands that appended something, counted.
    var step = 0
    var inboxSeqs: [Int: UInt64] = [:]
    var syncStates: [[Int]: SyncState] = [:]
    var outbox: [OutboxRow] = []
    var directChats: [Set<Int>: Int] = [:]
    var createdChats: [[UInt64]: Int] = [:]

    /// Whether one of two in a direct chat blocks the other.
    func isBlocked(_ chat: Int) -> Bool {
        chats[chat].type == .direct && blocks.contains(Set(chats[chat].first))
    }

    // MARK: What appending changes

    mutating func note(inboxOf person: Int, _ chat: Int) {
        inboxSeqs[person, default: 0] += 1
        chats[chat].inboxSeq[person] = inboxSeqs[person]
    }

    mutating func append(_ entry: ModelEntry, to chat: Int) {
        chats[chat].append(entry)
        chats[chat].lastStep = step
        let seq = chats[chat].lastSeq
        outbox.append(OutboxRow(item: OutboxItem(chatID: chats[chat].id, seq: seq, kind: entry.kind)))
        if entry.kind == .message {
            chats[chat].read[entry.author] = seq
            chats[chat].delivered[entry.author] = seq
        }
        guard let change = entry.change else { return }
        note(inboxOf: change.person, chat)
        if change.kind == .joined {
            chats[chat].read[change.person] = seq
            chats[chat].delivered[change.person] = seq
        } else if change.kind != .role {
            chats[chat].leftStep[change.person] = step
        }
    }
}
