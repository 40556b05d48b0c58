import TestSupport

extension SplitMix64 {
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
