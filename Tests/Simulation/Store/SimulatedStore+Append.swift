internal import Basics
internal import Communication
internal import Contracts
internal import Protobuf
internal import WireProtocol

extension SimulatedStore {
    mutating func append(_ command: LogCommand, _ transaction: inout Transaction) -> AppendOutcome {
        if let outcome = repetition(of: command) { return outcome }
        let now = max(transaction.now, chats[command.chatID]?.lastEntryAt ?? 0)
        switch rules.decide(command, facts: facts(for: command), now: now) {
        case .refused(let refusal): return .refused(refusal)
        case .unchanged(let seq): return .unchanged(seq.flatMap { entry($0, of: command.chatID) })
        case .write(let drafts):
            lastActivity += 1
            return .appended(
                drafts.map { draft in
                    write(draft, for: command, createdAt: now, outboxID: transaction.nextOutboxID())
                })
        }
    }

    /// Whoever sent it learns what became of it, member or not.
    private func repetition(of command: LogCommand) -> AppendOutcome? {
        guard let clientID = command.clientID, let chat = chats[command.chatID],
            let seq = chat.seqs[.init(author: command.author.userID, clientID: clientID)],
            let first = chat.entry(seq)
        else { return nil }
        let refusal = rules.refusal(
            ofRepeated: command, firstBodyHash: first.bodyHash, encryption: chat.encryption)
        return refusal.map { .refused($0) } ?? .duplicate(shown(first, in: chat, until: chat.lastSeq))
    }

    private func entry(_ seq: UInt64, of id: ChatID) -> Entry? {
        guard let chat = chats[id], let entry = chat.entry(seq) else { return nil }
        return shown(entry, in: chat, until: chat.lastSeq)
    }

    private mutating func write(
        _ draft: EntryDraft, for command: LogCommand, createdAt: Int64, outboxID: UInt64
    ) -> AppendedEntry {
        guard var chat = chats[command.chatID] else { preconditionFailure("the rules saw this chat") }
        let place = chat.add(draft, for: command, createdAt: createdAt)
        chat.activity = lastActivity
        let isLeaving = place.entry.member.map { $0.role == .unspecified } ?? false
        if let member = place.entry.member {
            chat.apply(
                member, at: place.entry.seq, activity: lastActivity, fromStart: draft.visibleFromStart,
                deviceVersion: devices.version(of: UserID(member.userID)))
        }
        chat.applyConsequences(of: draft, at: place.entry.seq, author: command.author.userID)
        chats[command.chatID] = chat
        outbox.insert(
            OutboxItem(chatID: chat.id, seq: place.entry.seq, kind: draft.kind), id: outboxID)
        let inbox = place.entry.member.map { member in
            inboxItem(for: UserID(member.userID), chat: chat, rosterVersion: isLeaving ? 0 : rosterVersion(of: chat))
        }
        return AppendedEntry(entry: place.entry, memberVersion: place.memberVersion, inbox: inbox)
    }

    mutating func inboxItem(for user: UserID, chat: SimulatedChat, rosterVersion: UInt64) -> InboxItem {
        let seq = inboxes[user, default: SimulatedInbox()].note(chat.id)
        return InboxItem(
            userID: user.rawValue, inboxSeq: seq, chat: view(of: chat, user, rosterVersion: rosterVersion))
    }
}

extension SimulatedChat {
    /// The next entry of the log.
    mutating func add(_ draft: EntryDraft, for command: LogCommand, createdAt: Int64) -> SimulatedEntry {
        let seq = lastSeq + 1
        let entry = Entry(
            id: MessageID(chatID: id.rawValue, seq: seq).text, chatID: id.rawValue, seq: seq,
            ordinal: lastOrdinal + (draft.kind == .message ? 1 : 0), senderID: command.author.userID.rawValue,
            senderDeviceID: command.author.deviceID.rawValue, kind: draft.kind,
            clientID: command.clientID?.text ?? "", createdAt: Timestamp(millisecondsSince1970: createdAt),
            replyToSeq: draft.replyToSeq, refersTo: draft.refersTo, fileIDs: draft.fileIDs, member: draft.member,
            name: draft.name, content: draft.content)
        let stored = SimulatedEntry(
            entry, bodyHash: command.clientID == nil ? [] : command.bodyHash,
            memberVersion: memberVersion + (draft.kind == .member ? 1 : 0))
        entries.append(stored)
        if let clientID = command.clientID {
            seqs[Repetition(author: command.author.userID, clientID: clientID)] = seq
        }
        return stored
    }

    /// What an entry changes beside the log, apart from memberships.
    mutating func applyConsequences(of draft: EntryDraft, at seq: UInt64, author: UserID) {
        switch draft.kind {
        case .message:
            members[author]?.readSeq = seq
            members[author]?.deliveredSeq = seq
        case .edit: replace(draft.refersTo ?? 0) { $0.pointing(at: seq) }
        case .delete: erase(draft.refersTo ?? 0, by: seq)
        case .chat: name = draft.name ?? name
        default: break
        }
    }

    private mutating func erase(_ target: UInt64, by seq: UInt64) {
        for entry in entries.map(\.entry) {
            let isEditOfTarget = entry.kind == .edit && entry.refersTo == target
            if entry.seq == target || isEditOfTarget { replace(entry.seq) { $0.erased(by: seq) } }
        }
    }

    /// - Parameter deviceVersion: of the person; what it adds to the roster version must stay when the person goes.
    mutating func apply(
        _ change: MemberChange, at seq: UInt64, activity: UInt64, fromStart: Bool, deviceVersion: UInt64
    ) {
        let user = UserID(change.userID)
        switch change.change {
        case .joined:
            members[user] = SimulatedMember(
                role: change.role, joinedSeq: seq, visibleFromSeq: fromStart ? 1 : seq, readSeq: seq,
                deliveredSeq: seq)
            present.append(user)
            rosterBase += 1
        case .left, .removed:
            members[user]?.role = .unspecified
            members[user]?.departure = SimulatedMember.Departure(seq: seq, activity: activity)
            present.removeAll { $0 == user }
            rosterBase += 1 + deviceVersion
        default: members[user]?.role = change.role
        }
    }
}
