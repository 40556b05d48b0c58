internal import Basics
internal import Communication
internal import Contracts
internal import Protobuf
internal import WireProtocol

extension SimulatedStore {
    mutating func create(_ new: NewChat, _ transaction: inout Transaction) -> ChatCreation {
        if let existing = existing(new), let chat = chats[existing] {
            let creator = new.creator.userID
            guard chat.presentMember(creator) != nil else { return .left }
            return .existing(view(of: chat, creator, rosterVersion: rosterVersion(of: chat)))
        }
        if let refusal = refusal(of: new) { return .refused(refusal) }
        return make(new, &transaction)
    }

    private func existing(_ new: NewChat) -> ChatID? {
        if new.type == .direct { return directChats[pair(new)] }
        guard let clientID = new.clientID else { return nil }
        return createdChats[.init(author: new.creator.userID, clientID: clientID)]
    }

    private func pair(_ new: NewChat) -> Set<UserID> { Set(new.others + [new.creator.userID]) }

    private func refusal(of new: NewChat) -> AppendRefusal? {
        let unwilling = new.others.filter { people.isBlocked($0, new.creator.userID) }
        guard unwilling.isEmpty else { return new.type == .direct ? .blocked : .mayNotAdd(unwilling) }
        guard new.encryption == .e2ee, new.type != .direct else { return nil }
        let deviceCount = devices.active(of: new.others + [new.creator.userID]).count
        return deviceCount > limits.rosterDevicesMax ? .tooManyDevices(limit: limits.rosterDevicesMax) : nil
    }

    private mutating func make(_ new: NewChat, _ transaction: inout Transaction) -> ChatCreation {
        let creator = new.creator.userID
        lastChatID += 1
        lastActivity += 1
        var chat = SimulatedChat(
            id: ChatID(lastChatID), type: new.type, encryption: new.encryption, createdAt: transaction.now,
            name: new.name)
        chat.activity = lastActivity
        chat.seat(new)
        let draft = EntryDraft(.chat, name: new.name.isEmpty ? nil : new.name)
        let command = LogCommand(
            chatID: chat.id, author: new.creator, action: .rename(new.name), clientID: nil, bodyHash: [])
        let first = chat.add(draft, for: command, createdAt: transaction.now)
        chats[chat.id] = chat
        if new.type == .direct {
            directChats[pair(new)] = chat.id
        } else if let clientID = new.clientID {
            createdChats[.init(author: creator, clientID: clientID)] = chat.id
        }
        outbox.insert(OutboxItem(chatID: chat.id, seq: 1, kind: .chat), id: transaction.nextOutboxID())
        let version = rosterVersion(of: chat)
        let inbox = chat.present.map { inboxItem(for: $0, chat: chat, rosterVersion: version) }
        return .created(
            view(of: chat, creator, rosterVersion: version),
            first: AppendedEntry(entry: first.entry, memberVersion: first.memberVersion, inbox: nil), inbox: inbox)
    }
}

extension SimulatedChat {
    /// The first members. In a direct chat nobody rules the other.
    mutating func seat(_ new: NewChat) {
        present = [new.creator.userID] + new.others
        for user in new.others {
            members[user] = SimulatedMember(
                role: .member, joinedSeq: 1, visibleFromSeq: 1, readSeq: 0, deliveredSeq: 0)
        }
        members[new.creator.userID] = SimulatedMember(
            role: type == .direct ? .member : .owner, joinedSeq: 1, visibleFromSeq: 1, readSeq: 1, deliveredSeq: 1)
    }
}
