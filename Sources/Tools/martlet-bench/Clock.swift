internal import Glibc

/// The clocks, in nanoseconds.
enum Clock {
    static var monotonic: UInt64 { read(CLOCK_MONOTONIC) }

    /// Processor time that this process has used.
    static var ownProcessor: UInt64 { read(CLOCK_PROCESS_CPUTIME_ID) }

    /// Processor time that this thread has used.
    static var ownThread: UInt64 { read(CLOCK_THREAD_CPUTIME_ID) }

    private static func read(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
