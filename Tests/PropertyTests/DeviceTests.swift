import Testing

@Suite("Properties: two devices of one person end with the same chats, whenever each was there and whatever got lost")
struct DeviceTests {
    @Test("on the simulated store")
    func simulated() async {
        let run = PropertyRun("two devices, simulated store", sequences: 1_000)
        for seed in run.seeds {
            guard await passes(seed, run, store: SimulatedPropertyStore(), base: 1_000) else { return }
        }
    }

    @Test("on SQLite")
    func sqlite() async throws {
        let run = PropertyRun("two devices, SQLite", sequences: 50)
        let store = try SQLitePropertyStore()
        var base: UInt64 = 1_000
        for seed in run.seeds {
            guard await passes(seed, run, store: store, base: base) else { return }
            base += 10
        }
    }

    /// - Returns: false once something was found.
    private func passes(_ seed: UInt64, _ run: PropertyRun, store: any PropertyStore, base: UInt64) async -> Bool {
        var devices = DeviceWorld(store: store, base: base, seed: seed)
        do {
            try await devices.run(steps: 100)
            return true
        } catch {
            run.record(error, seed: seed, story: devices.story)
            return false
        }
    }
}
