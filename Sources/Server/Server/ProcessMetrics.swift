internal import Basics
internal import CLinux
internal import EventLoop
internal import Glibc
internal import Observability

/// What the system knows of this process, by the names that Prometheus' own clients use.
enum ProcessMetrics {
    static func register(in registry: MetricRegistry, clock: WallClock = .system) {
        let startedAt = Double(clock.millisecondsSince1970()) / 1_000
        registry.gauge("process_start_time_seconds", help: "Start of the process, in seconds since 1970.") { startedAt }
        registry.gauge("process_resident_memory_bytes", help: "Resident memory of the process.") {
            Double(clinux_resident_bytes())
        }
        registry.counter("process_cpu_seconds_total", help: "Processor time of the process, of all threads.") {
            processorSeconds()
        }
        registry.gauge("process_open_fds", help: "Open file descriptors.") { Double(openDescriptors()) }
        registry.gauge("process_max_fds", help: "File descriptors that the process may have open.") {
            Double(descriptorLimit())
        }
        registry.values("martlet_build_info", help: "The version that runs; always 1.", label: "version") {
            [(value: Version.current.description, number: 1)]
        }
    }

    /// How busy each loop is: near one second a second it is the bound of what this process can do.
    static func register(_ loops: [LoopHandle], in registry: MetricRegistry) {
        registry.values(
            "event_loop_busy_seconds_total", help: "Time that a loop worked, rather than waited.", label: "loop",
            isCounter: true
        ) {
            loops.enumerated().map { index, loop in
                (value: String(index), number: Double(loop.busyNanoseconds) / 1e9)
            }
        }
    }

    private static func processorSeconds() -> Double {
        var usage = rusage()
        guard getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return 0 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }

    private static func openDescriptors() -> Int {
        guard let folder = opendir("/proc/self/fd") else { return 0 }
        defer { closedir(folder) }
        var count = 0
        while readdir(folder) != nil { count += 1 }
        // The folder itself, its parent, and the descriptor with which it is read.
        return max(0, count - 3)
    }

    private static func descriptorLimit() -> UInt64 {
        var limit = rlimit()
        return getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 ? UInt64(limit.rlim_cur) : 0
    }
}
