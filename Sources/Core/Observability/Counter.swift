internal import Synchronization

/// A number that only rises. May be used from any thread; adding is one atomic instruction.
public final class Counter: Sendable {
    private let value = Atomic<UInt64>(0)

    public func add(_ amount: UInt64 = 1) {
        value.wrappingAdd(amount, ordering: .relaxed)
    }

    public var current: UInt64 { value.load(ordering: .relaxed) }
}
