internal import Basics
internal import Communication
internal import WireProtocol

/// A chat and its log. What follows from the log is read off the log, not counted beside it.
struct SimulatedChat: Sendable {
    struct Repetition: Hashable, Sendable {
        let author: UserID
        let clientID: ClientID
    }

    let id: ChatID
    let type: ChatType
    let encryption: ChatEncryption
    let createdAt: Int64
    var name: String
    var entries: [SimulatedEntry] = []
    var members: [UserID: SimulatedMember] = [:]
    /// Those who are in the chat now, in the order in which they came.
    var present: [UserID] = []
    var seqs: [Repetition: UInt64] = [:]
    /// The store's time of the last append.
    var activity: UInt64 = 0
    /// What the roster version counts beside the members' devices.
    var rosterBase: UInt64 = 1

    var lastSeq: UInt64 { UInt64(entries.count) }
    var lastOrdinal: UInt64 { entries.last?.ordinal ?? 0 }
    var memberVersion: UInt64 { entries.last?.memberVersion ?? 1 }
    var lastEntryAt: Int64 { entries.last?.createdAtMilliseconds ?? createdAt }

    /// - Returns: nil unless there is such an entry.
    func entry(_ seq: UInt64) -> SimulatedEntry? {
        guard seq >= 1, seq <= lastSeq else { return nil }
        return entries[Int(seq) - 1]
    }

    mutating func replace(_ seq: UInt64, _ change: (SimulatedEntry) -> SimulatedEntry) {
        guard let old = entry(seq) else { return }
        entries[Int(seq) - 1] = change(old)
    }

    func ordinal(at seq: UInt64) -> UInt64 { entry(seq)?.ordinal ?? 0 }

    /// A member who is in the chat now.
    func presentMember(_ user: UserID) -> SimulatedMember? {
        members[user].flatMap { $0.isPresent ? $0 : nil }
    }

    func peer(of user: UserID) -> UserID? {
        type == .direct ? present.first { $0 != user } : nil
    }
}
