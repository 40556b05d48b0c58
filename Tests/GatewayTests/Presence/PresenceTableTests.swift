import Basics
import TestSupport
import Testing
import WireProtocol

@testable import Gateway

@Suite("Who is connected")
struct PresenceTableTests {
    private let ada = UserID(1)
    private let second: UInt64 = 1_000_000_000

    private func change(_ status: PresenceStatus) -> PresenceTable.Change {
        PresenceTable.Change(user: ada, status: status)
    }

    @Test("online where one source says so, else away, else offline; only changes are told")
    func aggregate() {
        var table = PresenceTable()
        #expect(table.status(of: ada) == .offline)
        expect(table.report(ada, .away, source: 1, now: 0), change(.away))
        expect(table.report(ada, .online, source: 2, now: 0), change(.online))
        expect(table.report(ada, .online, source: 1, now: 0), nil)
        expect(table.report(ada, .away, source: 1, now: 0), nil)
        expect(table.report(ada, .offline, source: 2, now: 0), change(.away))
        expect(table.report(ada, .offline, source: 2, now: 0), nil)
        expect(table.report(ada, .offline, source: 1, now: 0), change(.offline))
        #expect(table.status(of: ada) == .offline)
    }

    @Test("what is not repeated is forgotten")
    func expiry() {
        var table = PresenceTable()
        _ = table.report(ada, .online, source: 1, now: 0)
        _ = table.report(ada, .away, source: 2, now: 20 * second)
        expect(table.expire(now: 44 * second), [])
        expect(table.expire(now: 45 * second), [change(.away)])
        expect(table.report(ada, .away, source: 2, now: 60 * second), nil)
        expect(table.expire(now: 65 * second), [])
        expect(table.expire(now: 105 * second), [change(.offline)])
    }

    @Test("a status that is none is offline")
    func unknown() {
        var table = PresenceTable()
        expect(table.report(ada, PresenceStatus(rawValue: 77), source: 1, now: 0), nil)
        #expect(table.status(of: ada) == .offline)
    }
}
