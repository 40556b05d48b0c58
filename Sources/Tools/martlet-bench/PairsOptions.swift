internal import HTTPTransport

/// What `martlet-bench pairs` is to do.
struct PairsOptions: Sendable {
    let endpoint: HTTPEndpoint
    let serverProcess: Int?
    let pairs: Int
    let inFlight: Int
    let textBytes: Int
    let seconds: Int
    let isJSON: Bool

    init(_ options: inout CommandOptions) throws(BenchFailure) {
        endpoint = try Self.endpoint(try options.takeRequired("--address"))
        serverProcess = try options.takeNumber("--server-pid", in: 1...Int(Int32.max))
        pairs = try options.takeNumber("--pairs", in: 1...MessageFrame.pairsMax) ?? 100
        inFlight = try options.takeNumber("--in-flight", in: 1...10_000) ?? 8
        textBytes = try options.takeNumber("--bytes", in: 1...(64 << 10)) ?? 256
        seconds = try options.takeNumber("--seconds", in: 1...3600) ?? 10
        isJSON = options.takeFlag("--json")
    }

    /// `127.0.0.1:8080` or `[::1]:8080`.
    private static func endpoint(_ text: String) throws(BenchFailure) -> HTTPEndpoint {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]), port > 0 else {
            throw .usage("--address takes HOST:PORT")
        }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        return HTTPEndpoint(address: String(host), port: port)
    }
}
