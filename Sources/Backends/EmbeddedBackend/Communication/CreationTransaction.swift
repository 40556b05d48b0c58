internal import Basics
internal import Communication
internal import Contracts
internal import SQLiteDriver
internal import WireProtocol

/// Makes a chat with its first entry and its first members, or finds the one that is there. Lives inside the writer's
/// transaction.
struct CreationTransaction {
    let tables: CommunicationTables
    let writer: EntryWriter
    let limits: Limits

    func create(_ new: NewChat) throws(SQLiteError) -> ChatCreation {
        if let existing = try existing(new) {
            guard let found = try tables.chats.chat(existing, of: new.creator.userID), found.member.isPresent else {
                return .left
            }
            return .existing(try tables.view(found))
        }
        if let refusal = try refusal(of: new) { return .refused(refusal) }
        return try make(new)
    }

    private func existing(_ new: NewChat) throws(SQLiteError) -> ChatID? {
        if let pair = new.directPair { return try tables.chats.direct(pair) }
        guard let clientID = new.clientID else { return nil }
        return try tables.chats.created(by: new.creator.userID, as: clientID)
    }

    /// Nobody is put into a chat by somebody from whom a block divides them. A message is sealed for every device of
    /// all members, so these are bounded; not in a direct chat: nobody has a say in how many devices the other one has.
    private func refusal(of new: NewChat) throws(SQLiteError) -> AppendRefusal? {
        let unwilling = try tables.blocks.blocked(new.others, by: new.creator.userID)
        guard unwilling.isEmpty else { return new.type == .direct ? .blocked : .mayNotAdd(unwilling) }
        guard new.encryption == .e2ee, new.type != .direct else { return nil }
        var deviceCount = 0
        for user in new.members { deviceCount += try tables.devices.activeCount(of: user) }
        return deviceCount > limits.rosterDevicesMax ? .tooManyDevices(limit: limits.rosterDevicesMax) : nil
    }

    private func make(_ new: NewChat) throws(SQLiteError) -> ChatCreation {
        let moment = try writer.moment(at: writer.clock.millisecondsSince1970(), in: tables)
        var chat = try insertChat(new, at: moment)
        let draft = EntryDraft(.chat, name: new.name.isEmpty ? nil : new.name)
        let entry = try writer.write(
            draft, by: EntryWriter.Origin(author: new.creator), at: moment, to: &chat, in: tables)
        let members = new.firstMembers(at: moment.createdAt)
        for member in members { try tables.members.insert(member, into: chat.id) }
        let rosterVersion = try tables.rosterVersion(of: chat)
        var inbox: [InboxItem] = []
        for member in members {
            let view = Chat(chat, of: MemberRow(member), rosterVersion: rosterVersion)
            let seq = try tables.inbox.note(chat.id, for: member.userID)
            inbox.append(InboxItem(userID: member.userID.rawValue, inboxSeq: seq, chat: view))
        }
        return .created(
            inbox.first?.chat ?? Chat(),
            first: AppendedEntry(entry: entry, memberVersion: chat.memberVersion, inbox: nil), inbox: inbox)
    }

    private func insertChat(_ new: NewChat, at moment: EntryWriter.Moment) throws(SQLiteError) -> ChatRow {
        let chat = ChatRow(
            id: ChatID(writer.identifiers.next()), type: new.type, encryption: new.encryption, name: new.name,
            createdAt: moment.createdAt, lastSeq: 0, lastOrdinal: 0, lastEntryAt: moment.createdAt,
            activity: moment.activity, memberCount: new.members.count, memberVersion: 1, rosterBase: 1)
        // The pair identifies a direct chat: the client id of one of the two would only get in the way.
        let clientID = new.directPair == nil ? new.clientID : nil
        try tables.chats.insert(chat, creator: new.creator.userID, clientID: clientID)
        if let pair = new.directPair { try tables.chats.insertDirect(chat.id, of: pair) }
        return chat
    }
}

extension NewChat {
    var members: [UserID] { [creator.userID] + others }

    var directPair: UserPair? {
        guard type == .direct, let other = others.first else { return nil }
        return UserPair(creator.userID, other)
    }

    /// The creator has read the first entry, nobody else anything. In a direct chat nobody rules the other.
    fileprivate func firstMembers(at createdAt: Int64) -> [MemberTable.Joining] {
        members.map { user in
            let isCreator = user == creator.userID
            return MemberTable.Joining(
                userID: user, role: isCreator && type != .direct ? .owner : .member, joinedSeq: 1, visibleFromSeq: 1,
                position: isCreator ? (1, 0, createdAt) : nil,
                peerID: type == .direct ? members.first { $0 != user } : nil)
        }
    }
}

extension MemberRow {
    /// Somebody who was just put into a chat.
    fileprivate init(_ joining: MemberTable.Joining) {
        self.init(
            userID: joining.userID, role: joining.role, visibleFromSeq: joining.visibleFromSeq,
            readSeq: joining.position?.seq ?? 0, readOrdinal: joining.position?.ordinal ?? 0,
            deliveredSeq: joining.position?.seq ?? 0, peerID: joining.peerID)
    }
}
