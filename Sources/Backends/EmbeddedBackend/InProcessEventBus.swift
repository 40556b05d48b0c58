public import Contracts
internal import Synchronization
public import WireProtocol

/// The bus of a single process: a publisher calls every listener itself, so order is kept and nothing is lost.
public final class InProcessEventBus: EventBus {
    private typealias Listener = @Sendable (Event) -> Void

    private let listeners = Mutex<[Listener]>([])

    public init() {}

    public func publish(_ event: Event) {
        for listener in listeners.withLock({ $0 }) { listener(event) }
    }

    public func subscribe(_ listener: @escaping @Sendable (Event) -> Void) {
        listeners.withLock { $0.append(listener) }
    }
}
