internal import Basics
internal import WireProtocol

/// Somebody who is or was in a chat: an interval of its log, and how far they have come.
struct SimulatedMember: Sendable {
    /// Unspecified for somebody who is gone.
    var role: MemberRole
    /// The entry with which this stay began.
    let joinedSeq: UInt64
    var visibleFromSeq: UInt64
    var readSeq: UInt64
    var deliveredSeq: UInt64
    /// When the positions moved last, in milliseconds since 1970.
    var readAt: Int64?
    var deliveredAt: Int64?
    var departure: Departure?

    /// The own removal: the last entry that is seen, and when in the store's time it happened.
    struct Departure: Sendable {
        let seq: UInt64
        let activity: UInt64
    }

    var isPresent: Bool { departure == nil }

    /// The last entry that this person may see of a chat that has come to `lastSeq`.
    func horizon(_ lastSeq: UInt64) -> UInt64 {
        departure.map { min($0.seq, lastSeq) } ?? lastSeq
    }
}
