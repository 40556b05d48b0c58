internal import HTTPTransport

/// What `martlet-bench pairs` is to do.
struct PairsOptions: Sendable {
    let server: ServerOptions
    let pairs: Int
    let inFlight: Int
    let textBytes: Int
    let seconds: Int
    let isJSON: Bool

    var endpoint: HTTPEndpoint { server.endpoint }
    var serverProcess: Int? { server.process }

    init(_ options: inout CommandOptions) throws(BenchFailure) {
        server = try ServerOptions(&options)
        pairs = try options.takeNumber("--pairs", in: 1...MessageFrame.pairsMax) ?? 100
        inFlight = try options.takeNumber("--in-flight", in: 1...10_000) ?? 8
        textBytes = try options.takeNumber("--bytes", in: 1...(64 << 10)) ?? 256
        seconds = try options.takeNumber("--seconds", in: 1...3600) ?? 10
        isJSON = options.takeFlag("--json")
    }
}
