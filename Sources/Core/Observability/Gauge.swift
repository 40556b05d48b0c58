internal import Synchronization

/// A number that rises and falls.
public final class Gauge: Sendable {
    private let value = Atomic<Int>(0)

    public func add(_ amount: Int) {
        value.wrappingAdd(amount, ordering: .relaxed)
    }

    public var current: Int { value.load(ordering: .relaxed) }
}
