public import WireProtocol

/// Tells every gateway loop what was committed. Best effort: the log is the truth, and a receiver that sees a gap reads
/// it.
///
/// Events that are published one after another by one thread reach each listener in that order.
public protocol EventBus: Sendable {
    func publish(_ event: Event)

    /// - Parameter listener: called on the publisher's thread; it must only hand the event over.
    func subscribe(_ listener: @escaping @Sendable (Event) -> Void)
}
