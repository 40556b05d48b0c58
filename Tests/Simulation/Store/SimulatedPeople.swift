internal import Basics
internal import WireProtocol

/// What was announced of people last.
struct SimulatedPeople: Sendable {
    private var blocks: [Set<UserID>: BlockChanged] = [:]
    private var privacies: [UserID: PrivacyChanged] = [:]

    mutating func apply(_ change: BlockChanged) {
        let pair: Set = [UserID(change.lowUserID), UserID(change.highUserID)]
        if change.version > blocks[pair]?.version ?? 0 { blocks[pair] = change }
    }

    mutating func apply(_ change: PrivacyChanged) {
        let user = UserID(change.userID)
        if change.version > privacies[user]?.version ?? 0 { privacies[user] = change }
    }

    /// Whether one of the two has blocked the other.
    func isBlocked(_ one: UserID, _ other: UserID) -> Bool { blocks[[one, other]]?.isBlocked ?? false }

    func hidesReading(_ user: UserID) -> Bool { privacies[user]?.privacy?.readReceipts == false }
}
