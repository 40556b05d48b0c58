internal import Basics
internal import Communication
internal import SQLiteDriver
internal import WireProtocol

/// How an entry of kind member changes who is in the chat.
extension CommandTransaction {
    /// - Returns: what the person whom it is about is told.
    func apply(
        _ change: MemberChange, fromStart: Bool, at moment: EntryWriter.Moment, to chat: inout ChatInTransaction
    ) throws(SQLiteError) -> InboxItem? {
        let user = UserID(change.userID)
        switch change.change {
        case .joined: try join(user, as: change.role, fromStart: fromStart, at: moment, &chat)
        case .left, .removed: try leave(user, at: moment, &chat)
        default: try tables.members.setRole(change.role, of: user, in: chat.row.id)
        }
        try tables.chats.saveMembership(of: chat.row)
        return try inboxItem(for: user, chat)
    }

    private func join(
        _ user: UserID, as role: MemberRole, fromStart: Bool, at moment: EntryWriter.Moment,
        _ chat: inout ChatInTransaction
    ) throws(SQLiteError) {
        let seq = chat.row.lastSeq
        let joining = MemberTable.Joining(
            userID: user, role: role, joinedSeq: seq, visibleFromSeq: fromStart ? 1 : seq,
            position: (seq, chat.row.lastOrdinal, moment.createdAt))
        try tables.members.insert(joining, into: chat.row.id)
        chat.row.memberCount += 1
        chat.row.rosterBase += 1
        if chat.row.encryption == .e2ee { chat.deviceVersions += try tables.devices.version(of: user) }
    }

    private func leave(
        _ user: UserID, at moment: EntryWriter.Moment, _ chat: inout ChatInTransaction
    ) throws(SQLiteError) {
        let departure = MemberRow.Departure(
            seq: chat.row.lastSeq, activity: moment.activity, at: moment.createdAt)
        try tables.members.setDeparture(departure, of: user, in: chat.row.id)
        chat.row.memberCount -= 1
        // What the person's devices have added to the roster version stays in it: it never goes back.
        let version = try tables.devices.version(of: user)
        chat.row.rosterBase += 1 + version
        if chat.row.encryption == .e2ee { chat.deviceVersions -= version }
    }

    private func inboxItem(for user: UserID, _ chat: ChatInTransaction) throws(SQLiteError) -> InboxItem? {
        guard let found = try tables.chats.chat(chat.row.id, of: user) else { return nil }
        return InboxItem(
            userID: user.rawValue, inboxSeq: try tables.inbox.note(chat.row.id, for: user),
            chat: Chat(chat.row, of: found.member, rosterVersion: chat.rosterVersion))
    }
}
