internal import Basics

/// What a user's devices must be told about the user's chat list, kept compacted: of each chat the latest number.
struct SimulatedInbox: Sendable {
    private(set) var lastSeq: UInt64 = 0
    private var latest: [ChatID: UInt64] = [:]

    /// - Returns: the new item's number.
    mutating func note(_ chat: ChatID) -> UInt64 {
        lastSeq += 1
        latest[chat] = lastSeq
        return lastSeq
    }

    /// The chats that are named after a number, in the order of their latest numbers.
    func chats(after seq: UInt64) -> [ChatID] {
        latest.filter { $0.value > seq }.sorted { $0.value < $1.value }.map(\.key)
    }
}
