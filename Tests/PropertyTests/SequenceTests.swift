import Testing

@Suite("Properties: whatever people do, the store holds what the model says")
struct SequenceTests {
    @Test("on the simulated store")
    func simulated() async {
        let run = PropertyRun("simulated store", sequences: 10_000)
        for seed in run.seeds {
            guard await passes(seed, run, store: SimulatedPropertyStore(), base: 1_000) else { return }
        }
    }

    @Test("on SQLite")
    func sqlite() async throws {
        let run = PropertyRun("SQLite", sequences: 200)
        // One store for all: each sequence has people of its own.
        let store = try SQLitePropertyStore()
        var base: UInt64 = 1_000
        for seed in run.seeds {
            guard await passes(seed, run, store: store, base: base) else { return }
            base += 10
        }
    }

    /// - Returns: false once something was found: the first finding is the one to look at.
    private func passes(_ seed: UInt64, _ run: PropertyRun, store: any PropertyStore, base: UInt64) async -> Bool {
        var generator = OperationGenerator(seed: seed)
        var world = World(store: store, base: base)
        var operations: [Operation] = []
        do {
            for operation in generator.prelude() {
                operations.append(operation)
                try await world.perform(operation)
            }
            for _ in 0..<generator.random.within(30...60) {
                let operation = generator.next(in: world)
                operations.append(operation)
                try await world.perform(operation)
            }
            try await world.finalLook()
            return true
        } catch {
            run.record(error, seed: seed, story: operations.map { "\($0)" })
            return false
        }
    }
}
