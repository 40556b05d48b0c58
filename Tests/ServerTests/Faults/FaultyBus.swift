import Contracts
import Synchronization
import TestSupport
import WireProtocol

/// A bus within the process that loses, repeats and delays events as tests tell it to. What it is told nothing about it
/// passes on at once, on the publisher's thread.
final class FaultyBus: EventBus {
    private typealias Listener = @Sendable (Event) -> Void

    private struct State {
        var lines: [Line] = []
        var losses: [Wanted] = []
        var watches: [Wanted] = []
        var faults: RandomFaults?
    }

    private struct Wanted {
        let matches: @Sendable (Event) -> Bool
        let seen: SeenEvents
    }

    private let state = Mutex(State())

    // MARK: EventBus

    func subscribe(_ listener: @escaping @Sendable (Event) -> Void) {
        state.withLock { $0.lines.append(Line(listener: listener)) }
    }

    func publish(_ event: Event) {
        let deliveries = state.withLock { state in
            Self.takes(event, &state.losses) ? [] : Self.deliveries(of: event, &state)
        }
        for (listener, event) in deliveries { listener(event) }
        state.withLock { _ = Self.takes(event, &$0.watches) }
    }

    /// The next events that match; they are passed on.
    func watchNext(_ count: Int = 1, where matches: @escaping @Sendable (Event) -> Bool) -> SeenEvents {
        let seen = SeenEvents(expected: count)
        state.withLock { $0.watches.append(Wanted(matches: matches, seen: seen)) }
        return seen
    }

    // MARK: Faults

    /// Loses the next events that match, for every listener.
    func loseNext(_ count: Int = 1, where matches: @escaping @Sendable (Event) -> Bool) -> SeenEvents {
        let lost = SeenEvents(expected: count)
        state.withLock { $0.losses.append(Wanted(matches: matches, seen: lost)) }
        return lost
    }

    /// From now on events get lost, come twice or late at random.
    func disturb(_ faults: RandomFaults) {
        state.withLock { state in
            state.faults = faults
            for index in state.lines.indices {
                state.lines[index].generator = SplitMix64(seed: faults.seed &+ UInt64(index))
            }
        }
    }

    /// From now on every event arrives, those that were delayed first.
    func passEverything() {
        let late = state.withLock { state in
            state.faults = nil
            state.losses = []
            var late: [(Listener, Event)] = []
            for index in state.lines.indices {
                late += state.lines[index].delayed.map { (state.lines[index].listener, $0.event) }
                state.lines[index].delayed = []
            }
            return late
        }
        for (listener, event) in late { listener(event) }
    }

    private static func takes(_ event: Event, _ wanted: inout [Wanted]) -> Bool {
        guard let index = wanted.firstIndex(where: { $0.matches(event) }) else { return false }
        if wanted[index].seen.take(event) { wanted.remove(at: index) }
        return true
    }

    private static func deliveries(of event: Event, _ state: inout State) -> [(Listener, Event)] {
        var deliveries: [(Listener, Event)] = []
        for index in state.lines.indices {
            let events = state.faults.map { state.lines[index].events(with: event, $0) } ?? [event]
            deliveries += events.map { (state.lines[index].listener, $0) }
        }
        return deliveries
    }
}

/// The way to one listener: faults hit each of them apart, as the network between nodes does.
private struct Line {
    let listener: @Sendable (Event) -> Void
    var generator = SplitMix64(seed: 0)
    /// Events that come late, with how many others pass them first.
    var delayed: [(event: Event, passes: Int)] = []

    init(listener: @escaping @Sendable (Event) -> Void) {
        self.listener = listener
    }

    /// What arrives now that `event` was published: it itself or not, and what was late.
    mutating func events(with event: Event, _ faults: RandomFaults) -> [Event] {
        guard faults.hits(event) else { return [event] }
        var events: [Event] = []
        if generator.happens(percent: faults.delayPercent) {
            delayed.append((event, passes: Int.random(in: 1...faults.delayPassesMax, using: &generator)))
        } else if !generator.happens(percent: faults.lossPercent) {
            events.append(event)
            if generator.happens(percent: faults.repetitionPercent) { events.append(event) }
        }
        for index in delayed.indices.reversed() {
            delayed[index].passes -= 1
            if delayed[index].passes < 0 { events.append(delayed.remove(at: index).event) }
        }
        return events
    }
}

/// How a bus errs, out of a seed.
struct RandomFaults: Sendable {
    let seed: UInt64
    var lossPercent = 0
    var repetitionPercent = 0
    var delayPercent = 0
    /// How many events overtake a late one at most.
    var delayPassesMax = 8
    /// Which events are hit; all others arrive.
    var hits: @Sendable (Event) -> Bool = { _ in true }
}

/// Events for which a bus was told to look out.
final class SeenEvents: Sendable {
    private let expected: Int
    private let events = Watched<[Event]>([])

    init(expected: Int) {
        self.expected = expected
    }

    /// - Returns: whether this was the last one.
    fileprivate func take(_ event: Event) -> Bool {
        events.change { events in
            events.append(event)
            return events.count == expected
        }
    }

    /// Waits until all have been published.
    @discardableResult
    func all() async throws -> [Event] {
        let expected = expected
        return try await events.until("\(expected) such events") { $0.count == expected ? $0 : nil }
    }
}
