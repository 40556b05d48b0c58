internal import Basics
internal import CLinux
internal import Glibc

/// SIGTERM and SIGINT as something to wait for. Make it before any other thread starts.
struct TerminationSignals: Sendable {
    private let descriptor: Int32

    init() {
        let signals = [SIGTERM, SIGINT]
        descriptor = clinux_signalfd(signals, signals.count, 0)
        precondition(descriptor >= 0, "the system refuses a descriptor for signals (errno \(-descriptor))")
    }

    /// The first of them to come. Waits on a thread of its own.
    func first() async -> Int32 {
        await withCheckedContinuation { continuation in
            WorkerThread.start(name: "signals") { [descriptor] in
                var signal = clinux_signalfd_read(descriptor)
                while signal == -EINTR { signal = clinux_signalfd_read(descriptor) }
                continuation.resume(returning: signal)
            }
        }
    }
}
