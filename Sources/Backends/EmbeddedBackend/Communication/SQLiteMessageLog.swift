public import Basics
public import Communication
public import Contracts
internal import SQLiteDriver
internal import WireProtocol

/// The logs in one SQLite file.
public struct SQLiteMessageLog: MessageLog {
    let store: SQLiteStore<CommunicationTables>
    let writer: EntryWriter

    public func append(
        _ entry: NewEntry, committed: @escaping @Sendable (AppendOutcome) -> Void
    ) async throws(StoreError) -> AppendOutcome {
        let writer = writer
        do throws(SQLiteError) {
            return try await store.write(
                byteCount: 256 + (entry.content.text?.utf8.count ?? 0) + (entry.content.ciphertext?.count ?? 0),
                { (tables) throws(SQLiteError) in try Self.append(entry, writer: writer, tables: tables) },
                committed: committed)
        } catch {
            throw StoreError(error)
        }
    }

    public func page(_ page: EntryPageRequest, reader: UserID) async throws(StoreError) -> EntryPage? {
        do throws(SQLiteError) {
            return try await store.read { (tables) throws(SQLiteError) in
                try Self.page(page, reader: reader, tables: tables)
            }
        } catch {
            throw StoreError(error)
        }
    }

    private static func append(
        _ entry: NewEntry, writer: EntryWriter, tables: CommunicationTables
    ) throws(SQLiteError) -> AppendOutcome {
        if let outcome = try repetition(of: entry, tables: tables) { return outcome }
        let facts = try tables.appendFacts.first(
            { statement in
                statement.bind(1, entry.chatID.rawValue)
                statement.bind(2, entry.sender.userID.rawValue)
            }, read: { (encryption: ChatEncryption(rawValue: $0.int32(0)), lastEntryAt: $0.int64(1)) })
        let refusal = AppendRules.refusal(
            of: entry, facts: facts.map { AppendRules.ChatFacts(encryption: $0.encryption) })
        if let refusal { return .refused(refusal) }
        let draft = EntryDraft(
            chatID: entry.chatID, sender: entry.sender, kind: entry.kind, clientID: entry.clientID,
            content: entry.content, bodyHash: entry.bodyHash, replyToSeq: entry.replyToSeq)
        let written = try writer.write(draft, lastEntryAt: facts?.lastEntryAt ?? 0, to: tables)
        // Who writes has read what is above.
        try tables.moveOwnPosition.run { statement in
            statement.bind(1, entry.chatID.rawValue)
            statement.bind(2, entry.sender.userID.rawValue)
            statement.bind(3, written.entry.seq)
            statement.bind(4, written.entry.ordinal)
        }
        return .appended(written.entry, memberVersion: written.memberVersion)
    }

    /// What to answer when this client id is known: before membership is asked, so that a sender who has left still
    /// learns that the message was taken.
    private static func repetition(of entry: NewEntry, tables: CommunicationTables) throws(SQLiteError)
        -> AppendOutcome?
    {
        let first = try tables.entryByClientID.first(
            { statement in
                statement.bind(1, entry.chatID.rawValue)
                statement.bind(2, entry.sender.userID.rawValue)
                statement.bind(3, entry.clientID.blob)
            },
            read: { row in
                (
                    entry: CommunicationTables.entry(row, chatID: entry.chatID), bodyHash: row.bytes(9),
                    encryption: ChatEncryption(rawValue: row.int32(10))
                )
            })
        guard let first else { return nil }
        let refusal = AppendRules.refusal(
            ofRepeated: entry, firstBodyHash: first.bodyHash, encryption: first.encryption)
        return refusal.map { .refused($0) } ?? .duplicate(first.entry)
    }

    private static func page(
        _ page: EntryPageRequest, reader: UserID, tables: CommunicationTables
    ) throws(SQLiteError) -> EntryPage? {
        let range = try tables.visibleRange.first(
            { statement in
                statement.bind(1, page.chatID.rawValue)
                statement.bind(2, reader.rawValue)
            }, read: { (from: $0.uint64(0), last: $0.uint64(1)) })
        guard let range else { return nil }
        // Bounds from clients may be any number; rows hold only positive 64-bit ones.
        let after = min(page.after ?? 0, UInt64(Int64.max) - 1)
        let before = min(page.before ?? UInt64(Int64.max), UInt64(Int64.max))
        let statement = page.after == nil ? tables.entriesBefore : tables.entriesAfter
        let entries = try statement.all(
            { statement in
                statement.bind(1, page.chatID.rawValue)
                statement.bind(2, max(range.from, after + 1))
                statement.bind(3, before)
                statement.bind(4, Int64(page.limit))
            }, read: { CommunicationTables.entry($0, chatID: page.chatID) })
        return EntryPage(entries: page.after == nil ? entries.reversed() : entries, lastSeq: range.last)
    }
}
