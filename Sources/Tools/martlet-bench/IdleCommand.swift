internal import EventLoop
internal import Glibc
internal import HTTPTransport

/// What `martlet-bench idle` is to do.
struct IdleOptions: Sendable {
    let server: ServerOptions
    let sockets: Int
    let people: Int
    let isJSON: Bool

    init(_ options: inout CommandOptions) throws(BenchFailure) {
        server = try ServerOptions(&options)
        guard server.process != nil else { throw .usage("--server-pid is missing") }
        sockets = try options.takeNumber("--sockets", in: 1...1_000_000) ?? 10_000
        people = try options.takeNumber("--people", in: 2...100_000) ?? 200
        isJSON = options.takeFlag("--json")
    }
}

/// `martlet-bench idle`: what a socket in its session costs the server that says nothing.
enum IdleCommand {
    /// Memory is compared before and after this many sockets: those that the server's first ones make it set up are
    /// not counted.
    private static let firstSockets = 100

    static func run(_ options: IdleOptions) throws(BenchFailure) -> Never {
        try LoopCommand.run { (handle) async throws(BenchFailure) in
            let registration = Registration(endpoint: options.server.endpoint, loop: handle)
            let accounts = try await registration.register(pairs: (options.people + 1) / 2)
            let tokens = accounts.flatMap { [$0.readerToken, $0.writerToken] }
            var sockets: [WebSocket] = []
            var failure: BenchFailure?
            let join = { (index: Int) async throws(BenchFailure) in
                let member = SilentMember(
                    received: { _ in }, ended: { failure = BenchFailure("a socket closed \($0)") })
                sockets.append(try await member.join(options.server, token: tokens[index % tokens.count]))
            }
            for index in 0..<firstSockets { try await join(index) }
            let before = residentBytes(options)
            for index in 0..<options.sockets { try await join(index) }
            let after = residentBytes(options)
            if let failure { throw failure }
            let each = Double(after - min(after, before)) / Double(options.sockets)
            return text(options, each: each, resident: after)
        }
    }

    private static func residentBytes(_ options: IdleOptions) -> UInt64 {
        options.server.process.flatMap(ProcessorUsage.residentBytes) ?? 0
    }

    private static func text(_ options: IdleOptions, each: Double, resident: UInt64) -> String {
        let bytes = Decimal.text(each, places: 0)
        let mebibytes = Decimal.text(Double(resident) / 1_048_576, places: 1)
        guard !options.isJSON else {
            return #"{"sockets":\#(options.sockets),"bytesPerSocket":\#(bytes),"serverResidentBytes":\#(resident)}"#
        }
        return """
            silent sockets     \(options.sockets), of \(options.people) people
            server memory      \(bytes) bytes a socket, \(mebibytes) MiB in all
            """
    }
}
