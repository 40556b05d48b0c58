internal import Basics
internal import Communication
internal import Contracts
internal import Protobuf
internal import WireProtocol

extension SimulatedStore {
    /// The chat as somebody sees it who is or was in it.
    func view(of chat: SimulatedChat, _ user: UserID, rosterVersion: UInt64) -> Chat {
        guard let member = chat.members[user] else { return Chat() }
        var view = Chat(
            id: chat.id.rawValue, type: chat.type, encryption: chat.encryption, role: member.role,
            visibleFromSeq: member.visibleFromSeq, createdAt: Timestamp(millisecondsSince1970: chat.createdAt))
        if let departure = member.departure {
            view.leftSeq = departure.seq
            view.lastSeq = departure.seq
            view.lastEntryAt = chat.entry(departure.seq)?.entry.createdAt
            return view
        }
        view.name = chat.name
        view.memberCount = UInt32(chat.present.count)
        view.memberVersion = chat.memberVersion
        view.rosterVersion = rosterVersion
        view.lastSeq = chat.lastSeq
        view.readSeq = member.readSeq
        view.deliveredSeq = member.deliveredSeq
        view.unreadCount = unreadCount(of: member, in: chat)
        view.lastEntryAt = Timestamp(millisecondsSince1970: chat.lastEntryAt)
        view.peerID = chat.peer(of: user)?.rawValue
        return view
    }

    func view(of id: ChatID, _ user: UserID) -> Chat? {
        membership(id, user).map { view(of: $0.chat, user, rosterVersion: rosterVersion(of: $0.chat)) }
    }

    func lookUp(_ id: ChatID, of user: UserID) -> ChatLookup {
        guard let (chat, member) = membership(id, user) else { return .none }
        guard member.isPresent else { return .former }
        return .member(view(of: chat, user, rosterVersion: rosterVersion(of: chat)))
    }

    /// The chats that somebody is in, most recently active first.
    private func presentChats(of user: UserID) -> [(chat: SimulatedChat, member: SimulatedMember)] {
        chats.values.compactMap { chat in chat.presentMember(user).map { (chat, $0) } }
            .sorted { $0.chat.activity > $1.chat.activity }
    }

    func chats(of user: UserID, below activity: UInt64, limit: Int) -> [ActiveChat] {
        presentChats(of: user).filter { $0.chat.activity < activity }.prefix(limit).map { chat, _ in
            ActiveChat(
                chat: view(of: chat, user, rosterVersion: rosterVersion(of: chat)), activity: chat.activity)
        }
    }

    func members(of id: ChatID, reader: UserID, above user: UserID, limit: Int) -> [Member]? {
        guard let chat = chats[id], chat.presentMember(reader) != nil else { return nil }
        return chat.present.filter { $0 > user }.sorted().prefix(limit).compactMap { user in
            chat.members[user].map { member in
                var seen: Timestamp?
                if chat.type == .direct { seen = lastSeen[user].map { Timestamp(millisecondsSince1970: $0) } }
                return Member(
                    userID: user.rawValue, role: member.role, visibleFromSeq: member.visibleFromSeq, lastSeenAt: seen)
            }
        }
    }

    func roster(of id: ChatID, reader: UserID) -> GetChatKeysResponse? {
        guard let chat = chats[id], chat.presentMember(reader) != nil else { return nil }
        let active = chat.encryption == .e2ee ? devices.active(of: chat.present) : []
        let included = active.prefix(limits.rosterDevicesMax).map { device in
            RosterDevice(
                userID: device.change.userID, deviceID: device.change.deviceID,
                encryptionKey: device.change.encryptionKey, signingKey: device.change.signingKey,
                certificate: device.change.certificate)
        }
        return GetChatKeysResponse(
            rosterVersion: rosterVersion(of: chat), devices: included,
            excludedDeviceIDs: active.dropFirst(limits.rosterDevicesMax).map(\.change.deviceID))
    }

    func subscriptions(of user: UserID, incarnation: String) -> GetSubscriptionsResponse {
        let chats = presentChats(of: user).map { chat, member in
            ChatSubscription(
                chatID: chat.id.rawValue, memberVersion: chat.memberVersion, lastSeq: chat.lastSeq,
                visibleFromSeq: member.visibleFromSeq, peerID: chat.peer(of: user)?.rawValue)
        }
        return GetSubscriptionsResponse(
            chats: chats, incarnation: incarnation, inboxSeq: inboxes[user]?.lastSeq ?? 0)
    }

    func unreadCount(of member: SimulatedMember, in chat: SimulatedChat) -> UInt64 {
        chat.lastOrdinal - chat.ordinal(at: member.readSeq)
    }
}
