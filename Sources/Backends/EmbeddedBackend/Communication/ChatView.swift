internal import Basics
internal import Communication
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

extension Chat {
    /// The chat as somebody sees it who is in it. Of somebody who is gone only what was there up to the own removal.
    init(_ chat: ChatRow, of member: MemberRow, rosterVersion: UInt64) {
        self.init(
            id: chat.id.rawValue, type: chat.type, encryption: chat.encryption, role: member.role,
            visibleFromSeq: member.visibleFromSeq, createdAt: Timestamp(millisecondsSince1970: chat.createdAt))
        if let departure = member.departure {
            leftSeq = departure.seq
            lastSeq = departure.seq
            lastEntryAt = Timestamp(millisecondsSince1970: departure.at)
            return
        }
        name = chat.name
        memberCount = UInt32(truncatingIfNeeded: chat.memberCount)
        memberVersion = chat.memberVersion
        self.rosterVersion = rosterVersion
        lastSeq = chat.lastSeq
        readSeq = member.readSeq
        deliveredSeq = member.deliveredSeq
        unreadCount = chat.lastOrdinal - member.readOrdinal
        lastEntryAt = Timestamp(millisecondsSince1970: chat.lastEntryAt)
        peerID = member.peerID?.rawValue
    }
}

extension CommunicationTables {
    func view(_ found: ChatOfMember) throws(SQLiteError) -> Chat {
        // Somebody who is gone is not told; the sum looks at every member.
        let version = found.member.isPresent ? try rosterVersion(of: found.chat) : 0
        return Chat(found.chat, of: found.member, rosterVersion: version)
    }

    /// Whether this is a direct chat in which one has blocked the other.
    func isBlocked(_ found: ChatOfMember) throws(SQLiteError) -> Bool {
        guard let peer = found.member.peerID else { return false }
        return try blocks.isBlocked(UserPair(found.member.userID, peer))
    }

    func rosterVersion(of chat: ChatRow) throws(SQLiteError) -> UInt64 {
        chat.rosterVersion(deviceVersions: chat.encryption == .e2ee ? try devices.versionSum(of: chat.id) : 0)
    }

    /// The chats that an inbox names after a number, each as its user sees it now.
    func updatedChats(of user: UserID, after inboxSeq: UInt64) throws(SQLiteError) -> [Chat] {
        var updated: [Chat] = []
        for id in try inbox.chats(of: user, after: inboxSeq) {
            if let found = try chats.chat(id, of: user) { updated.append(try view(found)) }
        }
        return updated
    }
}
