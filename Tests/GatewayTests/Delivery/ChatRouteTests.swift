import Basics
import TestSupport
import Testing
import WireProtocol

@testable import Gateway

@Suite("The route of a chat")
struct ChatRouteTests {
    private static let ada = UserID(1)
    private static let bob = UserID(2)

    private static func receiver(_ socket: UInt64, _ user: UserID, from: UInt64 = 1) -> ChatRoute.Receiver {
        ChatRoute.Receiver(socket: SocketID(socket), user: user, device: DeviceID(socket), fromSeq: from)
    }

    /// A route at entry 10 of members in version 4, with one socket of each of the two.
    private func route(parkedMax: Int = 8) -> ChatRoute {
        var route = ChatRoute(lastSeq: 10, memberVersion: 4, parkedMax: parkedMax)
        route.add(Self.receiver(1, Self.ada))
        route.add(Self.receiver(2, Self.bob))
        return route
    }

    private static func message(_ seq: UInt64, version: UInt64 = 4) -> EntryAppended {
        EntryAppended(entry: Entry(seq: seq, kind: .message), memberVersion: version)
    }

    private static func member(
        _ seq: UInt64, _ change: MemberChangeKind, _ user: UserID, version: UInt64 = 5
    ) -> EntryAppended {
        let member = MemberChange(userID: user.rawValue, change: change)
        return EntryAppended(entry: Entry(seq: seq, kind: .member, member: member), memberVersion: version)
    }

    private static func state(
        _ entries: [EntryAppended], lastSeq: UInt64, version: UInt64 = 4, left: [UserID: UInt64] = [:],
        members: [UserID] = [ada, bob]
    ) -> GetChatStateResponse {
        GetChatStateResponse(
            lastSeq: lastSeq, memberVersion: version,
            members: members.map { MemberInterval(userID: $0.rawValue, visibleFromSeq: 1, leftSeq: left[$0]) },
            entries: entries.compactMap(\.entry))
    }

    private static let asked: Set<UserID> = [ada, bob]

    // MARK: Events

    @Test("the next entry for the known members is delivered, a known one is ignored")
    func next() {
        var route = route()
        expect(route.received(Self.message(10)), .ignore)
        expect(route.received(Self.message(11)), .deliver)
        expect(route.received(Self.message(11)), .ignore)
        expect(route.received(Self.message(12)), .deliver)
        #expect(route.lastSeq == 12)
    }

    @Test("after a gap, or for other members, the route is repaired once and what comes waits")
    func gaps() {
        var route = route()
        expect(route.received(Self.message(12)), .wait(startsRepair: true))
        expect(route.received(Self.message(13)), .wait(startsRepair: false))
        expect(route.takeParked().compactMap { $0.entry?.seq }, [12, 13])
        var other = self.route()
        expect(other.received(Self.message(11, version: 5)), .wait(startsRepair: true))
        var member = self.route()
        expect(member.received(Self.member(11, .joined, UserID(3), version: 6)), .wait(startsRepair: true))
        var stale = self.route()
        expect(stale.received(Self.member(11, .joined, UserID(3), version: 4)), .wait(startsRepair: true))
    }

    @Test("an entry of kind member raises the version, and those for whom it was the last go after it")
    func removal() {
        var route = route()
        expect(route.received(Self.member(11, .removed, Self.bob)), .deliver)
        #expect(route.receiver(SocketID(2))?.receives(11) == true)
        #expect(route.receiver(SocketID(2))?.receives(12) == false)
        expect(route.delivered().map(\.socket), [SocketID(2)])
        expect(route.received(Self.message(12, version: 5)), .deliver)
        #expect(route.receivers.map(\.socket) == [SocketID(1)])
    }

    @Test("a route that is new takes the version of its first event")
    func newRoute() {
        var route = ChatRoute(lastSeq: 6, memberVersion: nil, parkedMax: 8)
        expect(route.received(Self.member(7, .joined, Self.ada, version: 9)), .deliver)
        expect(route.received(Self.message(8, version: 8)), .wait(startsRepair: true))
    }

    @Test("heads that are told again start a repair when something was missed")
    func heads() {
        var route = route()
        expect(route.heard(lastSeq: 10, memberVersion: 4), false)
        expect(route.heard(lastSeq: 9, memberVersion: 3), false)
        expect(route.heard(lastSeq: 11, memberVersion: 4), true)
        expect(route.heard(lastSeq: 11, memberVersion: 4), false)
        route.endRepair()
        expect(route.heard(lastSeq: 10, memberVersion: 5), true)
    }

    @Test("what waits is bounded: the log has the rest")
    func parkedBound() {
        var route = route(parkedMax: 2)
        for seq in 12...20 as ClosedRange<UInt64> { _ = route.received(Self.message(seq)) }
        expect(route.takeParked().count, 2)
    }

