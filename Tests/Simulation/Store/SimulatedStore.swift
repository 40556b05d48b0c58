internal import Basics
internal import Communication
internal import WireProtocol

/// All that Communication stores, as one value: a transaction is a copy, a commit an assignment.
///
/// Written from the meaning of the ports, as plainly as can be and without an eye on speed: the second opinion against
/// which the real backends are held.
struct SimulatedStore: Sendable {
    let limits: Limits
    let rules: LogRules
    var chats: [ChatID: SimulatedChat] = [:]
    var devices = SimulatedDevices()
    var people = SimulatedPeople()
    var inboxes: [UserID: SimulatedInbox] = [:]
    var outbox: SimulatedOutboxTable
    /// Milliseconds since 1970.
    var lastSeen: [UserID: Int64] = [:]
    var directChats: [Set<UserID>: ChatID] = [:]
    var createdChats: [SimulatedChat.Repetition: ChatID] = [:]
    var lastChatID: UInt64 = 0
    var lastActivity: UInt64 = 0

    init(limits: Limits, durableConsumers: [String]) {
        self.limits = limits
        rules = LogRules(limits: limits)
        outbox = SimulatedOutboxTable(
            consumers: durableConsumers, leaseMilliseconds: limits.outboxLeaseMilliseconds)
    }

    /// - Returns: nil unless the user is or was in the chat.
    func membership(_ chatID: ChatID, _ user: UserID) -> (chat: SimulatedChat, member: SimulatedMember)? {
        guard let chat = chats[chatID], let member = chat.members[user] else { return nil }
        return (chat, member)
    }

    /// Whether this is a direct chat in which one has blocked the other.
    func isBlocked(_ chat: SimulatedChat, for user: UserID) -> Bool {
        chat.peer(of: user).map { people.isBlocked(user, $0) } ?? false
    }

    func rosterVersion(of chat: SimulatedChat) -> UInt64 {
        guard chat.encryption == .e2ee else { return chat.rosterBase }
        return chat.present.reduce(chat.rosterBase) { $0 + devices.version(of: $1) }
    }
}
