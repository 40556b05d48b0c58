internal import Synchronization

/// Waits for something that is only a courtesy: when it takes too long, it goes on by itself and nobody waits for it.
enum BriefWait {
    private final class Waiter: Sendable {
        private let continuation: Mutex<CheckedContinuation<Void, Never>?>

        init(_ continuation: CheckedContinuation<Void, Never>) { self.continuation = Mutex(continuation) }

        /// The first time only.
        func goOn() {
            let waiting = continuation.withLock { held in
                defer { held = nil }
                return held
            }
            waiting?.resume()
        }
    }

    /// Returns when `work` has ended, and after this time at the latest.
    static func `for`(_ work: @escaping @Sendable () async -> Void, atMost milliseconds: UInt64) async {
        await withCheckedContinuation { continuation in
            let waiter = Waiter(continuation)
            let limit = Task(executorPreference: globalConcurrentExecutor) {
                try? await Task.sleep(for: .milliseconds(milliseconds))
                waiter.goOn()
            }
            Task(executorPreference: globalConcurrentExecutor) {
                await work()
                waiter.goOn()
                limit.cancel()
            }
        }
    }
}
