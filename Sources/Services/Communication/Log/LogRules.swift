public import Basics
internal import Contracts
public import WireProtocol

/// The rules of a chat's log, pure: a backend reads the facts under the chat's lock, asks here, and writes the answer.
/// So every backend decides alike.
public struct LogRules: Sendable {
    public enum Decision: Equatable, Sendable {
        /// These entries, in this order; never none.
        case write([EntryDraft])
        /// It is so already: the entry of this sequence made it so, where one did.
        case unchanged(seq: UInt64?)
        case refused(AppendRefusal)
    }

    public let limits: Limits

    public init(limits: Limits) {
        self.limits = limits
    }

    /// Whether a command whose client id is known repeats the first one. In end-to-end encrypted chats every repetition
    /// does: sealing again gives other bytes. So does one whose first was deleted: nothing of it is kept to compare
    /// with.
    public func refusal(
        ofRepeated command: LogCommand, firstBodyHash: [UInt8], encryption: ChatEncryption
    ) -> AppendRefusal? {
        guard encryption == .server, !firstBodyHash.isEmpty else { return nil }
        return command.bodyHash == firstBodyHash ? nil : .clientIDReused
    }

    /// - Parameters:
    ///   - facts: nil when there is no such chat, or the author never was its member.
    ///   - now: milliseconds since 1970, as the entry will be dated.
    public func decide(_ command: LogCommand, facts: ChatFacts?, now: Int64) -> Decision {
        guard let facts else { return .refused(.noSuchChat) }
        guard facts.author.role != .unspecified else { return .refused(.notMember) }
        do throws(Refused) {
            return try decide(command, facts, now: now)
        } catch {
            return .refused(error.refusal)
        }
    }

    struct Refused: Error {
        let refusal: AppendRefusal
    }

    private func decide(_ command: LogCommand, _ facts: ChatFacts, now: Int64) throws(Refused) -> Decision {
        let author = command.author.userID
        // Who may not write may still take back what was written.
        if facts.type == .direct, facts.isBlocked, command.action.content != nil { throw Refused(refusal: .blocked) }
        switch command.action {
        case .send(let content, let replyToSeq, let fileIDs):
            return try send(content, replyToSeq: replyToSeq, fileIDs: fileIDs, facts)
        case .edit(_, let content): return try edit(to: content, by: author, facts, now: now)
        case .delete: return try delete(by: author, facts)
        case .react(_, let content): return try react(with: content, facts)
        case .removeReaction(_, let emoji): return try removeReaction(emoji, facts)
        case .addMembers(let users, let role): return try add(users, role: role, facts)
        case .removeMember(let user): return try remove(user, by: author, facts)
        case .changeRole(let user, let role): return try changeRole(of: user, to: role, by: author, facts)
        case .rename(let name): return try rename(to: name, facts)
        case .setProfile(let content): return try setProfile(content, facts)
        }
    }

    /// Admins and the owner.
    func requireRule(_ facts: ChatFacts) throws(Refused) {
        guard facts.author.role.rawValue >= MemberRole.admin.rawValue else { throw Refused(refusal: .forbidden) }
    }

    func requireNotDirect(_ facts: ChatFacts) throws(Refused) {
        guard facts.type != .direct else { throw Refused(refusal: .directFixed) }
    }

    /// Plain text where the server may read; elsewhere content that is sealed for exactly the devices of the roster.
    func checkContent(_ content: Content, _ facts: ChatFacts) throws(Refused) {
        guard facts.encryption == .e2ee else {
            guard content.text != nil, content.ciphertext == nil else { throw Refused(refusal: .plaintextRequired) }
            return
        }
        guard content.text == nil, content.ciphertext != nil, let roster = facts.roster else {
            throw Refused(refusal: .encryptionRequired)
        }
        guard roster.membersWithoutDevices.isEmpty else {
            throw Refused(refusal: .memberWithoutKeys(roster.membersWithoutDevices))
        }
        let sealed = Set(content.keys.map(\.deviceID))
        guard sealed == roster.devices, content.rosterVersion == roster.version else {
            throw Refused(
                refusal: .rosterChanged(
                    version: roster.version, missing: roster.devices.subtracting(sealed).sorted(),
                    extra: sealed.subtracting(roster.devices).sorted()))
        }
    }
}
