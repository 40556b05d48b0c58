/// Counters that follow one another, both ends among them.
struct CounterRange: Equatable, Sendable {
    static let byteCount = 16

    var first: UInt64
    var last: UInt64
}
