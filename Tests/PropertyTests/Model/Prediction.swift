import WireProtocol

/// What the model says will become of an action.
enum Prediction: Sendable {
    case entries([ModelEntry])
    case unchanged(UInt64?)
    case refused
}

extension ModelChat {
    /// - Parameter isTaken: of the action's content.
    func predict(_ action: Action, by author: Int, isTaken: Bool, now: Int64) -> Prediction {
        guard let role = role(of: author), let seen = interval(of: author) else { return .refused }
        func message(_ seq: UInt64) -> ModelEntry? {
            guard let target = entry(seq), target.kind == .message, seq >= seen.from else { return nil }
            return target
        }
        let rules = role == .admin || role == .owner
        let template = ModelEntry(kind: .message, author: author, createdAt: now)
        switch action {
        case .send(let words, let replyTo, let files, _):
            guard isTaken, type != .channel || rules else { return .refused }
            if let replyTo, encryption != .server || message(replyTo) == nil { return .refused }
            return .entries([template.with(.message, words: words, files: files, replyTo: replyTo)])
        case .edit(let target, let words, _):
            guard isTaken, let old = message(target), old.author == author, old.deletedBy == nil else {
                return .refused
            }
            return .entries([template.with(.edit, words: words, refersTo: target)])
        case .react(let target, let words, _):
            guard isTaken, let old = message(target), old.deletedBy == nil else { return .refused }
            if encryption == .server, let same = reaction(of: author, on: target, words) { return .unchanged(same) }
            return .entries([template.with(.reaction, words: words, refersTo: target)])
        case .unreact(let target, let words):
            guard message(target) != nil, encryption == .server else { return .refused }
            guard let same = reaction(of: author, on: target, words) else { return .unchanged(nil) }
            return .entries([template.with(.delete, refersTo: same)])
        case .delete(let target):
            guard let old = entry(target), target >= seen.from, old.kind == .message || old.kind == .reaction,
                old.author == author || (old.kind == .message && rules)
            else { return .refused }
            if let deletedBy = old.deletedBy { return .unchanged(deletedBy) }
            return .entries([template.with(.delete, refersTo: target)])
        case .profile(let words, _):
            guard isTaken, encryption == .e2ee, type != .direct, rules else { return .refused }
            return .entries([template.with(.chat, words: words)])
        case .rename(let new):
            guard type != .direct, encryption == .server, rules else { return .refused }
            return new == name ? .unchanged(nil) : .entries([template.with(.chat, name: new)])
        case .add, .remove, .role:
            guard type != .direct else { return .refused }
            return predictMembers(action, by: author, role: role, template)
        }
    }

    private func predictMembers(
        _ action: Action, by author: Int, role: MemberRole, _ template: ModelEntry
    ) -> Prediction {
        func changes(_ changes: [(Int, MemberChangeKind, MemberRole)]) -> Prediction {
            .entries(
                changes.map { person, kind, role in
                    template.with(.member, change: ModelChange(person: person, kind: kind, role: role))
                })
        }
        let present = present()
        let others = present.filter { $0.person != author }
        let rules = role == .admin || role == .owner
        switch action {
        case .add(let people, let newRole):
            guard rules, newRole == .member || (newRole == .admin && role == .owner) else { return .refused }
            let new = people.filter { person in !present.contains { $0.person == person } }
            return new.isEmpty ? .unchanged(nil) : changes(new.map { ($0, .joined, newRole) })
        case .remove(author):
            let admins = others.filter { $0.role == .admin }
            let heir = (admins.isEmpty ? others : admins).min { ($0.since, $0.person) < ($1.since, $1.person) }
            guard role == .owner, let heir else { return changes([(author, .left, .unspecified)]) }
            return changes([(heir.person, .role, .owner), (author, .left, .unspecified)])
        case .remove(let person):
            guard rules else { return .refused }
            guard let old = others.first(where: { $0.person == person }) else { return .unchanged(nil) }
            let mayRemove = old.role == .member || (old.role == .admin && role == .owner)
            return mayRemove ? changes([(person, .removed, .unspecified)]) : .refused
        case .role(let person, let newRole):
            guard role == .owner, let old = others.first(where: { $0.person == person }) else { return .refused }
            if old.role == newRole { return .unchanged(nil) }
            guard newRole == .owner else { return changes([(person, .role, newRole)]) }
            return changes([(person, .role, .owner), (author, .role, .admin)])
        default: return .refused
        }
    }
}

extension ModelEntry {
    fileprivate func with(
        _ kind: EntryKind, words: String? = nil, files: [UInt64] = [], replyTo: UInt64? = nil,
        refersTo: UInt64? = nil, change: ModelChange? = nil, name: String? = nil
    ) -> ModelEntry {
        ModelEntry(
            kind: kind, author: author, createdAt: createdAt, words: words, files: files, replyTo: replyTo,
            refersTo: refersTo, change: change, name: name)
    }
}
