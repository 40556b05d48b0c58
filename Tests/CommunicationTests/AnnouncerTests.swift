import Basics
import Contracts
import Synchronization
import Testing
import WireProtocol

@testable import Communication

@Suite("Announcements")
struct AnnouncerTests {
    private final class RecordingBus: EventBus {
        private let recorded = Mutex<[Event.Body]>([])

        func publish(_ event: Event) {
            guard let body = event.body else { return }
            recorded.withLock { $0.append(body) }
        }

        func subscribe(_ listener: @escaping @Sendable (Event) -> Void) {}

        func take() -> [Event.Body] {
            recorded.withLock { recorded in
                defer { recorded = [] }
                return recorded
            }
        }
    }

    private let bus = RecordingBus()

    private func appended(_ seq: UInt64, _ change: MemberChangeKind? = nil, chat: UInt64 = 5) -> AppendedEntry {
        let member = change.map { MemberChange(userID: 9, change: $0) }
        let entry = Entry(chatID: chat, seq: seq, kind: change == nil ? .message : .member, member: member)
        let item = InboxItem(userID: 9, inboxSeq: seq, chat: Chat(id: chat, lastSeq: seq))
        return AppendedEntry(entry: entry, memberVersion: seq, inbox: change == nil ? nil : item)
    }

    private func entry(_ appended: AppendedEntry, origin: UInt64 = 0) -> Event.Body {
        .entryAppended(
            EntryAppended(entry: appended.entry, memberVersion: appended.memberVersion, originSocket: origin))
    }

    private func inbox(_ appended: AppendedEntry) -> Event.Body {
        .inboxAppended(InboxAppended(items: appended.inbox.map { [$0] } ?? []))
    }

    @Test("who joins hears of the chat before the entry, who leaves after it")
    func order() {
        let announcer = Announcer(bus: bus, clock: .system)
        let (joins, leaves, role) = (appended(2, .joined), appended(3, .removed), appended(4, .role))
        announcer.announce(.appended([joins, leaves, role]), originSocket: 7)
        #expect(
            bus.take() == [
                inbox(joins), entry(joins, origin: 7), entry(leaves, origin: 7), inbox(leaves), entry(role, origin: 7),
                inbox(role),
            ])
    }

    @Test("what changed nothing is not announced")
    func nothing() {
        let announcer = Announcer(bus: bus, clock: .system)
        for outcome in [AppendOutcome.duplicate(Entry()), .unchanged(nil), .refused(.forbidden)] {
            announcer.announce(outcome, originSocket: 0)
        }
        announcer.announce([PositionOutcome.unchanged, .notMember])
        announcer.repeatHeads()
        #expect(bus.take() == [])
    }

    @Test("heads are repeated for ten seconds after the last change of their chat or inbox, and no longer")
    func heads() {
        var recent = RecentHeads()
        recent.note(appended(1), [], now: 0)
        recent.note(appended(2), [], now: 4_000_000_000)
        let joined = appended(3, .joined, chat: 6)
        recent.note(joined, joined.inbox.map { [$0] } ?? [], now: 1_000_000_000)
        let five = ChatState(chatID: 5, lastSeq: 2, memberVersion: 2)
        let six = ChatState(chatID: 6, lastSeq: 3, memberVersion: 3)
        let atTen = recent.repetitions(now: 10_000_000_000)
        #expect(Set(atTen.flatMap(\.chats).map(\.chatID)) == [5, 6])
        #expect(atTen.flatMap(\.chats).contains(five) && atTen.flatMap(\.chats).contains(six))
        #expect(atTen.flatMap(\.inboxes) == [InboxState(userID: 9, inboxSeq: 3)])
        let atTwelve = recent.repetitions(now: 12_000_000_000)
        #expect(atTwelve == [HeadsRepeated(chats: [five])])
        let atFifteen = recent.repetitions(now: 15_000_000_000)
        #expect(atFifteen == [])
    }

    @Test("one event carries a thousand heads at most")
    func chunks() {
        var recent = RecentHeads()
        for chat in 1...2_001 as ClosedRange<UInt64> { recent.note(appended(1, chat: chat), [], now: 0) }
        let events = recent.repetitions(now: 0)
        #expect(events.map(\.chats.count).sorted() == [1, 1_000, 1_000])
        #expect(Set(events.flatMap(\.chats).map(\.chatID)).count == 2_001)
    }
}
