internal import Basics

/// Who is typing where, as one loop knows it. A value; times are the loop's, in nanoseconds.
struct TypingTable {
    struct Key: Hashable {
        let chat: ChatID
        let user: UserID
    }

    /// Without another sign of it, typing is over.
    static let lastsNanoseconds: UInt64 = 6_000_000_000

    private var deadlines: [Key: UInt64] = [:]

    func isTyping(_ key: Key) -> Bool { deadlines[key] != nil }

    /// Whether somebody who goes on typing is to be announced again: half of the time has passed.
    func isDue(_ key: Key, now: UInt64) -> Bool {
        guard let deadline = deadlines[key] else { return true }
        return deadline < now + Self.lastsNanoseconds / 2
    }

    /// - Returns: whether they were not typing before.
    mutating func start(_ key: Key, now: UInt64) -> Bool {
        deadlines.updateValue(now + Self.lastsNanoseconds, forKey: key) == nil
    }

    /// - Returns: whether they were typing.
    mutating func stop(_ key: Key) -> Bool { deadlines.removeValue(forKey: key) != nil }

    /// Those whose time is over.
    mutating func expire(now: UInt64) -> [Key] {
        let over = deadlines.filter { $0.value <= now }.map(\.key)
        for key in over { deadlines[key] = nil }
        return over
    }

    /// When somebody's time is over next.
    var nextDeadline: UInt64? { deadlines.values.min() }
}
