internal import Contracts
internal import Synchronization
internal import WireProtocol

/// Tells on the bus, once it is durable, that Identity has written facts down. Whoever adds one need not think of it.
final class NewsHint: Sendable {
    private let bus: InProcessEventBus
    private let isDue = Atomic(false)

    init(bus: InProcessEventBus) {
        self.bus = bus
    }

    /// In the transaction. One that is rolled back leaves a hint too many, which does no harm.
    func added() {
        isDue.store(true, ordering: .relaxed)
    }

    /// After each commit.
    func committed() {
        guard isDue.exchange(false, ordering: .relaxed) else { return }
        bus.publish(Event(body: .newsAdded(NewsAdded())))
    }
}
