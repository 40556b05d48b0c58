internal import Basics
internal import Communication
internal import Contracts
internal import WireProtocol

extension SimulatedStore {
    func page(_ request: EntryPageRequest, reader: UserID) -> EntryPage? {
        guard let (chat, member) = membership(request.chatID, reader) else { return nil }
        let last = member.horizon(chat.lastSeq)
        let visible = chat.entries.prefix(Int(last)).filter { stored in
            let seq = stored.entry.seq
            return seq >= member.visibleFromSeq && seq > request.after ?? 0 && seq < request.before ?? .max
        }
        let chosen = request.after == nil ? visible.suffix(request.limit) : visible.prefix(request.limit)
        return EntryPage(entries: chosen.map { shown($0, in: chat, until: last) }, lastSeq: last)
    }

    /// An entry as somebody sees it who sees the log up to `last`.
    func shown(_ stored: SimulatedEntry, in chat: SimulatedChat, until last: UInt64) -> Entry {
        var entry = stored.entry
        if entry.deletedBySeq == nil, let seq = stored.latestEditSeq, seq <= last, let edit = chat.entry(seq)?.entry {
            entry.latestEdit = LatestEdit(seq: seq, createdAt: edit.createdAt, content: edit.content)
        }
        return entry
    }

    func state(of id: ChatID, after seq: UInt64, limit: Int, users: [UserID]) -> GetChatStateResponse? {
        guard let chat = chats[id] else { return nil }
        let members = users.compactMap { user in
            chat.members[user].map {
                MemberInterval(
                    userID: user.rawValue, visibleFromSeq: $0.visibleFromSeq, leftSeq: $0.departure?.seq)
            }
        }
        let entries = chat.entries.filter { $0.entry.seq > seq }.prefix(limit)
        return GetChatStateResponse(
            lastSeq: chat.lastSeq, memberVersion: chat.memberVersion, members: members,
            entries: entries.map { shown($0, in: chat, until: chat.lastSeq) })
    }
}
