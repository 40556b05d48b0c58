import Synchronization

/// Hears what is called after commits, in its order.
final class Witness<Value: Sendable>: Sendable {
    private let seen = Mutex<[Value]>([])
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream<Void>.makeStream()
    }

    func hear(_ value: Value) {
        seen.withLock { $0.append(value) }
        continuation.yield()
    }

    var values: [Value] { seen.withLock { $0 } }

    /// All that was heard, once it is so much.
    func values(count: Int) async -> [Value] {
        if values.count >= count { return values }
        for await _ in stream where values.count >= count { break }
        return values
    }
}
