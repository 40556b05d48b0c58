internal import Basics
internal import CLinux
internal import Glibc

/// SIGTERM, SIGINT and SIGHUP as something to wait for. Make it before any other thread starts.
struct ProcessSignals: Sendable {
    private let descriptor: Int32

    init() {
        let signals = [SIGTERM, SIGINT, SIGHUP]
        descriptor = clinux_signalfd(signals, signals.count, 0)
        precondition(descriptor >= 0, "the system refuses a descriptor for signals (errno \(-descriptor))")
    }

    /// The next of them to come. Waits on a thread of its own; ask again only when it has answered.
    func next() async -> Int32 {
        await withCheckedContinuation { continuation in
            WorkerThread.start(name: "signals") { [descriptor] in
                var signal = clinux_signalfd_read(descriptor)
                while signal == -EINTR { signal = clinux_signalfd_read(descriptor) }
                continuation.resume(returning: signal)
            }
        }
    }
}
