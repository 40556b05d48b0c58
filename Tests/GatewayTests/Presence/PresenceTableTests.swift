import Basics
import TestSupport
import Testing
import WireProtocol

@testable import Gateway

@Suite("Who is connected")
struct PresenceTableTests {
    private let ada = UserID(1)
    private let second: UInt64 = 1_000_000_000

    private func presence(_ status: PresenceStatus, for audience: Audience = .everybody) -> UserPresence {
        UserPresence(userID: ada.rawValue, status: status, audience: audience)
    }

    private func state(_ status: PresenceStatus, _ audience: Audience = .everybody) -> PresenceTable.State {
        status == .offline ? .offline : PresenceTable.State(status: status, audience: audience)
    }

    private func change(_ before: PresenceTable.State, _ after: PresenceTable.State) -> PresenceTable.Change {
        PresenceTable.Change(user: ada, before: before, after: after)
    }

    private func change(_ before: PresenceStatus, _ after: PresenceStatus) -> PresenceTable.Change {
        change(state(before), state(after))
    }

    @Test("online where one source says so, else away, else offline; only changes are told")
    func aggregate() {
        var table = PresenceTable()
        #expect(table.state(of: ada) == .offline)
        expect(table.report(presence(.away), source: 1, now: 0), change(.offline, .away))
        expect(table.report(presence(.online), source: 2, now: 0), change(.away, .online))
        expect(table.report(presence(.online), source: 1, now: 0), nil)
        expect(table.report(presence(.away), source: 1, now: 0), nil)
        expect(table.report(presence(.offline), source: 2, now: 0), change(.online, .away))
        expect(table.report(presence(.offline), source: 2, now: 0), nil)
        expect(table.report(presence(.offline), source: 1, now: 0), change(.away, .offline))
        #expect(table.state(of: ada) == .offline)
    }

    @Test("what is not repeated is forgotten")
    func expiry() {
        var table = PresenceTable()
        _ = table.report(presence(.online), source: 1, now: 0)
        _ = table.report(presence(.away), source: 2, now: 20 * second)
        expect(table.expire(now: 44 * second), [])
        expect(table.expire(now: 45 * second), [change(.online, .away)])
        expect(table.report(presence(.away), source: 2, now: 60 * second), nil)
        expect(table.expire(now: 65 * second), [])
        expect(table.expire(now: 105 * second), [change(.away, .offline)])
    }

    @Test("a status that is none is offline")
    func unknown() {
        var table = PresenceTable()
        expect(table.report(presence(PresenceStatus(rawValue: 77)), source: 1, now: 0), nil)
        #expect(table.state(of: ada) == .offline)
    }

    @Test("of several audiences the smallest counts, and what is not known is nobody")
    func audience() {
        var table = PresenceTable()
        _ = table.report(presence(.online), source: 1, now: 0)
        expect(
            table.report(presence(.away, for: .contacts), source: 2, now: 0),
            change(state(.online), state(.online, .contacts)))
        expect(
            table.report(presence(.online, for: .nobody), source: 1, now: 0),
            change(state(.online, .contacts), state(.online, .nobody)))
        expect(table.report(presence(.online, for: .unspecified), source: 1, now: 0), nil)
        expect(
            table.report(presence(.offline), source: 1, now: 0),
            change(state(.online, .nobody), state(.away, .contacts)))
    }
}
