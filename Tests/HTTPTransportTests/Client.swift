import EventLoop
import Glibc
import HTTPCodec
import Testing

/// A blocking client socket, for tests only.
final class Client {
    let descriptor: Int32
    private var buffered: [UInt8] = []

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(result == 0)
    }

    deinit { Glibc.close(descriptor) }

    func write(_ bytes: [UInt8]) {
        var left = bytes[...]
        while !left.isEmpty {
            let sent = left.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if sent <= 0 { return }
            left = left.dropFirst(sent)
        }
    }

    func write(_ text: String) { write(Array(text.utf8)) }

    /// False at the end of the connection.
    private func readMore() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let got = recv(descriptor, &buffer, buffer.count, 0)
        if got > 0 { buffered += buffer[..<got] }
        return got > 0
    }

    /// The next response, or nil at the end of the connection.
    func response() throws -> HTTPResponse? {
        var decoder = HTTPResponseDecoder()
        while true {
            switch buffered.withUnsafeBytes({ decoder.decode($0) }) {
            case .needMore(let consumed):
                buffered.removeFirst(consumed)
                if !readMore() { return nil }
            case .response(let response, let consumed):
                buffered.removeFirst(consumed)
                return response
            case .failure(let error): throw error
            }
        }
    }

    func read(_ count: Int) -> [UInt8] {
        while buffered.count < count, readMore() {}
        defer { buffered.removeFirst(min(count, buffered.count)) }
        return Array(buffered.prefix(count))
    }

    func isAtEnd() -> Bool { buffered.isEmpty && !readMore() }

    /// Asks for a WebSocket, with `more` right behind the request.
    func upgrade(_ target: String = "/ws", more: [UInt8] = []) throws {
        let key = WebSocketHandshake.key([UInt8](0..<16))
        write(WebSocketHandshake.request(host: "h", target: target, key: key) + more)
        let response = try #require(try response())
        _ = try WebSocketHandshake.verify(response, key: key, offered: [])
    }
}

func masked(_ opcode: WebSocketOpcode, _ payload: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    WebSocketEncoder.appendFrame(opcode, payload, to: &out, maskingKey: 0x5EED_1234)
    return out
}

func text(_ text: String) -> [UInt8] { masked(.text, Array(text.utf8)) }
func plain(_ text: String) -> [UInt8] { WebSocketEncoder.frame(.text, Array(text.utf8)) }
