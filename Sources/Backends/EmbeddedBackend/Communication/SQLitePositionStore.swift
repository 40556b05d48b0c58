internal import Basics
internal import Communication
internal import Contracts
internal import SQLiteDriver
internal import WireProtocol

/// How far each member has come, in one SQLite file.
struct SQLitePositionStore: PositionStore {
    let store: SQLiteStore<CommunicationTables>
    let clock: WallClock
    let limits: Limits

    /// Many reports are stored in parts, each told once it is durable: one commit for all would make everybody wait.
    func move(
        _ reports: [PositionReportOfMember], committed: @escaping @Sendable ([PositionOutcome]) -> Void
    ) async throws(StoreError) -> [PositionOutcome] {
        let (clock, limits) = (clock, limits)
        var outcomes: [PositionOutcome] = []
        for start in stride(from: 0, to: max(1, reports.count), by: limits.commitEntriesMax) {
            let part = reports[start..<min(start + limits.commitEntriesMax, reports.count)]
            outcomes += try await store.writing(
                .background, byteCount: 64 * part.count,
                { (tables) throws(SQLiteError) in
                    var moves = PositionMoves(tables: tables, now: clock.millisecondsSince1970(), limits: limits)
                    return try moves.run(part, store: true)
                }, committed: committed)
        }
        return outcomes
    }

    func preview(_ reports: [PositionReportOfMember]) async throws(StoreError) -> [PositionOutcome] {
        let (clock, limits) = (clock, limits)
        return try await store.reading { (tables) throws(SQLiteError) in
            var moves = PositionMoves(tables: tables, now: clock.millisecondsSince1970(), limits: limits)
            return try moves.run(reports[...], store: false)
        }
    }

    func receipts(of chat: ChatID, seq: UInt64, reader: UserID) async throws(StoreError) -> ReceiptLookup {
        let namedMax = limits.receiptMembersMax
        return try await store.reading { (tables) throws(SQLiteError) in
            guard let found = try tables.chats.chat(chat, of: reader), seq >= found.member.visibleFromSeq,
                seq <= found.member.lastVisibleSeq(in: found.chat),
                let sender = try tables.entries.place(seq, of: chat)?.senderID
            else { return .none }
            if try tables.isBlocked(found) { return .blocked }
            guard found.chat.memberCount <= namedMax else {
                let counts = try tables.positions.receiptCounts(of: seq, in: chat, without: sender)
                return .receipts(GetMessageStatusResponse(deliveredCount: counts.delivered, readCount: counts.read))
            }
            let receipts = try tables.positions.receipts(of: seq, in: chat, without: sender)
            return .receipts(
                GetMessageStatusResponse(
                    members: receipts, deliveredCount: UInt32(receipts.count(where: \.delivered)),
                    readCount: UInt32(receipts.count(where: \.read))))
        }
    }

    func setLastSeen(_ user: UserID) async throws(StoreError) {
        let clock = clock
        try await store.writing(.background, byteCount: 64) { (tables) throws(SQLiteError) in
            try tables.positions.setLastSeen(user, at: clock.millisecondsSince1970())
        }
    }
}
