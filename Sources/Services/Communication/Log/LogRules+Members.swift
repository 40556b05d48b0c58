internal import Basics
internal import WireProtocol

/// Who is in a chat, in which role, and what it is called.
extension LogRules {
    func add(_ users: [UserID], role: MemberRole, _ facts: ChatFacts) throws(Refused) -> Decision {
        try requireNotDirect(facts)
        try requireRule(facts)
        let role = role == .unspecified ? .member : role
        guard role == .member || role == .admin else { throw Refused(refusal: .invalid(field: "role")) }
        guard role == .member || facts.author.role == .owner else { throw Refused(refusal: .forbidden) }
        let new = users.filter { facts.subjects[$0] == nil }
        guard !new.isEmpty else { return .unchanged(seq: nil) }
        let unwilling = new.filter(facts.blockedSubjects.contains)
        guard unwilling.isEmpty else { throw Refused(refusal: .mayNotAdd(unwilling)) }
        let membersMax = facts.type == .channel ? limits.channelMembersMax : limits.groupMembersMax
        guard facts.memberCount + new.count <= membersMax else {
            throw Refused(refusal: .tooManyMembers(limit: membersMax))
        }
        if facts.encryption == .e2ee, let roster = facts.roster {
            guard roster.activeDeviceCount + roster.candidateDeviceCount <= limits.rosterDevicesMax else {
                throw Refused(refusal: .tooManyDevices(limit: limits.rosterDevicesMax))
            }
        }
        return .write(
            new.map { user in
                EntryDraft(
                    .member, member: MemberChange(userID: user.rawValue, change: .joined, role: role),
                    visibleFromStart: facts.encryption == .server)
            })
    }

    /// Everybody may leave; who rules may remove those of a lower role. Somebody who is not there stays so.
    func remove(_ user: UserID, by author: UserID, _ facts: ChatFacts) throws(Refused) -> Decision {
        try requireNotDirect(facts)
        guard user != author else { return leave(author, facts) }
        try requireRule(facts)
        guard let role = facts.subjects[user] else { return .unchanged(seq: nil) }
        guard role.rawValue < facts.author.role.rawValue else { throw Refused(refusal: .forbidden) }
        return .write([Self.member(user, .removed, .unspecified)])
    }

    /// A chat with members always has an owner: one who leaves hands it over first.
    private func leave(_ user: UserID, _ facts: ChatFacts) -> Decision {
        let left = Self.member(user, .left, .unspecified)
        guard facts.author.role == .owner, let heir = facts.heir else { return .write([left]) }
        return .write([Self.member(heir, .role, .owner), left])
    }

    func changeRole(
        of user: UserID, to role: MemberRole, by author: UserID, _ facts: ChatFacts
    ) throws(Refused) -> Decision {
        try requireNotDirect(facts)
        guard facts.author.role == .owner else { throw Refused(refusal: .forbidden) }
        guard user != author else { throw Refused(refusal: .invalid(field: "userId")) }
        guard let current = facts.subjects[user] else { throw Refused(refusal: .noSuchMember) }
        guard role != current else { return .unchanged(seq: nil) }
        switch role {
        case .member, .admin: return .write([Self.member(user, .role, role)])
        case .owner: return .write([Self.member(user, .role, .owner), Self.member(author, .role, .admin)])
        default: throw Refused(refusal: .invalid(field: "role"))
        }
    }

    func rename(to name: String, _ facts: ChatFacts) throws(Refused) -> Decision {
        try requireNotDirect(facts)
        guard facts.encryption == .server else { throw Refused(refusal: .nameMustBeEncrypted) }
        try requireRule(facts)
        guard name != facts.name else { return .unchanged(seq: nil) }
        return .write([EntryDraft(.chat, name: name)])
    }

    func setProfile(_ content: Content, _ facts: ChatFacts) throws(Refused) -> Decision {
        try requireNotDirect(facts)
        try requireRule(facts)
        guard facts.encryption == .e2ee else { throw Refused(refusal: .invalid(field: "content")) }
        try checkContent(content, facts)
        return .write([EntryDraft(.chat, content: content)])
    }

    private static func member(_ user: UserID, _ change: MemberChangeKind, _ role: MemberRole) -> EntryDraft {
        EntryDraft(.member, member: MemberChange(userID: user.rawValue, change: change, role: role))
    }
}
