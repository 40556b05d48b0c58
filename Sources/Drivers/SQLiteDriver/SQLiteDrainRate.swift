/// How fast the writer works off what waits: an exponential moving average over its commits, each weighted by its
/// duration, so that many small commits of a store that has little to do say little.
struct SQLiteDrainRate {
    /// An older commit counts for this much of the next newer one.
    private static let decay = 0.875

    private var entries = 0.0
    private var nanoseconds = 0.0

    mutating func add(entries: Int, nanoseconds: UInt64) {
        self.entries = self.entries * Self.decay + Double(entries)
        self.nanoseconds = self.nanoseconds * Self.decay + Double(nanoseconds)
    }

    /// The entries that are written in this time; 0 before the first commit.
    func entries(inMilliseconds milliseconds: Int) -> Int {
        guard nanoseconds > 0 else { return 0 }
        let count = (entries / nanoseconds * Double(milliseconds) * 1e6).rounded()
        // A clock that stood still would say more than a number holds.
        return count < 1e9 ? Int(count) : 1_000_000_000
    }
}
