internal import Basics
internal import WireProtocol

/// How a route goes on that has missed something, once the chat's state has been read.
extension ChatRoute {
    /// What is to be done, in this order.
    struct Repair {
        /// Entries that were missed, to be delivered one by one (`next`).
        var entries: [Entry] = []
        /// More was missed than is delivered here: clients pull it.
        var gap: ClosedRange<UInt64>?
        /// Where the route stands after the entries, unless they were cut short.
        var memberVersion: UInt64
        /// Those who turned out to be no members, or no longer.
        var refused: [RefusedNewcomer] = []
    }

    /// - Parameter isInFlight: whether an entry is of a command that one of the receivers still waits for. Its
    ///   acceptance and its event are on their way and will take its place: the repair ends before it.
    mutating func repair(
        with state: GetChatStateResponse, asked: Set<UserID>, isInFlight: (Entry) -> Bool
    ) -> Repair {
        let members = Dictionary(state.members.map { (UserID($0.userID), $0) }) { first, _ in first }
        setIntervals(members, asked: asked)
        var repair = Repair(memberVersion: state.memberVersion)
        let missed = state.entries.filter { $0.seq > lastSeq }
        if lastSeq + UInt64(missed.count) >= state.lastSeq {
            takeUp(missed, into: &repair, isInFlight)
        } else {
            repair.gap = lastSeq + 1...state.lastSeq
        }
        repair.refused = confirmNewcomers(members, asked: asked, seenVersion: repair.memberVersion)
        return repair
    }

    private func takeUp(_ missed: [Entry], into repair: inout Repair, _ isInFlight: (Entry) -> Bool) {
        for (index, entry) in missed.enumerated() {
            if isInFlight(entry) {
                let later = missed[index...].count { $0.kind == .member }
                repair.memberVersion -= UInt64(later)
                break
            }
            repair.entries.append(entry)
        }
    }

    /// Takes the next missed entry up for delivery.
    mutating func next(_ entry: Entry) {
        begin(entry, memberVersion ?? 0)
    }

    /// Leaves what clients pull behind.
    ///
    /// - Returns: for each receiver what it has to pull.
    mutating func skip(_ gap: ClosedRange<UInt64>) -> [(receiver: Receiver, gap: ClosedRange<UInt64>)] {
        endRepair(lastSeq: gap.upperBound)
        return receivers.compactMap { receiver in
            let from = max(gap.lowerBound, receiver.fromSeq)
            let to = min(gap.upperBound, receiver.leftSeq ?? .max)
            return from <= to ? (receiver, from...to) : nil
        }
    }

    mutating func takeParked() -> [EntryAppended] {
        defer { parked = [] }
        return parked
    }
}
