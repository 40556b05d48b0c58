internal import Basics
internal import Contracts
internal import Identity
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// One person does something with a contact. Lives inside the writer's transaction.
struct ContactTransaction {
    let tables: IdentityTables
    let user: UserID
    let other: UserID
    let limits: ContactLimits
    /// Milliseconds since 1970.
    let now: Int64

    private static let dayMilliseconds: Int64 = 86_400_000

    func carryOut(_ action: ContactAction) throws(SQLiteError) -> ContactOutcome {
        guard user != other, try tables.accounts.publicUser(other) != nil else { return .refused(.noSuchUser) }
        let before = ContactPair(
            own: try tables.contacts.link(to: other, of: user), other: try tables.contacts.link(to: user, of: other))
        switch ContactRules.decide(action, before) {
        case .refused(let refusal): return .refused(refusal)
        case .unchanged: return .unchanged(try tables.contact(other, in: user, now: now))
        case .change(let after):
            if let refusal = try refusal(of: action, before, after) { return .refused(refusal) }
            if case .request = action { try tables.contacts.countRequest(by: user, on: day) }
            return .changed(try write(before, after))
        }
    }

    private var day: Int64 { now / Self.dayMilliseconds }

    // MARK: Limits

    private func refusal(
        of action: ContactAction, _ before: ContactPair, _ after: ContactPair
    ) throws(SQLiteError) -> ContactRefusal? {
        if let limit = try fullList(before.own, after.own, of: user) { return .tooMany(limit: limit) }
        if let limit = try fullList(before.other, after.other, of: other) { return .tooMany(limit: limit) }
        guard case .request = action, try tables.contacts.requests(by: user, on: day) >= limits.requestsPerDayMax
        else { return nil }
        return .tooManyToday(retryAfterMilliseconds: Self.dayMilliseconds - now % Self.dayMilliseconds)
    }

    /// - Returns: the limit that a list would exceed.
    private func fullList(
        _ before: ContactLink, _ after: ContactLink, of user: UserID
    ) throws(SQLiteError) -> Int? {
        guard after != before else { return nil }
        switch after {
        case .none: return nil
        case .blocked: return try tables.contacts.count(.blocked, of: user) >= limits.blocksMax ? limits.blocksMax : nil
        case .outgoing, .incoming, .accepted:
            if after != .accepted, try tables.contacts.count(after, of: user) >= limits.pendingMax {
                return limits.pendingMax
            }
            // One that is accepted has had its place before.
            guard before == .none || before == .blocked else { return nil }
            var count = 0
            for link in [ContactLink.outgoing, .incoming, .accepted] {
                count += try tables.contacts.count(link, of: user)
            }
            return count >= limits.contactsMax ? limits.contactsMax : nil
        }
    }

    // MARK: Writing

    private func write(_ before: ContactPair, _ after: ContactPair) throws(SQLiteError) -> ContactChange {
        if after.own != before.own { try tables.contacts.save(after.own, to: other, of: user, at: now) }
        if after.other != before.other { try tables.contacts.save(after.other, to: user, of: other, at: now) }
        let isOther = after.isContact != before.isContact || after.isBlocked != before.isBlocked
        var changes: [RelationChanged] = []
        if isOther || after.own != before.own {
            changes.append(try relation(of: user, to: other, after, isTold: after.own != before.own))
        }
        if isOther || after.other != before.other {
            changes.append(try relation(of: other, to: user, after, isTold: after.other != before.other))
        }
        return ContactChange(
            contact: try tables.contact(other, in: user, now: now), looksUnchanged: after.own == before.own,
            relations: RelationsChanged(changes: changes),
            block: after.isBlocked == before.isBlocked ? nil : try block(after, changes))
    }

    /// - Parameter isTold: whether the user's own list is another one now.
    private func relation(
        of user: UserID, to other: UserID, _ pair: ContactPair, isTold: Bool
    ) throws(SQLiteError) -> RelationChanged {
        RelationChanged(
            userID: user.rawValue, version: try tables.contacts.raiseVersion(of: user), otherID: other.rawValue,
            isContact: pair.isContact, isBlocked: pair.isBlocked,
            contact: isTold ? try tables.contact(other, in: user, now: now) : nil)
    }

    /// Both have another version of their relations now: that of the lower one orders the changes of the pair.
    private func block(_ pair: ContactPair, _ changes: [RelationChanged]) throws(SQLiteError) -> BlockChanged {
        let (low, high) = (min(user, other), max(user, other))
        let version = changes.first { $0.userID == low.rawValue }?.version ?? 0
        let block = BlockChanged(
            lowUserID: low.rawValue, highUserID: high.rawValue, version: version, isBlocked: pair.isBlocked)
        try tables.news.add(Event(body: .blockChanged(block)))
        return block
    }
}

extension IdentityTables {
    /// Somebody as a user's list has them; in no state, since now, when they are not in it.
    func contact(_ other: UserID, in user: UserID, now: Int64) throws(SQLiteError) -> Contact {
        guard let row = try contacts.row(of: other, in: user) else {
            return Contact(
                userID: other.rawValue, updatedAt: Timestamp(millisecondsSince1970: now),
                user: try accounts.publicUser(other))
        }
        return try contact(row)
    }

    func contact(_ row: ContactTable.Row) throws(SQLiteError) -> Contact {
        Contact(
            userID: row.contactID.rawValue, state: row.link.state, direction: row.link.direction,
            updatedAt: Timestamp(millisecondsSince1970: row.updatedAt),
            user: try accounts.publicUser(row.contactID))
    }
}

extension ContactLink {
    fileprivate var state: ContactState {
        switch self {
        case .none: .unspecified
        case .outgoing, .incoming: .pending
        case .accepted: .accepted
        case .blocked: .blocked
        }
    }

    fileprivate var direction: ContactDirection? {
        switch self {
        case .outgoing: .outgoing
        case .incoming: .incoming
        default: nil
        }
    }
}
