internal import Basics
internal import Contracts
internal import Synchronization
internal import WireProtocol

/// Tells everybody what was committed, and repeats where things stand for a while: an event may get lost, and the last
/// one of a quiet chat leaves no gap to see.
///
/// Called by a backend's writer in commit order, so that the events of a chat go out in the order of its log.
final class Announcer: Sendable {
    private let bus: any EventBus
    private let clock: MonotonicClock
    private let count: @Sendable (EntryKind) -> Void
    private let recent = Mutex(RecentHeads())

    /// - Parameter count: told of the kind of every entry.
    init(bus: any EventBus, clock: MonotonicClock, count: @escaping @Sendable (EntryKind) -> Void = { _ in }) {
        self.bus = bus
        self.count = count
        self.clock = clock
    }

    func announce(_ outcome: AppendOutcome, originSocket: UInt64) {
        guard case .appended(let entries) = outcome else { return }
        for appended in entries { announce(appended, originSocket: originSocket) }
    }

    func announce(_ creation: ChatCreation) {
        guard case .created(_, let first, let inbox) = creation else { return }
        note(first, inbox)
        bus.publish(Event(body: .inboxAppended(InboxAppended(items: inbox))))
        publish(first, originSocket: 0)
    }

    func announce(_ outcomes: [PositionOutcome]) {
        let moved = outcomes.compactMap { outcome in
            if case .moved(let position) = outcome { position } else { nil }
        }
        guard !moved.isEmpty else { return }
        bus.publish(Event(body: .positionsMoved(PositionsMoved(positions: moved))))
    }

    /// Publishes once more where the chats and inboxes stand that have changed lately.
    func repeatHeads() {
        let now = clock.nanoseconds()
        for heads in recent.withLock({ $0.repetitions(now: now) }) {
            bus.publish(Event(body: .headsRepeated(heads)))
        }
    }

    private func announce(_ appended: AppendedEntry, originSocket: UInt64) {
        note(appended, appended.inbox.map { [$0] } ?? [])
        let inbox = appended.inbox.map { Event(body: .inboxAppended(InboxAppended(items: [$0]))) }
        // Who joins hears of the chat before its entry; who leaves gets the entry before the chat goes.
        let isBefore = appended.entry.member?.change == .joined
        if let inbox, isBefore { bus.publish(inbox) }
        publish(appended, originSocket: originSocket)
        if let inbox, !isBefore { bus.publish(inbox) }
    }

    private func publish(_ appended: AppendedEntry, originSocket: UInt64) {
        count(appended.entry.kind)
        bus.publish(
            Event(
                body: .entryAppended(
                    EntryAppended(
                        entry: appended.entry, memberVersion: appended.memberVersion, originSocket: originSocket))))
    }

    /// Before the events: what gets lost of them is told again all the same.
    private func note(_ appended: AppendedEntry, _ inbox: [InboxItem]) {
        let now = clock.nanoseconds()
        recent.withLock { $0.note(appended, inbox, now: now) }
    }
}
