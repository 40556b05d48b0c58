internal import Glibc
internal import Observability
internal import SQLiteDriver
internal import Synchronization

/// What is counted of every store of the backend; the label `store` says of which.
final class StoreMetrics: Sendable {
    /// What is read from a store when somebody asks for the metrics.
    private struct Source: Sendable {
        let waitingWrites: @Sendable () -> Int
        let waitingReads: @Sendable () -> Int
        let logPages: @Sendable () -> Int
        let fileBytes: @Sendable () -> Int64
        let cache: @Sendable () -> (hits: Int, misses: Int)
    }

    private let commitWrites: MetricFamily<Histogram>
    private let commitSeconds: MetricFamily<Histogram>
    private let failures: MetricFamily<Counter>
    private let sources = Mutex<[(name: String, source: Source)]>([])

    init(_ registry: MetricRegistry) {
        commitWrites = registry.histograms(
            "store_commit_writes", help: "Writes in one commit.", labels: "store", bounds: [1, 2, 4, 8, 16, 32, 64])
        commitSeconds = registry.histograms(
            "store_commit_duration_seconds", help: "Time of one commit, the flush to the disk included.",
            labels: "store")
        failures = registry.counters(
            "store_failures_total", help: "Writes and reads that a store refused.", labels: "store")
        values(registry, "store_write_queue", "Writes that wait for the writer.") { Double($0.waitingWrites()) }
        values(registry, "store_read_queue", "Reads that wait for a reader.") { Double($0.waitingReads()) }
        values(registry, "store_log_pages", "Pages in the write-ahead log after the last commit.") {
            Double($0.logPages())
        }
        values(
            registry, "store_cache_hits_total", "Pages that the writer found in its cache.", isCounter: true
        ) { Double($0.cache().hits) }
        values(
            registry, "store_cache_misses_total", "Pages that the writer had to read.", isCounter: true
        ) { Double($0.cache().misses) }
        values(registry, "store_file_bytes", "Size of the database file, without its log.") { Double($0.fileBytes()) }
    }

    /// Told after each commit of a store.
    func observer(of store: String) -> @Sendable (_ entries: Int, _ nanoseconds: UInt64) -> Void {
        let (writes, seconds) = (commitWrites[store], commitSeconds[store])
        return { count, nanoseconds in
            writes.observe(Double(count))
            seconds.observe(Double(nanoseconds) / 1e9)
        }
    }

    func failureCounter(of store: String) -> Counter { failures[store] }

    func watch<Tables>(_ store: SQLiteStore<Tables>, path: String, as name: String) {
        let source = Source(
            waitingWrites: { store.waitingWriteCount }, waitingReads: { store.waitingReadCount },
            logPages: { store.logPageCount }, fileBytes: { Self.bytes(of: path) },
            cache: { store.writerCache })
        sources.withLock { $0.append((name, source)) }
    }

    private static func bytes(of path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }

    private func values(
        _ registry: MetricRegistry, _ name: String, _ help: String, isCounter: Bool = false,
        _ read: @escaping @Sendable (Source) -> Double
    ) {
        // Weak: the registry may outlive a backend that was closed.
        registry.values(name, help: help, label: "store", isCounter: isCounter) { [weak self] in
            guard let self else { return [] }
            return self.sources.withLock { $0 }.map { (value: $0.name, number: read($0.source)) }
        }
    }
}
