internal import Basics
internal import Communication
internal import Contracts
internal import SQLiteDriver
internal import WireProtocol

/// The logs of all chats in one SQLite file.
struct SQLiteMessageLog: MessageLog {
    let store: SQLiteStore<CommunicationTables>
    let writer: EntryWriter
    let rules: LogRules

    func append(
        _ command: LogCommand, committed: @escaping @Sendable (AppendOutcome) -> Void
    ) async throws(StoreError) -> AppendOutcome {
        let (writer, rules) = (writer, rules)
        return try await store.writing(
            command.action.isSend ? .urgent : .normal, key: command.chatID.rawValue,
            byteCount: Self.byteCount(of: command), erases: command.action.erases,
            { (tables) throws(SQLiteError) in
                try CommandTransaction(tables: tables, writer: writer, rules: rules).append(command)
            }, committed: committed)
    }

    func page(_ page: EntryPageRequest, reader: UserID) async throws(StoreError) -> EntryPage? {
        try await store.reading { (tables) throws(SQLiteError) in
            guard let found = try tables.chats.chat(page.chatID, of: reader) else { return nil }
            let last = found.member.lastVisibleSeq(in: found.chat)
            // Bounds from clients may be any number.
            let lower = max(found.member.visibleFromSeq, min(page.after ?? 0, last) + 1)
            let upper = min(page.before ?? .max, last + 1)
            guard lower < upper else { return EntryPage(entries: [], lastSeq: last) }
            let entries = try tables.entries.entries(
                of: page.chatID, in: lower..<upper, fromEnd: page.after == nil, limit: page.limit, until: last)
            return EntryPage(entries: entries, lastSeq: last)
        }
    }

    func state(
        of chat: ChatID, after seq: UInt64, limit: Int, users: [UserID]
    ) async throws(StoreError) -> GetChatStateResponse? {
        try await store.reading { (tables) throws(SQLiteError) in
            guard let head = try tables.chats.head(of: chat) else { return nil }
            var state = GetChatStateResponse(lastSeq: head.lastSeq, memberVersion: head.memberVersion)
            for user in users {
                if let interval = try tables.members.interval(of: user, in: chat) { state.members.append(interval) }
            }
            guard seq < head.lastSeq else { return state }
            state.entries = try tables.entries.entries(
                of: chat, in: seq + 1..<head.lastSeq + 1, fromEnd: false, limit: limit, until: head.lastSeq)
            return state
        }
    }

    /// Roughly what a command writes.
    private static func byteCount(of command: LogCommand) -> Int {
        guard let content = command.action.content else { return 256 * max(1, command.action.subjects.count) }
        return content.keys.reduce(256 + (content.text?.utf8.count ?? 0) + (content.ciphertext?.count ?? 0)) {
            $0 + $1.key.count + 12
        }
    }
}
