import WireProtocol

/// When somebody was in a chat, as the chat's log tells it.
struct Membership: Sendable {
    /// From the first entry that is meant for the person to the last, in rising order.
    let intervals: [ClosedRange<UInt64>]

    /// - Parameters:
    ///   - log: the whole log of a chat.
    ///   - isFirst: whether the person was in it from its creation on.
    init(of user: UInt64, in log: [Entry], isFirst: Bool) {
        var intervals: [ClosedRange<UInt64>] = []
        var start: UInt64? = isFirst ? 1 : nil
        for entry in log {
            guard let member = entry.member, member.userID == user else { continue }
            switch member.change {
            case .joined: start = start ?? entry.seq
            case .left, .removed:
                if let first = start { intervals.append(first...entry.seq) }
                start = nil
            default: break
            }
        }
        if let first = start, let last = log.last?.seq { intervals.append(first...last) }
        self.intervals = intervals
    }

    func contains(_ seq: UInt64) -> Bool { intervals.contains { $0.contains(seq) } }

    /// The last entry that is meant for the person; 0 for somebody who never was a member.
    var end: UInt64 { intervals.last?.upperBound ?? 0 }
}
