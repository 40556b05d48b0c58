/// `martlet-bench pairs`.
enum PairsCommand {
    static func run(_ options: PairsOptions) throws(BenchFailure) -> Never {
        try LoopCommand.run { (handle) async throws(BenchFailure) in
            let registration = Registration(endpoint: options.endpoint, loop: handle)
            let accounts = try await registration.register(pairs: options.pairs)
            let run = PairsRun(options, loop: try LoopCommand.current())
            for account in accounts { try await run.join(account) }
            let report = try await run.measure()
            return options.isJSON ? report.json : report.text
        }
    }
}
