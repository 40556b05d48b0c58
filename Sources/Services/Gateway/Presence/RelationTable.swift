internal import Basics
internal import Contracts
internal import WireProtocol

/// What decides on what the users of one loop are told of others, and others of them: contacts, blocks, privacy.
///
/// A value without I/O. It is read once for each user who connects, and kept up with what is heard; what was missed
/// shows in the versions and is read again.
struct RelationTable {
    struct Relations: Equatable {
        var version: UInt64
        var contacts: Set<UserID>
        /// Those whom the user has blocked, and those who have blocked the user.
        var blocked: Set<UserID>
        var privacy: PrivacySettings
        var settingsVersion: UInt64

        /// What the user may see of somebody's presence.
        func sees(_ presence: PresenceTable.State, of other: UserID) -> PresenceStatus {
            let isSeen = !blocked.contains(other) && presence.audience.includes(isContact: contacts.contains(other))
            return isSeen ? presence.status : .offline
        }
    }

    /// What is to be done about what was heard.
    enum Step: Equatable {
        case nothing
        /// The user's relations were these before. Where more was heard of than was read, they are read again.
        case changed(from: Relations, isBehind: Bool = false)
        /// More has happened than is known.
        case read
    }

    private var known: [UserID: Relations] = [:]
    /// What was heard of users who are being read: the reading may be older.
    private var heardVersions: [UserID: UInt64] = [:]
    private var heardSettingsVersions: [UserID: UInt64] = [:]

    subscript(_ user: UserID) -> Relations? { known[user] }

    mutating func heard(_ change: RelationChanged) -> Step {
        let user = UserID(change.userID)
        guard var relations = known[user] else {
            heardVersions[user] = max(heardVersions[user] ?? 0, change.version)
            return .nothing
        }
        guard change.version > relations.version else { return .nothing }
        guard change.version == relations.version + 1 else {
            heardVersions[user] = max(heardVersions[user] ?? 0, change.version)
            return .read
        }
        let before = relations
        let other = UserID(change.otherID)
        relations.version = change.version
        relations.contacts.set(other, isIn: change.isContact)
        relations.blocked.set(other, isIn: change.isBlocked)
        known[user] = relations
        return .changed(from: before)
    }

    mutating func heard(_ change: PrivacyChanged) -> Step {
        let user = UserID(change.userID)
        guard let before = known[user] else {
            heardSettingsVersions[user] = max(heardSettingsVersions[user] ?? 0, change.version)
            return .nothing
        }
        guard change.version > before.settingsVersion, let privacy = change.privacy else { return .nothing }
        known[user]?.privacy = privacy
        known[user]?.settingsVersion = change.version
        return .changed(from: before)
    }

    /// The user's relations were read: what is known by now may be newer, what was heard meanwhile too.
    mutating func adopt(_ sample: GetRelationsResponse, of user: UserID) -> Step {
        let before = known[user] ?? .none
        var relations = before
        if known[user] == nil || sample.version >= before.version {
            relations.version = sample.version
            relations.contacts = Set(sample.contactIDs.map { UserID($0) })
            relations.blocked = Set(sample.blockedIDs.map { UserID($0) })
        }
        if known[user] == nil || sample.settingsVersion >= before.settingsVersion, let privacy = sample.privacy {
            relations.privacy = privacy
            relations.settingsVersion = sample.settingsVersion
        }
        known[user] = relations
        let isBehind =
            relations.version < heardVersions[user] ?? 0
            || relations.settingsVersion < heardSettingsVersions[user] ?? 0
        if !isBehind {
            heardVersions[user] = nil
            heardSettingsVersions[user] = nil
        }
        return .changed(from: before, isBehind: isBehind)
    }

    /// The user's last socket is gone.
    mutating func forget(_ user: UserID) {
        known[user] = nil
        heardVersions[user] = nil
        heardSettingsVersions[user] = nil
    }
}

extension RelationTable.Relations {
    /// Of somebody of whom nothing is known yet: nobody is seen, and nothing is told.
    static let none = Self(
        version: 0, contacts: [], blocked: [],
        privacy: PrivacySettings(
            lastSeen: .nobody, groupAdditions: .nobody, readReceipts: false, typing: false, discoverable: false,
            foundByEmail: false), settingsVersion: 0)
}

extension Set {
    fileprivate mutating func set(_ element: Element, isIn: Bool) {
        if isIn { insert(element) } else { remove(element) }
    }
}
