internal import HTTPTransport

/// Which server is measured.
struct ServerOptions: Sendable {
    let endpoint: HTTPEndpoint
    /// Whose processor time and memory are told; nil when it was not named.
    let process: Int?

    init(_ options: inout CommandOptions) throws(BenchFailure) {
        endpoint = try Self.endpoint(try options.takeRequired("--address"))
        process = try options.takeNumber("--server-pid", in: 1...Int(Int32.max))
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
