internal import Glibc

/// `martlet-bench fdatasync`: what one durable commit costs here at least, whatever the server does.
enum SyncCommand {
    /// A log that has grown this far is written from its start again, as the database's is after a checkpoint.
    private static let fileBytesMax = 64 << 20

    static func run(_ options: SyncOptions) throws(BenchFailure) {
        let path = "\(options.directory)/martlet-bench-\(getpid()).tmp"
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure("cannot create a file in \(options.directory)") }
        // It goes with its descriptor, even if this program is killed.
        unlink(path)
        defer { close(file) }
        let times = try measure(file, options)
        let quantiles = options.isJSON ? Decimal.quantilesJSON(times) : Decimal.quantiles(times)
        if options.isJSON {
            print(#"{"bytes":\#(options.bytes),"count":\#(times.count),"fdatasyncMicroseconds":\#(quantiles)}"#)
        } else {
            print("write + fdatasync  \(quantiles)   (\(times.count) times \(options.bytes) bytes)")
        }
    }

    private static func measure(_ file: Int32, _ options: SyncOptions) throws(BenchFailure) -> LatencyHistogram {
        let block = (0..<options.bytes).map { _ in UInt8.random(in: .min ... .max) }
        var times = LatencyHistogram()
        var offset = 0
        var now = Clock.monotonic
        let end = now + UInt64(options.seconds) * 1_000_000_000
        while now < end {
            guard pwrite(file, block, block.count, offset) == block.count, fdatasync(file) == 0 else {
                throw failure("cannot write to \(options.directory)")
            }
            let done = Clock.monotonic
            times.record(done - now)
            now = done
            offset = offset + block.count > fileBytesMax ? 0 : offset + block.count
        }
        return times
    }

    private static func failure(_ what: String) -> BenchFailure {
        BenchFailure("\(what): \(String(cString: strerror(errno)))")
    }
}
