/// The counters that were seen of all devices in one chat.
struct SenderLedgers: Equatable, Sendable {
    /// One device that was seen.
    struct Sender: Equatable, Sendable {
        let deviceID: UInt64
        var ledger: CounterLedger
    }

    /// Of all devices together, so that the state of a chat fits into a row of the local history.
    static let rangeCountMax = 262_144

    /// By rising id.
    private(set) var senders: [Sender] = []
    private(set) var rangeCount = 0

    init() {}

    /// - Returns: nil unless they are by rising id and no more than fit.
    init?(_ senders: [Sender]) {
        for (one, next) in zip(senders, senders.dropFirst()) where one.deviceID >= next.deviceID { return nil }
        rangeCount = senders.reduce(0) { $0 + $1.ledger.ranges.count }
        guard rangeCount <= Self.rangeCountMax else { return nil }
        self.senders = senders
    }

    /// Of a device of which nothing was seen it is empty.
    func ledger(of deviceID: UInt64) -> CounterLedger {
        let position = firstSender(from: deviceID)
        guard position < senders.count, senders[position].deviceID == deviceID else { return CounterLedger() }
        return senders[position].ledger
    }

    /// - Returns: what the ledger of that device is with this counter too; `keep` makes it so.
    func recording(_ counter: UInt64, of deviceID: UInt64) throws(CounterRefusal) -> CounterLedger {
        var ledger = ledger(of: deviceID)
        let before = ledger.ranges.count
        try ledger.record(counter)
        guard rangeCount - before + ledger.ranges.count <= Self.rangeCountMax else { throw .gaps }
        return ledger
    }

    /// - Parameter ledger: what `recording` gave.
    mutating func keep(_ ledger: CounterLedger, of deviceID: UInt64) {
        let position = firstSender(from: deviceID)
        if position < senders.count, senders[position].deviceID == deviceID {
            rangeCount -= senders[position].ledger.ranges.count
            senders[position].ledger = ledger
        } else {
            senders.insert(Sender(deviceID: deviceID, ledger: ledger), at: position)
        }
        rangeCount += ledger.ranges.count
    }

    private func firstSender(from deviceID: UInt64) -> Int {
        var (low, high) = (0, senders.count)
        while low < high {
            let middle = low + (high - low) / 2
            if senders[middle].deviceID < deviceID { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
