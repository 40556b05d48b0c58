internal import Basics
internal import WireProtocol

/// Messages, edits, deletions and reactions.
extension LogRules {
    func send(
        _ content: Content, replyToSeq: UInt64?, fileIDs: [UInt64], _ facts: ChatFacts
    ) throws(Refused) -> Decision {
        // A channel is a broadcast.
        if facts.type == .channel { try requireRule(facts) }
        try checkContent(content, facts)
        if replyToSeq != nil {
            // What a sealed message answers is sealed too.
            guard facts.encryption == .server else { throw Refused(refusal: .invalid(field: "replyToSeq")) }
            _ = try message(in: facts, field: "replyToSeq")
        }
        return .write([EntryDraft(.message, content: content, replyToSeq: replyToSeq, fileIDs: fileIDs)])
    }

    func edit(to content: Content, by author: UserID, _ facts: ChatFacts, now: Int64) throws(Refused) -> Decision {
        let target = try message(in: facts)
        guard target.senderID == author else { throw Refused(refusal: .notOwn) }
        guard target.deletedBySeq == nil else { throw Refused(refusal: .messageDeleted) }
        guard now - target.createdAtMilliseconds <= limits.editWindowMilliseconds else {
            throw Refused(refusal: .editExpired)
        }
        try checkContent(content, facts)
        return .write([EntryDraft(.edit, content: content, refersTo: target.seq)])
    }

    /// One's own messages and reactions; the messages of others where one rules.
    func delete(by author: UserID, _ facts: ChatFacts) throws(Refused) -> Decision {
        guard let target = visibleTarget(in: facts), target.kind == .message || target.kind == .reaction else {
            throw Refused(refusal: .noSuchMessage(field: nil))
        }
        if target.senderID != author {
            let rules = facts.type != .direct && facts.author.role.rawValue >= MemberRole.admin.rawValue
            guard rules, target.kind == .message else { throw Refused(refusal: .notOwn) }
        }
        if let seq = target.deletedBySeq { return .unchanged(seq: seq) }
        return .write([EntryDraft(.delete, refersTo: target.seq)])
    }

    func react(with content: Content, _ facts: ChatFacts) throws(Refused) -> Decision {
        let target = try message(in: facts)
        guard target.deletedBySeq == nil else { throw Refused(refusal: .messageDeleted) }
        try checkContent(content, facts)
        if let text = content.text, let same = facts.ownReactions.first(where: { $0.text == text }) {
            return .unchanged(seq: same.seq)
        }
        return .write([EntryDraft(.reaction, content: content, refersTo: target.seq)])
    }

    func removeReaction(_ emoji: String, _ facts: ChatFacts) throws(Refused) -> Decision {
        _ = try message(in: facts)
        guard facts.encryption == .server else { throw Refused(refusal: .encryptionRequired) }
        guard let reaction = facts.ownReactions.first(where: { $0.text == emoji }) else { return .unchanged(seq: nil) }
        return .write([EntryDraft(.delete, refersTo: reaction.seq)])
    }

    private func message(in facts: ChatFacts, field: String? = nil) throws(Refused) -> EntryFacts {
        guard let target = visibleTarget(in: facts), target.kind == .message else {
            throw Refused(refusal: .noSuchMessage(field: field))
        }
        return target
    }

    private func visibleTarget(in facts: ChatFacts) -> EntryFacts? {
        facts.target.flatMap { $0.seq >= facts.author.visibleFromSeq ? $0 : nil }
    }
}
