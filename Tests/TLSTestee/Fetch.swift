import EventLoop
import Glibc
import HTTPCodec
import HTTPTransport
import TransportSecurity

/// One request with the client that apps use.
enum Fetch {
    static func run(_ url: String, trusting path: String) async {
        do {
            let endpoint = try HTTPEndpoint(url)
            let security = try TLSClientContext(trust: .file(path))
            let loop = try EventLoop.start(name: "client") { _ in }
            let request = HTTPRequest(method: "GET", target: "/")
            let response = try await HTTPClient.send(request, to: endpoint, on: loop, security: security)
            print(response.status)
            print(String(decoding: response.body, as: UTF8.self))
        } catch {
            print("failed: \(error)")
            exit(1)
        }
    }
}
