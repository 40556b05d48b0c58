/// A small generator whose numbers follow from its seed alone, on every machine and with every toolchain.
struct SplitMix64: Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Below `bound`; 0 when there is nothing below.
    mutating func below(_ bound: Int) -> Int {
        bound > 0 ? Int(next() % UInt64(bound)) : 0
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    mutating func isTrue(percent: Int) -> Bool {
        below(100) < percent
    }

    /// - Returns: nil when there is nothing to pick from.
    mutating func pick<Item>(_ items: [Item]) -> Item? {
        items.isEmpty ? nil : items[below(items.count)]
    }

    /// Some of the items, in an order of its own.
    mutating func some<Item>(of items: [Item], count: ClosedRange<Int>) -> [Item] {
        var left = items
        var picked: [Item] = []
        for _ in 0..<within(count) where !left.isEmpty { picked.append(left.remove(at: below(left.count))) }
        return picked
    }
}
