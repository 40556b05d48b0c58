internal import Basics
internal import Communication
internal import Contracts
internal import SQLiteDriver
internal import WireProtocol

/// Gives entries their place in their chat's log. Runs inside the writer's transaction, which is the chat's lock.
struct EntryWriter: Sendable {
    let identifiers: SnowflakeGenerator
    let clock: WallClock
    /// Each gets an outbox row for every entry.
    let durableConsumers: [String]

    /// Who writes, and how a repetition is known.
    struct Origin {
        let author: Caller
        var clientID: ClientID?
        var bodyHash: [UInt8] = []
    }

    /// When, in the time of day and in the store's own.
    struct Moment {
        /// Milliseconds since 1970.
        let createdAt: Int64
        let activity: UInt64
    }

    /// The moment of a command: time never goes back inside a chat.
    ///
    /// - Parameter createdAt: not before the chat's last entry.
    func moment(at createdAt: Int64, in tables: CommunicationTables) throws(SQLiteError) -> Moment {
        Moment(createdAt: createdAt, activity: try tables.store.nextActivity())
    }

    func write(
        _ draft: EntryDraft, by origin: Origin, at moment: Moment, to chat: inout ChatRow,
        in tables: CommunicationTables
    ) throws(SQLiteError) -> Entry {
        chat.lastSeq += 1
        if draft.kind == .message { chat.lastOrdinal += 1 }
        if draft.kind == .member { chat.memberVersion += 1 }
        chat.lastEntryAt = moment.createdAt
        chat.activity = moment.activity
        let row = EntryRow(
            id: identifiers.next(), chatID: chat.id, seq: chat.lastSeq, ordinal: chat.lastOrdinal,
            author: origin.author, clientID: origin.clientID, bodyHash: origin.bodyHash,
            createdAt: moment.createdAt, draft: draft)
        try tables.chats.saveHead(of: chat)
        try tables.entries.insert(row)
        for consumer in durableConsumers {
            let item = OutboxItem(chatID: chat.id, seq: row.seq, kind: draft.kind)
            try tables.outbox.insert(item, for: consumer)
        }
        return row.entry
    }
}
