internal import Glibc

/// Processor time used up to a moment, or between two, in nanoseconds.
struct ProcessorUsage: Sendable {
    /// The moment, or the time between the two.
    let clock: UInt64
    let tool: UInt64
    /// Nil when the server's process was not named or cannot be read.
    let server: UInt64?
    /// All programs of the machine, these two included. Counted in ticks of some 10 ms.
    let machine: UInt64?

    init(server process: Int?) {
        clock = Clock.monotonic
        tool = Clock.ownProcessor
        server = process.flatMap(Self.ofProcess)
        machine = Self.ofMachine()
    }

    private init(clock: UInt64, tool: UInt64, server: UInt64?, machine: UInt64?) {
        self.clock = clock
        self.tool = tool
        self.server = server
        self.machine = machine
    }

    func since(_ start: ProcessorUsage) -> ProcessorUsage {
        ProcessorUsage(
            clock: clock - start.clock, tool: tool - start.tool, server: Self.difference(server, start.server),
            machine: Self.difference(machine, start.machine))
    }

    private static func difference(_ end: UInt64?, _ start: UInt64?) -> UInt64? {
        guard let end, let start else { return nil }
        return end > start ? end - start : 0
    }

    /// The resident memory of a process.
    static func residentBytes(_ process: Int) -> UInt64? {
        for line in read("/proc/\(process)/status").split(separator: "\n") where line.hasPrefix("VmRSS:") {
            return line.split(separator: " ").dropFirst().first.flatMap { UInt64($0) }.map { $0 << 10 }
        }
        return nil
    }

    /// utime and stime, fields 14 and 15 of `/proc/PID/stat`. The second field is a name that may hold anything.
    private static func ofProcess(_ process: Int) -> UInt64? {
        let text = read("/proc/\(process)/stat")
        guard let name = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: name)...].split(separator: " ")
        guard fields.count > 12, let user = UInt64(fields[11]), let system = UInt64(fields[12]) else { return nil }
        return (user + system) * nanosecondsPerTick
    }

    /// All but idle, waiting and guests' time, of the first line of `/proc/stat`.
    private static func ofMachine() -> UInt64? {
        guard let line = read("/proc/stat").split(separator: "\n").first else { return nil }
        let fields = line.split(separator: " ").dropFirst().compactMap { UInt64($0) }
        guard fields.count >= 8 else { return nil }
        return (fields[0] + fields[1] + fields[2] + fields[5] + fields[6] + fields[7]) * nanosecondsPerTick
    }

    private static var nanosecondsPerTick: UInt64 { 1_000_000_000 / UInt64(max(1, sysconf(Int32(_SC_CLK_TCK)))) }

    private static func read(_ path: String) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "" }
        defer { close(file) }
        let bytes = [UInt8](unsafeUninitializedCapacity: 16 << 10) { buffer, count in
            count = max(0, Glibc.read(file, buffer.baseAddress, buffer.count))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