    // MARK: Repair

    @Test("a repair brings what was missed, and the members as they are now")
    func repairing() {
        var route = route()
        _ = route.received(Self.message(13, version: 5))
        let state = Self.state(
            [Self.message(11), Self.member(12, .removed, Self.bob), Self.message(13)], lastSeq: 13, version: 5,
            left: [Self.bob: 12])
        let repair = route.repair(with: state, asked: Self.asked) { _ in false }
        #expect(repair.entries.map(\.seq) == [11, 12, 13])
        #expect(repair.gap == nil)
        #expect(repair.memberVersion == 5)
        let bob = route.receiver(SocketID(2))
        #expect(bob?.receives(12) == true && bob?.receives(13) == false)
    }

    @Test("more than is delivered here is a gap to be pulled, as far as each may see")
    func largeGap() {
        var route = route()
        route.add(Self.receiver(3, Self.ada, from: 40))
        _ = route.received(Self.message(99))
        let repair = route.repair(
            with: Self.state([Self.message(11)], lastSeq: 50, left: [Self.bob: 20]), asked: Self.asked
        ) { _ in false }
        #expect(repair.gap == 11...50)
        #expect(repair.entries == [])
        let skipped = route.skip(11...50)
        #expect(skipped.map(\.receiver.socket) == [SocketID(1), SocketID(2), SocketID(3)])
        #expect(skipped.map(\.gap) == [11...50, 11...20, 40...50])
        #expect(route.lastSeq == 50)
    }

    @Test("a repair ends before an entry whose acceptance is on its way")
    func inFlight() {
        var route = route()
        _ = route.received(Self.message(14))
        let state = Self.state(
            [Self.message(11), Self.message(12), Self.member(13, .joined, UserID(3))], lastSeq: 13, version: 5)
        let repair = route.repair(with: state, asked: Self.asked) { $0.seq == 12 }
        #expect(repair.entries.map(\.seq) == [11])
        #expect(repair.memberVersion == 4, "the join comes later")
    }

    @Test("who turns out never to have been a member goes; who subscribed meanwhile stays")
    func strangers() {
        var route = route()
        route.add(Self.receiver(3, UserID(3)))
        _ = route.repair(with: Self.state([], lastSeq: 10, members: [Self.ada]), asked: Self.asked) { _ in false }
        #expect(route.receivers.map(\.socket) == [SocketID(1), SocketID(3)])
    }

    @Test("the end of a membership is repaired when its entry was missed")
    func missedEnd() {
        var route = route()
        expect(route.end(Self.bob, at: 12), true)
        expect(route.end(Self.bob, at: 12), false)
        var known = self.route()
        expect(known.end(Self.bob, at: 9), false)
        expect(known.delivered().map(\.socket), [SocketID(2)])
        var nobody = self.route()
        expect(nobody.end(UserID(7), at: 12), false)
    }

    @Test("who left and came again, both missed, is let in anew behind what was missed")
    func leftAndBack() {
        var route = route()
        let back = Self.newcomer(2, Self.bob, from: 13, seen: 12, version: 6)
        expect(route.admit(back), .waits(startsRepair: false))
        expect(route.takeNewcomers(), [])
        _ = route.received(Self.message(14, version: 6))
        let missed = [Self.member(11, .left, Self.bob), Self.member(12, .joined, Self.bob, version: 6)]
        let repair = route.repair(with: Self.state(missed, lastSeq: 12, version: 6), asked: Self.asked) { _ in false }
        var gone: [SocketID] = []
        for entry in repair.entries {
            route.next(entry)
            gone += route.delivered().map(\.socket)
        }
        #expect(gone == [SocketID(2)])
        #expect(route.receiver(SocketID(2)) == nil)
        route.endRepair(memberVersion: repair.memberVersion)
        for newcomer in route.takeNewcomers() { expect(route.admit(newcomer), .admitted(pulls: nil)) }
        #expect(route.receiver(SocketID(2))?.receives(13) == true)
    }

    // MARK: Newcomers

    private static func newcomer(
        _ socket: UInt64, _ user: UserID, from: UInt64, seen: UInt64, version: UInt64 = 4
    ) -> ChatRoute.Newcomer {
        ChatRoute.Newcomer(receiver: receiver(socket, user, from: from), seenSeq: seen, seenVersion: version)
    }

    private static let eve = UserID(3)

