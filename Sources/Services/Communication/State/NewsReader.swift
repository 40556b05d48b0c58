internal import Contracts
internal import Synchronization
internal import WireProtocol

/// Takes note of what Identity has written down for Communication: the only place where its facts come in.
///
/// One reads at a time, in the order in which the facts were written. What cannot be stored ends the round; the next
/// one, a second later at most, begins with it again.
final class NewsReader: Sendable {
    private enum State {
        case idle
        case reading
        /// Somebody woke it meanwhile: what was added after the last look is looked for again.
        case readingAndWoken
    }

    /// Facts that are read at once. Stops a long absence from being read into memory as a whole.
    private static let factsPerReadMax = 100

    private let ports: CommunicationPorts
    private let state = Mutex(State.idle)

    init(ports: CommunicationPorts) {
        self.ports = ports
    }

    func heard(_ event: Event) {
        if case .newsAdded? = event.body { wake() }
    }

    /// Reads what there is, unless that is under way. Does not wait for anything.
    func wake() {
        let starts = state.withLock { state -> Bool in
            defer { state = state == .idle ? .reading : .readingAndWoken }
            return state == .idle
        }
        guard starts else { return }
        Task(executorPreference: globalConcurrentExecutor) { await self.read() }
    }

    /// Reads what there is by now, whether somebody else does so too or not: facts may be told twice.
    func catchUp() async throws(StoreError) {
        while try await readOnce() == Self.factsPerReadMax {}
    }

    private func read() async {
        repeat {
            do throws(StoreError) {
                try await catchUp()
            } catch {
                // The store has said why. Whoever wakes it next tries again.
                return state.withLock { $0 = .idle }
            }
        } while goesOn()
    }

    private func goesOn() -> Bool {
        state.withLock { state in
            state = state == .readingAndWoken ? .reading : .idle
            return state == .reading
        }
    }

    /// - Returns: how many facts there were.
    private func readOnce() async throws(StoreError) -> Int {
        let facts = try await ports.news.oldest(limit: Self.factsPerReadMax)
        guard !facts.isEmpty else { return 0 }
        for fact in facts { try await apply(fact.event) }
        try await ports.news.done(facts)
        return facts.count
    }

    /// Every kind of fact has its line here, and a port that takes note of it durably, in any number of repetitions.
    private func apply(_ event: Event) async throws(StoreError) {
        switch event.body {
        case .deviceChanged(let change): try await ports.devices.apply(change)
        case .blockChanged(let change): try await ports.people.apply(change)
        case .privacyChanged(let change): try await ports.people.apply(change)
        default: break
        }
    }
}
