import WireProtocol

/// The words in which tests name events.
extension Event {
    var entryAppended: Entry? {
        if case .entryAppended(let appended)? = body { appended.entry } else { nil }
    }

    var inboxItems: [InboxItem] {
        if case .inboxAppended(let appended)? = body { appended.items } else { [] }
    }

    func isEntry(of chat: UInt64, _ kind: EntryKind? = nil) -> Bool {
        guard let entry = entryAppended, entry.chatID == chat else { return false }
        return kind.map { entry.kind == $0 } ?? true
    }

    func isMember(_ change: MemberChangeKind, of user: UInt64) -> Bool {
        entryAppended?.member.map { $0.change == change && $0.userID == user } ?? false
    }

    func isInboxItem(of user: UInt64) -> Bool { inboxItems.contains { $0.userID == user } }
}
