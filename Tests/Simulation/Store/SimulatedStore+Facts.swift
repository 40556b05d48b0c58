internal import Basics
internal import Communication
internal import Contracts
internal import WireProtocol

extension SimulatedStore {
    /// What the rules look at; nil when there is no such chat, or the author never was in it.
    func facts(for command: LogCommand) -> ChatFacts? {
        guard let (chat, author) = membership(command.chatID, command.author.userID) else { return nil }
        let action = command.action
        var facts = ChatFacts(
            type: chat.type, encryption: chat.encryption, name: chat.name, memberCount: chat.present.count,
            author: MemberFacts(role: author.role, visibleFromSeq: author.visibleFromSeq))
        facts.isBlocked = isBlocked(chat, for: command.author.userID)
        facts.blockedSubjects = Set(action.subjects.filter { people.isBlocked($0, command.author.userID) })
        for user in action.subjects {
            if let member = chat.presentMember(user) { facts.subjects[user] = member.role }
        }
        if let target = action.target {
            facts.target = chat.entry(target).map(Self.facts)
            if action.needsOwnReactions {
                facts.ownReactions = ownReactions(on: target, in: chat, by: command.author.userID)
            }
        }
        if action.needsRoster, chat.encryption == .e2ee {
            facts.roster = roster(of: chat, candidates: action.subjects)
        }
        if action.needsHeir { facts.heir = heir(in: chat, without: command.author.userID) }
        return facts
    }

    private static func facts(_ stored: SimulatedEntry) -> EntryFacts {
        EntryFacts(
            seq: stored.entry.seq, kind: stored.entry.kind, senderID: UserID(stored.entry.senderID),
            createdAtMilliseconds: stored.createdAtMilliseconds, deletedBySeq: stored.entry.deletedBySeq,
            text: stored.entry.content?.text)
    }

    private func ownReactions(on target: UInt64, in chat: SimulatedChat, by user: UserID) -> [EntryFacts] {
        chat.entries.filter { stored in
            let entry = stored.entry
            return entry.kind == .reaction && entry.refersTo == target && entry.senderID == user.rawValue
                && entry.deletedBySeq == nil
        }.map(Self.facts)
    }

    private func roster(of chat: SimulatedChat, candidates: [UserID]) -> RosterFacts {
        let active = devices.active(of: chat.present)
        let newcomers = candidates.filter { chat.presentMember($0) == nil }
        return RosterFacts(
            version: rosterVersion(of: chat),
            devices: Set(active.prefix(limits.rosterDevicesMax).map(\.change.deviceID)),
            activeDeviceCount: active.count,
            membersWithoutDevices: chat.present.filter { devices.active(of: $0).isEmpty },
            candidateDeviceCount: devices.active(of: newcomers).count)
    }

    /// Of those who joined together, as the first members did, the one with the lowest id.
    private func heir(in chat: SimulatedChat, without user: UserID) -> UserID? {
        let others = chat.members.filter { $0.value.isPresent && $0.key != user }
        return others.min { one, other in
            (-one.value.role.rawValue, one.value.joinedSeq, one.key.rawValue)
                < (-other.value.role.rawValue, other.value.joinedSeq, other.key.rawValue)
        }?.key
    }
}
