internal import Basics
internal import WireProtocol

/// Where the chats and inboxes stand that changed in the last ten seconds. A value; `Announcer` owns it.
struct RecentHeads {
    /// How long after its last change a head is repeated. At one repetition every two seconds a gateway has five
    /// chances to hear of it.
    static let nanoseconds: UInt64 = 10_000_000_000
    /// Heads in one event: keeps it far below what a bus takes as one message.
    static let perEventMax = 1_000

    private var chats: [UInt64: (state: ChatState, at: UInt64)] = [:]
    private var inboxes: [UInt64: (state: InboxState, at: UInt64)] = [:]

    mutating func note(_ appended: AppendedEntry, _ inbox: [InboxItem], now: UInt64) {
        let (entry, version) = (appended.entry, appended.memberVersion)
        let chat = ChatState(chatID: entry.chatID, lastSeq: entry.seq, memberVersion: version)
        chats[entry.chatID] = (chat, now)
        for item in inbox {
            inboxes[item.userID] = (InboxState(userID: item.userID, inboxSeq: item.inboxSeq), now)
        }
    }

    /// What is to be repeated now; what is older is forgotten.
    mutating func repetitions(now: UInt64) -> [HeadsRepeated] {
        let oldest = now - min(now, Self.nanoseconds)
        chats = chats.filter { $0.value.at >= oldest }
        inboxes = inboxes.filter { $0.value.at >= oldest }
        let events = Self.chunks(chats.values.map(\.state)).map { HeadsRepeated(chats: $0) }
        return events + Self.chunks(inboxes.values.map(\.state)).map { HeadsRepeated(inboxes: $0) }
    }

    private static func chunks<State>(_ states: [State]) -> [[State]] {
        stride(from: 0, to: states.count, by: perEventMax).map { start in
            Array(states[start..<min(start + perEventMax, states.count)])
        }
    }
}
