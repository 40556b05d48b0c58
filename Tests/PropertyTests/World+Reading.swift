import Basics
import Communication
import Protobuf
import WireProtocol

/// What is read, and how it must be.
extension World {
    /// An entry as it is shown to somebody who sees the log up to `through`.
    func check(_ entry: Entry, in chat: Int, at seq: UInt64, through: UInt64) throws(PropertyFailure) {
        let known = model.chats[chat]
        guard let expected = known.entry(seq) else {
            throw PropertyFailure(message: "entry \(chat).\(seq) is not there")
        }
        func what(_ part: String) -> String { "\(part) of entry \(chat).\(seq)" }
        try expectEqual(entry.seq, seq, what("sequence"))
        try expectEqual(entry.chatID, known.id.rawValue, what("chat"))
        try expectEqual(entry.kind, expected.kind, what("kind"))
        try expectEqual(entry.ordinal, known.ordinal(seq), what("ordinal"))
        try expectEqual(entry.senderID, user(expected.author).rawValue, what("author"))
        try expectEqual(entry.createdAt?.millisecondsSince1970, expected.createdAt, what("time"))
        try expectEqual(entry.replyToSeq, expected.replyTo, what("reply"))
        try expectEqual(entry.refersTo, expected.refersTo, what("target"))
        try expectEqual(entry.fileIDs, expected.files, what("files"))
        try expectEqual(entry.content, expected.content, what("content"))
        if seq > 1 { try expectEqual(entry.name, expected.name, what("name")) }
        if through == known.lastSeq { try expectEqual(entry.deletedBySeq, expected.deletedBy, what("deletion")) }
        let change = entry.member.map { ModelChange(person: person($0.userID), kind: $0.change, role: $0.role) }
        try expectEqual(change, expected.change, what("member"))
        let edit = known.latestEdit(of: seq, through: through)
        try expectEqual(entry.latestEdit?.seq, edit, what("latest edit"))
        if let edit { try expectEqual(entry.latestEdit?.content, known.entry(edit)?.content, what("edited content")) }
    }

    /// A chat as somebody sees it who is or was in it.
    func check(_ view: Chat, of chat: Int, for person: Int) throws(PropertyFailure) {
        let known = model.chats[chat]
        guard let interval = known.interval(of: person) else {
            throw PropertyFailure(message: "\(person) sees chat \(chat)")
        }
        func what(_ part: String) -> String { "\(part) of chat \(chat) for \(person)" }
        try expectEqual(view.id, known.id.rawValue, what("id"))
        try expectEqual(view.type, known.type, what("type"))
        try expectEqual(view.encryption, known.encryption, what("encryption"))
        try expectEqual(view.createdAt?.millisecondsSince1970, known.createdAt, what("creation"))
        try expectEqual(view.visibleFromSeq, interval.from, what("first entry"))
        try expectEqual(view.lastSeq, interval.through, what("last entry"))
        try expectEqual(view.role, known.role(of: person) ?? .unspecified, what("role"))
        let last = known.entry(interval.through)
        try expectEqual(view.lastEntryAt?.millisecondsSince1970, last?.createdAt, what("last time"))
        guard interval.isPresent else {
            try expectEqual(view.leftSeq, interval.through, what("departure"))
            let rest = [
                view.name.isEmpty ? 0 : 1, view.readSeq, view.deliveredSeq, view.unreadCount, view.memberVersion,
            ]
            try expectEqual(rest, [0, 0, 0, 0, 0], what("what is left"))
            return
        }
        try expectEqual(view.leftSeq, nil, what("departure"))
        try expectEqual(view.name, known.name, what("name"))
        try expectEqual(Int(view.memberCount), known.present().count, what("member count"))
        try expectEqual(view.memberVersion, known.memberVersion, what("member version"))
        try expectEqual(view.readSeq, known.read[person] ?? 0, what("read position"))
        try expectEqual(view.deliveredSeq, known.delivered[person] ?? 0, what("delivered position"))
        try expectEqual(view.unreadCount, known.unread(person), what("unread count"))
        let peer = known.type == .direct ? known.first.first { $0 != person } : nil
        try expectEqual(view.peerID, peer.map { user($0).rawValue }, what("peer"))
    }

    // MARK: Pages

