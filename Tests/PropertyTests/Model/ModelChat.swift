import Basics
import WireProtocol

/// A chat as a list of what happened. Everything else is found by looking through the list again.
struct ModelChat: Sendable {
    let id: ChatID
    let type: ChatType
    let encryption: ChatEncryption
    let createdAt: Int64
    /// Those who were there at the start, its maker first.
    let first: [Int]
    let firstName: String
    private(set) var log: [ModelEntry] = []
    /// Where in the log somebody came, went or got another role.
    private(set) var memberSeqs: [UInt64] = []
    /// The last place that each person has read and received.
    var read: [Int: UInt64] = [:]
    var delivered: [Int: UInt64] = [:]
    /// When something was last appended, and when each person left, in steps of the model.
    var lastStep = 0
    var leftStep: [Int: Int] = [:]
    /// The number with which each person's inbox names this chat.
    var inboxSeq: [Int: UInt64] = [:]

    var lastSeq: UInt64 { UInt64(log.count) }

    var memberVersion: UInt64 { 1 + UInt64(memberSeqs.count) }

    var name: String { log.last { $0.kind == .chat && $0.name != nil }?.name ?? firstName }

    func entry(_ seq: UInt64) -> ModelEntry? {
        seq >= 1 && seq <= lastSeq ? log[Int(seq) - 1] : nil
    }

    mutating func append(_ entry: ModelEntry) {
        log.append(entry)
        if entry.kind == .member { memberSeqs.append(lastSeq) }
        if entry.kind == .delete, let target = entry.refersTo { erase(target) }
    }

    private mutating func erase(_ target: UInt64) {
        for index in log.indices {
            let isEdit = log[index].kind == .edit && log[index].refersTo == target
            guard UInt64(index + 1) == target || isEdit else { continue }
            log[index].words = nil
            log[index].content = nil
            log[index].files = []
            log[index].deletedBy = lastSeq
        }
    }

    // MARK: Who

    /// Who is in the chat, in the order of coming.
    func present() -> [ModelMember] {
        var present: [ModelMember] = []
        for person in first {
            let isOwner = present.isEmpty && type != .direct
            present.append(ModelMember(person: person, since: 1, role: isOwner ? .owner : .member))
        }
        for seq in memberSeqs {
            guard let change = log[Int(seq) - 1].change else { continue }
            if change.kind == .joined {
                present.append(ModelMember(person: change.person, since: seq, role: change.role))
                continue
            }
            guard let place = present.firstIndex(where: { $0.person == change.person }) else { continue }
            present[place].role = change.role
            if change.kind != .role { present.remove(at: place) }
        }
        return present
    }

    /// Nil for somebody who is not there.
    func role(of person: Int) -> MemberRole? {
        var role: MemberRole?
        if first.contains(person) { role = first[0] == person && type != .direct ? .owner : .member }
        for seq in memberSeqs {
            guard let change = log[Int(seq) - 1].change, change.person == person else { continue }
            role = change.kind == .left || change.kind == .removed ? nil : change.role
        }
        return role
    }

    /// Those of the last stay. Nil for somebody who never was there.
    func interval(of person: Int) -> ModelInterval? {
        var interval: ModelInterval?
        if first.contains(person) { interval = ModelInterval(from: 1, through: lastSeq, isPresent: true) }
        for seq in memberSeqs {
            guard let change = log[Int(seq) - 1].change, change.person == person else { continue }
            if change.kind == .joined {
                interval = ModelInterval(from: encryption == .server ? 1 : seq, through: lastSeq, isPresent: true)
            } else if change.kind != .role {
                interval?.through = seq
                interval?.isPresent = false
            }
        }
        return interval
    }

    var lastEntryAt: Int64 { log.last?.createdAt ?? createdAt }

    // MARK: What

    /// How many messages there are in the first `seq` entries.
    func ordinal(_ seq: UInt64) -> UInt64 { messageCount(0..<Int(seq)) }

    func unread(_ person: Int) -> UInt64 { messageCount(Int(read[person] ?? 0)..<log.count) }

    private func messageCount(_ range: Range<Int>) -> UInt64 {
        var count: UInt64 = 0
        for index in range where log[index].kind == .message { count += 1 }
        return count
    }

    /// The last edit of a message among the first `through` entries, unless there is a later one or it is deleted.
    func latestEdit(of target: UInt64, through: UInt64) -> UInt64? {
        guard let message = entry(target), message.kind == .message, message.deletedBy == nil else { return nil }
        var last: UInt64?
        for index in log.indices where log[index].refersTo == target && log[index].kind == .edit {
            last = UInt64(index + 1)
        }
        return last.flatMap { $0 <= through ? $0 : nil }
    }

    /// The live reaction of a person on a message.
    func reaction(of person: Int, on target: UInt64, _ emoji: String) -> UInt64? {
        log.firstIndex {
            $0.kind == .reaction && $0.refersTo == target && $0.author == person && $0.words == emoji
        }.map { UInt64($0 + 1) }
    }
}
