import HTTPCodec
import TestSupport
import Testing

/// A blocking HTTP and WebSocket client.
final class Client {
    private let socket: BlockingSocket
    private var buffered: [UInt8] = []

    init(port: UInt16) throws {
        socket = try BlockingSocket(port: port)
    }

    func write(_ bytes: [UInt8]) { socket.write(bytes) }

    func write(_ text: String) { socket.write(text) }

    /// False at the end of the connection.
    private func readMore() -> Bool {
        let got = socket.readSome()
        buffered += got
        return !got.isEmpty
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
