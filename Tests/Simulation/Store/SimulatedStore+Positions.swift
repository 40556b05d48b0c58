internal import Basics
internal import Communication
internal import Contracts
internal import Protobuf
internal import WireProtocol

extension SimulatedStore {
    mutating func move(_ reports: [PositionReportOfMember], now: Int64) -> [PositionOutcome] {
        reports.map { move($0, now: now) }
    }

    private mutating func move(_ report: PositionReportOfMember, now: Int64) -> PositionOutcome {
        let found = membership(report.chatID, report.userID)
        let facts = found.map { chat, member in
            PositionRules.Facts(
                isMember: member.isPresent, lastSeq: member.horizon(chat.lastSeq), readSeq: member.readSeq,
                deliveredSeq: member.deliveredSeq)
        }
        switch PositionRules.decide(report, facts: facts) {
        case .stay(let outcome): return outcome
        case .move(let readSeq, let deliveredSeq):
            guard let (chat, old) = found else { return .noSuchChat }
            var member = old
            member.move(readSeq: readSeq, deliveredSeq: deliveredSeq, now: now)
            chats[chat.id]?.members[report.userID] = member
            return .moved(
                PositionMoved(
                    chatID: chat.id.rawValue, userID: report.userID.rawValue,
                    deliveredSeq: deliveredSeq > old.deliveredSeq ? deliveredSeq : nil,
                    readSeq: readSeq > old.readSeq ? readSeq : nil, at: Timestamp(millisecondsSince1970: now),
                    isShared: chat.present.count <= limits.receiptMembersMax && !isBlocked(chat, for: report.userID),
                    isReadHidden: people.hidesReading(report.userID)))
        }
    }

    func receipts(of id: ChatID, seq: UInt64, reader: UserID) -> ReceiptLookup {
        guard let (chat, member) = membership(id, reader), let entry = chat.entry(seq)?.entry,
            seq >= member.visibleFromSeq, seq <= member.horizon(chat.lastSeq)
        else { return .none }
        guard !isBlocked(chat, for: reader) else { return .blocked }
        let receipts = chat.present.filter { $0.rawValue != entry.senderID }.sorted().compactMap { user in
            chat.members[user].map { $0.receipt(for: seq, user: user, hidesReading: people.hidesReading(user)) }
        }
        return .receipts(
            GetMessageStatusResponse(
                members: chat.present.count <= limits.receiptMembersMax ? receipts : [],
                deliveredCount: UInt32(receipts.count(where: \.delivered)),
                readCount: UInt32(receipts.count(where: \.read))))
    }
}

extension SimulatedMember {
    mutating func move(readSeq: UInt64, deliveredSeq: UInt64, now: Int64) {
        if readSeq > self.readSeq { readAt = now }
        if deliveredSeq > self.deliveredSeq { deliveredAt = now }
        self.readSeq = readSeq
        self.deliveredSeq = deliveredSeq
    }

    func receipt(for seq: UInt64, user: UserID, hidesReading: Bool) -> MessageReceipt {
        let isDelivered = deliveredSeq >= seq
        let isRead = readSeq >= seq && !hidesReading
        return MessageReceipt(
            userID: user.rawValue, delivered: isDelivered, read: isRead,
            deliveredAt: isDelivered ? deliveredAt.map { Timestamp(millisecondsSince1970: $0) } : nil,
            readAt: isRead ? readAt.map { Timestamp(millisecondsSince1970: $0) } : nil)
    }
}
