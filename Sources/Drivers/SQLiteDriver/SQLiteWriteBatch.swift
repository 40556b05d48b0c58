/// What one commit has taken so far, of all classes together, and what it may still take.
struct SQLiteWriteBatch {
    private struct Share {
        var entries = 0
        var bytes = 0

        mutating func add(_ byteCount: Int) {
            entries += 1
            bytes += byteCount
        }
    }

    private let entriesMax: Int
    private let bytesMax: Int
    private(set) var entries = 0
    private var bytes = 0
    private var shares: [UInt64: Share] = [:]

    init(entriesMax: Int, bytesMax: Int) {
        self.entriesMax = entriesMax
        self.bytesMax = bytesMax
    }

    /// Begins the next batch. The same value serves again and again, for its table's memory.
    mutating func empty() {
        (entries, bytes) = (0, 0)
        shares.removeAll(keepingCapacity: true)
    }

    /// Whether there is room for one of this size. The first always fits: it has to go some time.
    func fits(_ byteCount: Int) -> Bool {
        entries == 0 || (entries < entriesMax && bytes + byteCount <= bytesMax)
    }

    /// Whether one more of this key would be more than half of the batch. Its first never is.
    func isTooMuch(_ byteCount: Int, of key: UInt64) -> Bool {
        guard let share = shares[key] else { return false }
        return share.entries >= entriesMax / 2 || share.bytes + byteCount > bytesMax / 2
    }

    mutating func add(_ byteCount: Int, of key: UInt64?) {
        entries += 1
        bytes += byteCount
        guard let key else { return }
        shares[key, default: Share()].add(byteCount)
    }
}
