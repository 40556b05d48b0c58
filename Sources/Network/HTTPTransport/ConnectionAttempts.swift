/// In which order, and how many at a time, a host's addresses are tried: a simple form of RFC 8305. A pure value; see
/// ``ConnectionRace`` for the sockets.
struct ConnectionAttempts: Sendable {
    /// An address that has not answered for so long gets company (RFC 8305 §8).
    static let delayNanoseconds: UInt64 = 250_000_000
    /// Addresses tried. Stops a name with many dead ones from taking as many sockets.
    static let addressesMax = 8

    private var waiting: [String]
    private var runningCount = 0

    /// IPv6 and IPv4 take turns, as one of the two may lead nowhere (RFC 8305 §4).
    ///
    /// - Parameter addresses: numeric, the best first.
    init(_ addresses: [String]) {
        let isFirstV6 = addresses.first.map(Self.isV6) ?? false
        let first = addresses.filter { Self.isV6($0) == isFirstV6 }
        let second = addresses.filter { Self.isV6($0) != isFirstV6 }
        var turns: [String] = []
        for index in 0..<max(first.count, second.count) {
            if index < first.count { turns.append(first[index]) }
            if index < second.count { turns.append(second[index]) }
        }
        waiting = Array(turns.prefix(Self.addressesMax))
    }

    /// Whether there are addresses that have not been tried.
    var hasMore: Bool { !waiting.isEmpty }
    /// Whether all have been tried, in vain.
    var isOver: Bool { waiting.isEmpty && runningCount == 0 }

    /// The address to try now.
    mutating func next() -> String? {
        if waiting.isEmpty { return nil }
        runningCount += 1
        return waiting.removeFirst()
    }

    /// One that ``next()`` gave has failed.
    mutating func failed() { runningCount -= 1 }

    private static func isV6(_ address: String) -> Bool { address.utf8.contains(UInt8(ascii: ":")) }
}
