import Basics
import Communication
import Contracts
import WireProtocol

/// Words for tests of the rules: a chat as it stands, and what somebody wants.
struct RulesFixture {
    static let author = Caller(userID: UserID(1), deviceID: DeviceID(11), sessionID: SessionID(111))
    static let text = Content(text: "hello")

    var rules = LogRules(limits: Limits())
    var facts: ChatFacts
    var now: Int64 = 1_000_000

    init(
        _ type: ChatType = .group, _ encryption: ChatEncryption = .server, role: MemberRole = .member,
        visibleFromSeq: UInt64 = 1
    ) {
        facts = ChatFacts(
            type: type, encryption: encryption, name: "club", memberCount: 3,
            author: MemberFacts(role: role, visibleFromSeq: visibleFromSeq))
    }

    func decide(_ action: LogAction) -> LogRules.Decision {
        rules.decide(Self.command(action), facts: facts, now: now)
    }

    static func command(_ action: LogAction, bodyHash: [UInt8] = [1]) -> LogCommand {
        LogCommand(
            chatID: ChatID(5), author: author, action: action, clientID: ClientID(high: 1, low: 2), bodyHash: bodyHash)
    }

    static func entry(
        _ seq: UInt64 = 4, _ kind: EntryKind = .message, by sender: UInt64 = 1, at createdAt: Int64 = 1_000_000,
        deletedBySeq: UInt64? = nil, text: String? = nil
    ) -> EntryFacts {
        EntryFacts(
            seq: seq, kind: kind, senderID: UserID(sender), createdAtMilliseconds: createdAt,
            deletedBySeq: deletedBySeq, text: text)
    }

    /// Content sealed for these devices under this version of the roster.
    static func sealed(for devices: [UInt64], rosterVersion: UInt64 = 7) -> Content {
        Content(
            scheme: "martlet.envelope.v1", ciphertext: [1, 2], rosterVersion: rosterVersion,
            keys: devices.map { WrappedKey(deviceID: $0, key: [9]) })
    }

    static func roster(
        _ devices: Set<UInt64>, active: Int? = nil, without: [UserID] = [], candidates: Int = 0
    ) -> RosterFacts {
        RosterFacts(
            version: 7, devices: devices, activeDeviceCount: active ?? devices.count, membersWithoutDevices: without,
            candidateDeviceCount: candidates)
    }

    static func member(_ user: UInt64, _ change: MemberChangeKind, _ role: MemberRole) -> EntryDraft {
        EntryDraft(.member, member: MemberChange(userID: user, change: change, role: role))
    }
}
