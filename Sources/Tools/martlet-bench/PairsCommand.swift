internal import EventLoop
internal import Glibc

/// `martlet-bench pairs`.
enum PairsCommand {
    /// Everything happens on one loop, so that the tool takes little from the machine that it shares with the server.
    static func run(_ options: PairsOptions) throws(BenchFailure) -> Never {
        OpenFiles.raiseLimit()
        let loop: LoopHandle
        do {
            loop = try EventLoop.start(name: "bench") { _ in }
        } catch {
            throw BenchFailure(error.message)
        }
        Task(executorPreference: loop) {
            do throws(BenchFailure) {
                let report = try await measure(options, on: loop)
                print(options.isJSON ? report.json : report.text)
                exit(0)
            } catch {
                error.tell()
                exit(1)
            }
        }
        while true { pause() }
    }

    private static func measure(_ options: PairsOptions, on handle: LoopHandle) async throws(BenchFailure)
        -> PairsReport
    {
        let accounts = try await Registration(endpoint: options.endpoint, loop: handle).register(pairs: options.pairs)
        guard let loop = EventLoop.current else { throw BenchFailure("not on the loop") }
        let run = PairsRun(options, loop: loop)
        for account in accounts { try await run.join(account) }
        return try await run.measure()
    }
}
