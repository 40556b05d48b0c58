internal import HTTPCodec
internal import HTTPTransport
internal import Protobuf
internal import WireProtocol

/// A socket in its session that says nothing more. Counts what comes.
final class SilentMember: WebSocketHandler {
    /// Told of each frame that is not part of joining.
    private let received: (UnsafeRawBufferPointer) -> Void
    private let ended: (String) -> Void
    private var joined: (() -> Void)?
    private var hasJoined = false

    /// - Parameters:
    ///   - received: told of each frame after the heads.
    ///   - ended: told why the connection was closed.
    init(received: @escaping (UnsafeRawBufferPointer) -> Void, ended: @escaping (String) -> Void) {
        self.received = received
        self.ended = ended
    }

    func message(_ payload: UnsafeRawBufferPointer, isText: Bool, on socket: WebSocket) {
        guard !hasJoined else { return received(payload) }
        guard case .syncHeads(let heads)? = (try? ServerFrame(json: payload))?.payload, !heads.more else { return }
        hasJoined = true
        joined?()
        joined = nil
    }

    func closed(_ socket: WebSocket, code: UInt16?) {
        ended(code.map { "with code \($0)" } ?? socket.closeReason.map { "(\($0))" } ?? "")
        joined?()
        joined = nil
    }

    /// Opens a socket and waits until it has its heads.
    func join(_ server: ServerOptions, token: String) async throws(BenchFailure) -> WebSocket {
        let loop = try LoopCommand.current()
        let options = WebSocketClient.Options(
            endpoint: server.endpoint, target: "/v1/ws", headers: ["Authorization": "Bearer \(token)"],
            subprotocols: ["martlet.v1.json"])
        do {
            let socket = try await WebSocketClient.connect(options, on: loop, handler: self)
            socket.sendText(ClientFrame(id: "resume", payload: .sessionResume(SessionResume())).jsonBytes())
            await withCheckedContinuation { continuation in
                if hasJoined { continuation.resume() } else { joined = { continuation.resume() } }
            }
            return socket
        } catch {
            throw BenchFailure("cannot open a WebSocket: \(error)")
        }
    }
}