    @Test("who was seen where the route has not been yet, or among the same members, is let in")
    func admission() {
        var route = route()
        expect(route.admit(Self.newcomer(3, Self.eve, from: 12, seen: 12, version: 9)), .admitted(pulls: nil))
        expect(route.admit(Self.newcomer(4, Self.eve, from: 8, seen: 8)), .admitted(pulls: 9...10))
        expect(route.admit(Self.newcomer(5, Self.eve, from: 11, seen: 10)), .admitted(pulls: nil))
        #expect(route.receiver(SocketID(3))?.receives(11) == false && route.receiver(SocketID(3))?.receives(12) == true)
        #expect(route.receiver(SocketID(4))?.receives(10) == false && route.receiver(SocketID(4))?.receives(11) == true)
        expect(route.admit(Self.newcomer(4, Self.eve, from: 8, seen: 8)), .admitted(pulls: nil))
        #expect(route.receivers.count { $0.socket == SocketID(4) } == 1)
    }

    @Test("who was seen among other members waits for a sample, which lets them in or not")
    func confirmation() {
        var route = route()
        let eve = Self.newcomer(3, Self.eve, from: 7, seen: 7, version: 3)
        expect(route.admit(eve), .waits(startsRepair: true))
        expect(route.admit(Self.newcomer(4, UserID(4), from: 7, seen: 7, version: 3)), .waits(startsRepair: false))
        #expect(route.users == [Self.ada, Self.bob, Self.eve, UserID(4)])
        #expect(route.receiver(SocketID(3)) == nil && route.knows(SocketID(3)))
        let state = Self.state(
            [Self.message(11)], lastSeq: 11, left: [UserID(4): 9], members: [Self.ada, Self.bob, Self.eve, UserID(4)])
        let repair = route.repair(with: state, asked: route.users) { _ in false }
        #expect(repair.refused == [ChatRoute.RefusedNewcomer(socket: SocketID(4), pulls: 8...9)])
        for entry in repair.entries { route.next(entry) }
        route.endRepair(memberVersion: repair.memberVersion)
        for newcomer in route.takeNewcomers() { expect(route.admit(newcomer), .admitted(pulls: 8...11)) }
        #expect(route.receiver(SocketID(3))?.fromSeq == 12)
        #expect(!route.knows(SocketID(4)))
    }

    @Test("who came while the sample was under way waits for the next one")
    func unasked() {
        var route = route()
        _ = route.received(Self.message(12))
        expect(route.admit(Self.newcomer(3, Self.eve, from: 9, seen: 9, version: 3)), .waits(startsRepair: false))
        let repair = route.repair(with: Self.state([Self.message(11)], lastSeq: 11), asked: Self.asked) { _ in false }
        #expect(repair.refused == [])
        for entry in repair.entries { route.next(entry) }
        route.endRepair(memberVersion: repair.memberVersion)
        for newcomer in route.takeNewcomers() { expect(route.admit(newcomer), .waits(startsRepair: true)) }
        #expect(route.knows(SocketID(3)))
    }

    // MARK: Acceptances

    private static let frame = ServerFrame(replyTo: "a", payload: .pong(Pong()))

    @Test("the acceptance of the next entry is written at once, and the entry is not given to that socket again")
    func acceptance() {
        var route = route()
        expect(route.accepts(Self.frame, seq: 11, on: SocketID(1)), .write)
        guard case .written(SocketID(1)) = route.acceptance(of: 11) else {
            Issue.record("it is not remembered")
            return
        }
        expect(route.received(Self.message(11)), .deliver)
        _ = route.delivered()
        guard case .none = route.acceptance(of: 11) else {
            Issue.record("it is not forgotten")
            return
        }
        expect(route.accepts(Self.frame, seq: 9, on: SocketID(1)), .write)
        expect(route.accepts(Self.frame, seq: 99, on: SocketID(7)), .write)
    }

    @Test("an acceptance beyond a gap waits until what is before it has come")
    func heldAcceptance() {
        var route = route()
        expect(route.accepts(Self.frame, seq: 12, on: SocketID(1)), .hold(startsRepair: true))
        expect(route.accepts(Self.frame, seq: 13, on: SocketID(2)), .hold(startsRepair: false))
        guard case .waiting(let waiting) = route.acceptance(of: 12) else {
            Issue.record("it does not wait")
            return
        }
        #expect(waiting.socket == SocketID(1))
        let repair = route.repair(with: Self.state([Self.message(11)], lastSeq: 11), asked: Self.asked) { _ in false }
        for entry in repair.entries { route.next(entry) }
        route.endRepair(memberVersion: repair.memberVersion)
        expect(route.takeNextHeld()?.socket, SocketID(1))
        expect(route.takeNextHeld()?.socket, nil)
        expect(route.resumeRepair(), true)
        expect(route.resumeRepair(), false)
        expect(route.takeHeld(upTo: 13).map(\.socket), [SocketID(2)])
    }

    @Test("a socket that goes leaves nothing behind")
    func unsubscribing() {
        var route = route()
        _ = route.accepts(Self.frame, seq: 12, on: SocketID(1))
        route.unsubscribe(SocketID(1))
        expect(route.takeHeld(upTo: 99).count, 0)
        #expect(route.receivers.map(\.socket) == [SocketID(2)])
    }
}
