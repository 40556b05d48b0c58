internal import Basics
internal import Communication
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// Moves positions as the rules say, or only tells how they would move.
struct PositionMoves {
    private struct Key: Hashable {
        let chatID: ChatID
        let userID: UserID
    }

    private struct Place {
        let readSeq: UInt64
        let deliveredSeq: UInt64
    }

    let tables: CommunicationTables
    /// Milliseconds since 1970.
    let now: Int64
    let limits: Limits
    /// Where members stand after the reports so far: nothing of them may be stored.
    private var moved: [Key: Place] = [:]

    init(tables: CommunicationTables, now: Int64, limits: Limits) {
        self.tables = tables
        self.now = now
        self.limits = limits
    }

    mutating func run(
        _ reports: ArraySlice<PositionReportOfMember>, store: Bool
    ) throws(SQLiteError) -> [PositionOutcome] {
        var outcomes: [PositionOutcome] = []
        for report in reports { outcomes.append(try move(report, store: store)) }
        return outcomes
    }

    private mutating func move(_ report: PositionReportOfMember, store: Bool) throws(SQLiteError) -> PositionOutcome {
        let key = Key(chatID: report.chatID, userID: report.userID)
        let found = try tables.chats.chat(report.chatID, of: report.userID)
        let facts = found.map { self.facts(of: $0, key) }
        switch (PositionRules.decide(report, facts: facts), found, facts) {
        case (.move(let readSeq, let deliveredSeq), let found?, let old?):
            moved[key] = Place(readSeq: readSeq, deliveredSeq: deliveredSeq)
            if store { try save(report, readSeq: readSeq, deliveredSeq: deliveredSeq, of: found) }
            let isBlocked = try tables.isBlocked(found)
            let isShared = found.chat.memberCount <= limits.receiptMembersMax && !isBlocked
            return .moved(
                PositionMoved(
                    chatID: report.chatID.rawValue, userID: report.userID.rawValue,
                    deliveredSeq: deliveredSeq > old.deliveredSeq ? deliveredSeq : nil,
                    readSeq: readSeq > old.readSeq ? readSeq : nil, at: Timestamp(millisecondsSince1970: now),
                    isShared: isShared, isReadHidden: try tables.blocks.hidesReading(report.userID)))
        case (.stay(let outcome), _, _): return outcome
        default: return .noSuchChat
        }
    }

    private func facts(of found: ChatOfMember, _ key: Key) -> PositionRules.Facts {
        let member = found.member
        return PositionRules.Facts(
            isMember: member.isPresent, lastSeq: member.lastVisibleSeq(in: found.chat),
            readSeq: moved[key]?.readSeq ?? member.readSeq,
            deliveredSeq: moved[key]?.deliveredSeq ?? member.deliveredSeq)
    }

    private func save(
        _ report: PositionReportOfMember, readSeq: UInt64, deliveredSeq: UInt64, of found: ChatOfMember
    ) throws(SQLiteError) {
        var readOrdinal = found.member.readOrdinal
        if readSeq > found.member.readSeq, let place = try tables.entries.place(readSeq, of: report.chatID) {
            readOrdinal = place.ordinal
        }
        let position = PositionTable.Position(
            readSeq: readSeq, readOrdinal: readOrdinal, deliveredSeq: deliveredSeq, at: now)
        try tables.positions.move(report.userID, in: report.chatID, to: position)
    }
}
