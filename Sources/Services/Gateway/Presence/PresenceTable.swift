internal import Basics
internal import WireProtocol

/// Who is connected, as one loop hears it from all sources: the loops of all gateways. A value; times are the loop's,
/// in nanoseconds.
struct PresenceTable {
    private struct Report {
        let status: PresenceStatus
        let audience: Audience
        let expires: UInt64
    }

    /// Somebody's presence, and who may know of it.
    struct State: Equatable {
        let status: PresenceStatus
        let audience: Audience

        static let offline = State(status: .offline, audience: .nobody)
    }

    struct Change: Equatable {
        let user: UserID
        let before: State
        let after: State
    }

    /// A source repeats what it knows three times in this time; one that does not is gone.
    static let lastsNanoseconds: UInt64 = 45_000_000_000

    private var reports: [UserID: [UInt64: Report]] = [:]

    /// Online where one of the user's sources says so, else away, else offline. Of several audiences the smallest
    /// counts: one of the sources has heard of a change before the others.
    func state(of user: UserID) -> State {
        guard let reports = reports[user]?.values, let status = reports.map(\.status.rawValue).max() else {
            return .offline
        }
        let isKnown = reports.allSatisfy { $0.audience != .unspecified }
        let audience = isKnown ? reports.map(\.audience.rawValue).max() : nil
        return State(
            status: PresenceStatus(rawValue: status), audience: audience.map { Audience(rawValue: $0) } ?? .nobody)
    }

    /// - Returns: what is different now, if anything is.
    mutating func report(_ presence: UserPresence, source: UInt64, now: UInt64) -> Change? {
        let user = UserID(presence.userID)
        let before = state(of: user)
        if presence.status == .online || presence.status == .away {
            reports[user, default: [:]][source] = Report(
                status: presence.status, audience: presence.audience, expires: now + Self.lastsNanoseconds)
        } else {
            remove(source, of: user)
        }
        return change(of: user, from: before)
    }

    /// Forgets what was not repeated.
    mutating func expire(now: UInt64) -> [Change] {
        var changes: [Change] = []
        for (user, sources) in reports where sources.values.contains(where: { $0.expires <= now }) {
            let before = state(of: user)
            for (source, report) in sources where report.expires <= now { remove(source, of: user) }
            if let change = change(of: user, from: before) { changes.append(change) }
        }
        return changes
    }

    private func change(of user: UserID, from before: State) -> Change? {
        let after = state(of: user)
        return after == before ? nil : Change(user: user, before: before, after: after)
    }

    private mutating func remove(_ source: UInt64, of user: UserID) {
        reports[user]?[source] = nil
        if reports[user]?.isEmpty == true { reports[user] = nil }
    }
}
