internal import Basics

/// What a socket that reads too slowly was not given. A value: it is told so once it has caught up, and pulls.
struct MissedEntries {
    private var chats: [ChatID: ClosedRange<UInt64>] = [:]

    var isEmpty: Bool { chats.isEmpty }

    mutating func add(_ seqs: ClosedRange<UInt64>, of chat: ChatID) {
        let first = chats[chat]?.lowerBound ?? seqs.lowerBound
        chats[chat] = min(first, seqs.lowerBound)...seqs.upperBound
    }

    /// What was missed of one chat.
    mutating func take(_ chat: ChatID) -> ClosedRange<UInt64>? { chats.removeValue(forKey: chat) }

    /// Everything, chat by chat.
    mutating func takeAll() -> [(chat: ChatID, seqs: ClosedRange<UInt64>)] {
        defer { chats = [:] }
        return chats.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) }
    }
}
