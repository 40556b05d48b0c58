public import Communication
public import Contracts
internal import Synchronization
public import WireProtocol

/// Facts of Identity's at a test's word, kept until they are done.
public final class SimulatedNews: IdentityNews {
    private struct State {
        var lastNumber: UInt64 = 0
        var facts: [IdentityFact] = []
    }

    private let state = Mutex(State())

    public init() {}

    /// Writes a fact down. Nobody is told.
    public func add(_ event: Event) {
        state.withLock { state in
            state.lastNumber += 1
            state.facts.append(IdentityFact(number: state.lastNumber, event: event))
        }
    }

    /// Facts that nobody has taken note of yet.
    public var waitingCount: Int { state.withLock { $0.facts.count } }

    public func oldest(limit: Int) async throws(StoreError) -> [IdentityFact] {
        state.withLock { Array($0.facts.prefix(limit)) }
    }

    public func done(_ facts: [IdentityFact]) async throws(StoreError) {
        let numbers = Set(facts.map(\.number))
        state.withLock { state in state.facts.removeAll { numbers.contains($0.number) } }
    }
}
