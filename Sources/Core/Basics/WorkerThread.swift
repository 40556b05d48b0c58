internal import CLinux

/// A thread for what must not run on an event loop: calls that block, and long computations.
public enum WorkerThread {
    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    /// Starts a detached thread that ends when `body` returns.
    ///
    /// - Parameters:
    ///   - name: shown by the system's tools; the first 15 bytes.
    ///   - isLowPriority: the thread gives way to the others when processors are scarce.
    public static func start(name: String, isLowPriority: Bool = false, _ body: @escaping @Sendable () -> Void) {
        let box = Body {
            if isLowPriority { clinux_thread_lower_priority() }
            body()
        }
        let context = Unmanaged.passRetained(box).toOpaque()
        let result = clinux_thread_start(
            name,
            { context in
                guard let context else { return }
                Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
            }, context)
        precondition(result == 0, "the system refuses another thread (errno \(-result))")
    }
}
