import Basics
import Testing
import WireProtocol

@testable import Communication

@Suite("Positions")
struct PositionTests {
    private func report(
        _ user: UInt64 = 1, read: UInt64 = 0, delivered: UInt64 = 0
    ) -> PositionReportOfMember {
        PositionReportOfMember(chatID: ChatID(5), userID: UserID(user), readSeq: read, deliveredSeq: delivered)
    }

    private func facts(_ isMember: Bool = true, last: UInt64 = 10, read: UInt64, delivered: UInt64)
        -> PositionRules.Facts
    {
        PositionRules.Facts(isMember: isMember, lastSeq: last, readSeq: read, deliveredSeq: delivered)
    }

    @Test("they go forward only, never beyond the log, and what is read is delivered")
    func rules() {
        func decide(_ report: PositionReportOfMember, _ facts: PositionRules.Facts?) -> PositionRules.Decision {
            PositionRules.decide(report, facts: facts)
        }
        let standing = facts(read: 4, delivered: 6)
        #expect(decide(report(read: 5), standing) == .move(readSeq: 5, deliveredSeq: 6))
        #expect(decide(report(read: 8), standing) == .move(readSeq: 8, deliveredSeq: 8))
        #expect(decide(report(delivered: 9), standing) == .move(readSeq: 4, deliveredSeq: 9))
        #expect(decide(report(read: 4, delivered: 6), standing) == .stay(.unchanged))
        #expect(decide(report(read: 1, delivered: 2), standing) == .stay(.unchanged))
        #expect(decide(report(read: 10), standing) == .move(readSeq: 10, deliveredSeq: 10))
        #expect(decide(report(read: 11), standing) == .stay(.beyond(lastSeq: 10)))
        #expect(decide(report(delivered: 11), standing) == .stay(.beyond(lastSeq: 10)))
        #expect(decide(report(read: 5), facts(false, read: 4, delivered: 6)) == .stay(.notMember))
        #expect(decide(report(read: 5), nil) == .stay(.noSuchChat))
    }

    private func moved(_ report: PositionReportOfMember) -> PositionOutcome {
        .moved(PositionMoved(chatID: 5, userID: report.userID.rawValue, readSeq: report.readSeq))
    }

    @Test("of many reports of one member the highest goes on its way")
    func collecting() {
        var pending = PendingPositions()
        pending.add(report(read: 3))
        pending.add(report(read: 2, delivered: 9))
        pending.add(report(2, read: 1))
        #expect(Set(highest(&pending)) == [report(read: 3, delivered: 9), report(2, read: 1)])
        #expect(highest(&pending) == [])
    }

    private func highest(_ pending: inout PendingPositions) -> [PositionReportOfMember] {
        pending.takeUnannounced().map(\.highest)
    }

    @Test("the latest report is kept beside the highest, which may be none")
    func latest() {
        var pending = PendingPositions()
        pending.add(report(read: 99))
        pending.add(report(read: 2))
        expect(
            pending.takeUnannounced(),
            [PendingPositions.Unannounced(highest: report(read: 99), latest: report(read: 2))])
    }

    @Test("only what the rules let through is stored, and it stays on its way until it is")
    func storing() {
        var pending = PendingPositions()
        let (good, bad) = (report(read: 3), report(2, read: 99))
        pending.keep([(good, moved(good)), (bad, .beyond(lastSeq: 9))])
        expect(pending.takeUnstored(), [good])
        pending.putBack([good])
        expect(pending.takeUnstored(), [good])
        pending.stored([good])
        expect(pending.count, 0)
    }

    @Test("what was announced is not announced again before the store knows it, and nothing goes back meanwhile")
    func announcing() {
        var pending = PendingPositions()
        let first = report(read: 3, delivered: 9)
        pending.keep([(first, moved(first))])
        pending.add(report(read: 3, delivered: 5))
        #expect(highest(&pending) == [])
        pending.add(report(read: 4))
        #expect(highest(&pending) == [report(read: 4, delivered: 9)])
        pending.stored([first])
        pending.add(report(read: 3, delivered: 5))
        #expect(highest(&pending) == [report(read: 3, delivered: 5)])
    }

    private func expect<Value: Equatable>(_ actual: Value, _ expected: Value) {
        #expect(actual == expected)
    }
}
