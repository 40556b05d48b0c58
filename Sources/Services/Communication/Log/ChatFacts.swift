public import Basics
public import WireProtocol

/// What is true of a chat while its lock is held: all that the rules look at. A backend reads it, `LogRules` decides.
///
/// What a command does not ask for (`LogAction.target`, `subjects`, `needsRoster`, …) may be left empty.
public struct ChatFacts: Sendable {
    public var type: ChatType
    public var encryption: ChatEncryption
    public var name: String
    public var memberCount: Int
    public var author: MemberFacts
    /// Of a direct chat: whether one of the two has blocked the other.
    public var isBlocked: Bool
    /// The action's subjects who are members now.
    public var subjects: [UserID: MemberRole]
    /// The action's subjects who have blocked the author, or whom the author has blocked.
    public var blockedSubjects: Set<UserID>
    public var target: EntryFacts?
    /// The author's reactions on the target that are not deleted.
    public var ownReactions: [EntryFacts]
    public var roster: RosterFacts?
    /// Who inherits the chat when its owner leaves: of the other members the one with the highest role, among those who
    /// joined first.
    public var heir: UserID?

    public init(
        type: ChatType, encryption: ChatEncryption, name: String, memberCount: Int, author: MemberFacts,
        isBlocked: Bool = false, subjects: [UserID: MemberRole] = [:], blockedSubjects: Set<UserID> = [],
        target: EntryFacts? = nil, ownReactions: [EntryFacts] = [], roster: RosterFacts? = nil, heir: UserID? = nil
    ) {
        self.type = type
        self.encryption = encryption
        self.name = name
        self.memberCount = memberCount
        self.author = author
        self.isBlocked = isBlocked
        self.subjects = subjects
        self.blockedSubjects = blockedSubjects
        self.target = target
        self.ownReactions = ownReactions
        self.roster = roster
        self.heir = heir
    }
}

/// The author of a command in the chat.
public struct MemberFacts: Hashable, Sendable {
    /// Unspecified for somebody who has been a member and is none now.
    public let role: MemberRole
    public let visibleFromSeq: UInt64

    public init(role: MemberRole, visibleFromSeq: UInt64) {
        self.role = role
        self.visibleFromSeq = visibleFromSeq
    }
}

/// An entry that a command points at.
public struct EntryFacts: Hashable, Sendable {
    public let seq: UInt64
    public let kind: EntryKind
    public let senderID: UserID
    public let createdAtMilliseconds: Int64
    public let deletedBySeq: UInt64?
    /// Of reactions.
    public let text: String?

    public init(
        seq: UInt64, kind: EntryKind, senderID: UserID, createdAtMilliseconds: Int64, deletedBySeq: UInt64?,
        text: String?
    ) {
        self.seq = seq
        self.kind = kind
        self.senderID = senderID
        self.createdAtMilliseconds = createdAtMilliseconds
        self.deletedBySeq = deletedBySeq
        self.text = text
    }
}

/// The devices of an end-to-end encrypted chat's members.
public struct RosterFacts: Hashable, Sendable {
    public let version: UInt64
    /// Those for which a message is sealed: the first `Limits.rosterDevicesMax` of all active ones.
    public let devices: Set<UInt64>
    /// All active devices of members, in the roster or not.
    public let activeDeviceCount: Int
    public let membersWithoutDevices: [UserID]
    /// The active devices of those subjects of the action who are no members.
    public let candidateDeviceCount: Int

    public init(
        version: UInt64, devices: Set<UInt64>, activeDeviceCount: Int, membersWithoutDevices: [UserID],
        candidateDeviceCount: Int
    ) {
        self.version = version
        self.devices = devices
        self.activeDeviceCount = activeDeviceCount
        self.membersWithoutDevices = membersWithoutDevices
        self.candidateDeviceCount = candidateDeviceCount
    }
}
