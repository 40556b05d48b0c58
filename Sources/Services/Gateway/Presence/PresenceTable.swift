internal import Basics
internal import WireProtocol

/// Who is connected, as one loop hears it from all sources: the loops of all gateways. A value; times are the loop's,
/// in nanoseconds.
struct PresenceTable {
    private struct Report {
        let status: PresenceStatus
        let expires: UInt64
    }

    struct Change: Equatable {
        let user: UserID
        let status: PresenceStatus
    }

    /// A source repeats what it knows three times in this time; one that does not is gone.
    static let lastsNanoseconds: UInt64 = 45_000_000_000

    private var reports: [UserID: [UInt64: Report]] = [:]

    /// Online where one of the user's sources says so, else away, else offline.
    func status(of user: UserID) -> PresenceStatus {
        let highest = reports[user]?.values.map(\.status.rawValue).max()
        return highest.map { PresenceStatus(rawValue: $0) } ?? .offline
    }

    /// - Returns: the user's status, when it is another one now.
    mutating func report(_ user: UserID, _ status: PresenceStatus, source: UInt64, now: UInt64) -> Change? {
        let before = self.status(of: user)
        if status == .online || status == .away {
            reports[user, default: [:]][source] = Report(status: status, expires: now + Self.lastsNanoseconds)
        } else {
            remove(source, of: user)
        }
        let after = self.status(of: user)
        return after == before ? nil : Change(user: user, status: after)
    }

    /// Forgets what was not repeated.
    mutating func expire(now: UInt64) -> [Change] {
        var changes: [Change] = []
        for (user, sources) in reports where sources.values.contains(where: { $0.expires <= now }) {
            let before = status(of: user)
            for (source, report) in sources where report.expires <= now { remove(source, of: user) }
            let after = status(of: user)
            if after != before { changes.append(Change(user: user, status: after)) }
        }
        return changes
    }

    private mutating func remove(_ source: UInt64, of user: UserID) {
        reports[user]?[source] = nil
        if reports[user]?.isEmpty == true { reports[user] = nil }
    }
}