    func read(_ chat: Int, by reader: Int, after: UInt64?, before: UInt64?, limit: Int) async throws {
        let known = model.chats[chat]
        let request = EntryPageRequest(chatID: known.id, after: after, before: before, limit: limit)
        let page = try await ports.log.page(request, reader: user(reader))
        let interval = known.interval(of: reader)
        try expectEqual(page != nil, interval != nil, "\(reader) sees chat \(chat)")
        guard let page, let interval else { return }
        let visible = (interval.from...max(interval.from, interval.through)).filter {
            $0 > after ?? 0 && $0 < before ?? .max
        }
        let expected = Array(after == nil ? visible.suffix(limit) : visible.prefix(limit))
        try expectEqual(page.entries.map(\.seq), expected, "page of chat \(chat) for \(reader)")
        try expectEqual(page.lastSeq, interval.through, "end of chat \(chat) for \(reader)")
        for (entry, seq) in zip(page.entries, expected) {
            try check(entry, in: chat, at: seq, through: interval.through)
        }
    }

    func receipts(of seq: UInt64, in chat: Int, for reader: Int) async throws {
        let known = model.chats[chat]
        var (status, isHidden): (GetMessageStatusResponse?, Bool) = (nil, false)
        switch try await ports.positions.receipts(of: known.id, seq: seq, reader: user(reader)) {
        case .receipts(let found): status = found
        case .blocked: isHidden = true
        case .none: break
        }
        let interval = known.interval(of: reader)
        let isSeen = interval.map { seq >= $0.from && seq <= $0.through } ?? false
        try expectEqual(
            isHidden, isSeen && model.isBlocked(chat), "a block hides from \(reader) who has read \(chat).\(seq)")
        try expectEqual(status != nil || isHidden, isSeen, "\(reader) is told who has read \(chat).\(seq)")
        let others = known.present().map(\.person).filter { $0 != known.entry(seq)?.author }
        guard let status, others.allSatisfy({ known.interval(of: $0)?.from ?? 0 <= seq }) else { return }
        let delivered = others.filter { known.delivered[$0] ?? 0 >= seq }
        let read = others.filter { known.read[$0] ?? 0 >= seq }
        func expectUsers(_ receipts: [MessageReceipt], _ people: [Int], _ what: String) throws {
            try expectEqual(
                receipts.map(\.userID).sorted(), people.map { user($0).rawValue }.sorted(), "\(what) \(chat).\(seq)")
        }
        try expectUsers(status.members, others, "receipts of")
        try expectUsers(status.members.filter(\.delivered), delivered, "who has received")
        try expectUsers(status.members.filter(\.read), read, "who has read")
        try expectEqual(Int(status.deliveredCount), delivered.count, "deliveries of \(chat).\(seq)")
        try expectEqual(Int(status.readCount), read.count, "readers of \(chat).\(seq)")
    }

    // MARK: Positions

    mutating func move(_ person: Int, in chat: Int, read: UInt64, delivered: UInt64) async throws {
        let known = model.chats[chat]
        let report = PositionReportOfMember(
            chatID: known.id, userID: user(person), readSeq: read, deliveredSeq: delivered)
        let outcome = try await ports.positions.move([report]) { _ in }.first
        let oldRead = known.read[person] ?? 0
        let oldDelivered = known.delivered[person] ?? 0
        let newRead = max(oldRead, read)
        let newDelivered = max(oldDelivered, delivered, read)
        let expected: PositionOutcome
        if known.interval(of: person) == nil {
            expected = .noSuchChat
        } else if known.role(of: person) == nil {
            expected = .notMember
        } else if max(read, delivered) > known.lastSeq {
            expected = .beyond(lastSeq: known.lastSeq)
        } else if newRead == oldRead, newDelivered == oldDelivered {
            expected = .unchanged
        } else {
            expected = .moved(
                PositionMoved(
                    chatID: known.id.rawValue, userID: user(person).rawValue,
                    deliveredSeq: newDelivered > oldDelivered ? newDelivered : nil,
                    readSeq: newRead > oldRead ? newRead : nil,
                    at: Timestamp(millisecondsSince1970: store.clock.now), isShared: !model.isBlocked(chat)))
            model.chats[chat].read[person] = newRead
            model.chats[chat].delivered[person] = newDelivered
        }
        if case .moved(let position) = expected { announced.append(.moved(position)) }
        try expectEqual(outcome, expected, "position of \(person) in chat \(chat)")
    }
}
