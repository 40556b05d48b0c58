internal import Basics
internal import Communication
internal import SQLiteDriver
internal import WireProtocol

/// What the rules look at, read as far as the command asks for it.
extension CommandTransaction {
    func facts(for command: LogCommand, _ found: ChatOfMember) throws(SQLiteError) -> ChatFacts {
        let (chat, author, action) = (found.chat, found.member, command.action)
        var facts = ChatFacts(
            type: chat.type, encryption: chat.encryption, name: chat.name, memberCount: chat.memberCount,
            author: MemberFacts(role: author.role, visibleFromSeq: author.visibleFromSeq))
        // Somebody who is gone is refused by that alone.
        guard author.isPresent else { return facts }
        if chat.type == .direct, action.content != nil, let peer = author.peerID {
            facts.isBlocked = try tables.blocks.isBlocked(UserPair(author.userID, peer))
        }
        if case .addMembers(let users, _) = action {
            facts.blockedSubjects = Set(try tables.blocks.blocked(users, by: author.userID))
        }
        for user in action.subjects { facts.subjects[user] = try tables.members.role(of: user, in: chat.id) }
        if let target = action.target {
            facts.target = try tables.entries.facts(target, of: chat.id)
            if action.needsOwnReactions {
                facts.ownReactions = try tables.entries.reactions(on: target, of: chat.id, by: author.userID)
            }
        }
        if action.needsRoster, chat.encryption == .e2ee { facts.roster = try roster(of: chat, for: action, facts) }
        if action.needsHeir, author.role == .owner, action.subjects == [author.userID] {
            facts.heir = try tables.members.heir(of: author.userID, in: chat.id)
        }
        return facts
    }

    private func roster(
        of chat: ChatRow, for action: LogAction, _ facts: ChatFacts
    ) throws(SQLiteError) -> RosterFacts {
        let roster = try tables.devices.roster(of: chat.id)
        var candidateDeviceCount = 0
        for user in action.subjects where facts.subjects[user] == nil {
            candidateDeviceCount += try tables.devices.activeCount(of: user)
        }
        return RosterFacts(
            version: try tables.rosterVersion(of: chat),
            devices: Set(roster.devices.prefix(rules.limits.rosterDevicesMax).map(\.deviceID)),
            activeDeviceCount: roster.devices.count, membersWithoutDevices: roster.membersWithoutDevices,
            candidateDeviceCount: candidateDeviceCount)
    }
}
