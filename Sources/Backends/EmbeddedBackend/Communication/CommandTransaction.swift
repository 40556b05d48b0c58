internal import Basics
internal import Communication
internal import Contracts
internal import SQLiteDriver
internal import WireProtocol

/// Carries a command out, or finds out why not. Lives inside the writer's transaction, which is the chat's lock.
struct CommandTransaction {
    let tables: CommunicationTables
    let writer: EntryWriter
    let rules: LogRules

    func append(_ command: LogCommand) throws(SQLiteError) -> AppendOutcome {
        if let outcome = try repetition(of: command) { return outcome }
        let found = try tables.chats.chat(command.chatID, of: command.author.userID)
        let now = max(writer.clock.millisecondsSince1970(), found?.chat.lastEntryAt ?? 0)
        var facts: ChatFacts?
        if let found { facts = try self.facts(for: command, found) }
        switch rules.decide(command, facts: facts, now: now) {
        case .refused(let refusal): return .refused(refusal)
        case .unchanged(let seq):
            guard let seq else { return .unchanged(nil) }
            return .unchanged(try tables.entries.entry(seq, of: command.chatID))
        case .write(let drafts):
            guard let found else { throw SQLiteError(.other, message: "a command without a chat was let through") }
            return .appended(try write(drafts, of: command, to: found.chat, now: now))
        }
    }

    /// What to answer when this client id is known: before membership is asked, so that an author who has left still
    /// learns that the command was taken.
    private func repetition(of command: LogCommand) throws(SQLiteError) -> AppendOutcome? {
        guard let clientID = command.clientID,
            let first = try tables.entries.entry(of: command.chatID, by: command.author.userID, as: clientID)
        else { return nil }
        let encryption = try tables.chats.head(of: command.chatID)?.encryption ?? .unspecified
        let refusal = rules.refusal(ofRepeated: command, firstBodyHash: first.bodyHash, encryption: encryption)
        return refusal.map { .refused($0) } ?? .duplicate(first.entry)
    }

    /// Each entry with all that follows from it before the next one.
    private func write(
        _ drafts: [EntryDraft], of command: LogCommand, to row: ChatRow, now: Int64
    ) throws(SQLiteError) -> [AppendedEntry] {
        let moment = try writer.moment(at: now, in: tables)
        var origin = EntryWriter.Origin(
            author: command.author, clientID: command.clientID, bodyHash: command.bodyHash)
        var chat = ChatInTransaction(row: row)
        if row.encryption == .e2ee, drafts.contains(where: { $0.kind == .member }) {
            chat.deviceVersions = try tables.devices.versionSum(of: row.id)
        }
        var appended: [AppendedEntry] = []
        for draft in drafts {
            let entry = try writer.write(draft, by: origin, at: moment, to: &chat.row, in: tables)
            let inbox = try apply(draft, at: moment, author: command.author.userID, to: &chat)
            appended.append(AppendedEntry(entry: entry, memberVersion: chat.row.memberVersion, inbox: inbox))
            // A client id names one entry: the first.
            origin.clientID = nil
        }
        return appended
    }

    /// What the entry that is the chat's last now changes beside the log.
    private func apply(
        _ draft: EntryDraft, at moment: EntryWriter.Moment, author: UserID, to chat: inout ChatInTransaction
    ) throws(SQLiteError) -> InboxItem? {
        let (id, seq) = (chat.row.id, chat.row.lastSeq)
        switch draft.kind {
        case .message: try tables.positions.moveAuthor(author, in: chat.row)
        case .edit: try tables.entries.setLatestEdit(seq, of: draft.refersTo ?? 0, in: id)
        case .delete: try tables.entries.erase(draft.refersTo ?? 0, in: id, by: seq)
        case .chat:
            guard let name = draft.name else { return nil }
            chat.row.name = name
            try tables.chats.saveName(of: chat.row)
        case .member:
            guard let change = draft.member else { return nil }
            return try apply(change, fromStart: draft.visibleFromStart, at: moment, to: &chat)
        default: break
        }
        return nil
    }
}

/// A chat while a command is carried out, kept up with what is written.
struct ChatInTransaction {
    var row: ChatRow
    /// Of those who are in it now, together; read only where they count and somebody comes or goes.
    var deviceVersions: UInt64 = 0

    var rosterVersion: UInt64 { row.rosterVersion(deviceVersions: deviceVersions) }
}
