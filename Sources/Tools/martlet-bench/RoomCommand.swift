/// What `martlet-bench room` is to do.
struct RoomOptions: Sendable {
    let server: ServerOptions
    let sockets: Int
    let slow: Int
    let inFlight: Int
    let textBytes: Int
    let seconds: Int
    let isJSON: Bool

    init(_ options: inout CommandOptions) throws(BenchFailure) {
        server = try ServerOptions(&options)
        sockets = try options.takeNumber("--sockets", in: 1...100_000) ?? 1_000
        slow = try options.takeNumber("--slow", in: 0...100_000) ?? 0
        inFlight = try options.takeNumber("--in-flight", in: 1...32) ?? 1
        textBytes = try options.takeNumber("--bytes", in: 1...(64 << 10)) ?? 150
        seconds = try options.takeNumber("--seconds", in: 1...3600) ?? 10
        isJSON = options.takeFlag("--json")
    }
}

/// `martlet-bench room`: one writes, very many read, some of them not at all.
enum RoomCommand {
    static func run(_ options: RoomOptions) throws(BenchFailure) -> Never {
        try LoopCommand.run { (handle) async throws(BenchFailure) in
            let registration = Registration(endpoint: options.server.endpoint, loop: handle)
            guard let account = try await registration.register(pairs: 1).first else {
                throw BenchFailure("no chat was made")
            }
            let run = RoomRun(options, account, loop: try LoopCommand.current())
            try await run.join()
            let report = try await run.measure()
            return options.isJSON ? report.json : report.text
        }
    }
}
