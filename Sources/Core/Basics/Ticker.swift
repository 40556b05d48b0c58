internal import CLinux
internal import Glibc
internal import Synchronization

/// A thread that does the same thing again and again, at a steady pace.
///
/// May be used from any thread. Dropped without `stop()`, it ends its thread after the running call, unwaited for.
public final class Ticker: Sendable {
    private let signal: Signal
    private let ended: BlockingQueue<Bool>

    /// Starts the thread. The first call comes after one interval.
    ///
    /// A call that takes longer than the interval delays the next; calls that were missed are not made up for.
    ///
    /// - Parameters:
    ///   - name: of the thread, shown by the system's tools; the first 15 bytes.
    ///   - intervalMilliseconds: from the beginning of one call to that of the next, on the monotonic clock; from 1 up
    ///     to 1,000,000,000 (11 days).
    ///   - call: runs on the ticker's thread, one call at a time. It must not call `stop()`, which waits for it.
    public init(name: String, intervalMilliseconds: Int, call: @escaping @Sendable () -> Void) {
        precondition((1...1_000_000_000).contains(intervalMilliseconds), "a ticker needs an interval")
        let (signal, ended) = (Signal(), BlockingQueue<Bool>(capacity: 1))
        (self.signal, self.ended) = (signal, ended)
        // The thread does not hold the ticker, so that dropping the last reference ends it.
        WorkerThread.start(name: name) {
            // Closed, the queue lets everybody go who waits, now and later.
            defer { ended.close() }
            Self.run(interval: UInt64(intervalMilliseconds) * 1_000_000, until: signal, call)
        }
    }

    deinit {
        signal.raise()
    }

    /// Makes no further call and waits for the running one. Again it does nothing.
    public func stop() {
        signal.raise()
        _ = ended.takeOne()
    }

    private static func run(interval: UInt64, until signal: Signal, _ call: () -> Void) {
        var due = clinux_monotonic_ns() + interval
        while !signal.isRaised(before: due) {
            call()
            due = next(after: due, interval: interval, now: clinux_monotonic_ns())
        }
    }

    /// When the call after the one that was due at `due` is, in nanoseconds. One that would be late already is put off
    /// by a whole interval, so that whatever holds the thread up never gets all of its time.
    static func next(after due: UInt64, interval: UInt64, now: UInt64) -> UInt64 {
        due + interval > now ? due + interval : now + interval
    }
}

/// Tells one thread, once, that it may end.
private final class Signal: Sendable {
    private let isRaised = Atomic(false)
    private let descriptor: Int32

    init() {
        descriptor = clinux_eventfd(1)
        precondition(descriptor >= 0, "the system refuses another descriptor (errno \(-descriptor))")
    }

    deinit {
        clinux_close(descriptor)
    }

    func raise() {
        isRaised.store(true, ordering: .releasing)
        clinux_eventfd_signal(descriptor)
    }

    /// Waits until it is raised or the time has come, whichever is first.
    func isRaised(before due: UInt64) -> Bool {
        while !isRaised.load(ordering: .acquiring) {
            let now = clinux_monotonic_ns()
            guard now < due else { return false }
            var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            // Rounded up: too early would only mean to wait again.
            _ = poll(&entry, 1, Int32((due - now + 999_999) / 1_000_000))
        }
        return true
    }
}
