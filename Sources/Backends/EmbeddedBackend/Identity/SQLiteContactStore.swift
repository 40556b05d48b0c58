public import Basics
public import Contracts
public import Identity
internal import SQLiteDriver
public import WireProtocol

/// Contacts beside the accounts.
public struct SQLiteContactStore: ContactStore {
    let store: SQLiteStore<IdentityTables>
    let clock: WallClock

    public func change(
        _ action: ContactAction, of other: UserID, by user: UserID, limits: ContactLimits,
        committed: @escaping @Sendable (ContactOutcome) -> Void
    ) async throws(StoreError) -> ContactOutcome {
        let clock = clock
        return try await store.writing(
            byteCount: 512,
            { (tables) throws(SQLiteError) in
                let transaction = ContactTransaction(
                    tables: tables, user: user, other: other, limits: limits, now: clock.millisecondsSince1970())
                return try transaction.carryOut(action)
            }, committed: committed)
    }

    public func contacts(
        of user: UserID, in state: ContactState?, above: UserID, limit: Int
    ) async throws(StoreError) -> [Contact] {
        try await store.reading { (tables) throws(SQLiteError) in
            var rows: [ContactTable.Row]
            if let state {
                rows = []
                for link in Self.links(of: state) {
                    rows += try tables.contacts.page(link, of: user, above: above, limit: limit)
                }
                rows.sort { $0.contactID < $1.contactID }
            } else {
                rows = try tables.contacts.page(of: user, above: above, limit: limit)
            }
            var contacts: [Contact] = []
            for row in rows.prefix(limit) { contacts.append(try tables.contact(row)) }
            return contacts
        }
    }

    public func relations(of user: UserID) async throws(StoreError) -> GetRelationsResponse {
        try await store.reading { (tables) throws(SQLiteError) in
            let contacts = try tables.contacts.page(.accepted, of: user, above: UserID(0), limit: .max)
            let blocked = try tables.contacts.page(.blocked, of: user, above: UserID(0), limit: .max)
            let settings = try tables.settings.stored(of: user)
            return GetRelationsResponse(
                version: try tables.contacts.version(of: user), contactIDs: contacts.map(\.contactID.rawValue),
                blockedIDs: try tables.contacts.blockers(of: user) + blocked.map(\.contactID.rawValue),
                privacy: settings.privacy?.complete, settingsVersion: settings.version)
        }
    }

    public func standings(of user: UserID, with people: [UserID]) async throws(StoreError) -> [Standing] {
        try await store.reading { (tables) throws(SQLiteError) in
            var standings: [Standing] = []
            for other in people where try tables.accounts.publicUser(other) != nil {
                standings.append(try Self.standing(of: user, with: other, in: tables))
            }
            return standings
        }
    }

    private static func standing(
        of user: UserID, with other: UserID, in tables: IdentityTables
    ) throws(SQLiteError) -> Standing {
        guard user != other else { return Standing(userID: user.rawValue, seesLastSeen: true, mayAdd: true) }
        let pair = ContactPair(
            own: try tables.contacts.link(to: other, of: user), other: try tables.contacts.link(to: user, of: other))
        let privacy = try tables.settings.privacy(of: other)
        func isIn(_ audience: Audience?) -> Bool {
            !pair.isBlocked && audience?.includes(isContact: pair.isContact) == true
        }
        return Standing(
            userID: other.rawValue, seesLastSeen: isIn(privacy.lastSeen), mayAdd: isIn(privacy.groupAdditions))
    }

    private static func links(of state: ContactState) -> [ContactLink] {
        switch state {
        case .pending: [.outgoing, .incoming]
        case .accepted: [.accepted]
        case .blocked: [.blocked]
        default: []
        }
    }
}
