internal import Basics
internal import EmbeddedBackend
internal import Glibc
internal import Observability

/// `martlet-bench store`.
enum StoreCommand {
    static func run(_ options: StoreOptions) throws(BenchFailure) -> Never {
        Task(executorPreference: globalConcurrentExecutor) {
            do throws(BenchFailure) {
                let report = try await measure(options)
                print(options.isJSON ? report.json : report.text)
                exit(0)
            } catch {
                error.tell()
                exit(1)
            }
        }
        while true { pause() }
    }

    private static func measure(_ options: StoreOptions) async throws(BenchFailure) -> StoreReport {
        let metrics = MetricRegistry()
        let backend: EmbeddedBackend
        do throws(EmbeddedBackend.OpenError) {
            backend = try EmbeddedBackend(
                directory: options.directory, limits: Limits(), metrics: metrics, logger: Logger(minimum: .warning),
                durableConsumers: (0..<options.consumers).map { "consumer-\($0)" },
                storeCacheBytes: options.cacheMebibytes << 20)
        } catch {
            throw BenchFailure(error.message)
        }
        defer { backend.close() }
        let run = StoreRun(options, ports: backend.communication)
        try await run.prepare()
        let before = CommitTimes(metrics)
        let alone = try await run.measure(readers: 0)
        let commits = CommitTimes(metrics).since(before)
        let beside = try await run.measure(readers: options.readers)
        return StoreReport(
            options: options, alone: alone, beside: beside, commits: commits,
            checkedEntries: try await run.checkLogs())
    }
}
