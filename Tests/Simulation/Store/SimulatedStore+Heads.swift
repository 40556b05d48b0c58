internal import Basics
internal import Communication
internal import Contracts
internal import WireProtocol

extension SimulatedStore {
    func heads(of user: UserID, after cursor: InboxCursor) -> ChatHeads {
        var found: [(head: ChatHead, activity: UInt64)] = []
        for chat in chats.values {
            guard let member = chat.members[user] else { continue }
            let activity = member.departure?.activity ?? chat.activity
            let isNews = member.isPresent || cursor.activity > 0
            guard isNews, activity > cursor.activity else { continue }
            let head = ChatHead(
                chatID: chat.id.rawValue, lastSeq: member.horizon(chat.lastSeq), readSeq: member.readSeq,
                unreadCount: member.isPresent ? unreadCount(of: member, in: chat) : 0)
            found.append((head, activity))
        }
        found.sort { $0.activity > $1.activity }
        let inboxSeq = inboxes[user]?.lastSeq ?? 0
        let isNewDevice = cursor.inboxSeq == 0 && cursor.activity == 0
        return ChatHeads(
            heads: found.map(\.head), updated: isNewDevice ? [] : updated(for: user, after: cursor.inboxSeq),
            cursor: InboxCursor(inboxSeq: inboxSeq, activity: found.first?.activity ?? cursor.activity))
    }

    func inbox(of user: UserID, after seq: UInt64) -> GetInboxResponse {
        GetInboxResponse(inboxSeq: inboxes[user]?.lastSeq ?? 0, updated: updated(for: user, after: seq))
    }

    private func updated(for user: UserID, after seq: UInt64) -> [Chat] {
        inboxes[user]?.chats(after: seq).compactMap { view(of: $0, user) } ?? []
    }
}
